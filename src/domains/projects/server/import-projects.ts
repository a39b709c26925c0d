import { sql } from "kysely";
import type { z } from "zod";
import { projectColumns, projectTemplateNames } from "#domains/projects/contract/project-columns.ts";
import { projectErrorTexts } from "#domains/projects/contract/project-texts.ts";
import type { ProjectImportRow } from "#domains/projects/contract/register-operations.ts";
import { type ReachedDates, readProjectRow } from "#domains/projects/rules/read-project-row.ts";
import { peopleOn } from "#domains/projects/server/list-people.ts";
import { appendActual, appendStep } from "#domains/projects/server/project-store.ts";
import { addProject, type RegisterHandlers } from "#domains/projects/server/register-project.ts";
import { AppError } from "#kernel/app-error.ts";
import { sentenceOf } from "#kernel/error-sentence.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { columnsTemplate, readColumns } from "#kernel/server/read-columns.ts";
import { joined } from "#kernel/sheet-cells.ts";
import type { Text } from "#kernel/texts.ts";

type ImportRow = z.input<typeof ProjectImportRow>;

/** Row by row: a bad row is refused alone with its sentence, the good ones beside it are kept. A dry run keeps none. */
export const importProjects: RegisterHandlers["importProjects"] = async ({ dryRun }, context) => {
  const [file] = context.files;
  if (file === undefined) throw new AppError("upload.none", "invalid");
  const rows: ImportRow[] = [];
  const imported: string[] = [];
  const officials = await loadOfficials(context);
  await sql`savepoint whole_import`.execute(context.tx);
  for (const { row, cells } of await readColumns(file, projectColumns)) {
    const reading = readProjectRow(row, cells);
    const name = cells["name"]?.text.trim().slice(0, 120) || null;
    if (!reading.ok) {
      rows.push({ row, ok: false, problem: joined(reading.problems), name, code: null });
      continue;
    }
    const kept = await keepRow(context, reading, officials);
    rows.push({ row, ok: kept.ok, problem: kept.ok ? null : kept.problem, name, code: kept.ok && !dryRun ? kept.code : null });
    if (kept.ok) imported.push(kept.id);
  }
  if (dryRun) await sql`rollback to savepoint whole_import`.execute(context.tx);
  else if (imported.length > 0) {
    context.journal({
      subject: "project-import",
      after: { file: file.name, rows: imported.length },
      items: imported.map((id) => ({ id })),
    });
    await context.emit("projects.imported", { count: imported.length });
  }
  return { rows, imported: dryRun ? 0 : imported.length, refused: rows.filter((row) => !row.ok).length };
};

type Kept = { readonly ok: true; readonly id: string; readonly code: string } | { readonly ok: false; readonly problem: Text };

type Officials = Readonly<Record<"people" | "departments", readonly { readonly id: string; readonly name: string }[]>>;

/** Who can be named, read once for the whole sheet. */
async function loadOfficials({ tx, today, actor }: OperationContext): Promise<Officials> {
  const departments = await tx.selectFrom("department").select(["id", "name"]).where("zone_id", "=", actor.zoneId).execute();
  return { people: await peopleOn(tx, today), departments };
}

/** @throws AppError `projects.nobody-named`, `projects.two-people-named`: a name that is none, or not one's alone, names nobody. */
function idOf(known: Officials["people"], name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const found = known.filter((one) => one.name === name);
  const [only] = found;
  if (only === undefined) throw new AppError("projects.nobody-named", "invalid", { name });
  if (found.length > 1) throw new AppError("projects.two-people-named", "invalid", { name });
  return only.id;
}

type Read = Extract<ReturnType<typeof readProjectRow>, { readonly ok: true }>;

/** In a place of its own that is given up when the row cannot stand, so that one bad row does not undo the others. */
async function keepRow({ tx, today }: OperationContext, { draft, reached, named }: Read, officials: Officials): Promise<Kept> {
  await sql`savepoint imported_row`.execute(tx);
  try {
    const responsible = {
      leaderId: idOf(officials.people, named.leader),
      ownerId: idOf(officials.people, named.owner),
      departmentId: idOf(officials.departments, named.department),
    };
    const { id, code } = await addProject(tx, { ...draft, ...responsible }, today);
    await keepReached(tx, id, draft.signedOn, reached, today);
    await sql`release savepoint imported_row`.execute(tx);
    return { ok: true, id, code };
  } catch (error) {
    await sql`rollback to savepoint imported_row`.execute(tx);
    if (!(error instanceof AppError)) throw error;
    return { ok: false, problem: { zh: sentenceOf(error, projectErrorTexts, "zh"), en: sentenceOf(error, projectErrorTexts, "en") } };
  }
}

/** What was reached before the project came into this register: entered as known today, true from its day on, without the gates' evidence. */
async function keepReached(tx: Tx, id: string, signedOn: LocalDate, reached: ReachedDates, today: LocalDate): Promise<void> {
  const course = [
    ["start", "startConstruction", "BUILDING"],
    ["complete", "completeWorks", "COMPLETED"],
    ["produce", "startProduction", "PRODUCING"],
  ] as const;
  let before: { readonly stage: "SIGNED" | "BUILDING" | "COMPLETED" | "PRODUCING"; readonly on: LocalDate } = {
    stage: "SIGNED",
    on: signedOn,
  };
  for (const [kind, move, to] of course) {
    const on = reached[kind];
    if (on === undefined) continue;
    if (kind === "complete" && reached.start === undefined) throw new AppError("projects.completed-without-start", "invalid");
    if (kind === "produce" && reached.complete === undefined) throw new AppError("projects.produced-without-completion", "invalid");
    if (on < before.on) throw new AppError("projects.before-last-step", "invalid", { date: on, last: before.on });
    if (on > today) throw new AppError("projects.date-in-future", "invalid", { date: on, today });
    await appendStep(tx, id, { move, from: before.stage, to, on, reason: null, recordedOn: today });
    await appendActual(tx, id, { kind, on, recordedOn: today, note: "" });
    before = { stage: to, on };
  }
  if (before.stage !== "SIGNED") await tx.updateTable("project").set({ stage: before.stage }).where("id", "=", id).execute();
}

export const projectsTemplate: RegisterHandlers["projectsTemplate"] = (_, { language }) =>
  columnsTemplate(projectColumns, projectTemplateNames, language);
