import { daysBetween, findLocalDate, type LocalDate } from "#kernel/local-date.ts";

export const ZOOMS = ["year", "quarter", "month"] as const;
export type Zoom = (typeof ZOOMS)[number];

/** Pixels that a day takes. */
const PIXELS: Readonly<Record<Zoom, number>> = { year: 0.62, quarter: 1.9, month: 6 };

export type Scale = {
  readonly zoom: Zoom;
  readonly from: LocalDate;
  readonly width: number;
  /** Where a day begins, from the left. */
  readonly x: (day: LocalDate) => number;
};

export function scaleOf(zoom: Zoom, from: LocalDate, to: LocalDate): Scale {
  const perDay = PIXELS[zoom];
  return {
    zoom,
    from,
    width: Math.ceil(daysBetween(from, to) * perDay),
    x: (day) => Math.round(daysBetween(from, day) * perDay * 10) / 10,
  };
}

export type Tick = { readonly day: LocalDate; readonly kind: "year" | "quarter" | "month" };

/** The first day of every month within the days, with the greatest thing that begins on it. */
export function ticksOf(from: LocalDate, to: LocalDate): readonly Tick[] {
  const ticks: Tick[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (;;) {
    const day = findLocalDate(`${year}-${String(month).padStart(2, "0")}-01`);
    if (day === undefined || day > to) return ticks;
    if (day >= from) ticks.push({ day, kind: month === 1 ? "year" : month % 3 === 1 ? "quarter" : "month" });
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}
