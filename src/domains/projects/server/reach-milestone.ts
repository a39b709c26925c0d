import type { ProjectStage } from "#domains/projects/contract/project.ts";
import { missingForMilestone, reachedByMove } from "#domains/projects/rules/project-lifecycle.ts";
import { projectPolicy } from "#domains/projects/rules/project-policy.ts";
import { actualOf } from "#domains/projects/rules/project-record.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import { caseOf } from "#domains/projects/server/project-case.ts";
import { appendActual, holdProject } from "#domains/projects/server/project-store.ts";
import { recolourProjects } from "#domains/projects/server/recolour.ts";
import type { RegisterHandlers } from "#domains/projects/server/register-project.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { tellLeads } from "#domains/projects/server/tell-lead.ts";
import { viewProject } from "#domains/projects/server/view-project.ts";
import { AppError } from "#kernel/app-error.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export const reachMilestone: RegisterHandlers["reachMilestone"] = async ({ id, kind, on, note }, context) => {
  const { tx, today } = context;
  const row = await holdProject(tx, id);
  requireDecision(projectPolicy.reachMilestone(actorOf(tx), { stage: row.stage as ProjectStage }));
  if (reachedByMove.includes(kind)) throw new AppError("projects.by-move", "invalid", { kind });
  if (on !== null && on > today) throw new AppError("projects.date-in-future", "invalid", { date: on, today });
  if (on !== null && on < row.signed_on) throw new AppError("projects.before-last-step", "invalid", { date: on, last: row.signed_on });
  const [record] = await loadProjectRecords(tx, { ids: [id], only: "course" });
  const before = record === undefined ? null : actualOf(record, kind, today);
  if (on === null && before === null) throw new AppError("projects.nothing-to-take-back", "conflict", { kind });
  if (on !== null && record !== undefined) {
    const missing = missingForMilestone(await caseOf(tx, row, record), kind, on);
    if (missing !== undefined) throw new AppError(`projects.refused.${missing}`, "conflict");
  }
  await appendActual(tx, id, { kind, on, recordedOn: today, note });
  await recolourProjects(tx, today, [id]);
  context.journal({ subject: `project:${id}`, before: { [kind]: before }, after: { [kind]: on }, detail: { note } });
  await tellLeads(tx, [id], today);
  await context.emit("projects.milestone-reached", { projectId: id, kind, on });
  return viewProject(tx, id, today);
};
