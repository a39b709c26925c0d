import { definitionRows } from "#domains/economy/contract/indicator-definitions.ts";
import { type IndicatorProfile, indicatorProfiles } from "#domains/economy/contract/indicator-profiles.ts";
import { findIndicator, indicators } from "#domains/intelligence/contract/indicators.ts";
import type { Text } from "#kernel/texts.ts";

/** What a reader has to know before using a figure: fields after the SDMX concepts that open indicator platforms use. */
export type IndicatorMetadata = IndicatorProfile & {
  readonly code: string;
  readonly name: Text;
  readonly aliases: readonly string[];
  readonly unit: string;
  readonly definition: Text;
  readonly direction: "up" | "down" | "neutral";
  readonly limits: Text;
  /** False for figures of single companies and projects. */
  readonly belongsToRegion: boolean;
};

const text = (zh: string, en: string): Text => ({ zh, en });

/** Where an indicator is counted otherwise than its field; handbook §11. */
const calibres: Readonly<Record<string, Text>> = {
  "industrial-va": text(
    "按可比价，只发布增速；区属与全口径须分清",
    "Comparable prices, growth only; firms of the zone and all firms in it must be told apart",
  ),
  "finance-va": text("增速按不变价", "Growth at constant prices"),
  "fixed-investment": text("累计、可比口径，地区一级多只发布增速", "Cumulative and comparable; regions usually publish growth only"),
  "industrial-investment": text("累计、可比口径，地区一级多只发布增速", "Cumulative and comparable; regions usually publish growth only"),
  "retail-sales": text("名义（现价），含餐饮收入", "Nominal, catering included"),
  "online-retail": text("按平台或买家所在地统计，与社零口径不同", "By place of platform or buyer; not the calibre of retail sales"),
  "market-entities": text("时点存量；增长多较上年末", "A stock; growth usually on the end of last year"),
  "rd-intensity": text(
    "研发经费 ÷ 地区生产总值；企业的研发费用占比以营业收入为分母，不可混用",
    "R&D over regional product; a firm's ratio is over its revenue and must not be mixed with it",
  ),
  "energy-intensity": text("能耗按等价值，产值按不变价", "Energy at equivalent value, product at constant prices"),
  "projects-building": text(
    "不含完工；把完工的也计入的另列口径“含完工”",
    "Without completed ones; counting those too is a calibre of its own",
  ),
  "building-rate": text(
    "在建 ÷ 年度计划项目，不含完工；“含完工”另列",
    "Under construction over planned, without completed ones; with them it is a calibre of its own",
  ),
  "key-projects": text(
    "各级重点项目合计；国家级、省级、市级、区级分列",
    "All levels; national, provincial, municipal and zone level stand apart",
  ),
  "key-building-rate": text(
    "在建的重点项目 ÷ 同级重点项目，不含完工",
    "Key projects under construction over those of the same level, without completed ones",
  ),
  "investment-completion": text(
    "分母为全年计划；以截至当月的序时计划为分母的另列口径“序时计划”",
    "Over the plan of the whole year; over the time-phased plan so far it is a calibre of its own",
  ),
  "investment-completed": text("本年累计；“开工以来累计”另列", "This year so far; since the start it is a calibre of its own"),
  "container-throughput": text("折合20英尺标准箱", "In twenty-foot equivalent units"),
};

const SAME_SCOPE = text(
  "公布增速按同口径企业计算，两期公布总量相除不等于公布增速，不得自行推算替代",
  "Published growth is on the same set of firms; the ratio of two published levels is another number and never replaces it",
);
const limits: Readonly<Record<string, Text>> = {
  gdp: text(
    "季度数为初步核算，会修订；增速不等于现价总量之比",
    "Quarters are preliminary and revised; growth is not the ratio of current-price levels",
  ),
  "industrial-output": SAME_SCOPE,
  "industrial-va": SAME_SCOPE,
  "fixed-investment": text(
    "入库项目才计入；基数会修订，总量与增速不可互推",
    "Only registered projects count; the base is revised, so level and growth do not follow from each other",
  ),
  "retail-sales": text("“网上销售”不是社零；限上只是其中一部分", "Online sales are not retail sales; above-limit sales are only a part"),
  "online-retail": text("不得并入社会消费品零售总额", "Never part of total retail sales"),
  tax: text(
    "全口径税收含上缴部分，可以大于一般公共预算收入",
    "All-level tax contains the shares of higher budgets and may exceed local revenue",
  ),
  "market-entities": text("含个体工商户，不等于企业数", "Contains sole traders; not the number of enterprises"),
  "foreign-capital": text("美元与人民币两种计价不可比", "Dollar and yuan figures are not comparable"),
  "contract-investment": text("合同额不是到位额，也不是固定资产投资", "Contracts are neither money arrived nor investment done"),
  "projects-building": text("各地是否含完工项目不一，引用须带原文", "Some count completed projects too; quote the source"),
  "hightech-output": text(
    "“高技术制造业”按行业分类，“高新技术产业”按企业认定，二者不同",
    "High-technology manufacturing is a list of trades, the high-technology industry one of recognised firms",
  ),
};
const NO_LIMIT = text("引用时须注明期间、口径与来源", "State period, calibre and source when quoting");

const DIRECTIONS = { higher: "up", lower: "down", neutral: "neutral" } as const;
const rowOf = new Map(definitionRows.map((row) => [row[0], row]));

export function findIndicatorMetadata(code: string): IndicatorMetadata | undefined {
  const indicator = findIndicator(code);
  const row = rowOf.get(code);
  if (indicator === undefined || row === undefined) return undefined;
  const [, profile, unit, zh, en] = row;
  const field = indicatorProfiles[profile];
  return {
    ...field,
    code,
    name: indicator.name,
    aliases: indicator.aliases,
    unit,
    definition: { zh, en },
    direction: DIRECTIONS[indicator.direction],
    calibre: calibres[code] ?? field.calibre,
    limits: limits[code] ?? NO_LIMIT,
    belongsToRegion: profile !== "company",
  };
}

/** In the order of the catalogue. */
export const indicatorMetadata: readonly IndicatorMetadata[] = indicators.flatMap(({ code }) => findIndicatorMetadata(code) ?? []);

/** What a zone's card shows when its own list says nothing else; a proposal, kept as a setting of the zone. */
export const EXPECTED_BY_DEFAULT: readonly string[] = [
  "gdp",
  "industrial-output",
  "industrial-va",
  "fixed-investment",
  "industrial-investment",
  "retail-sales",
  "exports",
  "imports",
  "tax",
  "market-entities",
];
