import { describe, expect, test } from "vitest";
import { readCaseClock } from "#domains/approvals/rules/case-clock.ts";
import { exampleMaterial, exampleMatter, exampleNode } from "#domains/approvals/rules/example-matter.ts";
import { type PastEvent, replayCase } from "#domains/approvals/rules/replay-case.ts";
import { localDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { workCalendar } from "#kernel/work-calendar.ts";

const calendar = workCalendar(NATIONAL_NOTICES);
const d = localDate;
const matter = exampleMatter("permit", {
  promised: { length: 12, unit: "workday", source: "x" },
  pauses: [
    { reason: "专家评审", most: null, source: "行政许可法第四十五条" },
    { reason: "听证", most: 3, source: "行政许可法第四十七条" },
  ],
  materials: [exampleMaterial("drawing")],
  reviews: [
    exampleNode("fire", [], { silence: "no-objection", limit: { length: 3, unit: "workday", source: "x" } }),
    exampleNode("joint", ["fire"]),
  ],
});
const events: readonly PastEvent[] = [
  { move: "submit", on: d("2026-02-06") },
  { move: "noticeSupplement", on: d("2026-02-06"), items: ["补盖公章"] },
  { move: "answerSupplement", on: d("2026-02-09") },
  { move: "accept", on: d("2026-02-09") },
  { move: "startReview", on: d("2026-02-10") },
  { move: "opinion", node: "fire", state: "silent", on: d("2026-02-24") },
  { move: "pause", reason: "专家评审", notice: "1号", to: d("2026-03-03"), on: d("2026-02-25") },
  { move: "resume", lastDay: d("2026-03-03"), on: d("2026-03-04") },
  { move: "opinion", node: "joint", state: "agreed", on: d("2026-03-06") },
  { move: "decide", decision: "granted", on: d("2026-03-10") },
  { move: "deliver", on: d("2026-03-11") },
];
const replay = (given: readonly PastEvent[]) =>
  replayCase(matter, { enterprise: "云岭芯曜微电子有限公司", form: {}, events: given }, calendar);
const change = (move: PastEvent["move"], by: (event: never) => PastEvent) =>
  events.map((event) => (event.move === move ? by(event as never) : event));
const without = (...moves: readonly PastEvent["move"][]) => events.filter(({ move }) => !moves.includes(move));

describe("既往办件按其事项版本逐日重演", () => {
  test("照规矩办的一件，一步不差，期限是手册的算例", () => {
    const done = replay(events);
    expect(done).toMatchObject({
      ok: true,
      course: { state: "DELIVERED", decision: "granted", acceptedOn: "2026-02-09", deliveredOn: "2026-03-11" },
    });
    expect(readCaseClock(done.course, calendar, d("2026-03-10"))).toMatchObject({
      legal: { day: "2026-03-23" },
      promised: { day: "2026-03-11" },
      elapsed: 11,
    });
  });

  test.each<readonly [string, readonly PastEvent[], string, string]>([
    [
      "少一个意见就决定",
      events.filter((event) => event.move !== "opinion" || event.node !== "joint"),
      "decide",
      "missing-opinion:建设管理局",
    ],
    [
      "两次补正",
      [...events.slice(0, 3), { move: "noticeSupplement", on: d("2026-02-09"), items: ["再补"] }, ...events.slice(3)],
      "noticeSupplement",
      "supplement-twice",
    ],
    ["没有受理就审查", without("accept"), "startReview", "wrong-state:SUBMITTED"],
    ["没有审查就决定", without("startReview", "opinion", "pause", "resume"), "decide", "review-not-begun"],
    [
      "沉默没有期满",
      change("opinion", (event: PastEvent & { move: "opinion" }) => (event.node === "fire" ? { ...event, on: d("2026-02-11") } : event)),
      "opinion",
      "silence-too-early",
    ],
    [
      "没有规定的沉默",
      change("opinion", (event: PastEvent & { move: "opinion" }) => (event.node === "joint" ? { ...event, state: "silent" } : event)),
      "opinion",
      "silence-not-allowed",
    ],
    [
      "非法定事由中止",
      change("pause", (event: PastEvent & { move: "pause" }) => ({ ...event, reason: "领导出差" })),
      "pause",
      "clock.pause-reason",
    ],
    [
      "中止没有告知书",
      change("pause", (event: PastEvent & { move: "pause" }) => ({ ...event, notice: "" })),
      "pause",
      "clock.pause-without-notice",
    ],
    ["中止超过最长", change("pause", (event: PastEvent & { move: "pause" }) => ({ ...event, reason: "听证" })), "pause", "pause-too-long"],
    [
      "日期倒退",
      change("deliver", (event: PastEvent & { move: "deliver" }) => ({ ...event, on: d("2026-03-09") })),
      "deliver",
      "before-last-step",
    ],
    ["审查顺序颠倒", events.filter((event) => event.move !== "opinion" || event.node !== "fire"), "opinion", "review-not-open"],
  ])("%s", (_, given, move, because) => expect(replay(given)).toMatchObject({ ok: false, move, because }));
});
