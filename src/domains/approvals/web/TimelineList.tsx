import { Provisional } from "#domains/approvals/web/CaseClock.tsx";
import type { CaseLanes } from "#domains/approvals/web/case-lanes.ts";
import { caseTexts } from "#domains/approvals/web/case-texts.ts";
import { sayPiece } from "#domains/approvals/web/say-piece.ts";
import { useWords } from "#ui/language.tsx";

/** On a phone time runs downwards: what was done, what the departments have now, what is due. */
export function TimelineList({ lanes }: { readonly lanes: CaseLanes }) {
  const { say, language } = useWords();
  const running = lanes.lanes.slice(1).flatMap((lane) => lane.pieces.filter(({ lasts }) => lasts).map((piece) => ({ lane, piece })));
  return (
    <ol className="timeline-list">
      {lanes.marks.map((mark) => (
        <li key={mark.key} className="timeline-done">
          <span className="timeline-day">{mark.day}</span>
          <span>
            {mark.words[language]}
            {mark.automatic ? <span className="quiet"> · {say(caseTexts.automatic)}</span> : null}
          </span>
        </li>
      ))}
      {running.map(({ lane, piece }) => (
        <li key={lane.key} className="timeline-now">
          <span className="timeline-day">{say(caseTexts.lasts)}</span>
          <span>
            {lane.department}：{lane.name?.[language]} · {sayPiece(piece, say)}
            {lane.due ? <span className="quiet"> · {`${say(caseTexts.due)} ${lane.due.day}`}</span> : null}
          </span>
        </li>
      ))}
      {lanes.today === null
        ? null
        : lanes.dues.map(({ kind, day, provisional }) => (
            <li key={kind} className="timeline-due">
              <span className="timeline-day">{day}</span>
              <span>
                {say(caseTexts[kind])} {provisional ? <Provisional /> : null}
              </span>
            </li>
          ))}
    </ol>
  );
}
