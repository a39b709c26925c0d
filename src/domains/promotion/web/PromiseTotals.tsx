import { promiseMetricWords } from "#domains/promotion/contract/promise.ts";
import type { PromiseTotal } from "#domains/promotion/contract/promise-operations.ts";
import { promiseTexts as texts } from "#domains/promotion/web/promise-web-texts.ts";
import { usePromiseWords } from "#domains/promotion/web/use-promise-words.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";

export function PromiseTotals({ totals }: { readonly totals: readonly PromiseTotal[] }) {
  const { say } = useWords();
  const { amount } = usePromiseWords();
  const columns: readonly Column<PromiseTotal>[] = [
    { key: "metric", title: say(texts.metric), short: true, cell: (row) => say(promiseMetricWords[row.metric]) },
    { key: "leads", title: say(texts.leads), figure: true, cell: (row) => String(row.leads) },
    {
      key: "promised",
      title: say(texts.promised),
      figure: true,
      cell: (row) => (row.pct === null ? "–" : amount(row.metric, row.promised)),
    },
    { key: "actual", title: say(texts.actual), figure: true, cell: (row) => (row.pct === null ? "–" : amount(row.metric, row.actual)) },
    {
      key: "pct",
      title: say(texts.pct),
      figure: true,
      cell: (row) =>
        row.pct === null ? (
          "–"
        ) : (
          <span>
            {row.pct}
            <span className="unit">%</span>
          </span>
        ),
    },
    { key: "kept", title: say(texts.keptCount), figure: true, cell: (row) => String(row.kept) },
    { key: "short", title: say(texts.shortCount), figure: true, cell: (row) => String(row.short) },
    { key: "no-data", title: say(texts.noData), figure: true, cell: (row) => String(row.noData) },
  ];
  if (totals.length === 0) return <p className="section-body quiet">{say(texts.totalsNone)}</p>;
  return (
    <>
      <DataTable caption={say(texts.totals)} rows={totals} columns={columns} rowKey={(row) => row.metric} />
      <p className="section-body quiet">{say(texts.totalsNote)}</p>
    </>
  );
}
