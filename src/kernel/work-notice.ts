import { z } from "zod";
import type { ErrorParams } from "#kernel/app-error.ts";
import { findLocalDate, LocalDate, weekday } from "#kernel/local-date.ts";

/** One yearly notice: its days off (weekends inside a holiday included) and the weekend days that are worked for them. */
export const Notice = z.object({
  year: z.number().int().min(1949).max(2100),
  source: z.string().min(1).max(300),
  days: z.array(z.object({ date: LocalDate, name: z.string().min(1).max(60), off: z.boolean() })).max(120),
});
export type Notice = z.infer<typeof Notice>;
type NoticeDay = Notice["days"][number];

/** A row as typed or uploaded. `kind`: 休, 放假, off or 1 for a day off; 班, 上班, work or 0 for a make-up day. */
export type NoticeRow = { readonly date: string; readonly name: string; readonly kind: string };

/** One thing that is wrong: in `row` (counted from 1), or in the notice as a whole when null. */
export type NoticeProblem = { readonly row: number | null; readonly because: string; readonly params: ErrorParams };
export type ParsedNotice =
  | { readonly ok: true; readonly notice: Notice }
  | { readonly ok: false; readonly problems: readonly NoticeProblem[] };

const KINDS: ReadonlyMap<string, boolean> = new Map([
  ...["休", "放假", "休息", "off", "1", "true"].map((word) => [word, true] as const),
  ...["班", "上班", "调休上班", "补班", "work", "0", "false"].map((word) => [word, false] as const),
]);

const MOST_ROWS = 120;
/** Every notice must speak of these: one that does not is incomplete. */
const ALWAYS_OFF = ["01-01", "05-01", "10-01"];

/** Checks a notice row by row: a bad row gets one problem, and nothing is loaded while there is one. */
export function parseNotice(
  rows: readonly NoticeRow[],
  { year, source }: { readonly year: number; readonly source: string },
): ParsedNotice {
  const problems: NoticeProblem[] = [];
  const days: NoticeDay[] = [];
  if (!Number.isInteger(year) || year < 1949 || year > 2100)
    return { ok: false, problems: [{ row: null, because: "notice.year-impossible", params: { year } }] };
  if (source.trim() === "") problems.push({ row: null, because: "notice.no-source", params: { year } });
  if (rows.length > MOST_ROWS)
    return { ok: false, problems: [{ row: null, because: "notice.too-many-rows", params: { most: MOST_ROWS } }] };
  const seen = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const read = readRow(row, year, seen);
    if ("because" in read) problems.push({ row: index + 1, ...read });
    else days.push(read);
    if (!seen.has(row.date.trim())) seen.set(row.date.trim(), index + 1);
  }
  for (const fixed of ALWAYS_OFF) {
    const missing = !days.some(({ date, off }) => off && date === `${year}-${fixed}`);
    if (missing && problems.every(({ row }) => row === null))
      problems.push({ row: null, because: "notice.holiday-missing", params: { date: `${year}-${fixed}` } });
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, notice: { year, source: source.trim(), days: days.sort((left, right) => (left.date < right.date ? -1 : 1)) } };
}

function readRow(row: NoticeRow, year: number, seen: ReadonlyMap<string, number>): NoticeDay | Omit<NoticeProblem, "row"> {
  const text = row.date.trim();
  const date = findLocalDate(text);
  if (date === undefined) return { because: "notice.date-not-a-day", params: { date: text.slice(0, 40) } };
  if (date < `${year - 1}-12-25` || date > `${year}-12-31`) return { because: "notice.date-outside-year", params: { date, year } };
  const first = seen.get(text);
  if (first !== undefined) return { because: "notice.date-twice", params: { date, first } };
  const name = row.name.trim();
  if (name === "" || name.length > 60) return { because: "notice.no-name", params: { date } };
  const off = KINDS.get(row.kind.trim().toLowerCase());
  if (off === undefined) return { because: "notice.kind-unknown", params: { date, kind: row.kind.slice(0, 40) } };
  if (!off && weekday(date) !== 0 && weekday(date) !== 6) return { because: "notice.make-up-on-weekday", params: { date } };
  return { date, name, off };
}
