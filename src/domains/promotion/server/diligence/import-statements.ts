import { sql } from "kysely";
import type { StatementImportRow } from "#domains/promotion/contract/diligence-operations.ts";
import { diligenceErrorTexts } from "#domains/promotion/contract/diligence-texts.ts";
import type { Statement } from "#domains/promotion/contract/statement.ts";
import { statementColumns, statementTemplateNames } from "#domains/promotion/contract/statement-columns.ts";
import { readStatementRow, type StatementRow } from "#domains/promotion/rules/read-statement-row.ts";
import { matchParties } from "#domains/promotion/server/diligence/match-parties.ts";
import type { Party } from "#domains/promotion/server/diligence/party.ts";
import type { DiligenceHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { AppError } from "#kernel/app-error.ts";
import { canonicalJson } from "#kernel/canonical-json.ts";
import { sentenceOf } from "#kernel/error-sentence.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { columnsTemplate, readColumns } from "#kernel/server/read-columns.ts";
import { takeTurn } from "#kernel/server/take-turn.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import { joined } from "#kernel/sheet-cells.ts";

export const statementTemplate: DiligenceHandlers["statementTemplate"] = (_, { language }) =>
  columnsTemplate(statementColumns, statementTemplateNames, language);

const MOST_ROWS = 60_000;
/** So many rows a person reads; of the others the counts are told. */
const SHOWN = 1_000;
const AT_ONCE = 2_000;

type Read = { readonly row: number; readonly enterprise: string; readonly given: StatementRow };
type New = { readonly party: Party; readonly given: StatementRow; readonly revision: number };

/** Row by row: a bad row is refused alone. The same figures again keep nothing, other figures are a further revision. A dry run keeps nothing. */
export const importStatements: DiligenceHandlers["importStatements"] = async ({ dryRun, source }, context) => {
  const { tx, today } = context;
  const [file] = context.files;
  if (file === undefined) throw new AppError("upload.none", "invalid");
  const rows: StatementImportRow[] = [];
  const read: Read[] = [];
  for (const { row, cells } of await readColumns(file, statementColumns, { mostRows: MOST_ROWS })) {
    const reading = readStatementRow(row, cells, source);
    if (reading.ok) read.push({ row, enterprise: reading.given.enterprise, given: reading.given });
    else rows.push({ row, ok: false, problem: joined(reading.problems), party: null, year: null, result: null });
  }
  // Two who import the same figures at the same moment come one after the other: the second finds them there.
  await takeTurn(tx, "promotion", "statements");
  const partiesOf = await matchParties(
    tx,
    read.map(({ enterprise }) => enterprise),
    today,
  );
  const there = await newestOf(tx, [...new Set(read.flatMap(({ enterprise }) => partiesOf(enterprise).map(({ key }) => key)))]);
  const seen = new Map<string, number>();
  const fresh: New[] = [];
  for (const { row, enterprise, given } of read) {
    const { year } = given.statement;
    try {
      if (year >= Number(today.slice(0, 4))) throw new AppError("promotion.statement-year", "invalid", { row, year: String(year) });
      const party = onlyOne(partiesOf(enterprise), enterprise, row);
      const mark = `${party.key} ${year}`;
      const first = seen.get(mark);
      if (first !== undefined) throw new AppError("promotion.statement-twice", "invalid", { row, first });
      seen.set(mark, row);
      const before = there.get(mark);
      const same = before !== undefined && before.content === canonicalJson(given.statement);
      if (!same) fresh.push({ party, given, revision: (before?.revision ?? 0) + 1 });
      const result = same ? "same" : before === undefined ? "new" : "corrected";
      rows.push({ row, ok: true, problem: null, party: party.name, year, result });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const problem = { zh: sentenceOf(error, diligenceErrorTexts, "zh"), en: sentenceOf(error, diligenceErrorTexts, "en") };
      rows.push({ row, ok: false, problem, party: enterprise, year, result: null });
    }
  }
  if (!dryRun && fresh.length > 0) {
    await keepStatements(tx, fresh, today);
    const items = fresh.map(({ party, given, revision }) => ({ party: party.key, year: given.statement.year, revision }));
    context.journal({ subject: "statements", after: { file: file.name, rows: fresh.length }, items });
    await context.emit("promotion.statements-imported", { count: fresh.length });
  }
  rows.sort((one, other) => one.row - other.row);
  const refused = rows.filter(({ ok }) => !ok);
  return {
    rows: rows.length <= SHOWN ? rows : [...refused, ...rows.filter(({ ok }) => ok)].slice(0, SHOWN),
    accepted: rows.length - refused.length,
    imported: dryRun ? 0 : fresh.length,
    refused: refused.length,
  };
};

function onlyOne(parties: readonly Party[], written: string, row: number): Party {
  const [only, other] = parties;
  const said = { row, party: written.slice(0, 40) };
  if (only === undefined) throw new AppError("promotion.statement-party", "invalid", said);
  if (other !== undefined) throw new AppError("promotion.statement-party-several", "invalid", said);
  return only;
}

/** The revision in force of each year that the zone has of these parties. */
async function newestOf(
  tx: Tx,
  keys: readonly string[],
): Promise<ReadonlyMap<string, { readonly revision: number; readonly content: string }>> {
  const found = new Map<string, { readonly revision: number; readonly content: string }>();
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const rows = await tx
      .selectFrom("diligence_statement")
      .select(["party_key", "year", "revision", "items"])
      .distinctOn(["party_key", "year"])
      .where("zone_id", "=", actorOf(tx).zoneId)
      .where("party_key", "=", sql<string>`any(${keys.slice(from, from + AT_ONCE)}::text[])`)
      .orderBy("party_key")
      .orderBy("year")
      .orderBy("revision", "desc")
      .execute();
    for (const row of rows)
      found.set(`${row.party_key} ${row.year}`, { revision: row.revision, content: canonicalJson(row.items as Statement) });
  }
  return found;
}

async function keepStatements(tx: Tx, fresh: readonly New[], today: LocalDate): Promise<void> {
  const { zoneId, id, name } = actorOf(tx);
  for (let from = 0; from < fresh.length; from += AT_ONCE) {
    const rows = fresh.slice(from, from + AT_ONCE).map(({ party, given, revision }) => ({
      party_key: party.key,
      year: given.statement.year,
      revision,
      party_name: party.name,
      industry: party.industry,
      items: given.statement,
      source: given.source,
    }));
    await sql`insert into diligence_statement (zone_id, party_key, year, revision, party_name, industry, items, source, recorded_on, by, by_name)
      select ${zoneId}::uuid, t.party_key, t."year", t.revision, t.party_name, t.industry, t.items, t.source, ${today}::date, ${id}, ${name}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as t(party_key text, "year" integer, revision integer, party_name text, industry text, items jsonb, source text)`.execute(tx);
  }
}
