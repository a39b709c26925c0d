import { RedLineRule } from "#domains/promotion/contract/statement-red-lines.ts";

/** Until a zone sets its own (handbook §3, 尽调红线). */
export const DEFAULT_RED_LINES: RedLineRule = RedLineRule.parse({
  debtRatio: {
    clauses: ["funds-first", "performance-bond"],
    ladder: {
      source: "平台默认：资产负债率超过70%警示，超过85%止步",
      steps: [
        { band: "clear", upTo: "70", including: true },
        { band: "caution", upTo: "85", including: true },
        { band: "stop", upTo: null },
      ],
    },
  },
  currentRatio: {
    clauses: ["funds-first"],
    ladder: {
      source: "平台默认：流动比率低于1警示",
      steps: [
        { band: "caution", upTo: "1" },
        { band: "clear", upTo: null },
      ],
    },
  },
  negativeCash: {
    clauses: ["milestones", "funds-first"],
    ladder: {
      source: "平台默认：近3年中有2年经营现金流为负警示",
      steps: [
        { band: "clear", upTo: "2" },
        { band: "caution", upTo: null },
      ],
    },
  },
  cashYears: 3,
  commitment: {
    clauses: ["staged-land", "milestones", "performance-bond", "clawback"],
    ladder: {
      source: "平台默认：承诺投资超过净资产3倍警示",
      steps: [
        { band: "clear", upTo: "3", including: true },
        { band: "caution", upTo: null },
      ],
    },
  },
  withoutNetAssets: "stop",
  events: [
    { kind: "dishonest-debtor", band: "stop", days: null, clauses: [], source: "平台默认：失信被执行人一票否决" },
    { kind: "tax-arrears", band: "caution", days: 365, clauses: ["performance-bond"], source: "平台默认：未缴清，或365日内发生" },
    { kind: "litigation", band: "caution", days: 730, clauses: ["milestones", "clawback"], source: "平台默认：未结，或730日内发生" },
    { kind: "environmental-penalty", band: "caution", days: 1095, clauses: ["milestones"], source: "平台默认：未整改，或1095日内发生" },
  ],
});
