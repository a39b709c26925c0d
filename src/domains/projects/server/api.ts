import { figurePeriodsOf, type ProjectFigure, projectFigures } from "#domains/projects/rules/project-figures.ts";
import { colourRuleOn } from "#domains/projects/server/colour-rules.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

export type { ProjectFigure } from "#domains/projects/rules/project-figures.ts";
export { ambiguousObservations } from "#domains/projects/server/conflicts/completion-store.ts";
export { openProjectFromLead } from "#domains/projects/server/open-from-lead.ts";
export { type ProjectCourse, projectCourses } from "#domains/projects/server/project-courses.ts";
export { type ProjectRef, projectRefs, projectsByWord } from "#domains/projects/server/project-refs.ts";

/** What the register says on a day of the period that the day stands in, and of the one before while its last reports come. */
export async function listProjectFigures(
  tx: Tx,
  today: LocalDate,
): Promise<readonly { readonly period: string; readonly figures: readonly ProjectFigure[] }[]> {
  const records = await loadProjectRecords(tx);
  const found: { readonly period: string; readonly figures: readonly ProjectFigure[] }[] = [];
  if (records.length === 0) return found;
  for (const days of figurePeriodsOf(today)) {
    const { rule } = await colourRuleOn(tx, days.asOf);
    found.push({ period: days.period, figures: projectFigures(records, rule, days) });
  }
  return found;
}
