import { findIndicatorMetadata } from "#domains/economy/contract/indicator-metadata.ts";
import { type AcceptedFact, plainWords } from "#domains/economy/rules/accepted-fact.ts";
import { findIndicator } from "#domains/intelligence/contract/indicators.ts";

/** Words before an indicator that say which enterprises, money or titles are counted; longer ones first. */
const QUALIFIERS = [
  "市级及以上",
  "省级及以上",
  "市级以上",
  "省级以上",
  "国家级",
  "全口径",
  "注册地",
  "同口径",
  "省级",
  "市级",
  "区级",
  "区属",
  "在地",
  "本级",
] as const;

/**
 * The calibre that a fact states, or that stands in its words: 区属规上工业增加值 is not 规上工业增加值 (handbook §11).
 * Words that the catalogue itself has as a name of the indicator are no calibre of their own.
 */
export function calibreOf({ calibre, code, indicator }: Pick<AcceptedFact, "calibre" | "code" | "indicator">): string | null {
  if (calibre !== null || code === null) return calibre;
  const words = plainWords(indicator);
  const known = findIndicator(code);
  if (known !== undefined && (known.name.zh === words || known.aliases.includes(words))) return null;
  return QUALIFIERS.find((qualifier) => words.startsWith(qualifier)) ?? null;
}

/** Ground and floors are a description, not a result of the period. */
const DESCRIPTIONS = new Set(["area", "floor-area"]);

/** Figures of single companies and projects, and descriptions, are facts but no part of a region's card. */
export const belongsToCard = (code: string | null): boolean =>
  code === null || (!DESCRIPTIONS.has(code) && findIndicatorMetadata(code)?.belongsToRegion !== false);
