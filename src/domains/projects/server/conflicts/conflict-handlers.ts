import { listNamedProjects } from "#domains/intelligence/server/api.ts";
import type { conflictOperations } from "#domains/projects/contract/register-conflict.ts";
import { investedInAll } from "#domains/projects/rules/investment.ts";
import { registerConflictPolicy } from "#domains/projects/rules/project-policy.ts";
import { contradictionsOf } from "#domains/projects/rules/register-conflicts.ts";
import { type ConflictRow, getConflict, listConflictRows, viewOf } from "#domains/projects/server/conflicts/conflict-store.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import { getProject, requireVersion, updateProject } from "#domains/projects/server/project-store.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { AppError } from "#kernel/app-error.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import { compare, type Decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type ConflictHandlers = HandlersOf<typeof conflictOperations, OperationContext>;

const listRegisterConflicts: ConflictHandlers["listRegisterConflicts"] = async ({ limit, cursor, ...choice }, { tx }) => {
  const { rows, total } = await listConflictRows(tx, choice, { limit: limit + 1, cursor });
  const shown = rows.slice(0, limit);
  return { items: shown.map((row) => viewOf(tx, row)), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null, total };
};

/** Settles it, and with it the same statement of other documents; with “not the same” everything that this document says of the project. */
const resolveRegisterConflict: ConflictHandlers["resolveRegisterConflict"] = async (input, context) => {
  const { tx, today, actor } = context;
  const row = await getConflict(tx, input.conflictId);
  requireVersion(row, input.version);
  requireDecision(registerConflictPolicy.resolve(actor, { state: row.state }));
  if (input.resolution === "CORRECTED") await correctRegister(row, context);
  const settled = await tx
    .updateTable("project_register_conflict")
    .set((by) => ({
      state: input.resolution,
      decided_on: today,
      decided_by: actor.id,
      decided_by_name: actor.name,
      reason: input.reason,
      version: by("version", "+", 1),
    }))
    .where("zone_id", "=", actor.zoneId)
    .where("project_id", "=", row.project_id)
    .where("state", "=", "OPEN")
    .where((by) =>
      input.resolution === "NOT_THE_SAME"
        ? by("finding_id", "=", row.finding_id)
        : by.and([by("field", "=", row.field), by("said", "=", row.said)]),
    )
    .returning("id")
    .execute();
  if (settled.length === 0) throw new AppError("record.changed", "conflict");
  context.journal({
    subject: `project:${row.project_id}`,
    before: { conflict: row.id, field: row.field, said: row.said, registered: row.registered, state: "OPEN" },
    after: { state: input.resolution, settled: settled.length },
    detail: { reason: input.reason, document: row.document_id },
  });
  return viewOf(tx, await getConflict(tx, row.id));
};

/** An amount is taken over from the document; a stage or a day must have been corrected by its own step, with its evidence. */
async function correctRegister(row: ConflictRow, { tx, today, journal, emit }: OperationContext): Promise<void> {
  const [record] = await loadProjectRecords(tx, { ids: [row.project_id] });
  if (record === undefined) throw new AppError("projects.no-such-project", "not-found");
  if (row.field !== "amount") {
    const named = (await listNamedProjects(tx, row.document_id)).find((one) => one.findingId === row.finding_id);
    const still = named === undefined ? [] : contradictionsOf(named, record, (row.published as LocalDate | null) ?? today);
    if (still.some((one) => one.field === row.field)) throw new AppError("projects.register-unchanged", "conflict");
    return;
  }
  const project = await getProject(tx, row.project_id);
  const invested = investedInAll(record, today);
  if (compare(invested, row.said as Decimal) > 0)
    throw new AppError("projects.invested-above-total", "conflict", { invested, total: row.said });
  await updateProject(tx, project, { planned_total_yuan: row.said });
  journal({
    subject: `project:${row.project_id}`,
    before: { planned_total_yuan: project.planned_total_yuan },
    after: { planned_total_yuan: row.said },
    detail: { document: row.document_id },
  });
  await emit("projects.edited", { projectId: row.project_id, fields: ["planned_total_yuan"] });
}

export const conflictHandlers: ConflictHandlers = { listRegisterConflicts, resolveRegisterConflict };
