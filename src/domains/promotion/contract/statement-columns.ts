import { STATEMENT_ITEMS, type StatementItem, statementItemWords } from "#domains/promotion/contract/statement.ts";
import type { SheetColumn } from "#kernel/sheet-cells.ts";
import type { Text } from "#kernel/texts.ts";

export type StatementColumn = SheetColumn & { readonly width: number };

const text = (zh: string, en: string): Text => ({ zh, en });
const amount = text(
  "数字，单位万元，亏损为负，没有的留空",
  "a number in units of 10,000 yuan, negative for a loss, empty where there is none",
);
const wanted = text("数字，单位万元，亏损为负", "a number in units of 10,000 yuan, negative for a loss");
const percent = text("百分数，如 7.16", "a percentage such as 7.16");

/** Without these nothing can be said of a year. */
const REQUIRED: readonly StatementItem[] = ["revenue", "netProfit", "assets", "liabilities"];

/** As annual reports and the files of data services head them. */
const ALIASES: Readonly<Partial<Record<StatementItem, readonly string[]>>> = {
  revenue: ["主营业务收入（万元）", "营业总收入（万元）"],
  mainProfit: ["主营业务毛利（万元）"],
  nonOperating: ["营业外收支（万元）"],
  deductedProfit: ["净利润（扣除非经常性损益后）（万元）", "扣除非经常性损益后的净利润（万元）"],
  operatingCash: ["经营活动产生的现金流量净额（万元）", "经营现金流净额（万元）"],
  cashChange: ["现金及现金等价物净增加额（万元）"],
  assets: ["资产总计（万元）", "资产总额（万元）"],
  currentAssets: ["流动资产合计（万元）"],
  liabilities: ["负债合计（万元）", "负债总额（万元）"],
  currentLiabilities: ["流动负债合计（万元）"],
  equity: ["股东权益不含少数股东权益（万元）", "归属于母公司股东权益（万元）", "归母净资产（万元）"],
  returnOnEquity: ["净资产收益率加权（%）", "加权平均净资产收益率（%）"],
};

/** One row is one year of one enterprise. */
export const statementColumns: readonly StatementColumn[] = [
  {
    key: "enterprise",
    head: text("企业", "Enterprise"),
    alias: ["统一社会信用代码", "证券代码", "股票代码", "企业名称", "公司名称", "stock_code"],
    required: true,
    width: 30,
    expected: text("统一社会信用代码、证券代码或登记的名称", "the credit code, stock code or registered name"),
  },
  {
    key: "year",
    head: text("年度", "Year"),
    alias: ["年份", "报告期", "报告日期", "会计年度", "report_date"],
    required: true,
    width: 8,
    expected: text("四位年份，如 2025", "a year such as 2025"),
  },
  ...STATEMENT_ITEMS.map(
    (item): StatementColumn => ({
      key: item,
      head:
        item === "returnOnEquity"
          ? text(`${statementItemWords[item].zh}（%）`, `${statementItemWords[item].en} (%)`)
          : text(`${statementItemWords[item].zh}（万元）`, `${statementItemWords[item].en} (10,000 yuan)`),
      alias: ALIASES[item] ?? [],
      required: REQUIRED.includes(item),
      width: 16,
      expected: item === "returnOnEquity" ? percent : REQUIRED.includes(item) ? wanted : amount,
    }),
  ),
  {
    key: "source",
    head: text("来源", "Source"),
    alias: ["数据来源", "报表来源"],
    required: true,
    width: 24,
    expected: text("如“2025年度审计报告”，不超过 200 字", "such as “audited report 2025”, at most 200 characters"),
  },
];

export const statementTemplateNames = {
  sheet: text("财务报表", "Statements"),
  file: text("财务报表模板.xlsx", "statements-template.xlsx"),
} as const;

/** What the figures of one row must agree on among themselves. */
export const statementRowTexts = {
  "statement.part-over-whole": {
    zh: "第 {row} 行：{part}大于{whole}，请核对单位与数字",
    en: "Row {row}: {part} is larger than {whole}; check units and figures",
  },
  "statement.negative": { zh: "第 {row} 行：{part}不能为负", en: "Row {row}: {part} cannot be negative" },
} as const satisfies Record<string, Text>;
