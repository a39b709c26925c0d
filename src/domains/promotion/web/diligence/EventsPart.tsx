import { useState } from "react";
import type { EventView } from "#domains/promotion/contract/diligence.ts";
import { diligenceEventWords } from "#domains/promotion/contract/statement-red-lines.ts";
import { diligenceWebTexts as texts } from "#domains/promotion/web/diligence/diligence-web-texts.ts";
import { EnterEvent } from "#domains/promotion/web/diligence/EnterEvent.tsx";
import { LiftEvent } from "#domains/promotion/web/diligence/LiftEvent.tsx";
import type { ViewPart } from "#domains/promotion/web/diligence/view-part.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

export function EventsPart({ view }: ViewPart) {
  const { say } = useWords();
  const [form, setForm] = useState<"enter" | EventView>();
  const close = () => setForm(undefined);
  return (
    <Section
      title={say(texts.events)}
      aside={
        <AbilityButton size="small" ability={view.abilities["enter"]} onClick={() => setForm("enter")}>
          {say(texts.enterEvent)}
        </AbilityButton>
      }
    >
      {view.events.length === 0 ? <p className="section-body quiet">{say(texts.noEvents)}</p> : null}
      <ul className="list">
        {view.events.map((event) => (
          <li key={event.id} className="stack-small">
            <div className="list-line">
              <span>
                {event.on} <strong>{say(diligenceEventWords[event.kind])}</strong>
              </span>
              {event.liftedOn === null ? (
                <AbilityButton size="small" ability={event.abilities["lift"]} onClick={() => setForm(event)}>
                  {say(texts.lift)}
                </AbilityButton>
              ) : null}
            </div>
            <span>
              {event.subject} <span className="quiet">（{event.source}）</span>
            </span>
            {event.liftedOn === null ? null : (
              <span className="quiet">{say(texts.lifted, { on: event.liftedOn, because: event.liftedBecause ?? "–" })}</span>
            )}
          </li>
        ))}
      </ul>
      {form === "enter" ? <EnterEvent view={view} onClose={close} /> : null}
      {form !== undefined && form !== "enter" ? <LiftEvent view={view} event={form} onClose={close} /> : null}
    </Section>
  );
}
