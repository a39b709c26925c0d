import { useState } from "react";
import { enterpriseTexts } from "#domains/registry/web/enterprise-texts.ts";
import type { Enterprise } from "#domains/registry/web/enterprise-view.ts";
import { searchTexts } from "#domains/registry/web/search-texts.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useYuan } from "#ui/use-yuan.ts";

type Row = Enterprise["products"][number];
/** Listed companies name dozens; the largest come first. */
const FIRST = 10;

/** What it makes and sells, and how much of its revenue that is. */
export function ProductTable({ rows }: { readonly rows: readonly Row[] }) {
  const { say } = useWords();
  const { exact } = useYuan();
  const [all, setAll] = useState(false);
  const columns: readonly Column<Row>[] = [
    { key: "product", title: say(enterpriseTexts.product), cell: (row) => row.name },
    // Most lists know products or segments, and not which belongs to which.
    ...(rows.some(({ segment }) => segment !== "")
      ? [{ key: "segment", title: say(enterpriseTexts.segment), cell: (row: Row) => row.segment || "–" }]
      : []),
    {
      key: "share",
      figure: true,
      title: say(enterpriseTexts.share),
      cell: (row) => (row.sharePct === null ? "–" : `${row.sharePct}%`),
    },
    { key: "revenue", figure: true, title: say(enterpriseTexts.productRevenue), cell: (row) => exact(row.revenueYuan) },
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
        rows={all ? rows : rows.slice(0, FIRST)}
        columns={columns}
        rowKey={(row) => `${row.name}-${row.segment}-${row.year}`}
        total={rows.length}
        empty={<p className="section-body quiet">{say(enterpriseTexts.noProducts)}</p>}
      />
      {rows.length > FIRST ? (
        <p className="section-body">
          <button type="button" className="text-button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? say(searchTexts.fewer) : say(searchTexts.allValues, { count: rows.length })}
          </button>
        </p>
      ) : null}
    </Section>
  );
}
