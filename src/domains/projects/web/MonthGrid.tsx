import { type KeyboardEvent, useRef } from "react";
import type { CalendarDay, CalendarEntry } from "#domains/projects/contract/course-operations.ts";
import { calendarTexts } from "#domains/projects/web/course-texts.ts";
import { addDays, type LocalDate, localDate } from "#kernel/local-date.ts";
import { useWords } from "#ui/language.tsx";
import { useTimes } from "#ui/use-times.ts";

type MonthGridProps = {
  readonly month: string;
  readonly days: readonly CalendarDay[];
  readonly entries: readonly CalendarEntry[];
  readonly today: LocalDate;
  readonly chosen: LocalDate;
  readonly onChoose: (day: LocalDate) => void;
};

const WEEK = 7;
const TITLES_SHOWN = 2;
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -WEEK, ArrowDown: WEEK };

/** A month in whole weeks; days off and make-up days as the notices say, what is unfinished said in words. */
export function MonthGrid({ month, days, entries, today, chosen, onChoose }: MonthGridProps) {
  const { say } = useWords();
  const grid = useRef<HTMLTableElement>(null);
  const weeks = Array.from({ length: Math.ceil(days.length / WEEK) }, (_, place) => days.slice(place * WEEK, place * WEEK + WEEK));
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const here = (event.target as HTMLElement).closest<HTMLElement>("[data-day]")?.dataset["day"];
    if (step === undefined || here === undefined) return;
    event.preventDefault();
    const next = addDays(localDate(here), step);
    onChoose(next);
    grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  };
  return (
    <table className="month" ref={grid} onKeyDown={move}>
      <caption className="visually-hidden">{say(calendarTexts.title)}</caption>
      <thead>
        <tr>
          {say(calendarTexts.weekdays)
            .split(",")
            .map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.day}>
            {week.map((day) => (
              <DayCell
                key={day.day}
                day={day}
                entries={entries.filter((entry) => entry.day === day.day)}
                isOutside={!day.day.startsWith(month)}
                isToday={day.day === today}
                isOver={day.day < today}
                isChosen={day.day === chosen}
                onChoose={onChoose}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayCellProps = {
  readonly day: CalendarDay;
  readonly entries: readonly CalendarEntry[];
  readonly isOutside: boolean;
  readonly isToday: boolean;
  readonly isOver: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (day: LocalDate) => void;
};

function DayCell({ day, entries, isOutside, isToday, isOver, isChosen, onChoose }: DayCellProps) {
  const { say } = useWords();
  const { day: sayDay } = useTimes();
  const items = entries.filter(({ kind }) => kind === "calendar");
  const unfinished = isOver ? items.filter(({ state }) => state === "open").length : 0;
  const due = entries.length - items.length;
  const plain = [0, 6].includes(new Date(day.day).getUTCDay()) !== day.workday;
  const classes = [
    "day",
    day.workday ? "" : "day-off",
    isOutside ? "day-outside" : "",
    isToday ? "day-today" : "",
    isChosen ? "day-chosen" : "",
  ];
  const name = say(calendarTexts.dayButton, {
    day: sayDay(day.day),
    kind: say(day.workday ? calendarTexts.workday : calendarTexts.dayOff),
    items: items.length,
    due,
  });
  return (
    <td>
      <button
        type="button"
        className={classes.join(" ")}
        data-day={day.day}
        tabIndex={isChosen ? 0 : -1}
        aria-pressed={isChosen}
        aria-label={name}
        onClick={() => onChoose(day.day)}
      >
        <span className="day-head">
          <span className="day-number">{Number(day.day.slice(8))}</span>
          {plain && !day.holiday ? null : (
            <span className="day-kind" title={day.holiday ?? undefined}>
              {say(day.workday ? calendarTexts.makeUp : calendarTexts.off)}
            </span>
          )}
          {unfinished > 0 ? <span className="day-left">{say(calendarTexts.left, { count: unfinished })}</span> : null}
        </span>
        <span className="day-items">
          {items.slice(0, TITLES_SHOWN).map((item) => (
            <span key={item.id} className={item.state === "done" ? "day-item day-done" : "day-item"}>
              {item.state === "rolled" ? `↷ ${item.title.zh}` : item.title.zh}
            </span>
          ))}
          {items.length > TITLES_SHOWN ? (
            <span className="quiet">{say(calendarTexts.more, { count: items.length - TITLES_SHOWN })}</span>
          ) : null}
        </span>
        {due > 0 ? <span className="day-due">{say(calendarTexts.dueCount, { count: due })}</span> : null}
        {items.length > 0 ? <span className="day-dot" aria-hidden="true" /> : null}
      </button>
    </td>
  );
}
