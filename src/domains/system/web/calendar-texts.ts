import type { Text } from "#kernel/texts.ts";

export const calendarTexts = {
  title: { zh: "工作日历", en: "Work calendar" },
  state: {
    zh: "已载入 {first}—{last} 年的放假调休通知；超出部分的期限标为暂定，载入后重算。",
    en: "Notices of {first} to {last} are loaded; dates beyond are provisional and recomputed when a notice arrives.",
  },
  empty: { zh: "还没有载入通知", en: "No notice is loaded" },
  emptyHint: {
    zh: "载入国务院办公厅当年的放假调休通知后，工作日期限才能确定。",
    en: "Due dates are firm once the year's notice of the State Council's General Office is loaded.",
  },
  add: { zh: "载入通知", en: "Load a notice" },
  year: { zh: "年份", en: "Year" },
  source: { zh: "通知名称与文号", en: "Name and number of the notice" },
  daysOff: { zh: "放假日", en: "Days off" },
  extra: { zh: "调休上班日", en: "Make-up working days" },
  daysHint: { zh: "每行一个日期，如 {year}-10-01。", en: "One date a line, such as {year}-10-01." },
  count: { zh: "{off} 天放假，{extra} 天补班", en: "{off} days off, {extra} make-up days" },
  show: { zh: "查看", en: "Show" },
  due: { zh: "推算期限", en: "Compute a due date" },
  from: { zh: "起算日", en: "From" },
  days: { zh: "工作日数", en: "Working days" },
  dueOn: { zh: "到期日：{date}", en: "Due on {date}" },
  provisional: { zh: "暂定：到期年份的通知尚未载入。", en: "Provisional: the notice of that year is not loaded." },
  notDay: { zh: "“{line}”不是日期，应写作 {year}-10-01。", en: "“{line}” is not a date; write it as {year}-10-01." },
} as const satisfies Record<string, Text>;
