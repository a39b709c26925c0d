import type { Text } from "#kernel/texts.ts";

/** Refusals of a row in the import of past cases. */
export const importTexts = {
  "approvals.past-move": {
    zh: "{on} 的“{move}”不成立：{because}",
    en: "“{moveEn}” on {on} could not have happened: {becauseEn}",
  },
  "approvals.past-known": { zh: "已有相同的办件（{number}）。", en: "The same case is here already ({number})." },
  "approvals.past-project": { zh: "没有登记过项目“{project}”。", en: "No project “{project}” is registered." },
  "approvals.past-future": { zh: "日期 {date} 晚于今天（{today}）。", en: "{date} is later than today ({today})." },
} as const satisfies Record<string, Text>;

/** Why a past move could not have happened, beside the reasons of the lifecycle. */
export const importReasons = {
  "before-last-step": { zh: "早于上一步", en: "it is before the step that it follows" },
  "silence-not-allowed": { zh: "该环节没有约定逾期视为无异议", en: "silence of this review means nothing" },
  "silence-too-early": { zh: "该环节的时限还没有过", en: "the limit of this review was not over" },
  "no-extension": { zh: "法律没有规定可以延长", en: "the law gives no more time" },
  "extended-already": { zh: "已经延长过一次", en: "it was extended once already" },
  "extension-late": { zh: "法定期限已过", en: "the legal limit was over" },
  "pause-too-long": { zh: "超过该原因的最长中止时间", en: "it is longer than its reason allows" },
  "resume-before-start": { zh: "结束早于开始", en: "it ends before it began" },
  "resume-in-future": { zh: "恢复早于中止的最后一天", en: "the clock runs again before the last day of the pause" },
  "clock.pause-reason": { zh: "不是法定的中止原因", en: "the reason is none that the law knows" },
  "clock.pause-backwards": { zh: "结束早于开始", en: "it ends before it began" },
  "clock.pause-overlaps": { zh: "与另一段中止重叠", en: "it overlaps another pause" },
  "clock.pause-before-start": { zh: "早于受理", en: "it is before the acceptance" },
  "clock.pause-without-notice": { zh: "没有书面告知", en: "there was no written notice" },
} as const satisfies Record<string, Text>;
