import type { Matter } from "#domains/approvals/contract/matter.ts";
import { GraphView } from "#domains/approvals/web/GraphView.tsx";
import { matterTexts } from "#domains/approvals/web/matter-texts.ts";
import { sayLimit } from "#domains/approvals/web/say-limit.ts";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

export function MatterReviews({ matter: { reviews } }: { readonly matter: Matter }) {
  const { say, language } = useWords();
  const nameOf = (key: string): string => reviews.find((node) => node.key === key)?.name[language] ?? key;
  return (
    <Section title={say(matterTexts.reviews)}>
      {reviews.length === 0 ? (
        <p className="section-body quiet">{say(matterTexts.noReviews)}</p>
      ) : (
        <>
          <GraphView
            label={say(matterTexts.reviewsLabel)}
            nodes={reviews.map(({ key, after, name, department, limit }) => ({
              key,
              after,
              name: name[language],
              line: `${department} · ${sayLimit(limit, say)}`,
            }))}
          />
          <details className="folded">
            <summary>{say(matterTexts.reviewsTable)}</summary>
            <DataTable
              caption={say(matterTexts.reviews)}
              rows={reviews}
              rowKey={(row) => row.key}
              columns={[
                { key: "node", title: say(matterTexts.node), cell: (row) => row.name[language] },
                { key: "department", title: say(matterTexts.department), short: true, cell: (row) => row.department },
                {
                  key: "after",
                  title: say(matterTexts.after),
                  cell: (row) =>
                    row.after.length === 0 ? say(matterTexts.none) : row.after.map(nameOf).join(language === "zh" ? "、" : ", "),
                },
                {
                  key: "limit",
                  title: say(matterTexts.limit),
                  cell: (row) => (
                    <>
                      {sayLimit(row.limit, say)}
                      <span className="under quiet">{row.limit.source}</span>
                    </>
                  ),
                },
                {
                  key: "silence",
                  title: say(matterTexts.silence),
                  cell: (row) => say(row.silence === "none" ? matterTexts.stillWaits : matterTexts.noObjection),
                },
              ]}
            />
          </details>
        </>
      )}
    </Section>
  );
}
