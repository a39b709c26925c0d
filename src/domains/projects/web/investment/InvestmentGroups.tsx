import type { z } from "zod";
import type { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import { categoryWords, keyLevelWords } from "#domains/projects/contract/project.ts";
import { overviewTexts } from "#domains/projects/web/investment/investment-texts.ts";
import { RateCell } from "#domains/projects/web/investment/RateBar.tsx";
import { ZERO } from "#kernel/decimal.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { useYuan } from "#ui/use-yuan.ts";

type Overview = z.infer<typeof investmentOperations.investmentOverview.output>;
type Group = Overview["groups"][number];

/** The same two rates for each category and each key level. */
export function InvestmentGroups({ overview }: { readonly overview: Overview }) {
  const { say } = useWords();
  const { short } = useYuan();
  const nameOf = ({ category, level }: Group) =>
    category === null ? (level === null ? say(overviewTexts.whole) : say(keyLevelWords[level])) : say(categoryWords[category]);
  const whole: Group = { category: null, level: null, projects: overview.rows.length, completion: overview.completion };
  const rate = (denominator: "annual" | "phased", title: string): Column<Group> => ({
    key: denominator,
    title,
    figure: true,
    cell: (row) => <RateCell ratePct={row.completion.find((one) => one.denominator === denominator)?.ratePct ?? null} />,
  });
  const planOf = (row: Group, denominator: "annual" | "phased") =>
    row.completion.find((one) => one.denominator === denominator) ?? { planYuan: ZERO, actualYuan: ZERO };
  return (
    <DataTable
      caption={say(overviewTexts.groups)}
      rows={[whole, ...overview.groups]}
      rowKey={(row) => `${row.category}-${row.level}`}
      columns={[
        { key: "group", title: say(overviewTexts.group), short: true, cell: nameOf },
        { key: "projects", title: say(overviewTexts.projects), figure: true, cell: (row) => row.projects },
        { key: "plan", title: say(overviewTexts.annualPlan), figure: true, cell: (row) => short(planOf(row, "annual").planYuan) },
        {
          key: "so-far",
          title: say(overviewTexts.phasedPlan),
          figure: true,
          wideOnly: true,
          cell: (row) => short(planOf(row, "phased").planYuan),
        },
        { key: "actual", title: say(overviewTexts.actual), figure: true, cell: (row) => short(planOf(row, "annual").actualYuan) },
        rate("annual", say(overviewTexts.annualRate)),
        rate("phased", say(overviewTexts.phasedRate)),
      ]}
    />
  );
}
