import { KeyLevel, ProjectCategory } from "#domains/projects/contract/project.ts";
import { completionRate, type YearToDate, yearToDate } from "#domains/projects/rules/investment.ts";
import { lastClosedMonth } from "#domains/projects/rules/months.ts";
import { type ProjectRecord, stageOn } from "#domains/projects/rules/project-record.ts";
import type { InvestmentHandlers } from "#domains/projects/server/handler-shapes.ts";
import { completions } from "#domains/projects/server/investment-view.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import { sum } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";

type Planned = { readonly record: ProjectRecord; readonly standing: YearToDate };

/** Completion of the plans of all projects that are alive, as a whole and by category and level. */
export const investmentOverview: InvestmentHandlers["investmentOverview"] = async ({ asOf: asked, category, level }, { tx, today }) => {
  const asOf = asked ?? today;
  const through = lastClosedMonth(asOf);
  const alive = (await loadProjectRecords(tx)).filter((record) => {
    const stage = stageOn(record, asOf);
    return (
      stage !== undefined &&
      stage !== "TERMINATED" &&
      (category === undefined || record.category === category) &&
      (level === undefined || record.level === level)
    );
  });
  const planned: Planned[] = [];
  const lacking: ProjectRecord[] = [];
  for (const record of alive) {
    const standing = yearToDate(record, asOf);
    if (standing === undefined) lacking.push(record);
    else planned.push({ record, standing });
  }
  const groupOf = (part: readonly Planned[], of: { category: ProjectCategory | null; level: KeyLevel | null }) => ({
    ...of,
    projects: part.length,
    completion: completions(together(part, through)),
  });
  return {
    asOf,
    year: Number(through.slice(0, 4)),
    through,
    completion: completions(together(planned, through)),
    groups: [
      ...ProjectCategory.options.map((one) =>
        groupOf(
          planned.filter(({ record }) => record.category === one),
          { category: one, level: null },
        ),
      ),
      ...KeyLevel.options.map((one) =>
        groupOf(
          planned.filter(({ record }) => record.level === one),
          { category: null, level: one },
        ),
      ),
    ].filter(({ projects }) => projects > 0),
    rows: planned.map(({ record, standing }) => ({
      ...named(record, asOf),
      annualPlanYuan: standing.annualPlan,
      phasedPlanYuan: standing.phasedPlan,
      actualYuan: standing.actual,
      annualPct: completionRate(standing, "annual").ratePct,
      phasedPct: completionRate(standing, "phased").ratePct,
    })),
    withoutPlan: lacking.length,
    lacking: lacking.map((record) => named(record, asOf)),
  };
};

const together = (part: readonly Planned[], through: string): YearToDate => ({
  year: Number(through.slice(0, 4)),
  through,
  annualPlan: sum(part.map(({ standing }) => standing.annualPlan)),
  phasedPlan: sum(part.map(({ standing }) => standing.phasedPlan)),
  actual: sum(part.map(({ standing }) => standing.actual)),
});

const named = (record: ProjectRecord, asOf: LocalDate) => ({
  id: record.id,
  code: record.code,
  name: record.name,
  category: record.category,
  level: record.level,
  stage: stageOn(record, asOf) ?? ("SIGNED" as const),
  plannedTotalYuan: record.plannedTotalYuan,
});
