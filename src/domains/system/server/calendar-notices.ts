import type { CalendarNotice, systemOperations } from "#domains/system/contract/system-operations.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { Instant } from "#kernel/local-date.ts";
import { type LoadedNotice, listNotices, loadCalendar } from "#kernel/server/loaded-calendar.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { say, type Text } from "#kernel/texts.ts";
import { addWorkdays } from "#kernel/work-calendar.ts";
import { workCalendarTexts } from "#kernel/work-calendar-texts.ts";
import { parseNotice } from "#kernel/work-notice.ts";

type Operations = typeof systemOperations;

const viewOf = (notice: LoadedNotice): CalendarNotice => ({
  year: notice.year,
  source: notice.source,
  daysOff: notice.days.filter((day) => day.off).map((day) => day.date),
  extraWorkdays: notice.days.filter((day) => !day.off).map((day) => day.date),
  loadedAt: notice.loadedAt as Instant | null,
});

export const listCalendarNotices = async (_: object, { tx }: OperationContext) => ({ items: (await listNotices(tx)).map(viewOf) });

/** A notice is taken whole or not at all; whoever counts on a day of that year hears of it by the event `calendar.loaded`. */
export async function loadCalendarNotice(
  input: InputOf<Operations["loadCalendarNotice"]>,
  context: OperationContext,
): Promise<CalendarNotice> {
  const rows = [
    ...input.daysOff.map((date) => ({ date, name: "放假", kind: "休" })),
    ...input.extraWorkdays.map((date) => ({ date, name: "调休上班", kind: "班" })),
  ];
  const parsed = parseNotice(rows, { year: input.year, source: input.source });
  if (!parsed.ok) {
    const texts: Readonly<Record<string, Text>> = workCalendarTexts;
    const problems = parsed.problems
      .slice(0, 5)
      .map(({ because, params }) => (texts[because] ? say(texts[because], context.language, params) : because));
    throw new AppError("calendar.refused", "invalid", { year: input.year, problems: problems.join(" ") });
  }
  const { tx, actor } = context;
  const before = (await listNotices(tx)).find((notice) => notice.year === input.year);
  const row = {
    source: parsed.notice.source,
    days_off: input.daysOff,
    extra_workdays: input.extraWorkdays,
    loaded_at: context.now,
    loaded_by: actor.id,
  };
  await tx
    .insertInto("calendar_notice")
    .values({ year: input.year, ...row })
    .onConflict((conflict) => conflict.column("year").doUpdateSet(row))
    .execute();
  context.journal({
    subject: `calendar-notice:${input.year}`,
    before: before && viewOf(before),
    after: { source: row.source, daysOff: input.daysOff, extraWorkdays: input.extraWorkdays },
  });
  await context.emit("calendar.loaded", { year: input.year });
  return viewOf({ ...parsed.notice, loadedAt: context.now });
}

export async function workdays({ from, count }: InputOf<Operations["workdays"]>, { tx }: OperationContext) {
  const { day, provisional } = addWorkdays(await loadCalendar(tx), from, count);
  return { due: day, provisional };
}
