import type { LocalDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import type { Tx } from "#kernel/server/database.ts";
import { type WorkCalendar, workCalendar } from "#kernel/work-calendar.ts";
import type { Notice } from "#kernel/work-notice.ts";

export type LoadedNotice = Notice & { readonly loadedAt: string | null };

/** The notices that the product brings, and over them those that an administrator loaded. */
export async function listNotices(tx: Tx): Promise<readonly LoadedNotice[]> {
  const rows = await tx.selectFrom("calendar_notice").selectAll().orderBy("year").execute();
  const loaded = rows.map(
    (row): LoadedNotice => ({
      year: row.year,
      source: row.source,
      loadedAt: row.loaded_at,
      days: [
        ...row.days_off.map((date) => ({ date: date as LocalDate, name: "放假", off: true })),
        ...row.extra_workdays.map((date) => ({ date: date as LocalDate, name: "调休上班", off: false })),
      ],
    }),
  );
  const brought = NATIONAL_NOTICES.filter((notice) => !loaded.some((own) => own.year === notice.year));
  return [...brought.map((notice) => ({ ...notice, loadedAt: null })), ...loaded].sort((one, other) => one.year - other.year);
}

export const loadCalendar = async (tx: Tx): Promise<WorkCalendar> => workCalendar(await listNotices(tx));
