import type { ReactNode } from "react";
import { measureWords } from "#domains/promotion/contract/screening.ts";
import type { Candidate } from "#domains/promotion/contract/screening-operations.ts";
import { ScoreBar } from "#domains/promotion/web/ScoreBar.tsx";
import { screeningWebTexts as texts } from "#domains/promotion/web/screening-web-texts.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useAddress } from "#ui/use-address.ts";

type CandidateTableProps = { readonly items: readonly Candidate[]; readonly empty: ReactNode };

/** Ranked enterprises; the bar opens into its terms beside the page. */
export function CandidateTable({ items, empty }: CandidateTableProps) {
  const { say, language } = useWords();
  const [, change] = useAddress();
  const open = (row: Candidate) => change({ enterprise: row.enterprise.id });
  const columns: readonly Column<Candidate>[] = [
    { key: "rank", title: say(texts.rank), figure: true, wideOnly: true, order: (row) => row.rank, cell: (row) => String(row.rank) },
    {
      key: "enterprise",
      title: say(texts.enterprise),
      order: (row) => row.enterprise.name,
      cell: (row) => (
        <div>
          <button type="button" className="text-button" onClick={() => open(row)}>
            {row.enterprise.name}
          </button>
          <span className="quiet under">
            {[row.enterprise.className ?? row.enterprise.classCode, row.enterprise.region].filter(Boolean).join(" · ")}
          </span>
        </div>
      ),
    },
    {
      key: "score",
      title: say(texts.score),
      order: (row) => row.score.known,
      cell: (row) => <ScoreBar known={row.score.known} possible={row.score.possible} terms={row.score.terms} />,
    },
    {
      key: "missing",
      title: say(texts.missing),
      wideOnly: true,
      cell: (row) =>
        row.score.missing.length === 0 ? (
          <span className="quiet">{say(texts.nothingMissing)}</span>
        ) : (
          row.score.missing.map((measure) => say(measureWords[measure])).join(language === "zh" ? "、" : ", ")
        ),
    },
    {
      key: "standing",
      title: say(texts.standing),
      cell: (row) =>
        row.lists.length + row.leads.length === 0 ? null : (
          <span className="standing">
            {row.leads.map(({ id, code }) => (
              <StateChip key={id} tone="active">
                {say(texts.lead, { code })}
              </StateChip>
            ))}
            {row.lists.map(({ id, name }) => (
              <span key={id} className="quiet" lang="zh-CN">
                {name}
              </span>
            ))}
          </span>
        ),
    },
  ];
  return (
    <DataTable caption={say(texts.title)} rows={items} columns={columns} rowKey={(row) => row.enterprise.id} onOpen={open} empty={empty} />
  );
}
