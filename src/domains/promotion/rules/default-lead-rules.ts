import type { LeadRules } from "#domains/promotion/contract/lead-rules.ts";

// peers-china §1: answered in one day, judged in three, told within a week, reported every two weeks.
const county = "江门市招商线索办法的做法";
// handbook §3, proposals: first contact within five working days, silence of 30 and 60 days.
const handbook = "平台建议值";

/** The platform's own until the zone sets others. The pool's numbers are proposals, to be set by each zone. */
export const DEFAULT_LEAD_RULES: LeadRules = {
  clocks: {
    answer: { length: 1, unit: "workday", source: county },
    judge: { length: 3, unit: "workday", source: county },
    tell: { length: 7, unit: "day", source: county },
    firstContact: { length: 5, unit: "workday", source: handbook },
    report: { length: 14, unit: "day", source: county },
    silence: { warnDays: 30, parkDays: 60, stages: ["NEGOTIATING"], source: handbook },
  },
  pool: {
    pools: [
      { code: "common", name: "公共线索池" },
      { code: "chain", name: "补链线索池" },
      { code: "fair", name: "活动线索池" },
    ],
    perDay: 5,
    mostHeld: 60,
    cooldownDays: 15,
    untouchedDays: 20,
    protectionDays: 90,
    source: "平台建议值",
  },
};
