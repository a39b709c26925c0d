import { Colour, type ColourRule, colourWords } from "#domains/projects/contract/colour.ts";
import { colourSpans } from "#domains/projects/rules/ladder-words.ts";
import type { Text } from "#kernel/texts.ts";

/** One threshold that another version of the rule set otherwise. */
export type RuleChange = { readonly what: Text; readonly from: Text; readonly to: Text };

const LADDERS = ["progress", "milestone", "start", "statEntry"] as const;
export type LadderName = (typeof LADDERS)[number];

export const ladderWords: Readonly<Record<LadderName, { readonly name: Text; readonly unit: Text }>> = {
  progress: { name: { zh: "进度缺口", en: "Progress gap" }, unit: { zh: "百分点", en: "percentage points" } },
  milestone: { name: { zh: "里程碑逾期", en: "Overdue milestone" }, unit: { zh: "天", en: "days" } },
  start: { name: { zh: "逾期未开工", en: "Late start" }, unit: { zh: "个月", en: "months" } },
  statEntry: { name: { zh: "开工未入库", en: "Not in the statistics" }, unit: { zh: "个月", en: "months" } },
};

const plain = (value: string | number): Text => ({ zh: String(value), en: String(value) });

/** The values of a rule that stand alone, with their names. */
const SINGLES: readonly { readonly what: Text; readonly of: (rule: ColourRule) => Text }[] = [
  {
    what: { zh: "统计起点（元）", en: "Counted by the statistics from (yuan)" },
    of: (rule) => plain(rule.statThresholdYuan),
  },
  { what: { zh: "截止日未报", en: "No report by the cutoff" }, of: (rule) => colourWords[rule.silence] },
  { what: { zh: "停建", en: "Suspended" }, of: (rule) => colourWords[rule.suspended] },
  { what: { zh: "月报陈旧（天）", en: "Report stale (days)" }, of: (rule) => plain(rule.freshness.staleAfterDays) },
  { what: { zh: "月报缺失（天）", en: "Report missing (days)" }, of: (rule) => plain(rule.freshness.missingAfterDays) },
  { what: { zh: "书面计划（工作日）", en: "Written plan (working days)" }, of: (rule) => plain(rule.actions.planWorkdays) },
  { what: { zh: "签发督办单（工作日）", en: "Letter issued within (working days)" }, of: (rule) => plain(rule.actions.letterWorkdays) },
  { what: { zh: "回复督办单（工作日）", en: "Letter answered within (working days)" }, of: (rule) => plain(rule.actions.replyWorkdays) },
  { what: { zh: "连续黄灯升级（月）", en: "Yellow months that escalate" }, of: (rule) => plain(rule.actions.escalateAfterYellows) },
];

/** What one version changed against the one before it: each colour's span apart, and each single value. */
export function changesBetween(before: ColourRule, after: ColourRule): readonly RuleChange[] {
  const spans = LADDERS.flatMap((name) => {
    const of = (rule: ColourRule) => new Map(colourSpans(rule[name]).map(({ colour, span }) => [colour, span]));
    const [old, now] = [of(before), of(after)];
    return Colour.options.flatMap((colour) => {
      const [from, to] = [old.get(colour) ?? "–", now.get(colour) ?? "–"];
      if (from === to) return [];
      const { name: dimension } = ladderWords[name];
      const what = { zh: `${dimension.zh}·${colourWords[colour].zh}`, en: `${dimension.en}, ${colourWords[colour].en}` };
      return [{ what, from: plain(from), to: plain(to) }];
    });
  });
  const singles = SINGLES.flatMap(({ what, of }) => {
    const [from, to] = [of(before), of(after)];
    return from.zh === to.zh ? [] : [{ what, from, to }];
  });
  return [...spans, ...singles];
}
