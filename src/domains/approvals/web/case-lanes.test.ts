import { describe, expect, test } from "vitest";
import type { CaseView, ClockView } from "#domains/approvals/contract/case.ts";
import { lanesOf } from "#domains/approvals/web/case-lanes.ts";
import { SHEET, timelineGeometry } from "#domains/approvals/web/timeline-geometry.ts";
import { workdayAxis } from "#domains/approvals/web/workday-axis.ts";
import { type LocalDate, localDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { workCalendar } from "#kernel/work-calendar.ts";

const day = (text: string): LocalDate => localDate(`2026-${text}`);
const words = (zh: string) => ({ zh, en: zh });
type Step = CaseView["steps"][number];
const step = (move: string, to: Step["to"], on: string, automatic: string | null = null): Step => ({
  move,
  from: null,
  to,
  on: day(on),
  words: words(move),
  note: null,
  automatic,
  by: "窗口",
  recordedAt: `2026-${on}T02:00:00.000Z` as Step["recordedAt"],
});
type Review = CaseView["reviews"][number];
const review = (key: string, rest: Partial<Review>): Review => ({
  key,
  name: words(key),
  department: "建设管理局",
  after: [],
  state: "waiting",
  openedOn: null,
  dueOn: null,
  dueProvisional: false,
  closedOn: null,
  opinion: null,
  by: null,
  daysLate: 0,
  abilities: {},
  ...rest,
});
const clock: ClockView = {
  state: "running",
  elapsed: 5,
  remaining: 15,
  unit: "workday",
  legalDueOn: day("07-10"),
  legalProvisional: false,
  promisedDueOn: day("06-25"),
  promisedProvisional: true,
  late: false,
  promiseBroken: false,
  pausedFor: null,
  pauseEndsAtLatest: null,
};
const seen = {
  row: { clock, department: "行政审批局" },
  steps: [
    step("submit", "SUBMITTED", "06-08"),
    step("accept", "ACCEPTED", "06-09"),
    step("startReview", "REVIEWING", "06-09"),
    step("giveOpinion", "REVIEWING", "06-11"),
    step("pause", "SUSPENDED", "06-15"),
  ],
  reviews: [
    review("fire", { state: "agreed", openedOn: day("06-09"), closedOn: day("06-11"), dueOn: day("06-16") }),
    review("civil-defence", { state: "open", openedOn: day("06-09"), dueOn: day("06-16") }),
    review("summary", { after: ["fire", "civil-defence"] }),
  ],
  pauses: [
    { id: "0199c000-0000-7000-8000-00000000000a", reason: "专家评审", from: day("06-15"), to: null, notice: "告知书1号", latestTo: null },
  ],
};

describe("办件的并行泳道", () => {
  const lanes = lanesOf(seen, day("06-17"));

  test("办件自己一条，每个审查环节一条；同一状态内的步骤不把它切开", () => {
    expect(lanes?.lanes.map(({ key }) => key)).toEqual(["case", "fire", "civil-defence", "summary"]);
    expect(lanes?.lanes[0]?.pieces.map(({ state, from, to, lasts }) => [state, from, to, lasts])).toEqual([
      ["SUBMITTED", "2026-06-08", "2026-06-09", false],
      ["ACCEPTED", "2026-06-09", "2026-06-09", false],
      ["REVIEWING", "2026-06-09", "2026-06-15", false],
      ["SUSPENDED", "2026-06-15", "2026-06-17", true],
    ]);
  });

  test("未开始的环节说明在等谁：已出意见的不再算", () => {
    expect(lanes?.lanes[3]?.waitsFor).toEqual([words("civil-defence")]);
    expect(lanes?.lanes[3]?.pieces).toEqual([]);
  });

  test("没有结束的中止画到今天，承诺期限暂定照标", () => {
    expect(lanes?.pauses).toEqual([expect.objectContaining({ reason: "专家评审", to: "2026-06-17", lasts: true })]);
    expect(lanes?.dues).toEqual([
      { kind: "promised", day: "2026-06-25", provisional: true },
      { kind: "legal", day: "2026-07-10", provisional: false },
    ]);
    expect([lanes?.first, lanes?.last, lanes?.today]).toEqual(["2026-06-08", "2026-07-10", "2026-06-17"]);
  });

  test("送达以后不再有今天，也不再有谁持有", () => {
    const ended = lanesOf({ ...seen, steps: [...seen.steps, step("deliver", "DELIVERED", "06-16")] }, day("06-30"));
    expect(ended?.today).toBeNull();
    expect(ended?.lanes[0]?.pieces.at(-1)).toMatchObject({ state: "SUSPENDED", to: "2026-06-16", lasts: false });
  });

  test("还没有步骤时没有泳道", () => expect(lanesOf({ ...seen, steps: [] }, day("06-17"))).toBeUndefined());

  test("几何：条在轴内、按日先后，中止含首尾两日，当天完成的环节也看得见", () => {
    if (!lanes) throw new Error("no lanes");
    const axis = workdayAxis(workCalendar(NATIONAL_NOTICES), lanes.first, lanes.last);
    const drawn = timelineGeometry(lanes, axis);
    const cell = (SHEET.width - SHEET.names - SHEET.right) / axis.days.length;
    expect(drawn.lanes).toHaveLength(4);
    for (const { bars } of drawn.lanes)
      for (const { x, width } of bars) {
        expect(x).toBeGreaterThanOrEqual(SHEET.names);
        expect(x + width).toBeLessThanOrEqual(SHEET.width - SHEET.right + 0.1);
      }
    // Accepted and sent into review on one day: only the mark shows it.
    expect(drawn.lanes[0]?.bars.map(({ piece }) => piece.state)).toEqual(["SUBMITTED", "REVIEWING", "SUSPENDED"]);
    expect(drawn.pauses[0]?.width).toBeCloseTo(3 * cell, 0);
    expect(drawn.dues[0]).toBeLessThan(drawn.dues[1] ?? 0);
    expect(drawn.today).toBeCloseTo(SHEET.names + 7.5 * cell, 0);
    expect(drawn.marks).toHaveLength(5);
    const same = lanesOf(
      { ...seen, reviews: [review("fire", { state: "agreed", openedOn: day("06-09"), closedOn: day("06-09") })] },
      day("06-17"),
    );
    expect(same && timelineGeometry(same, axis).lanes[1]?.bars[0]?.width).toBeGreaterThan(0);
  });
});
