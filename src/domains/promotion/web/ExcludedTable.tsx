import type { ExcludedCandidate } from "#domains/promotion/contract/screening-operations.ts";
import { ScoreBar } from "#domains/promotion/web/ScoreBar.tsx";
import { screeningWebTexts as texts } from "#domains/promotion/web/screening-web-texts.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

/** Who is kept out of the ranking, and why: marked with the reason instead of filtered away. */
export function ExcludedTable({ items }: { readonly items: readonly ExcludedCandidate[] }) {
  const { say, language } = useWords();
  const columns: readonly Column<ExcludedCandidate>[] = [
    { key: "excluded-name", title: say(texts.enterprise), cell: (row) => row.enterprise.name },
    {
      key: "excluded-why",
      title: say(texts.why),
      cell: (row) => (
        <ul>
          {row.vetoes.map(({ kind, text, on, source }) => (
            <li key={kind}>
              {text[language]}
              <span className="quiet under">{[source, on].filter(Boolean).join(" · ")}</span>
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: "excluded-score",
      title: say(texts.score),
      wideOnly: true,
      cell: (row) => <ScoreBar known={row.score.known} possible={row.score.possible} terms={row.score.terms} />,
    },
  ];
  return (
    <Section title={say(texts.excluded)}>
      {items.length === 0 ? (
        <p className="section-body quiet">{say(texts.noneExcluded)}</p>
      ) : (
        <>
          <p className="section-body quiet">{say(texts.excludedNote, { count: items.length })}</p>
          <DataTable caption={say(texts.excluded)} rows={items} columns={columns} rowKey={(row) => row.enterprise.id} />
        </>
      )}
    </Section>
  );
}
