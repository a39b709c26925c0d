import type { CaseCourse } from "#domains/approvals/rules/case-course.ts";
import { publicTimeline } from "#domains/approvals/rules/public-timeline.ts";
import type { CaseTableRow } from "#domains/approvals/server/case-store.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { WorkCalendar } from "#kernel/work-calendar.ts";

/** With every step a copy of what the public may read is written beside the working tables; it is never changed. */
export async function keepStatus(
  tx: Tx,
  row: CaseTableRow,
  course: CaseCourse,
  { ordinal, calendar, asOf }: { readonly ordinal: number; readonly calendar: WorkCalendar; readonly asOf: LocalDate },
): Promise<void> {
  await tx
    .insertInto("approval_status")
    .values({
      zone_id: row.zone_id,
      number: row.number,
      ordinal,
      access_hash: row.access_hash,
      content: JSON.stringify(publicTimeline(row.number, course, calendar, asOf)),
    })
    .execute();
}
