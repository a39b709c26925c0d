import { type LocalDate, localDate } from "#kernel/local-date.ts";
import type { ReplyOf, SampleStep, SampleWorld } from "./step.ts";

type Item = ReplyOf<"projects.listSupervision">["items"][number];
type Dimension = Item["reasons"][number]["dimension"];
type Times = { readonly on: LocalDate; readonly times: number };

/** What followed the filing of a month: what was issued at once, answered in time and late, and closed. */
type Round = {
  readonly issued: LocalDate;
  /** Worded by hand before the rest went out together. */
  readonly byHand: readonly string[];
  /** How many leadership did not get to: they are late by now. */
  readonly left: number;
  readonly replied: readonly Times[];
  readonly closed: Times;
};

const on = (day: string, times: number): Times => ({ on: localDate(day), times });

const ROUNDS: Readonly<Record<number, Round>> = {
  1: {
    issued: localDate("2026-02-02"),
    byHand: ["请于五个工作日内书面说明未入库原因，附入库材料清单和完成时限。"],
    left: 0,
    replied: [on("2026-02-06", 2), on("2026-02-12", 1)],
    closed: on("2026-02-27", 2),
  },
  2: {
    issued: localDate("2026-03-02"),
    byHand: [],
    left: 0,
    replied: [on("2026-03-05", 11), on("2026-03-10", 3)],
    closed: on("2026-03-27", 12),
  },
  3: {
    issued: localDate("2026-04-01"),
    byHand: [],
    left: 0,
    replied: [on("2026-04-08", 34), on("2026-04-13", 8)],
    closed: on("2026-04-27", 30),
  },
  4: {
    issued: localDate("2026-05-06"),
    byHand: [],
    left: 0,
    replied: [on("2026-05-11", 40), on("2026-05-14", 8)],
    closed: on("2026-05-28", 38),
  },
  5: {
    issued: localDate("2026-06-01"),
    byHand: ["项目连续两个月亮黄灯，请项目专班负责人到场说明，并于五个工作日内报送整改清单。"],
    left: 3,
    replied: [on("2026-06-05", 22), on("2026-06-11", 5)],
    closed: on("2026-06-25", 20),
  },
};

const REPLIES: Readonly<Record<Dimension, string>> = {
  progress: "已与施工单位排定追赶计划，缺口分三个月补齐，每周报送完成额。",
  milestone: "逾期节点的原因和完成时间已逐项列明，其中需要改期的已提交申请。",
  start: "施工图审查意见已回复，本月内领取施工许可后进场。",
  "stat-entry": "已与统计部门核对，缺施工合同备案页和现场照片，本周补齐后报送。",
  silence: "月报已补报，此后由专人在每月月底前上报。",
  state: "停工原因已书面说明，复工计划附后。",
};
const OTHERWISE = "原因已查明，整改措施和完成时限附后。";
const NOTE = "措施可行，转入月度跟踪。";

const waiting = async (world: SampleWorld, state: Item["state"], limit: number): Promise<readonly Item[]> =>
  (await world.ask("leader", "projects.listSupervision", { state, limit })).items;

/** Letters and escalations go out on the next working day; then those who work on the projects answer what waits longest. */
export function supervisionAfter(month: number): readonly SampleStep[] {
  const round = ROUNDS[month];
  if (round === undefined) return [];
  const { issued, byHand, left, replied, closed } = round;
  return [
    ...byHand.map(
      (text, place): SampleStep => ({
        name: `单独签发${issued}第${place + 1}件督办单`,
        as: "leader",
        operation: "projects.issueSupervision",
        input: async (world) => {
          const [first] = await waiting(world, "OPEN", 1);
          const addressee = (await world.ask("leader", "projects.listPeople", {})).items.find(({ roles }) => roles.includes("task_force"));
          const to = addressee === undefined ? {} : { addresseeId: addressee.id };
          return first && { supervisionId: first.id, version: first.version, text, ...to };
        },
        on: issued,
      }),
    ),
    {
      name: `批量签发${issued}督办单`,
      as: "leader",
      operation: "projects.issueAllSupervision",
      input: async (world) => {
        const open = await waiting(world, "OPEN", 200);
        const items = open.slice(0, Math.max(0, open.length - left)).map(({ id, version }) => ({ supervisionId: id, version }));
        return items.length === 0 ? undefined : { items };
      },
      on: issued,
    },
    ...replied.flatMap(({ on: day, times }) => Array.from({ length: times }, (_, place) => reply(day, place + 1))),
    ...Array.from({ length: closed.times }, (_, place) => close(closed.on, place + 1)),
  ];
}

const reply = (day: LocalDate, number: number): SampleStep => ({
  name: `${day}回复督办，第${number}件`,
  as: "taskforce",
  operation: "projects.replySupervision",
  input: async (world) => {
    const [longest] = await waiting(world, "ISSUED", 1);
    // Reminders ask for no answer; they come last.
    if (longest === undefined || longest.dueOn === null) return undefined;
    const about = longest.reasons[0]?.dimension;
    return { supervisionId: longest.id, version: longest.version, reply: about === undefined ? OTHERWISE : REPLIES[about] };
  },
  on: day,
});

const close = (day: LocalDate, number: number): SampleStep => ({
  name: `${day}办结督办，第${number}件`,
  as: "leader",
  operation: "projects.closeSupervision",
  input: async (world) => {
    const [replied] = await waiting(world, "REPLIED", 1);
    return replied && { supervisionId: replied.id, version: replied.version, note: NOTE };
  },
  on: day,
});
