import { indicators } from "#domains/intelligence/contract/indicators.ts";
import type { Text } from "#kernel/texts.ts";

export type WiderRegion = "city" | "province" | "nation";

export const WIDER_NAMES: Readonly<Record<WiderRegion, Text>> = {
  city: { zh: "全市", en: "the city" },
  province: { zh: "全省", en: "the province" },
  nation: { zh: "全国", en: "the nation" },
};

export type Share = { readonly of: WiderRegion; readonly code: string | undefined };

const WIDER_WORDS: readonly (readonly [word: string, of: WiderRegion])[] = [
  ["占全市", "city"],
  ["占重庆市", "city"],
  ["占全省", "province"],
  ["占全国", "nation"],
];

const codeByName = new Map(indicators.flatMap(({ code, name, aliases }) => [name.zh, ...aliases].map((word) => [word, code] as const)));
/** Words that say "how much of it" and not which indicator. */
const MEASURES = ["绝对额", "总额", "总量", "规模", "额", "的"];

/** Is the figure a share of a wider region (外贸进出口绝对额占全市比重), and of which indicator? */
export function readShare(figure: {
  readonly indicator: string;
  readonly code: string | null;
  readonly unit: string | null;
}): Share | undefined {
  if (figure.unit !== "%" && figure.unit !== "％") return undefined;
  for (const [word, of] of WIDER_WORDS) {
    const place = figure.indicator.indexOf(word);
    if (place >= 0) return { of, code: figure.code ?? codeOf(figure.indicator.slice(0, place)) };
  }
  return undefined;
}

function codeOf(words: string): string | undefined {
  const found = codeByName.get(words);
  if (found !== undefined) return found;
  const measure = MEASURES.find((word) => words.endsWith(word) && words.length > word.length);
  return measure === undefined ? undefined : codeOf(words.slice(0, -measure.length));
}
