import { type RawBuilder, sql } from "kysely";
import type { LocalDate } from "#kernel/local-date.ts";

/** A column: what the enterprise `e`, or one that was merged into it, holds on a day. Asked of each row of a page, never of all there are. */
export const heldQualifications = (day: LocalDate): RawBuilder<unknown> => {
  const valid = sql`(q.valid_from is null or q.valid_from <= ${day}::date) and (q.valid_to is null or q.valid_to >= ${day}::date)`;
  return sql`array(select q.kind from enterprise_qualification q where q.enterprise_id = e.id and ${valid}
    union select q.kind from enterprise m join enterprise_qualification q on q.enterprise_id = m.id where m.merged_into = e.id and ${valid} order by 1)`;
};
