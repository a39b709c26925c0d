import { useState } from "react";
import { leadClockWords } from "#domains/promotion/contract/lead-texts.ts";
import type { LeadClock } from "#domains/promotion/contract/lead-view.ts";
import { JudgeLead } from "#domains/promotion/web/JudgeLead.tsx";
import type { LeadPart } from "#domains/promotion/web/lead-of-page.ts";
import { leadTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { leads, TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { promotionWebTexts } from "#domains/promotion/web/promotion-texts.ts";
import { localDate } from "#kernel/local-date.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

/** The clocks that run or ran on the lead, each with the rule that it rests on; three of them are stopped right here. */
export function LeadClocks({ lead }: LeadPart) {
  const { say } = useWords();
  const { today } = useViewer();
  const sentence = useErrorSentence();
  const [judging, setJudging] = useState(false);
  const { id, version } = lead.row;
  const mark = useCommand((what: "answered" | "told") => leads.markLead({ id, version, mark: what, on: localDate(today) }), TOUCHED);
  const stop = (clock: LeadClock) => {
    if (clock.metOn !== null || !lead.abilities["mark"]?.allowed) return null;
    const button = (text: string, onClick: () => void) => (
      <button type="button" className="text-button" disabled={mark.isPending} onClick={onClick}>
        {text}
      </button>
    );
    if (clock.name === "answer") return button(say(texts.answered), () => mark.mutate("answered"));
    if (clock.name === "judge") return button(say(texts.judge), () => setJudging(true));
    if (clock.name === "tell") return button(say(texts.told), () => mark.mutate("told"));
    return null;
  };
  return (
    <Section title={say(texts.clocks)}>
      {lead.clocks.length === 0 ? <p className="section-body quiet">{say(texts.clocksNone)}</p> : null}
      <ul className="list">
        {lead.clocks.map((clock) => (
          <li key={clock.name}>
            <div className="list-line">
              <span className={clock.late ? "lead-late" : undefined}>
                {say(leadClockWords[clock.name])} ·{" "}
                {clock.metOn === null ? `${say(texts.due)} ${clock.dueOn}` : `${say(texts.met)} ${clock.metOn}`}
                {clock.late ? ` · ${say(texts.daysLate, { days: clock.daysLate })}` : ""}
                {clock.provisional ? ` · ${say(promotionWebTexts.provisional)}` : ""}
              </span>
              {stop(clock)}
            </div>
            <span className="quiet under">
              {say(texts.began)} {clock.startedOn} · {clock.source}
            </span>
          </li>
        ))}
      </ul>
      {mark.error ? <p className="section-body problems">{sentence(mark.error)}</p> : null}
      {judging ? <JudgeLead lead={lead} onClose={() => setJudging(false)} /> : null}
    </Section>
  );
}
