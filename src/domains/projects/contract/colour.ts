import { z } from "zod";
import { Decimal } from "#kernel/decimal.ts";
import { Ladder } from "#kernel/ladder.ts";
import { LocalDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";

/** From best to worst. */
export const Colour = z.enum(["green", "blue", "yellow", "red"]);
export type Colour = z.infer<typeof Colour>;

export const colourWords: Readonly<Record<Colour, Text>> = {
  green: { zh: "绿", en: "Green" },
  blue: { zh: "蓝", en: "Blue" },
  yellow: { zh: "黄", en: "Yellow" },
  red: { zh: "红", en: "Red" },
};

/** What is looked at. `state` is the stop of a project, `silence` a report that did not come by the cutoff. */
export const ColourDimension = z.enum(["progress", "milestone", "start", "stat-entry", "silence", "state"]);
export type ColourDimension = z.infer<typeof ColourDimension>;

export const ColourReason = z.object({
  dimension: ColourDimension,
  colour: Colour,
  /** Percentage points, days or months, as the dimension has it; null where nothing is counted. */
  value: Decimal.nullable(),
  /** What it is about: the milestone that is late, the month without a report. */
  subject: z.string().nullable(),
  /** A sentence in both languages: “进度缺口12个百分点”. */
  zh: z.string(),
  en: z.string(),
});
export type ColourReason = z.infer<typeof ColourReason>;

/** A ladder whose bands are colours, the better one always below the worse: more of what is counted is never better. */
const ColourLadder = Ladder.refine(({ steps }) => steps.every(isWorseThanBefore), { error: "projects.colour-bands" });

function isWorseThanBefore({ band }: { readonly band: string }, place: number, steps: readonly { readonly band: string }[]): boolean {
  const rank = Colour.options.indexOf(band as Colour);
  const before = steps[place - 1];
  return rank >= 0 && (before === undefined || rank > Colour.options.indexOf(before.band as Colour));
}

/** No report is never green (handbook §4), nor is a project that stands still. */
const NotGreen = Colour.exclude(["green"]);

/** Thresholds as data, version by version. Their bands are the four colours. */
export const ColourRule = z.object({
  /** Progress gap in percentage points of the annual plan. */
  progress: ColourLadder,
  /** Days of the milestone that is overdue longest; the start has its own ladder. */
  milestone: ColourLadder,
  /** Whole months past the month in which the start was planned; 0 in that month itself. */
  start: ColourLadder,
  /** Months since the start without an entry into the statistics database; what is over of a month counts as a part of one. */
  statEntry: ColourLadder,
  /** From this planned total on, investment is counted by the statistics, 元. */
  statThresholdYuan: Decimal,
  /** Colour of a project of which no report came for the month of the cutoff. */
  silence: NotGreen,
  suspended: NotGreen,
  /** Days after which the last report is stale, and after which it is missing: the second light. */
  freshness: z
    .object({ staleAfterDays: z.number().int().min(1).max(400), missingAfterDays: z.number().int().min(1).max(400) })
    .refine(({ staleAfterDays, missingAfterDays }) => staleAfterDays < missingAfterDays, { error: "projects.freshness-order" }),
  /** Working days for what each colour asks for; yellow cutoffs in a row that are handled as red. */
  actions: z.object({
    planWorkdays: z.number().int().min(1).max(60),
    letterWorkdays: z.number().int().min(1).max(60),
    replyWorkdays: z.number().int().min(1).max(60),
    escalateAfterYellows: z.number().int().min(2).max(12),
  }),
});
export type ColourRule = z.infer<typeof ColourRule>;

export const ColourRuleVersion = z.object({
  version: z.number().int().min(1),
  effectiveOn: LocalDate,
  rule: ColourRule,
  reason: z.string(),
  changedOn: LocalDate,
  changedBy: z.string(),
});
export type ColourRuleVersion = z.infer<typeof ColourRuleVersion>;
