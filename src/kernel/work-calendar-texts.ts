import type { Text } from "#kernel/texts.ts";

/** Sentences about the work calendar: what is wrong with a notice, and what a provisional date is. */
export const workCalendarTexts = {
  "notice.year-impossible": {
    zh: "年份 {year} 不对：应为 1949 至 2100 之间的整数。",
    en: "The year {year} is not possible: a whole number from 1949 to 2100 was expected.",
  },
  "notice.no-source": {
    zh: "没有写明 {year} 年放假通知的名称或文号。",
    en: "The title or number of the holiday notice of {year} is missing.",
  },
  "notice.too-many-rows": {
    zh: "行数太多：一年的放假通知最多 {most} 行。",
    en: "Too many rows: the notice of one year has at most {most}.",
  },
  "notice.date-not-a-day": {
    zh: "“{date}”不是日期：应写成 2026-10-01。",
    en: "“{date}” is not a date: something like 2026-10-01 was expected.",
  },
  "notice.date-outside-year": {
    zh: "{date} 不在 {year} 年的通知范围内：应在 {year} 年内，或上一年的最后几天。",
    en: "{date} is outside the notice of {year}: a day of {year}, or of the last days of the year before, was expected.",
  },
  "notice.date-twice": { zh: "{date} 重复：第 {first} 行已有。", en: "{date} stands twice: it is already in row {first}." },
  "notice.no-name": { zh: "{date} 没有节日名称（1 至 60 个字）。", en: "{date} has no holiday name (1 to 60 characters)." },
  "notice.kind-unknown": {
    zh: "{date} 的类型“{kind}”不认识：应为“休”或“班”。",
    en: "The kind “{kind}” of {date} is unknown: 休 (off) or 班 (work) was expected.",
  },
  "notice.make-up-on-weekday": {
    zh: "{date} 不是周六或周日，不能是调休上班日。",
    en: "{date} is neither a Saturday nor a Sunday, so it cannot be a make-up working day.",
  },
  "notice.holiday-missing": { zh: "通知不完整：{date} 应为放假日。", en: "The notice is incomplete: {date} should be a day off." },
  "calendar.provisional": {
    zh: "暂定：有关年份的放假通知尚未载入，先按星期和法定固定节日推算，载入后重新计算。",
    en: "Provisional: the holiday notice of a year on the way is not loaded yet. Computed by weekdays and fixed holidays, and computed again once it is.",
  },
} as const satisfies Readonly<Record<string, Text>>;
