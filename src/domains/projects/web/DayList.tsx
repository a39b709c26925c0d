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
};

/** A day: first what is to be done on it, then what falls due. */
export function DayList({ day, isToday, entries, onRoll }: DayListProps) {
  const { say, language } = useWords();
  const { day: sayDay } = useTimes();
  const items = entries.filter(({ kind }) => kind === "calendar");
  const due = entries.filter(({ kind }) => kind !== "calendar");
  const kind = say(day.workday ? calendarTexts.workday : calendarTexts.dayOff);
  const holiday = day.holiday && language === "zh" ? ` · ${day.holiday}` : "";
  return (
    <Section
      title={`${isToday ? `${say(calendarTexts.toToday)} ` : ""}${sayDay(day.day)}`}
      aside={<span className="quiet">{`${kind}${holiday}${day.provisional ? say(calendarTexts.provisional) : ""}`}</span>}
    >
      {entries.length === 0 ? (
        <div className="section-body quiet">
          <p>{say(calendarTexts.nothing)}</p>
          <p>{say(calendarTexts.nothingHint)}</p>
        </div>
      ) : null}
      <Group title={say(calendarTexts.items)} entries={items} onRoll={onRoll} />
      <Group title={say(calendarTexts.due)} entries={due} onRoll={onRoll} />
    </Section>
  );
}

type GroupProps = { readonly title: string; readonly entries: readonly CalendarEntry[]; readonly onRoll: (entry: CalendarEntry) => void };

function Group({ title, entries, onRoll }: GroupProps) {
  if (entries.length === 0) return null;
  return (
    <>
      <h3 className="entries-head">{`${title} ${entries.length}`}</h3>
      <ul className="entries">
        {entries.map((entry) => (
          <EntryLine key={`${entry.kind}-${entry.id}`} entry={entry} onRoll={onRoll} />
        ))}
      </ul>
    </>
  );
}
