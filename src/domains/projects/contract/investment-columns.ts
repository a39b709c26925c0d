import type { Text } from "#kernel/texts.ts";

export type InvestmentColumn = {
  readonly key: string;
  readonly head: Text;
  readonly required: boolean;
  readonly width: number;
  readonly expected: Text;
};

const text = (zh: string, en: string): Text => ({ zh, en });
const amount = text("不小于 0 的数字，单位万元", "a number of 0 or more, in units of 10,000 yuan");
const MONTHS = Array.from({ length: 12 }, (_, place) => place + 1);

/** Plans and reports in one sheet: a row gives the plan of a year, the report of a month, the statistics entry, or several of them. */
export const investmentColumns: readonly InvestmentColumn[] = [
  {
    key: "project",
    head: text("项目", "Project"),
    required: true,
    width: 36,
    expected: text("项目编号或登记的名称", "the code or registered name"),
  },
  {
    key: "year",
    head: text("计划年度", "Plan year"),
    required: false,
    width: 10,
    expected: text("四位年份，如 2026", "a year such as 2026"),
  },
  ...MONTHS.map((month) => ({
    key: `plan${month}`,
    head: text(`${month}月计划（万元）`, `Plan of month ${month} (10,000 yuan)`),
    required: false,
    width: 12,
    expected: amount,
  })),
  { key: "month", head: text("报送月份", "Month reported"), required: false, width: 12, expected: text("如 2026-06", "such as 2026-06") },
  { key: "invested", head: text("当月完成（万元）", "Invested in the month (10,000 yuan)"), required: false, width: 14, expected: amount },
  {
    key: "progress",
    head: text("形象进度", "Progress"),
    required: false,
    width: 30,
    expected: text("不超过 1000 字", "at most 1,000 characters"),
  },
  {
    key: "entered",
    head: text("入库日期", "Statistics entry"),
    required: false,
    width: 14,
    expected: text("日期，如 2026-03-02", "a day such as 2026-03-02"),
  },
];

export const investmentTemplateNames = {
  sheet: { zh: "投资", en: "Investment" },
  file: { zh: "投资计划与月报模板.xlsx", en: "investment-template.xlsx" },
} as const satisfies Record<string, Text>;
