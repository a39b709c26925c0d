import { z } from "zod";
import { STATEMENT_ITEMS } from "#domains/promotion/contract/statement.ts";
import { Decimal } from "#kernel/decimal.ts";
import type { Text } from "#kernel/texts.ts";

export const RatioName = z.enum([
  "debt-ratio",
  "current-ratio",
  "return-on-assets",
  "return-on-equity",
  "net-margin",
  "operating-margin",
  "asset-turnover",
  "cash-to-profit",
  "cash-to-current-liabilities",
  "one-off-share",
  "revenue-growth",
  "profit-growth",
  "asset-growth",
]);
export type RatioName = z.infer<typeof RatioName>;

export type RatioWords = Text & {
  readonly unit: "percent" | "times";
  /** As an accountant would write it. */
  readonly formula: Text;
  /** Whether more of it is better, worse, or neither by itself. */
  readonly better: "higher" | "lower" | "neither";
};

export const ratioWords: Readonly<Record<RatioName, RatioWords>> = {
  "debt-ratio": {
    zh: "资产负债率",
    en: "Debt ratio",
    unit: "percent",
    formula: { zh: "总负债÷总资产", en: "total liabilities ÷ total assets" },
    better: "lower",
  },
  "current-ratio": {
    zh: "流动比率",
    en: "Current ratio",
    unit: "times",
    formula: { zh: "流动资产÷流动负债", en: "current assets ÷ current liabilities" },
    better: "higher",
  },
  "return-on-assets": {
    zh: "总资产净利率",
    en: "Return on assets",
    unit: "percent",
    formula: { zh: "净利润÷总资产", en: "net profit ÷ total assets" },
    better: "higher",
  },
  "return-on-equity": {
    zh: "净资产收益率",
    en: "Return on equity",
    unit: "percent",
    formula: { zh: "净利润÷归母权益", en: "net profit ÷ equity of the parent" },
    better: "higher",
  },
  "net-margin": {
    zh: "净利率",
    en: "Net margin",
    unit: "percent",
    formula: { zh: "净利润÷营业收入", en: "net profit ÷ revenue" },
    better: "higher",
  },
  "operating-margin": {
    zh: "营业利润率",
    en: "Operating margin",
    unit: "percent",
    formula: { zh: "营业利润÷营业收入", en: "operating profit ÷ revenue" },
    better: "higher",
  },
  "asset-turnover": {
    zh: "总资产周转率",
    en: "Asset turnover",
    unit: "times",
    formula: { zh: "营业收入÷总资产", en: "revenue ÷ total assets" },
    better: "higher",
  },
  "cash-to-profit": {
    zh: "盈利现金保障倍数",
    en: "Cash behind profit",
    unit: "times",
    formula: { zh: "经营活动现金流量净额÷净利润", en: "operating cash flow ÷ net profit" },
    better: "higher",
  },
  "cash-to-current-liabilities": {
    zh: "现金流动负债比",
    en: "Cash to current liabilities",
    unit: "percent",
    formula: { zh: "经营活动现金流量净额÷流动负债", en: "operating cash flow ÷ current liabilities" },
    better: "higher",
  },
  "one-off-share": {
    zh: "非经常性损益占比",
    en: "Share of one-off items",
    unit: "percent",
    formula: { zh: "（净利润−扣非净利润）÷净利润", en: "(net profit − net profit without one-off items) ÷ net profit" },
    better: "lower",
  },
  "revenue-growth": {
    zh: "营业收入增长率",
    en: "Revenue growth",
    unit: "percent",
    formula: { zh: "（本年−上年）÷上年", en: "(this year − last year) ÷ last year" },
    better: "higher",
  },
  "profit-growth": {
    zh: "净利润增长率",
    en: "Growth of net profit",
    unit: "percent",
    formula: { zh: "（本年−上年）÷上年，上年为正时", en: "(this year − last year) ÷ last year, where last year was positive" },
    better: "higher",
  },
  "asset-growth": {
    zh: "总资产增长率",
    en: "Growth of assets",
    unit: "percent",
    formula: { zh: "（本年−上年）÷上年", en: "(this year − last year) ÷ last year" },
    better: "neither",
  },
};

/** What would be needed: an item of the statement of a year. */
export const MissingItem = z.object({ item: z.enum(STATEMENT_ITEMS), year: z.number().int() });
export type MissingItem = z.infer<typeof MissingItem>;

export const RatioReading = z.object({
  ratio: RatioName,
  year: z.number().int(),
  /** Per cent or times, to four places; null while something is missing or the divisor is not positive. */
  value: Decimal.nullable(),
  missing: z.array(MissingItem),
  /** The divisor was there and not positive: the ratio has no meaning that year. */
  undefinedRatio: z.boolean(),
  /** Of the industry in the same year, and how many enterprises it rests on; null for fewer than five. */
  median: Decimal.nullable(),
  peers: z.number().int(),
  against: z.enum(["better", "worse", "level"]).nullable(),
});
export type RatioReading = z.infer<typeof RatioReading>;
