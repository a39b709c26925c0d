import { ENTERPRISE_HEAD, enterpriseAt, enterpriseLine, type MadeEnterprise, TIE_HEAD, tieLine } from "./enterprise-rows.ts";
import { SAMPLE_SEED } from "./indicators.ts";
import { sampleProjects } from "./projects.ts";
import { seededNumbers } from "./seeded-numbers.ts";
import type { SampleFile } from "./spreadsheets.ts";
import { SAMPLE_ENTERPRISE } from "./zone.ts";

/** The sample's own register: everybody in the country that the promotion office may come across, and the zone's residents among them. */
export const SAMPLE_ENTERPRISES = { residents: 1_200, elsewhere: 19_000, partners: 60, funds: 12, targets: 158, ties: 40_000 } as const;

const PLACES = ["岚州", "云岭", "岚州云岭"] as const;
const BOOK_FROM = ["2012", "2015", "2017", "2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025"] as const;

/** Residents first: those who build the zone's projects, then those who have moved in over the years. */
export function sampleResidents(seed: number = SAMPLE_SEED): readonly MadeEnterprise[] {
  // The one that has an account stands in the register by itself: two of one name would be nobody's.
  const builders = [...new Set(sampleProjects(seed).map((project) => project.enterprise))].filter(
    (name) => name !== SAMPLE_ENTERPRISE.name,
  );
  return Array.from({ length: SAMPLE_ENTERPRISES.residents }, (_, place) => {
    const numbers = seededNumbers(seed, `resident-${place}`);
    const made = enterpriseAt(place, seed, { place: PLACES[numbers.between(0, PLACES.length - 1)] ?? PLACES[0], regionCode: "" });
    const builder = builders[place];
    return builder === undefined
      ? made
      : { ...made, name: builder, capital: Math.max(made.capital, 5_000), employees: Math.max(made.employees, 60) };
  });
}

export const sampleElsewhere = (seed: number = SAMPLE_SEED): readonly MadeEnterprise[] =>
  Array.from({ length: SAMPLE_ENTERPRISES.elsewhere }, (_, place) => enterpriseAt(SAMPLE_ENTERPRISES.residents + place, seed));

const file = (name: string, lines: readonly string[]): SampleFile => ({
  name,
  bytes: new TextEncoder().encode(`\ufeff${lines.join("\r\n")}\r\n`),
});

/** The zone's own book, with the day on which each came. */
export function residentFile(seed: number = SAMPLE_SEED): SampleFile {
  const lines = sampleResidents(seed).map((one, place) => {
    const numbers = seededNumbers(seed, `book-${place}`);
    const founded = one.founded.slice(0, 4);
    const year = BOOK_FROM.filter((from) => from > founded)[0] ?? "2025";
    return `${enterpriseLine(one)},在园企业,${year}-${String(numbers.between(1, 12)).padStart(2, "0")}-15`;
  });
  return file("云岭高新区在园企业名录.csv", [`${ENTERPRISE_HEAD},园区名册,列入日期`, ...lines]);
}

/** Everybody else; the best known of them are partners and funds of the zone, or its targets. */
export function elsewhereFile(seed: number = SAMPLE_SEED): SampleFile {
  const { partners, funds, targets } = SAMPLE_ENTERPRISES;
  const made = sampleElsewhere(seed);
  const large = [...made].sort((one, other) => other.revenue[1] - one.revenue[1]);
  const fundNames = new Set(
    made
      .filter((one) => one.name.includes("投资"))
      .slice(0, funds)
      .map((one) => one.code),
  );
  const chosen = new Map(
    large
      .filter((one) => !fundNames.has(one.code))
      .slice(0, partners + targets)
      .map((one, place) => [one.code, place]),
  );
  const bookOf = ({ code }: MadeEnterprise): string => {
    if (fundNames.has(code)) return "基金,2023-03-01";
    const place = chosen.get(code);
    return place === undefined ? "," : place % 4 === 0 && place / 4 < partners ? "合作伙伴,2024-05-20" : "招商目标,2026-01-12";
  };
  return file("全国企业名录（示范）.csv", [
    `${ENTERPRISE_HEAD},园区名册,列入日期`,
    ...made.map((one) => `${enterpriseLine(one)},${bookOf(one)}`),
  ]);
}

/** Public ties among all of them. */
export function tieFile(seed: number = SAMPLE_SEED): SampleFile {
  const codes = [...sampleResidents(seed), ...sampleElsewhere(seed)].map((one) => one.code);
  const lines = Array.from({ length: SAMPLE_ENTERPRISES.ties }, (_, place) => tieLine(place, seed, (of) => codes[of] ?? "", codes.length));
  return file("企业关联（示范）.csv", [TIE_HEAD, ...lines]);
}

/** What residents and the best known others sold last year, product by product, as they filed it. */
export function productFile(seed: number = SAMPLE_SEED): SampleFile {
  const { partners, targets } = SAMPLE_ENTERPRISES;
  const large = [...sampleElsewhere(seed)].sort((one, other) => other.revenue[1] - one.revenue[1]).slice(0, partners + targets);
  const lines = [...sampleResidents(seed), ...large].flatMap(({ code, name, products, revenue }) => {
    const numbers = seededNumbers(seed, `products-${code}`);
    let left = 100;
    return products.map((product, place) => {
      const share = place === products.length - 1 ? left - numbers.between(0, 6) : Math.round((left * numbers.between(45, 70)) / 100);
      left -= share;
      return `${code || name},${product},${share},${Math.round((revenue[1] * share) / 100)},2025`;
    });
  });
  return file("主营产品构成（示范）.csv", ["统一社会信用代码,产品或业务,占营业收入（%）,营业收入（万元）,年度", ...lines]);
}

/** A list of an association, made from memory: known by name only, some of them under another spelling. So there is something to put right. */
export function associationFile(seed: number = SAMPLE_SEED): SampleFile {
  const residents = sampleResidents(seed);
  const spelled = (name: string, place: number): string =>
    place % 3 === 0
      ? name.replace("有限公司", "有限责任公司")
      : place % 3 === 1
        ? `${name.slice(0, 2)}（${name.slice(2, 4)}）${name.slice(4)}`
        : `${name.replace(/有限公司$/, "")}股份有限公司`;
  const lines = [0, 45, 90, 135, 180, 225, 270, 315, 360].flatMap((place, order) => {
    const one = residents[place];
    return one === undefined ? [] : [`${spelled(one.name, order)},${one.founded},${one.capital},${one.products.join("；")}`];
  });
  return file("行业协会会员名单.csv", ["企业名称,成立日期,注册资本（万元）,主要产品", ...lines]);
}

/** What is known of the enterprise whose account is shown: with figures of several years and its certificates. */
export const ownFile = (): SampleFile =>
  file("芯曜微电子.csv", [
    "企业名称,代码种类,统一社会信用代码,行业代码,成立日期,注册资本（万元）,从业人数,控制类型,主要产品,住所,经营范围,营业收入2023（万元）,营业收入2024（万元）,营业收入2025（万元）,净利润2025（万元）,研发投入2025（万元）,资质,曾用名,园区名册,列入日期",
    `${SAMPLE_ENTERPRISE.name},临时编号,${SAMPLE_ENTERPRISE.identifier},C3972,2018-04-16,12000,260,民营,功率半导体模块；碳化硅器件,云岭高新区科创一路18号,功率半导体器件的研发、制造与销售；可靠性检测服务,21000,28600,35200,4100,5300,高新技术企业(2024-11-01至2027-10-31)；专精特新中小企业(2025-07-01至2028-06-30),岚州芯曜电子有限公司,在园企业,2019-06-01`,
  ]);
