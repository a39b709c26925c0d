import { leadStageWords } from "#domains/promotion/contract/lead.ts";
import { leadMoveWords } from "#domains/promotion/contract/lead-texts.ts";
import type { Lead, LeadPart } from "#domains/promotion/web/lead-of-page.ts";
import { leadTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";

type Event = {
  readonly key: string;
  readonly on: string;
  readonly what: string;
  readonly why: string | null;
  readonly automatic: boolean;
  readonly by: string;
};

/** Steps and changes of hands, newest first. What the daily job did is named as automatic. */
export function LeadTimeline({ lead }: LeadPart) {
  const { say } = useWords();
  const events: readonly Event[] = [
    ...lead.steps.map(
      (step, place): Event => ({
        key: `step ${place}`,
        on: step.on,
        what: stepWords(step, say),
        why: step.reason,
        automatic: step.automatic,
        by: step.by,
      }),
    ),
    ...lead.ownership.flatMap((change, place): Event[] =>
      change.change === "REGISTERED"
        ? []
        : [
            {
              key: `owner ${place}`,
              on: change.on,
              what: say(texts[change.change], { from: change.from ?? "–", to: change.to ?? "–" }),
              why: change.reason || null,
              automatic: change.automatic,
              by: change.by,
            },
          ],
    ),
  ].sort((one, other) => (one.on === other.on ? 0 : one.on < other.on ? 1 : -1));
  return (
    <Section title={say(texts.timeline)}>
      <ol className="lead-events">
        {events.map((event) => (
          <li key={event.key}>
            <span className="quiet">{event.on}</span>
            <div>
              <p>
                {event.what}{" "}
                {event.automatic ? <StateChip tone="muted">{say(texts.automatic)}</StateChip> : <span className="quiet">{event.by}</span>}
              </p>
              {event.why === null ? null : <p className="quiet">{event.why}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

type Say = ReturnType<typeof useWords>["say"];

function stepWords(step: Lead["steps"][number], say: Say): string {
  const words = leadMoveWords[step.move as keyof typeof leadMoveWords];
  if (step.move === "register") return say(texts.registeredBy);
  return step.fromStage === step.toStage
    ? say(words)
    : `${say(words)} · ${step.fromStage === null ? "" : say(leadStageWords[step.fromStage])} → ${say(leadStageWords[step.toStage])}`;
}
