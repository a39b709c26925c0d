import type { ReactNode } from "react";
import type { CalendarDay, CalendarEntry } from "#domains/projects/contract/course-operations.ts";
import { calendarTexts } from "#domains/projects/web/course-texts.ts";
import { EntryLine } from "#domains/projects/web/EntryLine.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useTimes } from "#ui/use-times.ts";

type DayListProps = {
  readonly day: CalendarDay;
  readonly isToday: boolean;
  readonly entries: readonly CalendarEntry[];
  readonly onRoll: (entry: CalendarEntry) => void;
  /** What days before have left over stands between the two. */
  readonly between: ReactNode;
};

/** A day: first what is to be done on it, then what falls due. */
export function DayList({ day, isToday, entries, onRoll, between }: DayListProps) {
  const { say, language } = useWords();
  const { day: sayDay } = useTimes();
  const items = entries.filter(({ kind }) => kind === "calendar");
  const due = entries.filter(({ kind }) => kind !== "calendar");
  const kind = say(day.workday ? calendarTexts.workday : calendarTexts.dayOff);
  const holiday = day.holiday && language === "zh" ? ` · ${day.holiday}` : "";
  return (
    <>
      <Section
        title={`${isToday ? `${say(calendarTexts.toToday)} ` : ""}${sayDay(day.day)}`}
        aside={<span className="quiet">{`${kind}${holiday}${day.provisional ? say(calendarTexts.provisional) : ""}`}</span>}
      >
        <Entries entries={items} onRoll={onRoll}>
          <div className="section-body quiet">
            <p>{say(calendarTexts.nothing)}</p>
            <p>{say(calendarTexts.nothingHint)}</p>
          </div>
        </Entries>
      </Section>
      {between}
      {due.length > 0 ? (
        <Section title={`${say(calendarTexts.due)} ${due.length}`}>
          <Entries entries={due} onRoll={onRoll} />
        </Section>
      ) : null}
    </>
  );
}

type EntriesProps = {
  readonly entries: readonly CalendarEntry[];
  readonly onRoll: (entry: CalendarEntry) => void;
  /** Said when there are none. */
  readonly children?: ReactNode;
};

export function Entries({ entries, onRoll, children }: EntriesProps) {
  if (entries.length === 0) return <>{children}</>;
  return (
    <ul className="entries">
      {entries.map((entry) => (
        <EntryLine key={`${entry.kind}-${entry.id}`} entry={entry} onRoll={onRoll} />
      ))}
    </ul>
  );
}
