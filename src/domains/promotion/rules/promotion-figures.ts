import type { IndicatorCode } from "#domains/intelligence/contract/indicators.ts";
import { amountClassWords, contractKindWords } from "#domains/promotion/contract/contract.ts";
import {
  AMOUNT_CLASSES,
  amountClassOf,
  type CountedContract,
  isInstitute,
  isListed,
  isTop500,
  type Period,
  projectsSigned,
  signedWithin,
} from "#domains/promotion/rules/contract-measures.ts";
import { type Decimal, divide, sum, whole, ZERO } from "#kernel/decimal.ts";
import { daysBetween, type LocalDate, yearOf } from "#kernel/local-date.ts";

/** One figure with every contract or arrival that it was counted from. Counts in 个, money in 亿元. */
export type PromotionFigure = {
  readonly code: IndicatorCode;
  /** Null for the calibre that the catalogue describes; otherwise what is counted differently. */
  readonly calibre: string | null;
  readonly value: Decimal;
  readonly unit: "个" | "亿元" | "%";
  readonly dataset: string;
  readonly title: string;
  readonly rows: readonly { readonly id: string; readonly label: string }[];
};

const HUNDRED_MILLION = "100000000" as Decimal;
const PLACES = 4;
const hundredMillions = (yuan: Decimal): Decimal => divide(yuan, HUNDRED_MILLION, PLACES);
const amountOf = (contracts: readonly CountedContract[]): Decimal => sum(contracts.map(({ amountYuan }) => amountYuan ?? ZERO));

const lineOf = (contract: CountedContract): string =>
  `${contract.number} ${contract.title}（${contract.party}）：${contract.amountYuan === null ? "无金额" : `${hundredMillions(contract.amountYuan)}亿元`}`;
const rowsOf = (contracts: readonly CountedContract[]) => contracts.map((contract) => ({ id: contract.id, label: lineOf(contract) }));

/** What the contracts say of a period; figures of which there is nothing are left out. */
export function promotionFigures(contracts: readonly CountedContract[], period: Period): readonly PromotionFigure[] {
  const signed = signedWithin(contracts, period);
  const formal = signed.filter(({ kind }) => kind === "formal");
  const projects = projectsSigned(contracts, period);
  const loose = signed.filter(({ kind }) => kind === "framework" || kind === "intent");
  const count = (calibre: string | null, name: string, title: string, of: readonly CountedContract[]): readonly PromotionFigure[] =>
    of.length === 0
      ? []
      : [
          {
            code: "introduced-projects",
            calibre,
            value: whole(of.length),
            unit: "个",
            dataset: `promotion.${name}`,
            title,
            rows: rowsOf(of),
          },
        ];
  const arrivals = contracts.flatMap((contract) =>
    contract.arrived
      .filter(({ on }) => period.from <= on && on <= period.to)
      .map(({ id, on, yuan }) => ({ id, yuan, label: `${contract.number} ${contract.title}：${on}到位${hundredMillions(yuan)}亿元` })),
  );
  return [
    ...(formal.length === 0
      ? []
      : [
          {
            code: "contract-investment",
            calibre: null,
            value: hundredMillions(amountOf(formal)),
            unit: "亿元",
            dataset: "promotion.contract-investment",
            title: "正式合同投资额",
            rows: rowsOf(formal),
          } as const,
        ]),
    ...(loose.length === 0
      ? []
      : [
          {
            code: "contract-investment",
            calibre: `${contractKindWords.framework.zh}和${contractKindWords.intent.zh}`,
            value: hundredMillions(amountOf(loose)),
            unit: "亿元",
            dataset: "promotion.framework-and-intent",
            title: "框架和意向协议金额（不计入合同投资额）",
            rows: rowsOf(loose),
          } as const,
        ]),
    ...count(null, "formal-contracts", "正式合同项目", projects),
    ...AMOUNT_CLASSES.filter((name) => name !== "below").flatMap((name) =>
      count(
        amountClassWords[name].zh,
        `class-${name}`,
        `${amountClassWords[name].zh}正式合同项目`,
        projects.filter(({ amountYuan }) => amountYuan !== null && amountClassOf(amountYuan) === name),
      ),
    ),
    ...count("世界500强和中国500强", "top-500", "世界500强、中国500强正式合同项目", projects.filter(isTop500)),
    ...count("上市公司", "listed", "上市公司正式合同项目", projects.filter(isListed)),
    ...count(
      "院所",
      "institutes",
      "高校院所项目（正式合同和入驻协议）",
      [...projects, ...signed.filter(({ kind }) => kind === "entry-institute")].filter(isInstitute),
    ),
    ...(arrivals.length === 0
      ? []
      : [
          {
            code: "capital-arrived",
            calibre: null,
            value: hundredMillions(sum(arrivals.map(({ yuan }) => yuan))),
            unit: "亿元",
            dataset: "promotion.funds-arrived",
            title: "到位资金（经第二人确认）",
            rows: arrivals.map(({ id, label }) => ({ id, label })),
          } as const,
        ]),
  ];
}

/** Contracts of a period's last days are entered late; so long the period that is over is computed anew. */
const LATE_DAYS = 45;

/** The cumulative period that a day stands in, and the one before it while late entries may come. */
export function promotionPeriodsOf(today: LocalDate): readonly (Period & { readonly period: string })[] {
  const year = yearOf(today);
  const ends = [
    { period: `${year - 1}`, from: `${year - 1}-01-01` as LocalDate, to: `${year - 1}-12-31` as LocalDate },
    ...(
      [
        ["Q1", "03-31"],
        ["H1", "06-30"],
        ["Q1-Q3", "09-30"],
        ["", "12-31"],
      ] as const
    ).map(([name, end]) => ({ period: `${year}${name}`, from: `${year}-01-01` as LocalDate, to: `${year}-${end}` as LocalDate })),
  ];
  const place = ends.findIndex(({ to }) => to >= today);
  const [current, before] = [ends[place], ends[place - 1]];
  return [
    ...(before !== undefined && daysBetween(before.to, today) <= LATE_DAYS ? [before] : []),
    ...(current === undefined ? [] : [{ ...current, to: today }]),
  ];
}
