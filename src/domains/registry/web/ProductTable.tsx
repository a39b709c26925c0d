import { enterpriseTexts } from "#domains/registry/web/enterprise-texts.ts";
import type { Enterprise } from "#domains/registry/web/enterprise-view.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useYuan } from "#ui/use-yuan.ts";

type Row = Enterprise["products"][number];

/** What it makes and sells, and how much of its revenue that is. */
export function ProductTable({ rows }: { readonly rows: readonly Row[] }) {
  const { say } = useWords();
  const { exact } = useYuan();
  const columns: readonly Column<Row>[] = [
    { key: "product", title: say(enterpriseTexts.product), cell: (row) => row.name },
    { key: "segment", title: say(enterpriseTexts.segment), cell: (row) => row.segment || "–" },
    {
      key: "share",
      figure: true,
      title: say(enterpriseTexts.share),
      cell: (row) => (row.sharePct === null ? "–" : `${row.sharePct}%`),
    },
    { key: "revenue", figure: true, wideOnly: true, title: say(enterpriseTexts.productRevenue), cell: (row) => exact(row.revenueYuan) },
    { key: "year", short: true, title: say(enterpriseTexts.year), cell: (row) => row.year ?? "–" },
    {
      key: "source",
      title: say(enterpriseTexts.source),
      wideOnly: true,
      cell: (row) => <span className="quiet">{[row.source, row.asOf].filter(Boolean).join(" · ") || "–"}</span>,
    },
  ];
  return (
    <Section title={say(enterpriseTexts.productList)}>
      <DataTable
        caption={say(enterpriseTexts.productList)}
        rows={rows}
        columns={columns}
        rowKey={(row) => `${row.name}-${row.segment}-${row.year}`}
        empty={<p className="section-body quiet">{say(enterpriseTexts.noProducts)}</p>}
      />
    </Section>
  );
}
