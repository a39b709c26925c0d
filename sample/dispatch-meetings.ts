import { type LocalDate, localDate } from "#kernel/local-date.ts";
import type { SampleUser } from "./step.ts";

/** Two Tuesdays in June; the Friday between them is the Dragon Boat Festival. */
export const HELD = [localDate("2026-06-16"), localDate("2026-06-23")] as const;
export const NEXT_HELD: LocalDate = localDate("2026-06-30");

type SampleResolution = {
  readonly text: string;
  readonly owner: string;
  readonly dueOn: string;
  readonly closed?: { readonly as: SampleUser; readonly on: string; readonly evidence: string; readonly paper: string };
  readonly extended?: readonly { readonly to: string; readonly on: string; readonly reason: string }[];
};

/** What a meeting made of the item at a place of its agenda. */
export type SampleOutcome = { readonly place: number; readonly notes: string; readonly resolutions: readonly SampleResolution[] };

/** What somebody brought before the meeting by hand, and why it was put off. */
export type SampleAddition = { readonly title: string; readonly reason: string; readonly deferred?: string };

export const ADDED = {
  first: {
    title: "迎峰度夏期间重点项目用电保障",
    reason: "供电公司来函，7月起错峰",
    deferred: "供电公司错峰方案未定，下次再议",
  },
  second: { title: "下半年集中开工活动的用地准备", reason: "活动拟于7月下旬举行" },
} as const satisfies Record<string, SampleAddition>;

export const FIRST_WEEK: readonly SampleOutcome[] = [
  {
    place: 1,
    notes: "企业汇报滞后原因为施工图审查反复。建设管理局认为可分段报审，先行办理基础施工部分。\n会议要求每周报送一次销号进度。",
    resolutions: [
      {
        text: "分段办理施工图审查，先行取得基础施工部分合格书",
        owner: "项目专班",
        dueOn: "2026-06-19",
        closed: { as: "taskforce", on: "2026-06-18", evidence: "基础部分审查合格书已取得", paper: "施工图审查合格书（基础部分）" },
      },
      { text: "组织参建单位编制赶工计划，逐周核验", owner: "项目专班", dueOn: "2026-06-26" },
    ],
  },
  {
    place: 2,
    notes: "投资方资金到位较计划晚一个季度，招商合作局已两次约谈。",
    resolutions: [
      {
        text: "约谈投资方主要负责人，取得书面出资计划",
        owner: "招商岗",
        dueOn: "2026-06-23",
        closed: { as: "promotion", on: "2026-06-22", evidence: "投资方来函确认三季度末前出资到位", paper: "投资方出资计划函" },
      },
    ],
  },
  {
    place: 3,
    notes: "项目用地内高压线尚未迁改，供电公司要求先行缴纳迁改费用。",
    resolutions: [
      {
        text: "与供电公司商定高压线迁改方案和费用分担",
        owner: "经济运行局负责人",
        dueOn: "2026-06-24",
        closed: { as: "head", on: "2026-06-24", evidence: "迁改协议已签，7月中旬停电施工", paper: "高压线迁改协议" },
      },
      {
        text: "核实迁改期间已完成投资的入库口径",
        owner: "统计岗",
        dueOn: "2026-06-22",
        extended: [
          { to: "2026-06-29", on: "2026-06-22", reason: "企业补充凭证尚未到齐" },
          { to: "2026-07-06", on: "2026-06-29", reason: "市统计局答复口径中" },
        ],
      },
    ],
  },
  {
    place: 4,
    notes: "施工许可材料缺消防设计审查意见，窗口建议并联办理。",
    resolutions: [{ text: "消防设计审查与施工许可并联办理，一次告知缺件", owner: "审批窗口", dueOn: "2026-06-29" }],
  },
  {
    place: 5,
    notes: "连续两月未达序时，专班与企业对剩余工程量的测算不一致。",
    resolutions: [{ text: "重新测算剩余工程量并提交调整建议", owner: "项目专班", dueOn: "2026-07-03" }],
  },
];

export const SECOND_WEEK: readonly SampleOutcome[] = [
  {
    place: 1,
    notes: "上周议定事项已办结一项，赶工计划仍在编制。会议要求本周内报送。",
    resolutions: [{ text: "建立现场日报，滞后工序次日报专班", owner: "项目专班", dueOn: "2026-07-03" }],
  },
  {
    place: 2,
    notes: "出资计划函已收到。会议同意按函件节点调整督办期限，不再另发督办单。",
    resolutions: [
      {
        text: "将出资节点列入项目计划并告知企业",
        owner: "招商岗",
        dueOn: "2026-06-26",
        closed: { as: "promotion", on: "2026-06-26", evidence: "已书面告知企业并取得回执", paper: "出资节点告知书回执" },
      },
    ],
  },
  {
    place: 3,
    notes: "进场道路与市政管线施工交叉，需统一时序。",
    resolutions: [
      { text: "会商市政管线与进场道路施工时序，出具协调单", owner: "项目专班", dueOn: "2026-06-29" },
      { text: "核定临时用地手续", owner: "审批窗口", dueOn: "2026-07-07" },
    ],
  },
  {
    place: 4,
    notes: "企业反映用工不足，请企业服务中心组织专场招聘。",
    resolutions: [{ text: "组织一场专场招聘并回访到岗情况", owner: "店小二", dueOn: "2026-07-10" }],
  },
];
