import type { ProjectStage } from "#domains/projects/contract/project.ts";
import {
  milestoneOfMove,
  type ProjectCase,
  type ProjectMove,
  projectMoves,
  warningsOf,
} from "#domains/projects/rules/project-lifecycle.ts";
import { mayMove } from "#domains/projects/rules/project-policy.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import { caseOf } from "#domains/projects/server/project-case.ts";
import { appendActual, appendStep, holdProject, requireVersion, updateProject } from "#domains/projects/server/project-store.ts";
import { recolourProjects } from "#domains/projects/server/recolour.ts";
import type { RegisterHandlers } from "#domains/projects/server/register-project.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { tellLeads } from "#domains/projects/server/tell-lead.ts";
import { viewProject } from "#domains/projects/server/view-project.ts";
import { AppError } from "#kernel/app-error.ts";
import { checkMove } from "#kernel/lifecycle.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export const moveProject: RegisterHandlers["moveProject"] = async (input, context) => {
  const { tx, today } = context;
  const row = await holdProject(tx, input.id);
  requireVersion(row, input.version);
  const stage = row.stage as ProjectStage;
  const [record] = await loadProjectRecords(tx, { ids: [input.id], only: "course" });
  const last = record?.steps.at(-1);
  if (record === undefined || last === undefined) throw new Error(`project ${input.id} has no steps`);
  const subject: ProjectCase = { ...(await caseOf(tx, row, record)), on: input.on, reason: input.reason ?? null };
  const move = moveOf(input.move, subject);
  requireDecision(mayMove(actorOf(tx), { stage }, projectMoves[move].by));
  requireDay(input.on, last.on, today);
  requireDecision(checkMove(projectMoves[move], subject));
  const { to } = projectMoves[move];
  await appendStep(tx, input.id, { move, from: stage, to, on: input.on, reason: input.reason ?? null, recordedOn: today });
  const kind = milestoneOfMove[move];
  if (kind !== undefined) await appendActual(tx, input.id, { kind, on: input.on, recordedOn: today, note: "" });
  await updateProject(tx, row, { stage: to });
  await recolourProjects(tx, today, [input.id]);
  context.journal({
    subject: `project:${input.id}`,
    before: { stage },
    after: { stage: to },
    detail: { move, on: input.on, reason: input.reason ?? null },
  });
  await tellLeads(tx, [input.id], today);
  await context.emit("projects.moved", { projectId: input.id, move, from: stage, to, on: input.on });
  return { project: await viewProject(tx, input.id, today), warnings: [...warningsOf(subject, move)] };
};

/** `resume` leads back to where it was suspended. */
function moveOf(asked: string, { suspendedFrom }: ProjectCase): ProjectMove {
  if (asked !== "resume") return asked as ProjectMove;
  if (suspendedFrom === "SIGNED") return "resumeSigned";
  return suspendedFrom === "LAND" ? "resumeLand" : "resumeBuilding";
}

/** Neither in the future nor before the step that it follows; the same day is allowed. */
function requireDay(on: LocalDate, lastOn: LocalDate, today: LocalDate): void {
  if (on > today) throw new AppError("projects.date-in-future", "invalid", { date: on, today });
  if (on < lastOn) throw new AppError("projects.before-last-step", "invalid", { date: on, last: lastOn });
}
