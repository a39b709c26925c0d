import { describe, expect, test } from "vitest";
import {
  type CaseOfChain,
  type CourseOfProject,
  chainOf,
  median,
  overviewOf,
  planInWorkdays,
} from "#domains/approvals/rules/project-chain.ts";
import { workdaySpans } from "#domains/approvals/rules/workday-spans.ts";
import { type LocalDate, localDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { workCalendar } from "#kernel/work-calendar.ts";

const spans = workdaySpans(workCalendar(NATIONAL_NOTICES));
const day = (text: string): LocalDate => localDate(text);
const asOf = day("2026-06-30");

const project = (given: Partial<CourseOfProject> = {}): CourseOfProject => ({
  id: "p",
  code: "XM-1",
  name: "功率器件项目",
  signedOn: day("2026-03-02"),
  steps: [
    { to: "SIGNED", on: day("2026-03-02") },
    { to: "LAND", on: day("2026-03-09") },
    { to: "BUILDING", on: day("2026-04-13") },
  ],
  firstPlan: { LAND: day("2026-03-16"), BUILDING: day("2026-05-11"), COMPLETED: day("2027-05-10") },
  ...given,
});

const oneCase = (matterCode: string, submittedOn: string, endedOn: string | null, given: Partial<CaseOfChain> = {}): CaseOfChain => ({
  id: `${matterCode}-${submittedOn}`,
  projectId: "p",
  matterCode,
  name: { zh: matterCode, en: matterCode },
  stage: matterCode === "construction-permit" ? "construction" : "land-planning",
  submittedOn: day(submittedOn),
  endedOn: endedOn === null ? null : day(endedOn),
  granted: endedOn !== null,
  pauses: [],
  limit: { length: 10, unit: "workday" },
  ...given,
});

describe("全链条用时", () => {
  test("阶段依次相接，未到的阶段只算到当日，再后面的还没有起点", () => {
    const { links, upTo, workdays, plannedWorkdays, aheadWorkdays } = chainOf(project(), [], spans, asOf);
    expect(links.map(({ name, from, to, workdays: length, plannedWorkdays: planned }) => [name.zh, from, to, length, planned])).toEqual([
      ["签约→供地", "2026-03-02", "2026-03-09", 5, 10],
      // 清明 2026-04-06 is a day off.
      ["供地→开工", "2026-03-09", "2026-04-13", 24, 37],
      ["开工→竣工", "2026-04-13", null, 53, expect.any(Number)],
      ["竣工→投产", null, null, null, null],
    ]);
    expect([upTo?.zh, workdays, plannedWorkdays, aheadWorkdays]).toEqual(["供地→开工", 29, 47, 18]);
  });

  test("租赁厂房没有供地一环：自签约到开工", () => {
    const leased = project({ steps: [{ to: "BUILDING", on: day("2026-03-02") }], firstPlan: { BUILDING: day("2026-03-02") } });
    const [start] = chainOf(leased, [], spans, asOf).links;
    expect([start?.name.zh, start?.workdays, start?.plannedWorkdays]).toEqual(["签约→开工", 0, 0]);
  });

  test("刚签约：没有到达的阶段，也就没有提前或落后", () => {
    const fresh = project({ steps: [{ to: "SIGNED", on: day("2026-06-29") }], signedOn: day("2026-06-29") });
    expect(chainOf(fresh, [], spans, asOf)).toMatchObject({ upTo: null, workdays: null, aheadWorkdays: null });
  });

  test("比计划晚：提前为负", () => {
    const late = project({ firstPlan: { LAND: day("2026-03-05"), BUILDING: day("2026-04-10") } });
    expect(chainOf(late, [], spans, asOf).aheadWorkdays).toBe(-1);
  });

  test("之后才发生的事，在过去的一天看不见", () => {
    const { links } = chainOf(project(), [oneCase("land-opinion", "2026-03-20", "2026-03-27")], spans, day("2026-03-10"));
    expect(links.map(({ to }) => to)).toEqual(["2026-03-09", null, null, null]);
  });

  test("中止的工作日另计，不算在用时里；并行办件的中止日只算一次", () => {
    const pause = { from: day("2026-03-10"), to: day("2026-03-12") };
    const cases = [
      oneCase("land-opinion", "2026-03-09", "2026-03-20", { pauses: [pause] }),
      oneCase("environment-report", "2026-03-09", "2026-03-20", { stage: "works-planning", pauses: [pause] }),
      oneCase("construction-permit", "2026-03-30", "2026-04-03", { limit: { length: 7, unit: "day" } }),
    ];
    const { links } = chainOf(project(), cases, spans, asOf);
    const approvals = links.find(({ kind }) => kind === "approvals");
    expect(approvals).toMatchObject({ from: "2026-03-09", to: "2026-04-03", workdays: 16, pausedWorkdays: 3, plannedWorkdays: 25 });
    expect(links.filter(({ kind }) => kind === "case").map((link) => [link.workdays, link.pausedWorkdays])).toEqual([
      [6, 3],
      [6, 3],
      [4, 0],
    ]);
  });

  test.each([
    ["不予的施工许可不结束审批", { granted: false }],
    ["在办的施工许可不结束审批", { endedOn: null, granted: false }],
  ])("%s", (_, given) => {
    const cases = [oneCase("land-opinion", "2026-06-01", "2026-06-05"), oneCase("construction-permit", "2026-06-01", "2026-06-05", given)];
    expect(chainOf(project(), cases, spans, asOf).links.find(({ kind }) => kind === "approvals")).toMatchObject({
      from: "2026-06-01",
      to: null,
    });
  });

  test("跨到没有放假通知的年份：标明暂定", () => {
    const { links } = chainOf(project(), [], spans, day("2031-01-10"));
    expect(links.find(({ to, from }) => to === null && from !== null)?.provisional).toBe(true);
  });
});

test("只有施工许可一件：前面的不在这里办，不算一条链", () => {
  const cases = [oneCase("construction-permit", "2026-06-01", "2026-06-05")];
  expect(chainOf(project(), cases, spans, asOf).links.filter(({ kind }) => kind === "approvals")).toEqual([]);
});

describe("总览", () => {
  const days = { from: day("2025-07-01"), asOf, before: day("2024-07-01") };
  test("中位数按办结日分期：此前一年与近一年", () => {
    const projects = ["a", "b", "c", "d"].map((id) => project({ id, steps: [], firstPlan: {} }));
    const cases = [
      oneCase("land-opinion", "2024-09-02", "2024-09-27", { projectId: "a" }),
      oneCase("land-opinion", "2026-03-02", "2026-03-09", { projectId: "b" }),
      oneCase("land-opinion", "2026-03-02", "2026-03-11", { projectId: "c" }),
      oneCase("land-opinion", "2026-06-22", null, { projectId: "d" }),
    ];
    const links = projects.flatMap((one) => chainOf(one, cases, spans, asOf).links);
    const rows = overviewOf(links, days, ["land-opinion"]);
    expect(rows.find(({ kind }) => kind === "case")).toMatchObject({
      finished: 2,
      open: 1,
      medianWorkdays: 6,
      longestWorkdays: 7,
      plannedWorkdays: 10,
      medianBefore: 18,
    });
  });

  test("没有发生过的环节不列", () => {
    expect(overviewOf([], days, ["land-opinion"])).toEqual([]);
  });
});

test.each([
  [[], null],
  [[3], 3],
  [[1, 2], 1.5],
  [[9, 1, 5], 5],
] as const)("中位数 %j → %s", (values, found) => {
  expect(median(values)).toBe(found);
});

test.each([
  [10, "workday", 10],
  [7, "day", 5],
  [30, "day", 22],
] as const)("%i %s 折合 %i 个工作日", (length, unit, workdays) => {
  expect(planInWorkdays({ length, unit })).toBe(workdays);
});
