import type { CaseRow } from "#domains/approvals/contract/case.ts";
import { type ClockBar, clockBar, sayClock, sayDue } from "#domains/approvals/web/clock-words.ts";
import { clockWords } from "#domains/approvals/web/desk-texts.ts";
import { useWorkCalendar } from "#domains/approvals/web/use-work-calendar.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { useWords } from "#ui/language.tsx";
import { useViewer } from "#ui/viewer.tsx";

type CaseClockProps = { readonly row: Pick<CaseRow, "clock" | "alert" | "due">; readonly days?: boolean };

/** What is used up of the promise and of the legal limit, and in words what is left. */
export function CaseClock({ row: { clock, alert, due }, days = false }: CaseClockProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const calendar = useWorkCalendar();
  const day = findLocalDate(today);
  const bar = clock && calendar && day ? clockBar(clock, calendar, day) : undefined;
  const own = sayClock(clock, bar, alert);
  const other = day ? sayDue(due, day) : undefined;
  const { text, ...params } = other ?? own;
  const open = clock && clock.state !== "met" && clock.state !== "not-started";
  return (
    <div className="clock">
      {bar && open ? <Bar bar={bar} over={clock.late} paused={clock.state === "paused"} /> : null}
      <span className={alert === "late" || alert === "over" ? "clock-words clock-over" : "clock-words"}>
        {alert === "none" ? null : <span aria-hidden="true">{alert === "near" ? "◷ " : "! "}</span>}
        {say(text, params)}
      </span>
      {other && due?.provisional ? <Provisional /> : null}
      {days && other && clock ? <span className="quiet">{say(own.text, { ...own })}</span> : null}
      {days && clock ? <DueDays clock={clock} /> : null}
      {!days && open && (clock.promisedDueOn ? clock.promisedProvisional : clock.legalProvisional) ? <Provisional /> : null}
    </div>
  );
}

function Bar({ bar, over, paused }: { readonly bar: ClockBar; readonly over: boolean; readonly paused: boolean }) {
  const { say } = useWords();
  const share = (count: number): string => `${Math.round((1000 * count) / bar.most) / 10}%`;
  const words = { elapsed: bar.elapsed, promised: bar.promised ?? "–", legal: bar.legal };
  return (
    <span className="clock-bar" role="img" aria-label={say(clockWords.bar, words)} title={say(clockWords.bar, words)}>
      <span
        className={`clock-used${over ? " clock-used-over" : ""}${paused ? " clock-used-paused" : ""}`}
        style={{ width: share(bar.elapsed) }}
      />
      {bar.promised === null ? null : <span className="clock-mark clock-promised" style={{ left: share(bar.promised) }} />}
      <span className="clock-mark clock-legal" style={{ left: share(bar.legal) }} />
    </span>
  );
}

function DueDays({ clock }: { readonly clock: NonNullable<CaseRow["clock"]> }) {
  const { say } = useWords();
  return (
    <span className="quiet">
      {clock.promisedDueOn ? (
        <>
          {say(clockWords.promisedDue, { day: clock.promisedDueOn })} {clock.promisedProvisional ? <Provisional /> : null}
          {" · "}
        </>
      ) : null}
      {say(clockWords.legalDue, { day: clock.legalDueOn })} {clock.legalProvisional ? <Provisional /> : null}
    </span>
  );
}

export function Provisional() {
  const { say } = useWords();
  return (
    <span className="chip chip-muted" title={say(clockWords.provisionalHint)}>
      {say(clockWords.provisional)}
    </span>
  );
}
