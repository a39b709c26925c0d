import type { ColourDimension, ColourReason, ColourRule } from "#domains/projects/contract/colour.ts";
import { letterDemands } from "#domains/projects/contract/letter-words.ts";
import { type Language, say } from "#kernel/texts.ts";

/** What a letter asks for when nobody words it otherwise: by each reason its own demand, and until when to reply. */
export function draftLetter(reasons: readonly ColourReason[], { actions }: Pick<ColourRule, "actions">, language: Language): string {
  const dimensions = [...new Set(reasons.map(({ dimension }) => dimension))];
  const demands = dimensions.length === 0 ? [letterDemands.other] : dimensions.map((dimension) => DEMANDS[dimension]);
  const between = language === "zh" ? "；" : "; ";
  return say(letterDemands.whole, language, {
    days: actions.replyWorkdays,
    demands: demands.map((demand) => say(demand, language, {})).join(between),
  });
}

const DEMANDS = {
  progress: letterDemands.progress,
  milestone: letterDemands.milestone,
  start: letterDemands.start,
  "stat-entry": letterDemands.statEntry,
  silence: letterDemands.silence,
  state: letterDemands.state,
} as const satisfies Record<ColourDimension, unknown>;
