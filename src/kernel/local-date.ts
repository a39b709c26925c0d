import { z } from "zod";

/** A calendar day in Asia/Shanghai, `2026-03-13`. Strings of this shape compare as days do. */
export const LocalDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDay, { error: "date.not-a-day" })
  .brand<"LocalDate">();
export type LocalDate = z.infer<typeof LocalDate>;

const EARLIEST = "1990-01-01";
const LATEST = "2100-12-31";

/**
 * A day for which clocks are reckoned and pictures drawn. Both are done day by day, so that a slip of the pen such as `9999-12-31` is
 * refused and not counted to; holiday notices end with 2100 as well.
 */
export const DayInReach = LocalDate.refine((day) => day >= EARLIEST && day <= LATEST, { error: "date.out-of-reach" });

function isRealDay(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= last;
}

/** @throws when `text` is not a real day. */
export const localDate = (text: string): LocalDate => LocalDate.parse(text);

export const findLocalDate = (text: string): LocalDate | undefined => LocalDate.safeParse(text).data;

const DAY_MS = 86_400_000;
const DAY_LENGTH = "2026-03-13".length;
const MONTH_LENGTH = "2026-03-".length;
const ISO_LENGTH = "2026-03-13T00:00:00.000Z".length;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The days that every month has, as they are written. Clocks step day by day: most steps stay among these. */
const WRITTEN = Array.from({ length: 29 }, (_, day) => (day === 0 ? undefined : String(day).padStart(2, "0")));

/** @throws RangeError beyond the years 0000–9999, which four digits cannot write. */
export function addDays(day: LocalDate, count: number): LocalDate {
  const written = day.length === DAY_LENGTH ? WRITTEN[Number(day.slice(MONTH_LENGTH)) + count] : undefined;
  if (written !== undefined) return (day.slice(0, MONTH_LENGTH) + written) as LocalDate;
  const text = new Date(Date.parse(day) + count * DAY_MS).toISOString();
  if (text.length !== ISO_LENGTH) throw new RangeError(`no day ${count} days from ${day}`);
  return text.slice(0, 10) as LocalDate;
}

/** Days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** How far the first of each month is from a Sunday, counted from March so that the leap day comes last (Sakamoto's table). */
const MONTH_SHIFT = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];

/** 0 = Sunday … 6 = Saturday. */
export function weekday(day: LocalDate): number {
  const month = Number(day.slice(5, 7));
  const year = yearOf(day) - (month < 3 ? 1 : 0);
  const shift = MONTH_SHIFT[month - 1] ?? Number.NaN;
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return (((year + leaps + shift + Number(day.slice(8))) % 7) + 7) % 7;
}

export const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));

/** An instant, ISO 8601 in UTC with milliseconds: `2026-11-22T13:01:58.000Z`. */
export const Instant = z.iso.datetime().brand<"Instant">();
export type Instant = z.infer<typeof Instant>;

export const instantOf = (time: Date): Instant => time.toISOString() as Instant;

/** Reads a time with its offset, `2026-06-28T09:15:30+08:00`; undefined for what is none. */
export function findInstant(text: string): Instant | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : Instant.safeParse(new Date(time).toISOString()).data;
}

/** A time of day (`08:30`) in China, which has one time zone and no summer time. */
export const instantAt = (day: LocalDate, clock: string): Instant => instantOf(new Date(`${day}T${clock}:00+08:00`));

/** The day in Asia/Shanghai (UTC+8, no summer time since 1991) on which an instant falls. */
export const localDateOf = (instant: Instant): LocalDate =>
  new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as LocalDate;

const WEEKDAYS = { zh: ["日", "一", "二", "三", "四", "五", "六"], en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] } as const;

/** `2026年3月13日（周五）`, `13 Mar 2026 (Fri)`. */
export function sayDate(day: LocalDate, language: "zh" | "en"): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const name = WEEKDAYS[language][weekday(day)];
  if (language === "zh") return `${year}年${month}月${date}日（周${name}）`;
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  return `${date} ${months[month - 1]} ${year} (${name})`;
}
