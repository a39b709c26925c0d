import {
  change,
  earlier,
  growth,
  item,
  leastOver,
  logOf,
  meanOver,
  minus,
  negativesOver,
  orElse,
  over,
  ratio,
  type Series,
  spreadOver,
  sumOver,
  yearsSinceNegative,
} from "#domains/promotion/rules/distress-series.ts";
import type { StatementHistory } from "#domains/promotion/rules/distress-statements.ts";
import type { Text } from "#kernel/texts.ts";

export type DistressFeature = {
  readonly name: string;
  readonly label: Text;
  readonly shown: "percent" | "times" | "years" | "number" | "growth" | "amount";
  /** Whose idea it was to look at it. */
  readonly source: string;
  readonly read: Series;
};

/** Those that look at the profit without one-off items. */
export const looksAtDeducted = ({ name }: DistressFeature): boolean => name.startsWith("deducted-");

const netProfit = item("netProfit");
const assets = item("assets");
const equity = item("equity");
const roa = ratio("netProfit", "assets");
/** Only listed companies state it; where nobody does, the net profit stands in and the driver says so. */
const deductedProfit = orElse(item("deductedProfit"), netProfit);
const deducted = over(deductedProfit, assets);
const operating = ratio("operatingProfit", "assets");
const cash = ratio("operatingCash", "assets");
const debt = ratio("liabilities", "assets");
const current = ratio("currentAssets", "currentLiabilities");
const currentShare = ratio("currentAssets", "assets");
const mainMargin = ratio("mainProfit", "revenue");
const turnover = ratio("revenue", "assets");
const accruals = minus(roa, cash);
const oneOff = minus(roa, ratio("deductedProfit", "assets"));
const fixedAssets = minus(assets, item("currentAssets"));
const newCapital = minus(change(equity, 1), netProfit);

/** Ohlson's CHIN: the change of profit against the size of both profits, between −1 and 1. */
const swing: Series = (given) => {
  const [now, before] = [netProfit(given), netProfit(given, 1)];
  const size = Math.abs(now ?? 0) + Math.abs(before ?? 0);
  return now === null || before === null || size === 0 ? null : (now - before) / size;
};

const ALTMAN = "Altman 1968";
const OHLSON = "Ohlson 1980";
const ZMIJEWSKI = "Zmijewski 1984";
const SLOAN = "Sloan 1996";
const HAZARD = "Shumway 2001; Campbell, Hilscher & Szilagyi 2008";
const SERIES = "年报数列 series of annual statements";

type Row = readonly [name: string, zh: string, en: string, shown: DistressFeature["shown"], source: string, read: Series];

const LEVELS: readonly Row[] = [
  ["roa", "总资产净利率", "return on assets", "percent", ZMIJEWSKI, roa],
  ["deducted-roa", "扣非总资产净利率", "return on assets without one-off items", "percent", SERIES, deducted],
  ["operating-roa", "营业利润÷总资产", "operating profit over assets", "percent", ALTMAN, operating],
  ["weighted-roe", "加权净资产收益率", "weighted return on equity", "number", SERIES, item("returnOnEquity")],
  ["net-margin", "净利率", "net margin", "percent", SERIES, ratio("netProfit", "revenue")],
  ["main-margin", "主营业务利润率", "margin of the main business", "percent", SERIES, mainMargin],
  ["debt", "资产负债率", "debt ratio", "percent", ZMIJEWSKI, debt],
  ["equity-share", "归母权益÷总资产", "parent's equity over assets", "percent", ALTMAN, ratio("equity", "assets")],
  ["equity-to-debt", "归母权益÷总负债", "parent's equity over liabilities", "times", ALTMAN, ratio("equity", "liabilities")],
  [
    "minority",
    "少数股东权益÷总资产",
    "minority interests over assets",
    "percent",
    SERIES,
    over(minus(minus(assets, item("liabilities")), equity), assets),
  ],
  ["current", "流动比率", "current ratio", "times", OHLSON, current],
  [
    "working-capital",
    "营运资本÷总资产",
    "working capital over assets",
    "percent",
    ALTMAN,
    over(minus(item("currentAssets"), item("currentLiabilities")), assets),
  ],
  ["current-share", "流动资产占比", "share of current assets", "percent", SERIES, currentShare],
  ["short-debt", "流动负债占负债比", "share of current liabilities", "percent", SERIES, ratio("currentLiabilities", "liabilities")],
  ["cash", "经营现金流÷总资产", "operating cash flow over assets", "percent", OHLSON, cash],
  ["cash-to-debt", "经营现金流÷总负债", "operating cash flow over liabilities", "percent", OHLSON, ratio("operatingCash", "liabilities")],
  ["cash-gained", "现金净增加÷总资产", "change of cash over assets", "percent", HAZARD, ratio("cashChange", "assets")],
  ["size", "总资产", "size of assets", "amount", OHLSON, logOf(assets)],
  ["revenue-size", "营业收入", "size of revenue", "amount", SERIES, logOf(item("revenue"))],
  ["turnover", "总资产周转率", "asset turnover", "times", ALTMAN, turnover],
  ["accruals", "应计项目÷总资产", "accruals over assets", "percent", SLOAN, accruals],
  ["one-off", "非经常性损益÷总资产", "one-off items over assets", "percent", SERIES, oneOff],
  ["investment-income", "投资收益÷总资产", "investment income over assets", "percent", SERIES, ratio("investmentIncome", "assets")],
  ["non-operating", "营业外收支÷总资产", "non-operating result over assets", "percent", SERIES, ratio("nonOperating", "assets")],
  [
    "tax-share",
    "所得税及少数股东损益占利润总额比",
    "tax and minority share of profit",
    "percent",
    SERIES,
    over(minus(item("totalProfit"), netProfit), item("totalProfit")),
  ],
];

const TRENDS: readonly Row[] = [
  ["roa-change", "总资产净利率一年变动", "change of return on assets in a year", "percent", OHLSON, change(roa, 1)],
  ["roa-change-2y", "总资产净利率两年变动", "change of return on assets in two years", "percent", SERIES, change(roa, 2)],
  ["profit-swing", "净利润变动方向与幅度", "swing of net profit", "number", OHLSON, swing],
  [
    "profit-change-3y",
    "净利润三年变动÷总资产",
    "change of net profit in three years over assets",
    "percent",
    SERIES,
    over(change(netProfit, 3), assets),
  ],
  ["operating-change", "营业利润÷总资产一年变动", "change of operating return in a year", "percent", SERIES, change(operating, 1)],
  ["main-margin-change", "主营利润率一年变动", "change of the main margin in a year", "percent", SERIES, change(mainMargin, 1)],
  ["main-margin-change-3y", "主营利润率三年变动", "change of the main margin in three years", "percent", SERIES, change(mainMargin, 3)],
  ["debt-change", "资产负债率一年变动", "change of the debt ratio in a year", "percent", SERIES, change(debt, 1)],
  ["debt-change-3y", "资产负债率三年变动", "change of the debt ratio in three years", "percent", SERIES, change(debt, 3)],
  ["current-change", "流动比率一年变动", "change of the current ratio in a year", "times", SERIES, change(current, 1)],
  ["current-share-change", "流动资产占比一年变动", "change of the share of current assets", "percent", SERIES, change(currentShare, 1)],
  [
    "current-share-change-3y",
    "流动资产占比三年变动",
    "change of the share of current assets in three years",
    "percent",
    SERIES,
    change(currentShare, 3),
  ],
  ["cash-change", "经营现金流率一年变动", "change of operating cash over assets", "percent", SERIES, change(cash, 1)],
  ["turnover-change", "总资产周转率一年变动", "change of asset turnover", "times", SERIES, change(turnover, 1)],
  ["revenue-growth", "营业收入增长", "growth of revenue", "growth", SERIES, growth(item("revenue"), 1)],
  ["revenue-growth-3y", "营业收入三年增长", "growth of revenue in three years", "growth", SERIES, growth(item("revenue"), 3)],
  ["asset-growth", "总资产增长", "growth of assets", "growth", SERIES, growth(assets, 1)],
  ["asset-growth-3y", "总资产三年增长", "growth of assets in three years", "growth", SERIES, growth(assets, 3)],
  ["fixed-growth-3y", "非流动资产三年增长", "growth of non-current assets in three years", "growth", SERIES, growth(fixedAssets, 3)],
  ["equity-growth", "归母权益增长", "growth of parent's equity", "growth", SERIES, growth(equity, 1)],
  ["equity-growth-3y", "归母权益三年增长", "growth of parent's equity in three years", "growth", SERIES, growth(equity, 3)],
  ["new-capital", "外部增资÷总资产", "capital from outside over assets", "percent", SERIES, over(newCapital, assets)],
  [
    "new-capital-3y",
    "三年外部增资÷总资产",
    "capital from outside in three years over assets",
    "percent",
    SERIES,
    over(sumOver(newCapital, 3, 3), assets),
  ],
];

const HISTORY: readonly Row[] = [
  ["roa-3y", "三年平均总资产净利率", "mean return on assets of three years", "percent", HAZARD, meanOver(roa, 3)],
  ["roa-5y", "五年平均总资产净利率", "mean return on assets of five years", "percent", SERIES, meanOver(roa, 5)],
  ["deducted-3y", "三年平均扣非净利率", "mean return without one-off items of three years", "percent", SERIES, meanOver(deducted, 3)],
  ["deducted-5y", "五年平均扣非净利率", "mean return without one-off items of five years", "percent", SERIES, meanOver(deducted, 5)],
  ["cash-3y", "三年平均经营现金流率", "mean operating cash over assets of three years", "percent", SERIES, meanOver(cash, 3)],
  ["cash-5y", "五年平均经营现金流率", "mean operating cash over assets of five years", "percent", SERIES, meanOver(cash, 5)],
  ["accruals-3y", "三年平均应计项目", "mean accruals over assets of three years", "percent", SLOAN, meanOver(accruals, 3)],
  ["one-off-3y", "三年平均非经常性损益", "mean one-off items over assets of three years", "percent", SERIES, meanOver(oneOff, 3)],
  ["roa-least", "五年最低总资产净利率", "lowest return on assets in five years", "percent", SERIES, leastOver(roa, 5)],
  ["deducted-least", "三年最低扣非净利率", "lowest return without one-off items in three years", "percent", SERIES, leastOver(deducted, 3)],
  ["roa-spread", "五年总资产净利率波动", "spread of return on assets in five years", "percent", HAZARD, spreadOver(roa, 5)],
  ["deducted-spread", "五年扣非净利率波动", "spread of return without one-off items", "percent", SERIES, spreadOver(deducted, 5)],
  ["cash-spread", "五年经营现金流率波动", "spread of operating cash over assets", "percent", SERIES, spreadOver(cash, 5)],
  ["margin-spread", "五年主营利润率波动", "spread of the main margin", "percent", SERIES, spreadOver(mainMargin, 5)],
  ["turnover-spread", "五年周转率波动", "spread of asset turnover", "times", SERIES, spreadOver(turnover, 5)],
  ["losses", "五年内亏损年数", "years with a loss out of five", "years", OHLSON, negativesOver(netProfit, 5)],
  [
    "deducted-losses",
    "五年内扣非亏损年数",
    "years of loss without one-off items out of five",
    "years",
    SERIES,
    negativesOver(deductedProfit, 5),
  ],
  [
    "deducted-losses-3y",
    "三年内扣非亏损年数",
    "years of loss without one-off items out of three",
    "years",
    SERIES,
    negativesOver(deductedProfit, 3),
  ],
  [
    "cash-negative",
    "五年内经营现金流为负年数",
    "years of negative operating cash out of five",
    "years",
    SERIES,
    negativesOver(item("operatingCash"), 5),
  ],
  ["since-loss", "距最近亏损年数", "years since the last loss (8: none in eight)", "years", SERIES, yearsSinceNegative(netProfit)],
  ["cumulated", "八年净利润合计÷总资产", "profits of eight years over assets", "percent", ALTMAN, over(sumOver(netProfit, 8, 3), assets)],
  ["roa-last-year", "上年总资产净利率", "return on assets of the year before", "percent", SERIES, earlier(roa, 1)],
];

/** Everything that the score looks at. Industry is not in a table of statements, so it is not looked at. */
export const DISTRESS_FEATURES: readonly DistressFeature[] = [...LEVELS, ...TRENDS, ...HISTORY].map(
  ([name, zh, en, shown, source, read]) => ({ name, label: { zh, en }, shown, source, read }),
);

export const readFeatures = (history: StatementHistory, year: number): readonly (number | null)[] =>
  DISTRESS_FEATURES.map(({ read }) => read({ history, year }));
