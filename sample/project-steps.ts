import { type LocalDate, localDate } from "#kernel/local-date.ts";
import { investmentSheet, isOpenedByLead, projectSheet } from "./projects.ts";
import type { SampleStep } from "./step.ts";
import { supervisionAfter } from "./supervision-steps.ts";

const LONG_BEFORE = localDate("2020-01-01");
/** The days on which the register was brought up to date, and with it the month that was over. */
const FILINGS: readonly (readonly [LocalDate, number])[] = [
  [localDate("2026-01-31"), 1],
  [localDate("2026-02-28"), 2],
  [localDate("2026-03-31"), 3],
  [localDate("2026-04-30"), 4],
  [localDate("2026-05-31"), 5],
  [localDate("2026-06-30"), 6],
];

/** The register of projects as the zone filed it month by month; its colours follow from that and from nothing else; what they ask for is issued, answered and closed. */
export const projectSteps: readonly SampleStep[] = FILINGS.flatMap(([on, month], place): readonly SampleStep[] => {
  const before = FILINGS[place - 1]?.[0] ?? LONG_BEFORE;
  return [
    {
      name: `导入项目台账（至${on}）`,
      as: "promotion",
      operation: "projects.importProjects",
      input: async () => ({}),
      files: async () => [projectSheet(before, on, { without: isOpenedByLead })],
      on,
    },
    {
      name: `导入${month}月项目月报`,
      as: "taskforce",
      operation: "projects.importInvestment",
      input: async () => ({}),
      files: async () => [investmentSheet(month, [before, on], on, { without: isOpenedByLead })],
      on,
    },
    ...supervisionAfter(month),
  ];
});
