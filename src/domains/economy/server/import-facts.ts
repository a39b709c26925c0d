import { v7 } from "uuid";
import type { z } from "zod";
import type { ImportRow } from "#domains/economy/contract/economy-operations.ts";
import { sheetTexts } from "#domains/economy/contract/sheet-columns.ts";
import { plainRegion } from "#domains/economy/rules/accepted-fact.ts";
import { bothLanguages } from "#domains/economy/rules/print-number.ts";
import { readFigureRow, type SheetFigure } from "#domains/economy/rules/read-figure-row.ts";
import { factsTemplateXlsx } from "#domains/economy/server/artefacts/facts-template.ts";
import type { EconomyHandlers } from "#domains/economy/server/draft-report-card.ts";
import { readSheet } from "#domains/economy/server/read-sheet.ts";
import { AppError } from "#kernel/app-error.ts";
import type { NewObservation } from "#kernel/server/fact-shapes.ts";
import { decideFacts, observeFacts } from "#kernel/server/facts.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { say, type Text } from "#kernel/texts.ts";

/** The named rule under which a figure that a statistician files by hand counts as accepted. */
const FILED_BY_STATISTICS = "filed-by-statistics";

export const factsTemplate: EconomyHandlers["factsTemplate"] = async (_, { language }) => {
  const file = await factsTemplateXlsx(language);
  return { ...file, bytes: Uint8Array.from(file.bytes) };
};

/** Row by row: a bad row is refused alone with its sentence, the good ones beside it are kept. */
export const importFacts: EconomyHandlers["importFacts"] = async ({ dryRun }, context) => {
  const [file] = context.files;
  if (file === undefined) throw new AppError("upload.none", "invalid");
  const region = await ownRegion(context);
  const results: z.input<typeof ImportRow>[] = [];
  const kept: { readonly row: number; readonly figure: SheetFigure }[] = [];
  const seen = new Map<string, number>();
  for (const sheetRow of await readSheet(file)) {
    const { row } = sheetRow;
    const reading = readFigureRow(sheetRow, region);
    const written = {
      indicator: sheetRow.cells.indicator?.text.slice(0, 60) ?? null,
      value: sheetRow.cells.value?.text.slice(0, 40) ?? null,
    };
    const first = reading.ok ? seen.get(keyOf(reading.figure)) : undefined;
    const problems = reading.ok ? (first === undefined ? [] : [repeated(row, first)]) : reading.problems;
    results.push({ row, ok: problems.length === 0, problem: joined(problems), ...written });
    if (!reading.ok || problems.length > 0) continue;
    seen.set(keyOf(reading.figure), row);
    kept.push({ row, figure: reading.figure });
  }
  if (!dryRun) await record(context, file.name, kept);
  return { rows: results, imported: dryRun ? 0 : kept.length, refused: results.filter((row) => !row.ok).length };
};

async function ownRegion({ tx, actor }: OperationContext): Promise<string> {
  const zone = await tx.selectFrom("zone").select(["region", "name"]).where("id", "=", actor.zoneId).executeTakeFirstOrThrow();
  return zone.region === "" ? zone.name : zone.region;
}

const keyOf = ({ code, region, period, calibre }: SheetFigure): string => [code, plainRegion(region), period, calibre ?? ""].join("|");

const repeated = (row: number, first: number): Text =>
  bothLanguages((language) => say(sheetTexts["sheet.repeated"], language, { row, first }));

const joined = (problems: readonly Text[]): Text | null =>
  problems.length === 0
    ? null
    : { zh: `${problems.map((one) => one.zh).join("；")}。`, en: `${problems.map((one) => one.en).join("; ")}.` };

async function record(
  context: OperationContext,
  file: string,
  rows: readonly { readonly row: number; readonly figure: SheetFigure }[],
): Promise<void> {
  const importId = v7();
  const observations = rows.map(({ row, figure }): NewObservation => {
    const { note, settledness, ...said } = figure;
    return {
      ...said,
      origin: "spreadsheet",
      originId: importId,
      rule: FILED_BY_STATISTICS,
      evidence: [{ quote: quoteOf(row, figure), locator: { file, row, settledness } }],
    };
  });
  const ids = await observeFacts(context.tx, observations);
  await decideFacts(
    context.tx,
    ids.map((observationId) => ({ observationId, decision: "accept", rule: FILED_BY_STATISTICS })),
  );
  context.journal({
    subject: `fact-import:${importId}`,
    after: { file, rows: rows.length },
    items: ids.map((id, place) => ({ id, row: rows[place]?.row })),
  });
}

/** The row as it was filled in, which is the figure's proof. */
const quoteOf = (row: number, { indicator, region, period, value, unit, yoyPct, note }: SheetFigure): string =>
  [
    `第${row}行`,
    indicator,
    region,
    period,
    `${value}${unit}`,
    ...(yoyPct === null ? [] : [`增速 ${yoyPct}%`]),
    ...(note === "" ? [] : [note]),
  ].join(" | ");
