import type { ClockState } from "#kernel/clock.ts";
import type { Text } from "#kernel/texts.ts";

export const clockTexts = {
  "clock.pause-reason": { zh: "“{reason}”不是法定的中止计时事由。", en: "“{reason}” is no statutory reason to stop the clock." },
  "clock.pause-before-start": {
    zh: "中止应在起算日 {startedOn} 之后开始。",
    en: "A pause begins after the clock's first day, {startedOn}.",
  },
  "clock.pause-backwards": { zh: "中止的结束日 {to} 早于开始日 {from}。", en: "The pause ends on {to}, before it begins on {from}." },
  "clock.pause-without-notice": {
    zh: "中止计时须书面告知申请人：请填写告知书编号。",
    en: "The applicant must be told of a pause in writing: give the number of the notice.",
  },
  "clock.pause-overlaps": { zh: "与另一段中止的日期重叠。", en: "The days overlap with another pause." },
} as const satisfies Readonly<Record<string, Text>>;

export const clockStateTexts: Readonly<Record<ClockState, Text>> = {
  "not-started": { zh: "未起算", en: "not started" },
  running: { zh: "计时中", en: "running" },
  paused: { zh: "中止计时", en: "paused" },
  overdue: { zh: "已超期", en: "overdue" },
  met: { zh: "已办结", en: "met" },
};
