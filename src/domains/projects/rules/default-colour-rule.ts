import { ColourRule } from "#domains/projects/contract/colour.ts";

/**
 * Until a zone sets its own. Progress, start and statistics entry after the published thresholds of two cities' monthly supervision
 * (10 and 30 percentage points, 3 months, 1 and 2 months); milestone days, reply terms and escalation are our default (handbook §4).
 */
export const DEFAULT_COLOUR_RULE: ColourRule = ColourRule.parse({
  progress: {
    source: "平台默认：进度缺口＝（累计计划−累计完成）÷年度计划，百分点",
    steps: [
      { band: "green", upTo: "0", including: true },
      { band: "blue", upTo: "10" },
      { band: "yellow", upTo: "30", including: true },
      { band: "red", upTo: null },
    ],
  },
  milestone: {
    source: "平台默认：逾期最久的节点，天",
    steps: [
      { band: "green", upTo: "0", including: true },
      { band: "blue", upTo: "15", including: true },
      { band: "yellow", upTo: "30", including: true },
      { band: "red", upTo: null },
    ],
  },
  start: {
    source: "平台默认：超过计划开工月份的整月数，当月为0",
    steps: [
      { band: "blue", upTo: "0", including: true },
      { band: "yellow", upTo: "2", including: true },
      { band: "red", upTo: null },
    ],
  },
  statEntry: {
    source: "平台默认：开工后未入库的月数，不满一月的天数折算",
    steps: [
      { band: "blue", upTo: "1" },
      { band: "yellow", upTo: "2", including: true },
      { band: "red", upTo: null },
    ],
  },
  statThresholdYuan: "5000000",
  silence: "yellow",
  suspended: "red",
  freshness: { staleAfterDays: 35, missingAfterDays: 65 },
  actions: { planWorkdays: 5, letterWorkdays: 2, replyWorkdays: 5, escalateAfterYellows: 2 },
});
