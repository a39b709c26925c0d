import { describe, expect, test } from "vitest";
import type { CaseState } from "#domains/approvals/contract/case.ts";
import { type CaseCourse, courseAsOf, type ReviewRecord } from "#domains/approvals/rules/case-course.ts";
import { exampleCourse } from "#domains/approvals/rules/example-course.ts";
import { exampleMatter, exampleNode } from "#domains/approvals/rules/example-matter.ts";
import { publicTimeline } from "#domains/approvals/rules/public-timeline.ts";
import { whoIsBlocking } from "#domains/approvals/rules/who-is-blocking.ts";
import { localDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { workCalendar } from "#kernel/work-calendar.ts";

const calendar = workCalendar(NATIONAL_NOTICES);
const d = localDate;
const asOf = d("2026-03-10");
const matter = exampleMatter("permit", {
  reviews: [exampleNode("fire", [], { department: "消防支队" }), exampleNode("joint", ["fire"])],
  pauses: [{ reason: "听证", most: 3, source: "x" }],
});
const step = (move: string, from: CaseState | null, to: CaseState, on: string) => ({ move, from, to, on: d(on), automatic: null });
const review = (node: string, state: ReviewRecord["state"], openedOn: string | null, closedOn: string | null): ReviewRecord => ({
  node,
  department: node === "fire" ? "消防支队" : "建设管理局",
  state,
  openedOn: openedOn === null ? null : d(openedOn),
  closedOn: closedOn === null ? null : d(closedOn),
});
const course = (state: CaseState, given: Partial<CaseCourse> = {}) =>
  exampleCourse({
    matter,
    state,
    submittedOn: d("2026-03-03"),
    acceptedOn: d("2026-03-04"),
    steps: [step("draft", null, "DRAFT", "2026-03-02"), step("x", "DRAFT", state, "2026-03-05")],
    ...given,
  });

describe("查明不实的承诺", () => {
  const untrue = [{ key: "proof", state: "FALSE", foundOn: d("2026-03-06"), correctBy: d("2026-03-20") }] as const;
  const plain = { matter: exampleMatter("plain"), commitments: untrue };
  test.each([
    ["本该负责人决定的，等申请人整改", course("ACCEPTED", plain), "applicant"],
    ["准予了还没送达的，等申请人整改", course("DECIDED", { ...plain, decision: "granted" }), "applicant"],
    ["不予许可的照常送达", course("DECIDED", { ...plain, decision: "refused" }), "window"],
    [
      "还在审查的照常等部门",
      course("REVIEWING", { commitments: untrue, reviews: [review("fire", "open", "2026-03-06", null)] }),
      "department",
    ],
  ] as const)("%s", (_, given, who) => expect(whoIsBlocking(given, calendar, asOf).who).toBe(who));

  test("查明之前的日子照当时读", () => {
    expect(whoIsBlocking(courseAsOf(course("ACCEPTED", plain), d("2026-03-05")), calendar, d("2026-03-05")).who).toBe("head");
  });
});

describe("卡在谁那里", () => {
  test.each([
    ["草稿", exampleCourse({ matter }), "applicant", "2026-03-02", 6],
    ["已提交", course("SUBMITTED"), "window", "2026-03-05", 3],
    ["待补正", course("SUPPLEMENT"), "applicant", "2026-03-05", 3],
    ["已受理、有审查", course("ACCEPTED"), "window", "2026-03-05", 3],
    ["已受理、无审查", course("ACCEPTED", { matter: exampleMatter("plain") }), "head", "2026-03-05", 3],
    ["审查中", course("REVIEWING", { reviews: [review("fire", "open", "2026-03-06", null)] }), "department", "2026-03-06", 2],
    [
      "意见齐了",
      course("REVIEWING", {
        reviews: [review("fire", "objected", "2026-03-05", "2026-03-06"), review("joint", "agreed", "2026-03-06", "2026-03-09")],
      }),
      "head",
      "2026-03-09",
      1,
    ],
    [
      "中止",
      course("SUSPENDED", { pauses: [{ reason: "听证", from: d("2026-03-09"), to: null, notice: "1" }] }),
      "window",
      "2026-03-05",
      1,
    ],
    [
      "审查中、中止过两个工作日",
      course("REVIEWING", {
        reviews: [review("fire", "open", "2026-03-05", null)],
        pauses: [{ reason: "听证", from: d("2026-03-06"), to: d("2026-03-09"), notice: "1" }],
      }),
      "department",
      "2026-03-05",
      1,
    ],
    [
      "中止期满",
      course("SUSPENDED", { pauses: [{ reason: "听证", from: d("2026-03-05"), to: d("2026-03-06"), notice: "1" }] }),
      "window",
      "2026-03-05",
      2,
    ],
    ["已决定", course("DECIDED", { decision: "granted", decidedOn: d("2026-03-05") }), "window", "2026-03-05", 3],
    [
      "准予而容缺未补",
      course("DECIDED", {
        decision: "granted",
        decidedOn: d("2026-03-05"),
        deferrals: [{ key: "a", state: "OPEN" }],
      }),
      "applicant",
      "2026-03-05",
      3,
    ],
    [
      "不予而容缺未补",
      course("DECIDED", {
        decision: "refused",
        decidedOn: d("2026-03-05"),
        deferrals: [{ key: "a", state: "OPEN" }],
      }),
      "window",
      "2026-03-05",
      3,
    ],
    ["已送达", course("DELIVERED"), "nobody", null, 0],
    ["已撤回", course("WITHDRAWN"), "nobody", null, 0],
  ] as const)("%s", (_, subject, who, since, workdays) => {
    expect(whoIsBlocking(subject, calendar, asOf)).toMatchObject({ who, since, workdays });
  });

  test("一句话两种语言，说得出人、事、起算日和工作日", () => {
    const { sentence } = whoIsBlocking(course("SUBMITTED"), calendar, asOf);
    expect(sentence).toEqual({
      zh: "等行政审批局窗口受理、一次性告知补正或不予受理：自2026年3月5日（周四）起，已 3 个工作日。",
      en: "Waits for the window of 行政审批局 to accept it, notice the supplement, or refuse to accept it: since 5 Mar 2026 (Thu), 3 working days.",
    });
  });

  test("中止期满而没有恢复，说的是恢复", () => {
    const subject = course("SUSPENDED", { pauses: [{ reason: "听证", from: d("2026-03-05"), to: null, notice: "1" }] });
    expect(whoIsBlocking(subject, calendar, d("2026-03-09")).sentence.zh).toContain("结束后恢复计时");
    expect(whoIsBlocking(subject, calendar, d("2026-03-10")).sentence.zh).toContain("期限已满");
  });
});

describe("过去某日的样子", () => {
  const whole = exampleCourse({
    matter,
    state: "DELIVERED",
    decision: "granted",
    submittedOn: d("2026-03-03"),
    acceptedOn: d("2026-03-04"),
    decidedOn: d("2026-03-09"),
    deliveredOn: d("2026-03-10"),
    steps: [
      step("draft", null, "DRAFT", "2026-03-02"),
      step("submit", "DRAFT", "SUBMITTED", "2026-03-03"),
      step("accept", "SUBMITTED", "ACCEPTED", "2026-03-04"),
      step("startReview", "ACCEPTED", "REVIEWING", "2026-03-05"),
      step("giveOpinion", "REVIEWING", "REVIEWING", "2026-03-06"),
      step("decide", "REVIEWING", "DECIDED", "2026-03-09"),
      step("deliver", "DECIDED", "DELIVERED", "2026-03-10"),
    ],
    reviews: [review("fire", "agreed", "2026-03-05", "2026-03-06"), review("joint", "agreed", "2026-03-06", "2026-03-09")],
  });
  test.each([
    ["2026-03-02", "DRAFT", "applicant", ""],
    ["2026-03-03", "SUBMITTED", "window", "行政审批局"],
    ["2026-03-04", "ACCEPTED", "window", "行政审批局"],
    ["2026-03-05", "REVIEWING", "department", "消防支队"],
    ["2026-03-06", "REVIEWING", "department", "建设管理局"],
    ["2026-03-09", "DECIDED", "window", "行政审批局"],
    ["2026-03-10", "DELIVERED", "nobody", ""],
  ])("%s：%s", (day, state, who, name) => {
    const then = courseAsOf(whole, d(day));
    expect(then.state).toBe(state);
    expect(then.decision).toBe(day >= "2026-03-09" ? "granted" : null);
    expect(whoIsBlocking(then, calendar, d(day))).toMatchObject(name === "" ? { who } : { who, name });
  });

  test("公开的进度没有部门意见；决定写明准予；自动步骤标明自动", () => {
    const shown = publicTimeline("BJ-2026-000001", whole, calendar, d("2026-03-10"));
    expect(shown.lines.map(({ words }) => words.zh)).toEqual(["填写申请", "提交申请", "受理", "转入审查", "作出决定：准予许可", "送达"]);
    const deemed = {
      ...whole,
      steps: whole.steps.map((one) => (one.move === "accept" ? { ...one, move: "deemAccepted", automatic: "规则" } : one)),
    };
    expect(publicTimeline("x", deemed, calendar, d("2026-03-10")).lines.filter(({ automatic }) => automatic)).toMatchObject([
      { words: { zh: "视为受理" }, done: true },
    ]);
  });
});
