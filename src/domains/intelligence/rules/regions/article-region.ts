import { findRegions, type RegionMention } from "#domains/intelligence/rules/regions/find-regions.ts";

const HEAD = 1200;
const COMPANY = /^[\u4e00-\u9fffA-Za-z0-9()]{2,20}(?:股份有限公司|有限责任公司|有限公司|集团|股份)/;

type Tally = { name: string; score: number; first: number; kind: RegionMention["kind"] };

/** How much more a zone says than the city or province around it. */
const WEIGHT: Record<RegionMention["kind"], number> = { zone: 3, county: 2, city: 1, province: 0.5, bare: 0 };

/** What an article is about when nothing else is said: the zone or division most named in title and first paragraphs, in its longest form. */
export function findArticleRegion(title: string, text: string): string | null {
  const tallies = new Map<string, Tally>();
  const count = (mentions: readonly RegionMention[], weight: number) => {
    for (const mention of mentions) {
      if (mention.kind === "bare") continue;
      const known = tallies.get(mention.name);
      const score = WEIGHT[mention.kind] * weight * (mention.short ? 0.6 : 1);
      if (known) known.score += score;
      else tallies.set(mention.name, { name: mention.name, score, first: mention.start, kind: mention.kind });
    }
  };
  count(findRegions(title), 4);
  count(findRegions(text.slice(0, HEAD)), 1);
  const company = COMPANY.exec(title)?.[0];
  let best: Tally | undefined;
  for (const tally of tallies.values()) if (!best || tally.score > best.score) best = tally;
  if (company && !best) return company;
  if (!best) return null;
  const winner = best;
  // 高新区 of the title may be the short form of 某某高新区(直管区) of the text.
  const longer = [...tallies.values()].filter(
    (tally) => tally.name !== winner.name && tally.name.startsWith(winner.name) && /[)）]$/.test(tally.name),
  );
  return (longer[0]?.score ?? 0) * 2 >= winner.score ? (longer[0]?.name ?? winner.name) : winner.name;
}

/** The full form of a bare 高新区 or 科学城 among the names that the article uses. */
export function resolveRegion(bare: string, region: string | null, names: readonly string[]): string | null {
  const fits = (name: string) => name.length > bare.length && (name.endsWith(bare) || name.includes(bare));
  if (region && fits(region)) return region;
  return names.find(fits) ?? region;
}
