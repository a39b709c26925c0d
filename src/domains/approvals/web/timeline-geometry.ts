import type { CaseLanes, Piece } from "#domains/approvals/web/case-lanes.ts";
import { ticksOf, type WorkdayAxis } from "#domains/approvals/web/workday-axis.ts";
import type { LocalDate } from "#kernel/local-date.ts";

/** In units of the picture: names at the left, room for the last due day's words at the right. */
export const SHEET = { width: 1200, names: 190, right: 96, head: 46, lane: 34, bar: 18, foot: 36 } as const;

const TICK_ROOM = 58;
const LEAST_WIDTH = 4;

export type Stroke = { readonly x: number; readonly width: number };
export type TimelineGeometry = {
  readonly height: number;
  readonly lanesEnd: number;
  readonly ticks: readonly { readonly x: number; readonly day: LocalDate }[];
  readonly lanes: readonly {
    readonly top: number;
    readonly bars: readonly (Stroke & { readonly piece: Piece })[];
    readonly due: number | null;
  }[];
  readonly pauses: readonly Stroke[];
  readonly dues: readonly number[];
  readonly marks: readonly number[];
  readonly today: number | null;
};

/** Where everything stands. What happened on a day stands at its noon; a due day and a pause include the day itself. */
export function timelineGeometry(lanes: CaseLanes, axis: WorkdayAxis): TimelineGeometry {
  const cell = (SHEET.width - SHEET.names - SHEET.right) / axis.days.length;
  const x = (cells: number): number => Math.round((SHEET.names + cells * cell) * 10) / 10;
  const lanesEnd = SHEET.head + lanes.lanes.length * SHEET.lane;
  return {
    height: lanesEnd + SHEET.foot,
    lanesEnd,
    ticks: ticksOf(axis, cell, TICK_ROOM).map(({ place, day }) => ({ x: x(place), day })),
    lanes: lanes.lanes.map((lane, place) => ({
      top: SHEET.head + place * SHEET.lane,
      // Within a day the case leaves only its mark; a department's piece is seen however short it was.
      bars: lane.pieces
        .map((piece) => ({ piece, ...stroke(x(axis.middle(piece.from)), x(axis.middle(piece.to)), place === 0 ? 0 : LEAST_WIDTH) }))
        .filter(({ width }) => width > 0),
      due: lane.due ? x(axis.end(lane.due.day)) : null,
    })),
    pauses: lanes.pauses.map(({ from, to }) => stroke(x(axis.begin(from)), x(axis.end(to)), LEAST_WIDTH)),
    dues: lanes.dues.map(({ day }) => x(axis.end(day))),
    marks: lanes.marks.map(({ day }) => x(axis.middle(day))),
    today: lanes.today === null ? null : x(axis.middle(lanes.today)),
  };
}

const stroke = (from: number, to: number, least: number): Stroke => ({
  x: from,
  width: Math.max(Math.round((to - from) * 10) / 10, least),
});
