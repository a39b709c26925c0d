import { countBefore } from "#domains/intelligence/rules/figures/sorted-places.ts";
import type { RegionMention } from "#domains/intelligence/rules/regions/find-regions.ts";
import { findPlaceAt } from "#domains/intelligence/rules/regions/place-names.ts";

/** Parks and sites inside a zone: a figure is seldom about them. */
const SITE =
  /(?:产业园|产业基地|工业园|工业园区|工业区|工业集中区|物流园|软件园|微电园|微电子园|创业园|科技园|大学城|商圈|商务区|港区|度假区|风景区|示范园?区|创新产业园|孵化园|产业城|产业园区|生物医药园|科创园|智慧城)$/;
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

const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/经济技术开发区|经济开发区|经济技术区/, "经开区"],
  [/高新技术产业开发区|高新技术产业园区|高新技术开发区|高新技术产业示范区|高新园区/, "高新区"],
  [/综合保税区/, "综保区"],
  [/自由贸易试验区|自贸试验区/, "自贸区"],
  [/^国家级/, ""],
  [/[市县](?=.*区$)/, ""],
];

/** 临江经济技术开发区, 临江经开区, 国家级临江经开区 → 临江经开区. */
export function shortForm(name: string): string {
  let short = name.replace(/\([^()]*\)$/, "");
  for (const [long, put] of SHORT_FORMS) short = short.replace(long, put);
  return short.replace(/[()]/g, "");
}

/** Zones and divisions of places that no list knows, when the article names them again and again at the head of a clause. */
const unlisted =
  /(?<=^|[\n,，。、“”:：;；《》【】\s—]|国家级|年|月|日|季度|在|据)((?![全我该本各在由从对为与和及据向把让是以将])[\u4e00-\u9fff]{2,4}?(?:经济技术开发区|高新技术产业开发区|综合保税区|高新区|经开区|新区|综保区|自贸区|开发区|市|县|区)(?:[东西南北]区)?)(?=[\u4e00-\u9fff,，:：。]|$)/g;
const COMMON =
  /(?:园|辖|社|地|城|郊|片|小|校|厂|山|库|灾|疫|市|行政|自治|我|该|全|本|各|新|老|两|多|三|四|五|一|二|个|省|贸|商|夜|都|股|上|入|超|试验|示范|工业|开发|先行|功能|核心|管|街|景|区|级|牧|矿|民|军|战|雄|大|中|小)$/;

export function frequentNames(text: string, known: readonly RegionMention[]): RegionMention[] {
  const counts = new Map<string, number>();
  for (const match of text.slice(0, 6_000).matchAll(unlisted)) {
    const name = match[1] ?? "";
    const stem = name.replace(/(?:经济技术开发区|高新技术产业开发区|综合保税区|高新区|经开区|新区|综保区|自贸区|开发区|市|县|区)$/, "");
    if (
      stem.length < 2 ||
      COMMON.test(stem) ||
      /^(?:全|我|该|本|各|在|由|从|对|为|与|和|及|园|高|经|科|产|国家|城|工|老|新|多|其|两|四|五|三|一|这|那|出|发|以|向|把|让|是)/.test(
        stem,
      )
    )
      continue;
    if (findPlaceAt(name, 0)?.name.length === name.length) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts]
    .filter(([, count]) => count >= 2)
    .slice(0, 20)
    .map(([name]) => name);
  if (names.length === 0) return [];
  const found: RegionMention[] = [];
  for (const name of names) {
    const kind: RegionMention["kind"] =
      /[^新区]区$|市$|县$/.test(name) && !/(?:高新|经开|新|综保|自贸|开发|保税)区$/.test(name)
        ? name.endsWith("市")
          ? "city"
          : "county"
        : "zone";
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      found.push({ name, start: at, end: at + name.length, kind, short: false });
  }
  found.sort((left, right) => left.start - right.start || right.end - left.end);
  const named = known.filter((mention) => mention.kind !== "bare");
  return found.filter((mention, index) => {
    if ((found[index - 1]?.end ?? 0) > mention.start) return false;
    const other = named[countBefore(named, mention.start + 1) - 1];
    return other === undefined || other.end < mention.end;
  });
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
