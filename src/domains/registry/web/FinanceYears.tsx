import { enterpriseTexts } from "#domains/registry/web/enterprise-texts.ts";
import type { FinanceRow } from "#domains/registry/web/enterprise-view.ts";
import { FinancePicture } from "#domains/registry/web/FinancePicture.tsx";
import type { Decimal } from "#kernel/decimal.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { Figure } from "#ui/Figure.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useYuan } from "#ui/use-yuan.ts";

/** Year by year, the newest first; above it the same as a picture. */
export function FinanceYears({ rows }: { readonly rows: readonly FinanceRow[] }) {
  const { say } = useWords();
  const { exact, short } = useYuan();
  const amount = (yuan: Decimal | null) => (yuan === null ? "–" : <span title={exact(yuan)}>{short(yuan)}</span>);
  const columns: readonly Column<FinanceRow>[] = [
    { key: "year", short: true, title: say(enterpriseTexts.year), cell: (row) => row.year },
    { key: "revenue", figure: true, title: say(enterpriseTexts.revenue), cell: (row) => amount(row.revenueYuan) },
    {
      key: "growth",
      figure: true,
      title: say(enterpriseTexts.growth),
      cell: (row) => <Figure growth value={row.revenueGrowthPct} unit="%" name={say(enterpriseTexts.growth)} />,
    },
    { key: "profit", figure: true, title: say(enterpriseTexts.profit), cell: (row) => amount(row.profitYuan) },
    { key: "assets", figure: true, title: say(enterpriseTexts.assets), cell: (row) => amount(row.assetsYuan) },
    { key: "liabilities", figure: true, title: say(enterpriseTexts.liabilities), cell: (row) => amount(row.liabilitiesYuan) },
    { key: "tax", figure: true, title: say(enterpriseTexts.tax), cell: (row) => amount(row.taxYuan) },
    { key: "research", figure: true, title: say(enterpriseTexts.research), cell: (row) => amount(row.researchYuan) },
    { key: "employees", figure: true, title: say(enterpriseTexts.employees), cell: (row) => row.employees ?? "–" },
    {
      key: "source",
      title: say(enterpriseTexts.source),
      cell: (row) => <span className="quiet">{[row.source, row.asOf].filter(Boolean).join(" · ") || "–"}</span>,
    },
  ];
  // A column that no year says anything in only takes room.
  const telling = columns.filter(({ key }) => {
    const field = FIELDS[key];
    return field === undefined || rows.some((row) => row[field] !== null);
  });
  return (
    <Section title={say(enterpriseTexts.finances)}>
      <FinancePicture rows={rows} />
      <DataTable
        caption={say(enterpriseTexts.finances)}
        rows={rows}
        columns={telling}
        rowKey={(row) => String(row.year)}
        empty={<p className="section-body quiet">{say(enterpriseTexts.noFinances)}</p>}
      />
    </Section>
  );
}

const FIELDS: Readonly<Record<string, keyof FinanceRow>> = {
  growth: "revenueGrowthPct",
  profit: "profitYuan",
  assets: "assetsYuan",
  liabilities: "liabilitiesYuan",
  tax: "taxYuan",
  research: "researchYuan",
  employees: "employees",
};
