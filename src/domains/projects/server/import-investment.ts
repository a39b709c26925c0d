import { sql } from "kysely";
import { investmentColumns } from "#domains/projects/contract/investment-columns.ts";
import type { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import { projectErrorTexts } from "#domains/projects/contract/project-texts.ts";
import { type InvestmentRow, readInvestmentRow } from "#domains/projects/rules/read-investment-row.ts";
import { keepPlan, keepReport, keepStatEntry } from "#domains/projects/server/keep-investment.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import { recolourAll } from "#domains/projects/server/recolour.ts";
import { tellLeads } from "#domains/projects/server/tell-lead.ts";
import { AppError } from "#kernel/app-error.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import { sentenceOf } from "#kernel/error-sentence.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { readColumns } from "#kernel/server/read-columns.ts";
import { joined } from "#kernel/sheet-cells.ts";
import type { Text } from "#kernel/texts.ts";

type Handler = HandlersOf<typeof investmentOperations, OperationContext>["importInvestment"];
type Result = Awaited<ReturnType<Handler>>["rows"][number];

/** Plans, reports and statistics entries of many projects; a bad row is refused alone. The colours are computed once, at the end. */
export const importInvestment: Handler = async ({ dryRun, revisionReason }, context) => {
  const [file] = context.files;
  if (file === undefined) throw new AppError("upload.none", "invalid");
  const { tx, today, actor } = context;
  const projects = await tx.selectFrom("project").selectAll().where("zone_id", "=", actor.zoneId).execute();
  const records = new Map((await loadProjectRecords(tx)).map((record) => [record.id, record]));
  // A month that stands twice in the file is looked up in the register, where the first of the two is by then.
  const reported = new Set<string>();
  const rows: Result[] = [];
  await sql`savepoint whole_import`.execute(tx);
  for (const { row, cells } of await readColumns(file, investmentColumns)) {
    const reading = readInvestmentRow(row, cells);
    const name = cells["project"]?.text.trim().slice(0, 120) || null;
    const problem = reading.ok ? await keepRow(reading.given) : joined(reading.problems);
    rows.push({ row, ok: problem === null, problem, name, code: null });
  }
  const imported = rows.filter((row) => row.ok).length;
  if (dryRun) await sql`rollback to savepoint whole_import`.execute(tx);
  else if (imported > 0) {
    context.journal({ subject: "project-investment-import", after: { file: file.name, rows: imported } });
    await recolourAll(tx, today);
    await tellLeads(tx, null, today);
    await context.emit("projects.investment-imported", { count: imported });
  }
  return { rows, imported: dryRun ? 0 : imported, refused: rows.length - imported };

  async function keepRow(given: InvestmentRow): Promise<Text | null> {
    await sql`savepoint imported_row`.execute(tx);
    try {
      const named = projects.filter((one) => one.code === given.project || one.name === given.project);
      const [project] = named;
      if (project === undefined) throw new AppError("projects.no-project-named", "not-found", { name: given.project });
      if (named.length > 1) throw new AppError("projects.two-projects-named", "invalid", { name: given.project });
      if (given.plan !== null) await keepPlan(tx, project, { ...given.plan, reason: revisionReason ?? "" }, today);
      if (given.report !== null) {
        const report = { ...given.report, difficulties: "", revisionReason: revisionReason ?? null };
        await keepReport(tx, project, report, today, reported.has(project.id) ? undefined : records.get(project.id));
        reported.add(project.id);
      }
      if (given.enteredOn !== null) await keepStatEntry(tx, project, { enteredOn: given.enteredOn, statCode: "", files: [] }, today);
      await sql`release savepoint imported_row`.execute(tx);
      return null;
    } catch (error) {
      await sql`rollback to savepoint imported_row`.execute(tx);
      if (!(error instanceof AppError)) throw error;
      return { zh: sentenceOf(error, projectErrorTexts, "zh"), en: sentenceOf(error, projectErrorTexts, "en") };
    }
  }
};
