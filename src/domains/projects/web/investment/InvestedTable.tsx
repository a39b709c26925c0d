import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { z } from "zod";
import type { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import { categoryWords, keyLevelWords, stageWords } from "#domains/projects/contract/project.ts";
import { overviewTexts } from "#domains/projects/web/investment/investment-texts.ts";
import { RateCell } from "#domains/projects/web/investment/RateBar.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Empty } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useYuan } from "#ui/use-yuan.ts";

type Overview = z.infer<typeof investmentOperations.investmentOverview.output>;
type Row = Overview["rows"][number];
type Lacking = Overview["lacking"][number];

const AT_FIRST = 50;
const rateOf = ({ phasedPct }: Row): number => (phasedPct === null ? Number.POSITIVE_INFINITY : Number(phasedPct));

/** Both rates of every project with a plan; a row opens the project. */
export function InvestedTable({ rows }: { readonly rows: readonly Row[] }) {
  const { say } = useWords();
  const { short } = useYuan();
  const navigate = useNavigate();
  const [address] = useAddress();
  const [count, setCount] = useState(AT_FIRST);
  // Furthest behind its plan first. Ordered by a column all are shown, for the order is of all.
  const ordered = useMemo(() => [...rows].sort((one, other) => rateOf(one) - rateOf(other)), [rows]);
  const shown = address["sort"] === undefined ? ordered.slice(0, count) : ordered;
  const amount = (key: "annualPlanYuan" | "phasedPlanYuan" | "actualYuan", title: string, wideOnly = false): Column<Row> => ({
    key,
    title,
    figure: true,
    ...(wideOnly ? { wideOnly: true as const } : {}),
    order: (row) => Number(row[key]),
    cell: (row) => short(row[key]),
  });
  const rate = (key: "annualPct" | "phasedPct", title: string): Column<Row> => ({
    key,
    title,
    figure: true,
    order: (row) => (row[key] === null ? null : Number(row[key])),
    cell: (row) => <RateCell ratePct={row[key]} />,
  });
  return (
    <DataTable
      caption={say(overviewTexts.project)}
      rows={shown}
      rowKey={(row) => row.id}
      onOpen={(row) => void navigate({ to: `/projects/${row.id}` as never })}
      total={rows.length}
      more={shown.length < rows.length ? () => setCount(count + AT_FIRST) : undefined}
      empty={<Empty title={say(overviewTexts.noRows)} hint={say(overviewTexts.noRowsHint)} />}
      columns={[
        {
          key: "project",
          title: say(overviewTexts.project),
          order: (row) => row.code,
          cell: (row) => (
            <div>
              <AppLink to={`/projects/${row.id}`}>{row.name}</AppLink>
              <span className="quiet under">
                {row.code} · {say(categoryWords[row.category])} · {say(keyLevelWords[row.level])}
              </span>
            </div>
          ),
        },
        amount("annualPlanYuan", say(overviewTexts.annualPlan)),
        amount("phasedPlanYuan", say(overviewTexts.phasedPlan), true),
        amount("actualYuan", say(overviewTexts.actual)),
        rate("annualPct", say(overviewTexts.annualRate)),
        rate("phasedPct", say(overviewTexts.phasedRate)),
      ]}
    />
  );
}

export function LackingTable({ rows }: { readonly rows: readonly Lacking[] }) {
  const { say } = useWords();
  const { short } = useYuan();
  const navigate = useNavigate();
  return (
    <DataTable
      caption={say(overviewTexts.lackingTab, { count: rows.length })}
      rows={rows}
      rowKey={(row) => row.id}
      onOpen={(row) => void navigate({ to: `/projects/${row.id}` as never })}
      total={rows.length}
      empty={<Empty title={say(overviewTexts.noLacking)} />}
      columns={[
        {
          key: "project",
          title: say(overviewTexts.project),
          order: (row) => row.code,
          cell: (row) => (
            <div>
              <AppLink to={`/projects/${row.id}`}>{row.name}</AppLink>
              <span className="quiet under">{row.code}</span>
            </div>
          ),
        },
        { key: "category", title: say(overviewTexts.category), short: true, cell: (row) => say(categoryWords[row.category]) },
        { key: "level", title: say(overviewTexts.level), short: true, cell: (row) => say(keyLevelWords[row.level]) },
        { key: "stage", title: say(overviewTexts.stage), short: true, cell: (row) => say(stageWords[row.stage]) },
        {
          key: "total",
          title: say(overviewTexts.total),
          figure: true,
          order: (row) => Number(row.plannedTotalYuan),
          cell: (row) => short(row.plannedTotalYuan),
        },
      ]}
    />
  );
}
