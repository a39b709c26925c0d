import { ColourRule } from "#domains/projects/contract/colour.ts";
import type { LadderName } from "#domains/projects/rules/rule-changes.ts";
import { findDecimal } from "#kernel/decimal.ts";

/** A rule as it is typed: every threshold is a text until it is tried. */
export type TypedStep = { readonly band: string; readonly upTo: string; readonly including: boolean };
export type TypedLadder = { readonly source: string; readonly steps: readonly TypedStep[] };
export type TypedRule = {
  readonly ladders: Readonly<Record<LadderName, TypedLadder>>;
  readonly silence: string;
  readonly suspended: string;
  readonly singles: Readonly<Record<SingleName, string>>;
};
export const SINGLE_NAMES = [
  "statThresholdYuan",
  "staleAfterDays",
  "missingAfterDays",
  "planWorkdays",
  "letterWorkdays",
  "replyWorkdays",
  "escalateAfterYellows",
] as const;
export type SingleName = (typeof SINGLE_NAMES)[number];

export function typedRule(rule: ColourRule): TypedRule {
  const ladder = (name: LadderName): TypedLadder => ({
    source: rule[name].source,
    steps: rule[name].steps.map(({ band, upTo, including }) => ({ band, upTo: upTo ?? "", including })),
  });
  const { freshness, actions } = rule;
  return {
    ladders: { progress: ladder("progress"), milestone: ladder("milestone"), start: ladder("start"), statEntry: ladder("statEntry") },
    silence: rule.silence,
    suspended: rule.suspended,
    singles: {
      statThresholdYuan: rule.statThresholdYuan,
      staleAfterDays: String(freshness.staleAfterDays),
      missingAfterDays: String(freshness.missingAfterDays),
      planWorkdays: String(actions.planWorkdays),
      letterWorkdays: String(actions.letterWorkdays),
      replyWorkdays: String(actions.replyWorkdays),
      escalateAfterYellows: String(actions.escalateAfterYellows),
    },
  };
}

/** Undefined where something typed is no number, or a ladder does not rise: the shape of the rule itself decides. */
export function findRule({ ladders, silence, suspended, singles }: TypedRule): ColourRule | undefined {
  const ladder = ({ source, steps }: TypedLadder) => ({
    source: source.trim(),
    steps: steps.map(({ band, upTo, including }, place) =>
      place === steps.length - 1 ? { band, upTo: null, including: false } : { band, upTo: findDecimal(upTo.trim()) ?? "?", including },
    ),
  });
  const whole = (name: SingleName) => Number(singles[name].trim() || "x");
  return ColourRule.safeParse({
    progress: ladder(ladders.progress),
    milestone: ladder(ladders.milestone),
    start: ladder(ladders.start),
    statEntry: ladder(ladders.statEntry),
    statThresholdYuan: findDecimal(singles.statThresholdYuan.trim()) ?? "?",
    silence,
    suspended,
    freshness: { staleAfterDays: whole("staleAfterDays"), missingAfterDays: whole("missingAfterDays") },
    actions: {
      planWorkdays: whole("planWorkdays"),
      letterWorkdays: whole("letterWorkdays"),
      replyWorkdays: whole("replyWorkdays"),
      escalateAfterYellows: whole("escalateAfterYellows"),
    },
  }).data;
}
