import { describe, expect, test } from "vitest";
import { exampleMaterial, exampleMatter, exampleNode } from "#domains/approvals/rules/example-matter.ts";
import { type RecordedCase, type RecordedMove, replayAll, replayCase } from "#domains/approvals/rules/replay.ts";
import { localDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { workCalendar } from "#kernel/work-calendar.ts";

const calendar = workCalendar(NATIONAL_NOTICES);
const d = localDate;
const matter = exampleMatter("permit", {
  promised: { length: 12, unit: "workday", source: "x" },
  pauses: [{ reason: "专家评审", most: null, source: "行政许可法第四十五条" }],
  materials: [exampleMaterial("drawing"), exampleMaterial("plan", { deferrable: true })],
  reviews: [exampleNode("fire", [], { silence: "no-objection" }), exampleNode("joint", ["fire"])],
});
const moves: readonly RecordedMove[] = [
  { move: "provide", key: "drawing", on: d("2026-02-06") },
  { move: "submit", on: d("2026-02-06") },
  { move: "noticeSupplement", on: d("2026-02-06"), dueOn: d("2026-02-20") },
  { move: "provide", key: "plan", how: "deferred", on: d("2026-02-09") },
  { move: "answerSupplement", on: d("2026-02-09") },
  { move: "accept", on: d("2026-02-09") },
  { move: "startReview", on: d("2026-02-10") },
  { move: "silentOpinion", node: "fire", on: d("2026-02-25") },
  { move: "pause", reason: "专家评审", from: d("2026-02-25"), to: d("2026-03-03"), notice: "1号", on: d("2026-02-25") },
  { move: "resume", lastDay: d("2026-03-03"), on: d("2026-03-04") },
  { move: "giveOpinion", node: "joint", agree: true, on: d("2026-03-06") },
  { move: "supplyDeferred", key: "plan", on: d("2026-03-09") },
  { move: "decide", decision: "granted", on: d("2026-03-10") },
  { move: "deliver", on: d("2026-03-11") },
];
const recorded: RecordedCase = {
  name: "算例",
  source: "handbook §5",
  matter,
  enterprise: "云岭芯曜微电子有限公司",
  draftedOn: d("2026-02-06"),
  form: {},
  moves,
  decided: { legalDueOn: d("2026-03-23"), promisedDueOn: d("2026-03-11"), elapsed: 11 },
};
const without = (...left: RecordedMove["move"][]) => ({ ...recorded, moves: moves.filter(({ move }) => !left.includes(move)) });
const because = (given: RecordedCase) => replayCase(given, calendar).problems.map((problem) => `${problem.move} ${problem.because}`);

describe("既往办件回放", () => {
  test("照规矩办的一件，一步不差，期限相符", () => {
    const { course, problems } = replayCase(recorded, calendar);
    expect(problems).toEqual([]);
    expect(course).toMatchObject({ state: "DELIVERED", decision: "granted", acceptedOn: "2026-02-09", deliveredOn: "2026-03-11" });
  });

  test.each([
    [
      "没有补材料就受理",
      { ...recorded, moves: moves.filter((line) => line.move !== "provide" || line.key !== "drawing") },
      "accept missing-material:材料drawing",
    ],
    ["容缺没补就送达", without("supplyDeferred"), "deliver missing-deferred:材料plan"],
    ["少一个意见就决定", without("giveOpinion"), "decide missing-opinion:建设管理局"],
    [
      "两次补正",
      {
        ...recorded,
        moves: [
          ...moves.slice(0, 5),
          { move: "noticeSupplement", on: d("2026-02-09") } as const,
          { move: "answerSupplement", on: d("2026-02-09") } as const,
          ...moves.slice(5),
        ],
      },
      "noticeSupplement supplement-twice",
    ],
    [
      "没有规定的沉默",
      {
        ...recorded,
        moves: moves.map((line) => (line.move === "giveOpinion" ? { move: "silentOpinion" as const, node: "joint", on: line.on } : line)),
      },
      "silentOpinion silence-says-nothing",
    ],
    [
      "非法定事由中止",
      { ...recorded, moves: moves.map((line) => (line.move === "pause" ? { ...line, reason: "领导出差" } : line)) },
      "pause clock.pause-reason",
    ],
    [
      "日期倒退",
      { ...recorded, moves: moves.map((line) => (line.move === "deliver" ? { ...line, on: d("2026-03-09") } : line)) },
      "deliver before-last-step",
    ],
    ["记录的到期日不对", { ...recorded, decided: { legalDueOn: d("2026-03-13"), elapsed: 11 } }, "decide legalDueOn:2026-03-23"],
  ] as const)("%s", (_, given, problem) => expect(because(given)).toContain(problem));

  test("例外逐条写明理由；用不上的例外也报", () => {
    const broken = without("supplyDeferred");
    const exception = { name: "算例", move: "deliver", because: "missing-deferred:材料plan", reason: "系统上线前先送达、后补件" };
    expect(replayAll([broken], [exception], calendar)).toEqual({ unexplained: [], unused: [] });
    expect(replayAll([recorded], [exception], calendar)).toEqual({ unexplained: [], unused: [exception] });
    expect(replayAll([broken], [], calendar).unexplained).toHaveLength(1);
  });
});
