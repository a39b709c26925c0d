import { useState } from "react";
import type { CaseView } from "#domains/approvals/contract/case.ts";
import { Provisional } from "#domains/approvals/web/CaseClock.tsx";
import { caseTexts, moveWords, reviewStateWords } from "#domains/approvals/web/case-texts.ts";
import { GiveOpinion } from "#domains/approvals/web/GiveOpinion.tsx";
import { isOffered } from "#domains/approvals/web/is-offered.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";

type Review = CaseView["reviews"][number];
const TONES = { waiting: "muted", open: "active", agreed: "done", objected: "alert", silent: "plain" } as const;

/** Who reviews what, by when, and what came of it. Opinions stay inside the committee: the server leaves them out elsewhere. */
export function CaseReviews({ view }: { readonly view: CaseView }) {
  const { say, language } = useWords();
  const [asked, setAsked] = useState<Review>();
  return (
    <Section title={say(caseTexts.reviews)}>
      {view.reviews.length === 0 ? (
        <p className="section-body quiet">{say(caseTexts.noReviews)}</p>
      ) : (
        <DataTable
          caption={say(caseTexts.reviews)}
          rows={view.reviews}
          rowKey={(row) => row.key}
          columns={[
            {
              key: "name",
              title: say(caseTexts.lane),
              cell: (row) => (
                <>
                  {row.name[language]}
                  <span className="under quiet">{row.department}</span>
                </>
              ),
            },
            {
              key: "state",
              title: say(caseTexts.reviewState),
              cell: (row) => (
                <>
                  <StateChip tone={TONES[row.state]}>{say(reviewStateWords[row.state])}</StateChip>
                  {row.opinion ? <span className="under">{row.opinion}</span> : null}
                  {row.by ? <span className="under quiet">{row.by}</span> : null}
                </>
              ),
            },
            { key: "opened", title: say(caseTexts.opened), short: true, wideOnly: true, cell: (row) => row.openedOn ?? "–" },
            {
              key: "due",
              title: say(caseTexts.due),
              short: true,
              cell: (row) => (
                <>
                  {row.dueOn ?? "–"} {row.dueProvisional ? <Provisional /> : null}
                  {row.daysLate > 0 ? <span className="under clock-over">{say(caseTexts.daysLate, { count: row.daysLate })}</span> : null}
                </>
              ),
            },
            { key: "closed", title: say(caseTexts.closed), short: true, wideOnly: true, cell: (row) => row.closedOn ?? "–" },
            {
              key: "act",
              title: "",
              short: true,
              cell: (row) => {
                const ability = row.abilities["giveOpinion"];
                return isOffered(ability) ? (
                  <AbilityButton size="small" ability={ability} onClick={() => setAsked(row)}>
                    {say(moveWords.giveOpinion)}
                  </AbilityButton>
                ) : null;
              },
            },
          ]}
        />
      )}
      {asked ? <GiveOpinion view={view} review={asked} onClose={() => setAsked(undefined)} /> : null}
    </Section>
  );
}
