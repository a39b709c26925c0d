import type { CalendarEntry } from "#domains/projects/contract/course-operations.ts";
import { calendarTexts } from "#domains/projects/web/course-texts.ts";
import { Entries } from "#domains/projects/web/DayList.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

type LeftOverListProps = { readonly entries: readonly CalendarEntry[]; readonly onRoll: (entry: CalendarEntry) => void };

/** Items whose day is over: they never move on by themselves. */
export function LeftOverList({ entries, onRoll }: LeftOverListProps) {
  const { say } = useWords();
  return (
    <Section
      title={`${say(calendarTexts.leftOver)} ${entries.length}`}
      aside={<span className="quiet">{say(calendarTexts.leftOverHint)}</span>}
    >
      <Entries entries={entries} onRoll={onRoll} />
    </Section>
  );
}
