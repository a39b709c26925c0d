import { z } from "zod";
import { Decimal } from "#kernel/decimal.ts";
import type { Text } from "#kernel/texts.ts";

/** The items of an annual statement that are read. Consolidated figures; `equity` without minority interests, as annual reports print it. */
export const STATEMENT_ITEMS = [
  "revenue",
  "mainProfit",
  "operatingProfit",
  "investmentIncome",
  "nonOperating",
  "totalProfit",
  "netProfit",
  "deductedProfit",
  "operatingCash",
  "cashChange",
  "assets",
  "currentAssets",
  "liabilities",
  "currentLiabilities",
  "equity",
  "returnOnEquity",
] as const;
export type StatementItem = (typeof STATEMENT_ITEMS)[number];

export const statementItemWords: Readonly<Record<StatementItem, Text>> = {
  revenue: { zh: "营业收入", en: "Revenue" },
  mainProfit: { zh: "主营业务利润", en: "Profit of the main business" },
  operatingProfit: { zh: "营业利润", en: "Operating profit" },
  investmentIncome: { zh: "投资收益", en: "Investment income" },
  nonOperating: { zh: "营业外收支净额", en: "Net non-operating result" },
  totalProfit: { zh: "利润总额", en: "Total profit" },
  netProfit: { zh: "净利润", en: "Net profit" },
  deductedProfit: { zh: "扣非净利润", en: "Net profit without one-off items" },
  operatingCash: { zh: "经营活动现金流量净额", en: "Net operating cash flow" },
  cashChange: { zh: "现金净增加额", en: "Net change of cash" },
  assets: { zh: "总资产", en: "Total assets" },
  currentAssets: { zh: "流动资产", en: "Current assets" },
  liabilities: { zh: "总负债", en: "Total liabilities" },
  currentLiabilities: { zh: "流动负债", en: "Current liabilities" },
  equity: { zh: "归母权益", en: "Equity of the parent" },
  returnOnEquity: { zh: "加权净资产收益率", en: "Weighted return on equity" },
};

const Amount = Decimal.nullable();

/** One year as filed, in 元; `returnOnEquity` in per cent. Null: the statement does not say, which is not zero. */
export const Statement = z.object({
  year: z.number().int().min(1990).max(2100),
  revenue: Amount,
  mainProfit: Amount,
  operatingProfit: Amount,
  investmentIncome: Amount,
  nonOperating: Amount,
  totalProfit: Amount,
  netProfit: Amount,
  deductedProfit: Amount,
  operatingCash: Amount,
  cashChange: Amount,
  assets: Amount,
  currentAssets: Amount,
  liabilities: Amount,
  currentLiabilities: Amount,
  equity: Amount,
  returnOnEquity: Amount,
});
export type Statement = z.infer<typeof Statement>;
