import { findCompanyOfArticle } from "#domains/intelligence/rules/regions/company-of-article.ts";
import { findRegions, type RegionMention } from "#domains/intelligence/rules/regions/find-regions.ts";

const HEAD = 1500;

type Tally = { readonly name: string; score: number; readonly first: number; readonly mention: RegionMention };

/** How much more a zone says than the city or province around it. */
const WEIGHT: Record<RegionMention["kind"], number> = { zone: 3, county: 2, city: 1.4, province: 0.5, bare: 0 };
/** Parks and sites inside a zone: seldom what an article is about. */
const SITE =
  /(?:产业园|产业基地|工业园|物流园|软件园|微电园|微电子园|创业园|科技园|大学城|片区|商圈|商务区|港区|度假区|风景区|示范区|试验区|合作区|创新区|孵化园)$/;

const ZONE_IN_TITLE = /高新区|经开区|开发区|新区|科学城|科技城|保税区|综保区|自贸|园区/;

function tally(title: string, text: string): Tally[] {
  const tallies = new Map<string, Tally>();
  const body = title.length + 1;
  for (const mention of findRegions(`${title}\n${text.slice(0, 3000)}`)) {
    if (mention.start >= body + HEAD && tallies.size > 0) break;
    if (mention.kind === "bare") continue;
    const weight = mention.start < body ? 3 : mention.start < body + 300 ? 1 : 0.6;
    const score = WEIGHT[mention.kind] * weight * (mention.short ? 0.4 : 1) * (SITE.test(mention.name) ? 0.3 : 1);
    const known = tallies.get(mention.name);
    if (known) known.score += score;
    else tallies.set(mention.name, { name: mention.name, score, first: mention.start, mention });
  }
  // "皖城经济半年报出炉" names the city without its ending.
  for (const known of tallies.values()) {
    const short = known.name.replace(/[市县区州盟旗]$/, "");
    if (
      known.mention.kind !== "zone" &&
      short.length >= 2 &&
      short !== known.name &&
      title.includes(short) &&
      !title.includes(known.name) &&
      !ZONE_IN_TITLE.test(title)
    )
      known.score += 3 * WEIGHT[known.mention.kind];
  }
  return [...tallies.values()].sort((left, right) => right.score - left.score || left.first - right.first);
}

/** Official long forms and the short ones that everybody uses. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/高新技术产业(?:开发区|园区|示范区)|高新技术开发区|高新技术园区|高科技园区|高新园区/, "高新区"],
  [/经济技术开发区|经济开发区/, "经开区"],
  [/综合保税区/, "综保区"],
  [/自由贸易试验区|自贸试验区/, "自贸区"],
];
const shortForm = (name: string) =>
  SYNONYMS.reduce((text, [long, short]) => text.replace(long, short), name.replace(/^中国/, "").replace(/[()]/g, ""));

const withoutBrackets = (name: string) => name.replace(/[()]/g, "");

/** The longest form that the article itself uses of the same zone: "某某高新区" → "某某高新区(科技城直管区)". */
function longestForm(winner: Tally, tallies: readonly Tally[]): string {
  const longer = tallies.find(
    (other) => other !== winner && other.name.startsWith(winner.name) && /\)$/.test(other.name) && other.score * 3 >= winner.score,
  );
  if (longer) return longer.name;
  const official = tallies.filter(
    (other) => other !== winner && other.name.length > winner.name.length && shortForm(other.name) === shortForm(winner.name),
  );
  if (official[0]) return official.reduce((best, other) => (other.name.length > best.name.length ? other : best), official[0]).name;
  const chain = tallies.find(
    (other) => other !== winner && withoutBrackets(other.name).endsWith(withoutBrackets(winner.name)) && other.score * 2 >= winner.score,
  );
  return chain?.name ?? winner.name;
}

/** "全省11个国家级经开区", "全市各开发区": an article about all of them, which names each in turn. */
const ALL_ZONES =
  /(全[省市国区])(?:的)?(?:共|共有|各)?(?:\d+|[一二三四五六七八九十]+)?[个家]?((?:国家级|省级|市级|重点|主要){0,2}(?:经开区|高新区|经济技术开发区|高新技术产业开发区|开发区|综保区|产业园区|工业园区|园区))/;

function allZones(title: string, text: string, tallies: readonly Tally[]): string | null {
  const found = ALL_ZONES.exec(`${title}\n${text.slice(0, 400)}`);
  if (!found) return null;
  const zones = tallies.filter((one) => one.mention.kind === "zone");
  const titled = zones.some((one) => one.first < title.length);
  return zones.length >= 3 && !titled ? `${found[1] ?? ""}${found[2] ?? ""}` : null;
}

/** What an article is about when nothing else is said: the company of a company's report, else the zone or division most named at its head. */
export function findArticleRegion(title: string, text: string): string | null {
  const company = findCompanyOfArticle(title, text);
  if (company) return company;
  const tallies = tally(title, text);
  const winner = tallies[0];
  if (!winner) return null;
  const all = allZones(title, text, tallies);
  if (all) return all;
  // A short name ("绵阳") stands for the division whose full name the text uses somewhere.
  if (winner.mention.short) {
    const full = tallies.find((other) => !other.mention.short && other.name.startsWith(winner.name) && other.mention.kind !== "zone");
    if (full) return full.name;
  }
  return longestForm(winner, tallies);
}

/** The full form of a bare 高新区 or 科学城 among the names that the article uses. */
export function resolveRegion(bare: string, region: string | null, names: readonly string[]): string | null {
  const fits = (name: string) => name.length > bare.length && (name.endsWith(bare) || name.includes(bare));
  if (region && fits(region)) return region;
  return names.find(fits) ?? region;
}
