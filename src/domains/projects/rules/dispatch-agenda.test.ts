import { describe, expect, test } from "vitest";
import type { Colour } from "#domains/projects/contract/colour.ts";
import { AgendaSource } from "#domains/projects/contract/dispatch.ts";
import type { IssueLevel } from "#domains/projects/contract/task-force-operations.ts";
import {
  AGENDA_ORDER,
  type AgendaEdit,
  type AgendaInput,
  type AgendaProject,
  composeAgenda,
  editAgenda,
} from "#domains/projects/rules/dispatch-agenda.ts";
import type { Decimal } from "#kernel/decimal.ts";
import { type LocalDate, localDate } from "#kernel/local-date.ts";

const asOf = localDate("2026-06-22");
const heldOn = localDate("2026-06-23");
const owner = { id: "p", name: "周衡" };
const ref = (name: string) => ({ id: name, code: name, name });

const project = (name: string, colour: Colour | null, more: Partial<AgendaProject> = {}): AgendaProject => ({
  project: ref(name),
  owner,
  colour,
  reasons:
    colour === null || colour === "green"
      ? []
      : [{ dimension: "progress", colour, value: null, subject: null, zh: `${name}进度缺口`, en: `${name} is behind` }],
  since: null,
  secondYellow: false,
  plannedTotalYuan: "1" as Decimal,
  milestones: [],
  ...more,
});

const nothing: AgendaInput = { asOf, heldOn, projects: [], issues: [], resolutions: [], supervision: [], dateRequests: [], deferred: [] };
const issue = (id: string, level: IssueLevel, stuckWorkdays: number, dueOn = "2026-12-31") => ({
  id,
  project: ref("甲"),
  owner,
  title: id,
  level,
  openedOn: localDate("2026-06-01"),
  dueOn: localDate(dueOn),
  stuckWorkdays,
});
const resolution = (id: string, dueOn: string, extensions = 0) => ({
  id,
  code: id,
  project: null,
  owner,
  text: "落实用电",
  dueOn: localDate(dueOn),
  extensions,
});
const titles = (input: Partial<AgendaInput>) => composeAgenda({ ...nothing, ...input }).map((item) => item.title);

describe("议程自己生成", () => {
  test("什么都没有时没有议题", () => {
    expect(composeAgenda(nothing)).toEqual([]);
  });

  test.each([
    ["red", "red"],
    ["yellow", "yellow"],
    ["blue", undefined],
    ["green", undefined],
  ] as const)("%s灯的项目：%s", (colour, source) => {
    expect(composeAgenda({ ...nothing, projects: [project("甲", colour)] })[0]?.source).toBe(source);
  });

  test("红灯先于连续黄灯，连续黄灯先于卡点问题，黄灯在后；红得久的、投资大的在前", () => {
    const projects = [
      project("黄", "yellow"),
      project("连黄", "yellow", { secondYellow: true }),
      project("小红", "red"),
      project("大红", "red", { plannedTotalYuan: "9" as Decimal }),
      project("久红", "red", { since: localDate("2026-04-30") }),
    ];
    expect(titles({ projects, issues: [issue("卡点", "leadership", 0)] })).toEqual(["久红", "大红", "小红", "连黄", "卡点", "黄"]);
  });

  test("缘由只说决定颜色的那一条，写明自何时起", () => {
    const one = project("甲", "red", {
      since: localDate("2026-05-31"),
      reasons: [
        { dimension: "progress", colour: "red", value: null, subject: null, zh: "进度缺口40个百分点", en: "40 points behind" },
        { dimension: "milestone", colour: "blue", value: null, subject: null, zh: "里程碑逾期9天", en: "9 days overdue" },
      ],
    });
    expect(composeAgenda({ ...nothing, projects: [one] })[0]?.reason).toEqual({
      zh: "红灯（自2026年5月31日（周日）起）：进度缺口40个百分点",
      en: "red (since 31 May 2026 (Sun)): 40 points behind",
    });
  });

  test.each([
    ["leadership", 0, true],
    ["department", 4, false],
    ["department", 5, true],
    ["task-force", 9, false],
    ["task-force", 10, true],
  ] as const)("卡在%s %i 个工作日：上会 %s", (level, days, comes) => {
    expect(titles({ issues: [issue("卡点", level, days)] })).toEqual(comes ? ["卡点"] : []);
  });

  test.each([
    ["2026-06-21", true],
    ["2026-06-22", false],
  ] as const)("专班的问题 %s 到期：一过期就上会 %s", (due, comes) => {
    expect(titles({ issues: [issue("卡点", "task-force", 1, due)] })).toEqual(comes ? ["卡点"] : []);
  });

  test.each([
    ["2026-06-20", "应于2026年6月20日（周六）办结，已逾期2天"],
    ["2026-06-21", "应于2026年6月21日（周日）办结，已逾期1天"],
    ["2026-06-22", "2026年6月22日（周一）会前到期，尚未办结"],
    ["2026-06-23", undefined],
  ] as const)("议定事项 %s 到期：%s", (due, reason) => {
    expect(composeAgenda({ ...nothing, resolutions: [resolution("2026-1-1", due)] })[0]?.reason.zh).toBe(reason);
  });

  test("延期的议定事项写明次数", () => {
    const [item] = composeAgenda({ ...nothing, resolutions: [resolution("2026-1-1", "2026-06-20", 2)] });
    expect([item?.title, item?.reason.zh]).toEqual(["2026-1-1 落实用电", "应于2026年6月20日（周六）办结，已逾期2天，延期2次"]);
  });

  test.each([
    ["2026-06-21", false],
    ["2026-06-22", true],
    ["2026-07-07", true],
    ["2026-07-08", false],
  ] as const)("节点 %s：会后十四天内到期才上会 %s", (plannedOn, comes) => {
    const one = project("甲", "green", { milestones: [{ kind: "complete", plannedOn: localDate(plannedOn) }] });
    expect(titles({ projects: [one] })).toEqual(comes ? ["甲"] : []);
  });

  test.each([
    ["reply", "2026-06-21", "督办〔2026〕7号应于2026年6月21日（周日）回复，已逾期1天"],
    ["issue", "2026-06-20", "督办单应于2026年6月20日（周六）签发，已逾期2天"],
    ["reply", "2026-06-22", undefined],
  ] as const)("督办 %s %s", (awaited, by, reason) => {
    const supervision = [{ id: "s", projectId: "甲", number: "督办〔2026〕7号", awaited, by: localDate(by) }];
    expect(composeAgenda({ ...nothing, projects: [project("甲", "green")], supervision })[0]?.reason.zh).toBe(reason);
  });

  test("一个项目只上一次：轻的缘由并在最重的缘由之下；问题和议定事项各自上会", () => {
    const one = project("甲", "red", { milestones: [{ kind: "complete", plannedOn: localDate("2026-06-30") }] });
    const agenda = composeAgenda({
      ...nothing,
      projects: [one],
      issues: [issue("卡点", "leadership", 0)],
      supervision: [{ id: "s", projectId: "甲", number: null, awaited: "reply", by: localDate("2026-06-20") }],
      dateRequests: [
        {
          id: "d",
          projectId: "甲",
          kind: "complete",
          from: localDate("2026-06-30"),
          to: localDate("2026-09-30"),
          requestedOn: localDate("2026-06-18"),
          requestedBy: "项目专班",
        },
      ],
    });
    expect(agenda.map(({ source, also }) => [source, also.map((more) => more.source)])).toEqual([
      ["red", ["supervision", "date-request", "milestone"]],
      ["issue", []],
    ]);
  });

  test("同一项目几件督办都逾期，只说最久的一件", () => {
    const letter = (id: string, by: string) => ({ id, projectId: "甲", number: null, awaited: "reply" as const, by: localDate(by) });
    const supervision = [letter("新", "2026-06-20"), letter("旧", "2026-05-20")];
    const [item, ...more] = composeAgenda({ ...nothing, projects: [project("甲", "green")], supervision });
    expect([item?.key, item?.also, more]).toEqual(["supervision:旧", [], []]);
  });

  test("已终止、名册上没有的项目的督办不上会", () => {
    expect(titles({ supervision: [{ id: "s", projectId: "没有", number: null, awaited: "reply", by: localDate("2026-06-01") }] })).toEqual(
      [],
    );
  });

  test("每一类都写明为什么排在这里", () => {
    for (const source of AgendaSource.options) expect(AGENDA_ORDER[source].zh.length).toBeGreaterThan(4);
  });
});

describe("人对议程的增减", () => {
  const drafts = composeAgenda({ ...nothing, projects: [project("甲", "red"), project("乙", "yellow")] });
  const edit = (key: string, change: AgendaEdit["change"], more: Partial<AgendaEdit> = {}): AgendaEdit => ({
    key,
    change,
    title: null,
    project: null,
    owner: null,
    reason: "另行专题研究",
    by: "管委会领导",
    ...more,
  });

  test("不上会的仍看得见，写明谁、为何", () => {
    const [first] = editAgenda(drafts, [edit("colour:甲", "drop")]);
    expect(first).toMatchObject({ title: "甲", change: "drop", changeReason: "另行专题研究", changedBy: "管委会领导" });
  });

  test("同一议题以最后说的为准，恢复上会也留下理由", () => {
    const [first] = editAgenda(drafts, [edit("colour:甲", "drop"), edit("colour:甲", "keep", { reason: "领导要求上会" })]);
    expect([first?.change, first?.changeReason]).toEqual(["keep", "领导要求上会"]);
  });

  test("临时提交的排在黄灯之前，缓议后也不消失", () => {
    const added = edit("added:1", "add", { title: "听取用地情况", reason: "企业来函" });
    expect(editAgenda(drafts, [added]).map((item) => item.title)).toEqual(["甲", "听取用地情况", "乙"]);
    const put = editAgenda(drafts, [added, edit("added:1", "defer")]).find((item) => item.key === "added:1");
    expect([put?.change, put?.reason.zh]).toEqual(["defer", "管委会领导提交：企业来函"]);
  });

  test("对不上任何议题的增减不产生议题", () => {
    expect(editAgenda(drafts, [edit("colour:没有", "drop")])).toHaveLength(2);
  });
});

test("日子由外面给：同样的输入总得同样的议程", () => {
  const input: AgendaInput = { ...nothing, asOf: "2026-06-22" as LocalDate, projects: [project("甲", "red"), project("乙", "red")] };
  expect(composeAgenda(input)).toEqual(composeAgenda(input));
});
