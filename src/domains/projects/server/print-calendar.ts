import ical, { ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { feedWords } from "#domains/projects/contract/project-texts.ts";
import type { Entry } from "#domains/projects/server/calendar-sources.ts";
import { addDays, type Instant, type LocalDate } from "#kernel/local-date.ts";
import type { Language } from "#kernel/texts.ts";
import { say } from "#kernel/texts.ts";

type FeedOf = { readonly owner: string; readonly zone: string; readonly now: Instant; readonly language: Language };

const REFRESH_SECONDS = 3_600;
/** Whole days have no hour and no zone of time: they are written as dates (RFC 5545, VALUE=DATE). */
const midnight = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`);

/** An iCalendar file (RFC 5545) of whole days; the same item keeps its UID, so that a calendar moves it when it was rolled over. */
export function printCalendar(entries: readonly Entry[], { owner, zone, now, language }: FeedOf) {
  const calendar = ical({
    name: say(feedWords.name, language, { owner, zone }),
    prodId: { company: "Yuanshu", product: "Project calendar", language: language.toUpperCase() },
    ttl: REFRESH_SECONDS,
    // Told beside, not as the library's zone: with one it writes DTSTAMP without its Z, which RFC 5545 asks for.
    x: [["X-WR-TIMEZONE", "Asia/Shanghai"]],
  });
  for (const entry of entries) {
    const day = entry.day as LocalDate;
    const state = entry.state === "done" ? say(feedWords.done, language) : entry.daysLate > 0 ? say(feedWords.late, language) : "";
    const lines = [
      ...(entry.project === null ? [] : [`${entry.project.code} ${entry.project.name}`]),
      ...(entry.owner === null ? [] : [say(feedWords.owner, language, { owner: entry.owner })]),
      ...(entry.rolled > 0 ? [say(feedWords.rolled, language, { count: entry.rolled })] : []),
    ];
    calendar.createEvent({
      id: `${entry.kind}-${entry.id.replace(":", "-")}@yuanshu`,
      stamp: new Date(now),
      sequence: entry.rolled,
      allDay: true,
      start: midnight(day),
      end: midnight(addDays(day, 1)),
      summary: `${state}${entry.title[language]}${entry.project === null ? "" : ` · ${entry.project.name}`}`,
      description: lines.join("\n"),
      status: ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return { name: "yuanshu.ics", mime: "text/calendar; charset=utf-8", bytes: new TextEncoder().encode(`${calendar.toString()}\r\n`) };
}
