import type { DistressDriver } from "#domains/promotion/contract/distress.ts";
import { DISTRESS_FEATURES, type DistressFeature, looksAtDeducted, readFeatures } from "#domains/promotion/rules/distress-features.ts";
import { addsOf, chanceOf, type DistressModel } from "#domains/promotion/rules/distress-model.ts";
import { type StatementHistory, statementOf, upToYear } from "#domains/promotion/rules/distress-statements.ts";

export type ScoredDistress = {
  /** 0 to 1, higher is riskier: how often companies of such figures lost money within two years. */
  readonly score: number;
  /** Share of the companies that the model knows in its last year whose score is lower, in per cent. */
  readonly percentile: number;
  readonly drivers: DistressDriver[];
};

const MOST_DRIVERS = 6;
const SCORE_DIGITS = 6;

/** The score of a company by its statement of `year` and those before it; later ones are not looked at. */
export function scoreDistress(model: DistressModel, history: StatementHistory, year: number): ScoredDistress {
  const features = readFeatures(upToYear(history, year), year);
  const stated = (statementOf(history, year)?.deductedProfit ?? null) !== null;
  const adds = addsOf(model, features);
  const logOdds = adds.reduce((sum, added) => sum + added, model.base);
  const drivers = adds
    .map((added, place) => ({ added, feature: DISTRESS_FEATURES[place], value: features[place] ?? null }))
    .sort((one, other) => Math.abs(other.added) - Math.abs(one.added))
    .slice(0, MOST_DRIVERS)
    .flatMap(({ added, feature, value }) => (feature === undefined || added === 0 ? [] : [driver(feature, value, added, stated)]));
  return {
    score: Number(chanceOf(logOdds).toFixed(SCORE_DIGITS)),
    percentile: Math.max(0, model.percentiles.filter((bound) => bound < logOdds).length - 1),
    drivers,
  };
}

function driver(feature: DistressFeature, value: number | null, added: number, stated: boolean): DistressDriver {
  const { name, label, shown } = feature;
  const raises = added > 0;
  const instead = !stated && looksAtDeducted(feature);
  return {
    name,
    value: value === null ? null : Number(value.toPrecision(6)),
    direction: raises ? "raises" : "lowers",
    adds: Number(added.toFixed(4)),
    zh: `${label.zh}${instead ? "（未列扣非，按净利润）" : ""}${value === null ? "没有数据" : ` ${PRINT[shown].zh(value)}`}，${raises ? "推高风险" : "压低风险"}`,
    en: `${label.en}${instead ? " (not stated: net profit instead)" : ""}${value === null ? " is not known" : `: ${PRINT[shown].en(value)}`}, ${raises ? "raises" : "lowers"} the risk`,
  };
}

type Print = { readonly zh: (value: number) => string; readonly en: (value: number) => string };
const same = (print: (value: number) => string): Print => ({ zh: print, en: print });
const percent = (value: number): string => `${(100 * value).toFixed(1)}%`;

const PRINT: Readonly<Record<DistressFeature["shown"], Print>> = {
  percent: same(percent),
  times: same((value) => value.toFixed(2)),
  number: same((value) => value.toFixed(2)),
  years: { zh: (value) => `${value}年`, en: (value) => String(value) },
  /** From the logarithm back to a growth. */
  growth: same((value) => percent(Math.exp(value) - 1)),
  /** From the logarithm of 万元 back to 亿元. */
  amount: {
    zh: (value) => `${(Math.exp(value) / 1e4).toFixed(2)}亿元`,
    en: (value) => `CNY ${(Math.exp(value) / 1e5).toFixed(3)} billion`,
  },
};
