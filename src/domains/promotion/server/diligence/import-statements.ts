import type { StatementImportRow } from "#domains/promotion/contract/diligence-operations.ts";
import { diligenceErrorTexts } from "#domains/promotion/contract/diligence-texts.ts";
import type { Statement } from "#domains/promotion/contract/statement.ts";
import { statementColumns, statementTemplateNames } from "#domains/promotion/contract/statement-columns.ts";
import { partyNameKey } from "#domains/promotion/rules/lead-keys.ts";
import { readStatementRow, type StatementRow } from "#domains/promotion/rules/read-statement-row.ts";
import { type Party, partyOfEnterprise } from "#domains/promotion/server/diligence/party.ts";
import type { DiligenceHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { findEnterprises } from "#domains/registry/server/api.ts";
import { AppError } from "#kernel/app-error.ts";
import { canonicalJson } from "#kernel/canonical-json.ts";
import { sentenceOf } from "#kernel/error-sentence.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { columnsTemplate, readColumns } from "#kernel/server/read-columns.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import { joined } from "#kernel/sheet-cells.ts";

export const statementTemplate: DiligenceHandlers["statementTemplate"] = (_, { language }) =>
  columnsTemplate(statementColumns, statementTemplateNames, language);

/** Row by row: a bad row is refused alone. The same figures again keep nothing, other figures are a further revision. A dry run keeps nothing. */
export const importStatements: DiligenceHandlers["importStatements"] = async ({ dryRun }, context) => {
  const { tx, today } = context;
  const [file] = context.files;
  if (file === undefined) throw new AppError("upload.none", "invalid");
  const rows: StatementImportRow[] = [];
  const kept: { readonly party: string; readonly year: number; readonly revision: number }[] = [];
  const seen = new Map<string, number>();
  for (const { row, cells } of await readColumns(file, statementColumns)) {
    const reading = readStatementRow(row, cells);
    if (!reading.ok) {
      rows.push({ row, ok: false, problem: joined(reading.problems), party: null, year: null, result: null });
      continue;
    }
    const { enterprise, statement } = reading.given;
    try {
      if (statement.year >= Number(today.slice(0, 4)))
        throw new AppError("promotion.statement-year", "invalid", { row, year: String(statement.year) });
      const party = await findParty(tx, enterprise, row, today);
      const mark = `${party.key} ${statement.year}`;
      const first = seen.get(mark);
      if (first !== undefined) throw new AppError("promotion.statement-twice", "invalid", { row, first });
      seen.set(mark, row);
      const { result, revision } = await keepStatement(tx, party, reading.given, { dryRun, today });
      rows.push({ row, ok: true, problem: null, party: party.name, year: statement.year, result });
      if (result !== "same") kept.push({ party: party.key, year: statement.year, revision });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const problem = { zh: sentenceOf(error, diligenceErrorTexts, "zh"), en: sentenceOf(error, diligenceErrorTexts, "en") };
      rows.push({ row, ok: false, problem, party: enterprise, year: statement.year, result: null });
    }
  }
  if (!dryRun && kept.length > 0) {
    context.journal({ subject: "statements", after: { file: file.name, rows: kept.length }, items: kept });
    await context.emit("promotion.statements-imported", { count: kept.length });
  }
  return { rows, imported: dryRun ? 0 : kept.length, refused: rows.filter(({ ok }) => !ok).length };
};

/** By code or stock code, by the registered name, or as the party of a lead. */
async function findParty(tx: Tx, written: string, row: number, today: LocalDate): Promise<Party> {
  const byCode = /^[0-9A-Za-z]{5,18}$/.test(written.replace(/\s/g, ""));
  const found = await findEnterprises(tx, byCode ? { identifier: written } : { name: written }, today);
  const [only, other] = found;
  if (other !== undefined) throw new AppError("promotion.statement-party-several", "invalid", { row, party: written.slice(0, 40) });
  const leads = await tx
    .selectFrom("promotion_lead")
    .select(["party_key", "party_name", "industry", "enterprise_id"])
    .distinctOn("party_key")
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where((by) =>
      by.or([
        by("party_identifier", "=", written),
        by("party_key", "=", `name:${partyNameKey(written)}`),
        by("party_name", "=", written),
        ...(only === undefined ? [] : [by("enterprise_id", "=", only.id), by("party_key", "=", partyOfEnterprise(only).key)]),
      ]),
    )
    .orderBy("party_key")
    .execute();
  const [lead] = leads;
  if (only !== undefined) {
    const party = partyOfEnterprise(only);
    return { ...party, industry: party.industry || (lead?.industry ?? "") };
  }
  if (leads.length > 1) throw new AppError("promotion.statement-party-several", "invalid", { row, party: written.slice(0, 40) });
  if (lead === undefined) throw new AppError("promotion.statement-party", "invalid", { row, party: written.slice(0, 40) });
  return { key: lead.party_key, keys: [lead.party_key], name: lead.party_name, industry: lead.industry, enterpriseId: lead.enterprise_id };
}

type Kept = { readonly result: "new" | "corrected" | "same"; readonly revision: number };

async function keepStatement(
  tx: Tx,
  party: Party,
  { statement, source }: StatementRow,
  { dryRun, today }: { readonly dryRun: boolean; readonly today: LocalDate },
): Promise<Kept> {
  const actor = actorOf(tx);
  const before = await tx
    .selectFrom("diligence_statement")
    .select(["revision", "items"])
    .where("zone_id", "=", actor.zoneId)
    .where("party_key", "=", party.key)
    .where("year", "=", statement.year)
    .orderBy("revision", "desc")
    .executeTakeFirst();
  if (before !== undefined && canonicalJson(before.items as Statement) === canonicalJson(statement))
    return { result: "same", revision: before.revision };
  const revision = (before?.revision ?? 0) + 1;
  if (!dryRun)
    await tx
      .insertInto("diligence_statement")
      .values({
        zone_id: actor.zoneId,
        party_key: party.key,
        year: statement.year,
        revision,
        party_name: party.name,
        industry: party.industry,
        items: JSON.stringify(statement),
        source,
        recorded_on: today,
        by: actor.id,
        by_name: actor.name,
      })
      .execute();
  return { result: before === undefined ? "new" : "corrected", revision };
}
