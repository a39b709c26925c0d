import { EndPattern, FindPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";
import type { RegionMention } from "#domains/intelligence/rules/regions/find-regions.ts";
import { findPlaceAt } from "#domains/intelligence/rules/regions/place-names.ts";

/** Parks and sites inside a zone: a figure is seldom about them. */
const SITE = new EndPattern(
  /(?:产业园|产业基地|工业园|工业园区|工业区|工业集中区|物流园|软件园|微电园|微电子园|创业园|科技园|大学城|商圈|商务区|港区|度假区|风景区|示范园?区|创新产业园|孵化园|产业城|产业园区|生物医药园|科创园|智慧城)$/,
);
export function isSite(name: string): boolean {
  if (!SITE.test(name)) return false;
  // 苏州工业园区: a zone of its own, named by its city alone.
  const place = findPlaceAt(name, 0);
  return !(place && /^[市县区]?工业园区$/.test(name.slice(place.name.length)));
}

/** 成都 + 高新区 that stand together are one zone. */
export function joinBare(mentions: readonly RegionMention[]): RegionMention[] {
  const joined: RegionMention[] = [];
  for (const mention of mentions) {
    const last = joined.at(-1);
    if (last && mention.kind === "bare" && last.end === mention.start && (last.kind === "city" || last.kind === "county")) {
      joined[joined.length - 1] = { name: last.name + mention.name, start: last.start, end: mention.end, kind: "zone", short: false };
    } else joined.push(mention);
  }
  return joined;
}

const SHORT_FORMS: readonly (readonly [FindPattern, string])[] = [
  [new FindPattern(/经济技术开发区|经济开发区|经济技术区/), "经开区"],
  [new FindPattern(/高新技术产业开发区|高新技术产业园区|高新技术开发区|高新技术产业示范区|高新园区/), "高新区"],
  [new FindPattern(/综合保税区/), "综保区"],
  [new FindPattern(/自由贸易试验区|自贸试验区/), "自贸区"],
];
const BRACKETS_AT_END = new EndPattern(/\([^()]*\)$/);

/** 临江经济技术开发区, 临江经开区, 国家级临江经开区 → 临江经开区. */
export function shortForm(name: string): string {
  let short = BRACKETS_AT_END.cut(name);
  for (const [long, put] of SHORT_FORMS) short = long.replaceFirst(short, put);
  if (short.startsWith("国家级")) short = short.slice(3);
  if (short.endsWith("区")) short = short.replace(/[市县](?=.*区$)/, "");
  return short.includes("(") || short.includes(")") ? short.replace(/[()]/g, "") : short;
}

/** The name in full as the article itself gives it somewhere: a short form stands for its longest long form. */
export function fullNames(names: Iterable<string>): ReadonlyMap<string, string> {
  const longest = new Map<string, string>();
  for (const name of names) {
    const key = shortForm(name);
    if (name.length > (longest.get(key)?.length ?? 0) && !name.startsWith("国家级")) longest.set(key, name);
  }
  return longest;
}
