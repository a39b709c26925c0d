import type { PublicTimeline } from "#domains/approvals/contract/case.ts";
import { Provisional } from "#domains/approvals/web/CaseClock.tsx";
import { CaseStateChip } from "#domains/approvals/web/CaseStateChip.tsx";
import { publicTexts } from "#domains/approvals/web/portal-texts.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useTimes } from "#ui/use-times.ts";

/** The one timeline that is published: what is done, who has it, what is due. No names of people. */
export function PublishedTimeline({ timeline }: { readonly timeline: PublicTimeline }) {
  const { say, language } = useWords();
  const { day } = useTimes();
  const over = timeline.state === "DELIVERED" || timeline.state === "WITHDRAWN" || timeline.state === "TERMINATED";
  return (
    <Section title={say(publicTexts.timeline)} aside={<span className="quiet">{say(publicTexts.asOf, { day: timeline.asOf })}</span>}>
      <div className="section-body published-head">
        <CaseStateChip state={timeline.state} decision={timeline.decision} />
        {over ? null : (
          <strong>
            {say(publicTexts.waits)}：{timeline.waitsFor[language]}
          </strong>
        )}
        {timeline.dueOn && !over ? (
          <span>
            {say(publicTexts.dueOn, { day: day(timeline.dueOn) })} {timeline.dueProvisional ? <Provisional /> : null}
          </span>
        ) : null}
        <span className="quiet">
          {say(publicTexts.authority)}：{timeline.authority}
        </span>
      </div>
      <ol className="published">
        {timeline.lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a timeline keep their order
          <li key={place} className={line.done ? "published-done" : "published-open"}>
            <span className="timeline-day">{line.on ?? "–"}</span>
            <span>
              {line.words[language]}
              <span className="visually-hidden"> {say(line.done ? publicTexts.done : publicTexts.pending)}</span>
              {line.automatic ? <span className="quiet"> · {say(publicTexts.automatic)}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
