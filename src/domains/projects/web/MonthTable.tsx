import type { Investment } from "#domains/projects/web/Completions.tsx";
import { investTexts } from "#domains/projects/web/investment-part-texts.ts";
import { subtract } from "#kernel/decimal.ts";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { useYuan } from "#ui/use-yuan.ts";

/** The twin of the picture: exact amounts of each month. */
export function MonthTable({ view }: { readonly view: Investment }) {
  const { say } = useWords();
  const { exact } = useYuan();
  return (
    <div className="no-foot">
      <DataTable
        caption={say(investTexts.title)}
        rows={view.months}
        rowKey={(row) => row.month}
        columns={[
          { key: "month", short: true, title: say(investTexts.month), cell: (row) => row.month },
          { key: "planned", figure: true, title: say(investTexts.planned), cell: (row) => exact(row.plannedYuan) },
          { key: "invested", figure: true, title: say(investTexts.invested), cell: (row) => exact(row.investedYuan) },
          {
            key: "difference",
            figure: true,
            title: say(investTexts.difference),
            cell: (row) =>
              row.plannedYuan === null || row.investedYuan === null ? "–" : exact(subtract(row.investedYuan, row.plannedYuan)),
          },
          { key: "plannedSum", figure: true, title: say(investTexts.plannedSum), cell: (row) => exact(row.cumulativePlannedYuan) },
          { key: "investedSum", figure: true, title: say(investTexts.investedSum), cell: (row) => exact(row.cumulativeInvestedYuan) },
        ]}
      />
    </div>
  );
}
