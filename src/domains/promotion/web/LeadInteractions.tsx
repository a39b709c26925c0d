import { interactionWords } from "#domains/promotion/contract/lead.ts";
import type { LeadPart } from "#domains/promotion/web/lead-of-page.ts";
import { leadTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { Empty } from "#ui/StateViews.tsx";

export function LeadInteractions({ lead }: LeadPart) {
  const { say } = useWords();
  return (
    <Section title={say(texts.interactions)}>
      {lead.interactions.length === 0 ? (
        <Empty title={say(texts.interactionsNone)} hint={say(texts.interactionsHint)} />
      ) : (
        <ol className="lead-events">
          {lead.interactions.map((entry) => (
            <li key={entry.id}>
              <span className="quiet">{entry.on}</span>
              <div>
                <p>
                  <strong>{say(interactionWords[entry.kind])}</strong>
                  {entry.place === "" ? "" : ` · ${entry.place}`} <span className="quiet">{entry.by}</span>
                  {entry.ofLead === null ? null : <span className="quiet"> {say(texts.ofLead, { code: entry.ofLead })}</span>}
                </p>
                <p>{entry.learnt}</p>
                {entry.ours === "" && entry.theirs === "" ? null : (
                  <p className="quiet">{say(texts.people, { ours: entry.ours || "–", theirs: entry.theirs || "–" })}</p>
                )}
                {entry.nextStep === "" && entry.nextOn === null ? null : (
                  <p>
                    {say(texts.nextStep, { step: entry.nextStep || "–" })}
                    {entry.nextOn === null ? "" : say(texts.nextBy, { day: entry.nextOn })}
                  </p>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
