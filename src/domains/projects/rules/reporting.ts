import type { ProjectStage } from "#domains/projects/contract/project.ts";
import { type ProjectRecord, stageOn } from "#domains/projects/rules/project-record.ts";
import type { LocalDate } from "#kernel/local-date.ts";

/**
 * From the signing until production a project is reported every month (handbook §4: no report by the cutoff is “no data”, never green). In
 * production 达产 and 上规 are followed as milestones; where nothing is followed there is no light.
 */
export const REPORTING_STAGES: readonly ProjectStage[] = ["SIGNED", "LAND", "BUILDING", "COMPLETED"];

/** The stage in which a project owes a monthly report on a day; undefined when it owes none. */
export function owesReport(project: ProjectRecord, asOf: LocalDate): ProjectStage | undefined {
  const stage = stageOn(project, asOf);
  return stage !== undefined && REPORTING_STAGES.includes(stage) ? stage : undefined;
}
