import type { CaseView } from "#domains/approvals/contract/case.ts";
import { caseTexts } from "#domains/approvals/web/case-texts.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

/** The one supplement notice, the pauses, and more time: what was told to the applicant in writing. */
export function CaseNotices({ view: { supplement, pauses, extension } }: { readonly view: CaseView }) {
  const { say } = useWords();
  return (
    <>
      {supplement ? (
        <Section title={say(caseTexts.supplement)}>
          <div className="section-body stack-small">
            <p>
              {supplement.dueOn
                ? say(caseTexts.noticedOn, { day: supplement.noticedOn, due: supplement.dueOn })
                : say(caseTexts.noticedOpen, { day: supplement.noticedOn })}
              {supplement.answeredOn ? `；${say(caseTexts.answeredOn, { day: supplement.answeredOn })}` : null}
            </p>
            <ol className="numbered">
              {supplement.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ol>
          </div>
        </Section>
      ) : null}
      {pauses.length > 0 ? (
        <Section title={say(caseTexts.pauses)}>
          <ul className="list">
            {pauses.map(({ id, reason, from, to, notice, latestTo }) => (
              <li key={id}>
                {to === null ? say(caseTexts.pauseRuns, { reason, from }) : say(caseTexts.pauseLine, { reason, from, to })}
                <span className="under quiet">
                  {say(caseTexts.pauseNotice, { notice })}
                  {to === null && latestTo ? ` · ${say(caseTexts.pauseLatest, { day: latestTo })}` : null}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {extension ? (
        <Section title={say(caseTexts.extension)}>
          <div className="section-body">
            <p>{say(caseTexts.extensionLine, { day: extension.grantedOn, by: extension.by, length: extension.length })}</p>
            <p className="quiet">{extension.reason}</p>
          </div>
        </Section>
      ) : null}
    </>
  );
}
