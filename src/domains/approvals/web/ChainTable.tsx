import type { z } from "zod";
import type { ChainLink } from "#domains/approvals/contract/package-operations.ts";
import { Provisional } from "#domains/approvals/web/CaseClock.tsx";
import { chainTexts } from "#domains/approvals/web/package-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";

export function ChainTable({ links }: { readonly links: readonly z.infer<typeof ChainLink>[] }) {
  const { say, language } = useWords();
  return (
    <DataTable
      caption={say(chainTexts.table)}
      rows={links}
      rowKey={(row) => `${row.kind} ${row.name.zh} ${row.from} ${row.caseId}`}
      columns={[
        {
          key: "link",
          title: say(chainTexts.link),
          cell: (row) => (row.caseId ? <AppLink to={`/approvals/${row.caseId}`}>{row.name[language]}</AppLink> : row.name[language]),
        },
        { key: "kind", title: say(chainTexts.kind), short: true, cell: (row) => say(chainTexts[row.kind]) },
        { key: "from", title: say(chainTexts.from), short: true, cell: (row) => row.from ?? say(chainTexts.notBegun) },
        {
          key: "to",
          title: say(chainTexts.to),
          short: true,
          cell: (row) => (row.from === null ? "–" : (row.to ?? say(chainTexts.lasts))),
        },
        {
          key: "workdays",
          title: say(chainTexts.workdays),
          figure: true,
          cell: (row) => (
            <>
              {row.workdays ?? "–"} {row.provisional ? <Provisional /> : null}
            </>
          ),
        },
        { key: "paused", title: say(chainTexts.paused), figure: true, cell: (row) => row.pausedWorkdays || "–" },
        { key: "planned", title: say(chainTexts.planned), figure: true, cell: (row) => row.plannedWorkdays ?? "–" },
      ]}
    />
  );
}
