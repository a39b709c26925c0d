import { EarlyWarningRule } from "#domains/promotion/contract/distress-warning.ts";

/** Until a zone sets its own. */
export const DEFAULT_EARLY_WARNING: EarlyWarningRule = EarlyWarningRule.parse({
  permitDaysLeft: {
    source: "行政许可法第五十条：有效期届满三十日前申请延续；提前90日关注为平台默认",
    steps: [
      { band: "urgent", upTo: "0" },
      { band: "warning", upTo: "30", including: true },
      { band: "attention", upTo: "90", including: true },
      { band: "none", upTo: null },
    ],
  },
  distressPercentile: {
    source: "平台默认：财务困境分高于80%、90%、97%的可比企业",
    steps: [
      { band: "none", upTo: "80" },
      { band: "attention", upTo: "90" },
      { band: "warning", upTo: "97" },
      { band: "urgent", upTo: null },
    ],
  },
  relocationWeight: {
    source: "平台默认：一年内外迁迹象加权",
    steps: [
      { band: "none", upTo: "1" },
      { band: "attention", upTo: "2" },
      { band: "warning", upTo: "4" },
      { band: "urgent", upTo: null },
    ],
  },
  relocationDays: 365,
  relocationWeights: {
    "registered-elsewhere": "4",
    "land-elsewhere": "3",
    "capacity-moved": "3",
    "said-so": "2",
    "lease-ending": "2",
    "subsidiary-elsewhere": "1",
    "jobs-falling": "1",
    "power-falling": "1",
    "tax-falling": "1",
  },
});
