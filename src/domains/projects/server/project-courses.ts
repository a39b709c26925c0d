import type { Milestone, ProjectStage } from "#domains/projects/contract/project.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

/** How far a project has come, and when it was first to come there: for domains that set their own days beside it. */
export type ProjectCourse = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly signedOn: LocalDate;
  readonly steps: readonly { readonly to: ProjectStage; readonly on: LocalDate }[];
  /** By stage the date that was planned first; later changes are left out. */
  readonly firstPlan: Readonly<Partial<Record<"LAND" | "BUILDING" | "COMPLETED" | "PRODUCING", LocalDate>>>;
};

const STAGE_OF = { land: "LAND", start: "BUILDING", complete: "COMPLETED", produce: "PRODUCING" } as const;

/** All projects of the zone, or those named; what is not there is left out. */
export async function projectCourses(tx: Tx, ids?: readonly string[]): Promise<readonly ProjectCourse[]> {
  const records = await loadProjectRecords(tx, { ...(ids === undefined ? {} : { ids }), only: "course" });
  return records.map(({ id, code, name, signedOn, steps, plans }) => {
    const firstPlan: Partial<Record<"LAND" | "BUILDING" | "COMPLETED" | "PRODUCING", LocalDate>> = {};
    for (const { kind, plannedOn } of plans) {
      const stage = isStageMilestone(kind) ? STAGE_OF[kind] : undefined;
      if (stage !== undefined && plannedOn !== null) firstPlan[stage] ??= plannedOn;
    }
    return { id, code, name, signedOn, steps: steps.map(({ to, on }) => ({ to, on })), firstPlan };
  });
}

const isStageMilestone = (kind: Milestone): kind is keyof typeof STAGE_OF => Object.hasOwn(STAGE_OF, kind);
