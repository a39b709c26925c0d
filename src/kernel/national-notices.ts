import { addDays, type LocalDate, localDate } from "#kernel/local-date.ts";
import { COMPACT_NOTICES, type CompactNotice } from "#kernel/work-calendar-notices.ts";
import type { Notice } from "#kernel/work-notice.ts";

const wordsOf = (text: string): readonly string[] => text.split(" ").filter((word) => word !== "");

function daysFrom(first: LocalDate, last: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

function expand({ year, source, holidays }: CompactNotice): Notice {
  const day = (text: string): LocalDate => localDate(text.length === 5 ? `${year}-${text}` : text);
  const days = holidays.flatMap(([name, off, work]) => [
    ...wordsOf(off).flatMap((span) => {
      const [first = "", last = first] = span.split("..");
      return daysFrom(day(first), day(last)).map((date) => ({ date, name, off: true }));
    }),
    ...wordsOf(work).map((date) => ({ date: day(date), name, off: false })),
  ]);
  return { year, source, days: days.sort((left, right) => (left.date < right.date ? -1 : 1)) };
}

/** The notices of 2007–2026, as published. */
export const NATIONAL_NOTICES: readonly Notice[] = COMPACT_NOTICES.map(expand);
