import { z } from "zod";
import { ladderWith } from "#domains/promotion/contract/threshold-ladder.ts";
import { Decimal } from "#kernel/decimal.ts";
import { LocalDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";

/** From least to most pressing. */
export const WarningLevel = z.enum(["attention", "warning", "urgent"]);
export type WarningLevel = z.infer<typeof WarningLevel>;

export const warningLevelWords: Readonly<Record<WarningLevel, Text>> = {
  attention: { zh: "关注", en: "Attention" },
  warning: { zh: "预警", en: "Warning" },
  urgent: { zh: "紧急", en: "Urgent" },
};

export const WarningKind = z.enum(["permit", "distress", "relocation"]);
export type WarningKind = z.infer<typeof WarningKind>;

export const warningKindWords: Readonly<Record<WarningKind, Text>> = {
  permit: { zh: "许可到期", en: "Permit expiring" },
  distress: { zh: "经营困境", en: "Distress" },
  relocation: { zh: "外迁迹象", en: "Signs of relocation" },
};

/** What points to a move, each on record with its day. None of them proves one. */
export const RelocationSign = z.enum([
  "registered-elsewhere",
  "land-elsewhere",
  "subsidiary-elsewhere",
  "lease-ending",
  "capacity-moved",
  "jobs-falling",
  "power-falling",
  "tax-falling",
  "said-so",
]);
export type RelocationSign = z.infer<typeof RelocationSign>;

export const relocationSignWords: Readonly<Record<RelocationSign, Text>> = {
  "registered-elsewhere": { zh: "注册地址拟迁出", en: "Registered address to move away" },
  "land-elsewhere": { zh: "在区外取得土地厂房", en: "Land or plant acquired elsewhere" },
  "subsidiary-elsewhere": { zh: "在区外设立同类子公司", en: "Subsidiary of the same trade set up elsewhere" },
  "lease-ending": { zh: "厂房租约将到期未续", en: "Lease ending, not renewed" },
  "capacity-moved": { zh: "产线设备外移", en: "Lines or equipment moved away" },
  "jobs-falling": { zh: "参保人数明显下降", en: "Insured staff falling clearly" },
  "power-falling": { zh: "用电量明显下降", en: "Power use falling clearly" },
  "tax-falling": { zh: "纳税明显下降", en: "Taxes falling clearly" },
  "said-so": { zh: "企业表示有外迁打算", en: "The enterprise speaks of moving" },
};

const Rising = ladderWith(["none", ...WarningLevel.options], "none");
const Falling = ladderWith([...WarningLevel.options.toReversed(), "none"], "none");
const Weight = Decimal.refine((weight) => !weight.startsWith("-") && weight.length <= 6, { error: "promotion.not-negative" });

/** Thresholds as data, version by version. */
export const EarlyWarningRule = z.object({
  /** Days left until a permit expires, negative once it has; bands are levels or `none`. */
  permitDaysLeft: Falling,
  /** Percentile of the distress score among those that the model knows. */
  distressPercentile: Rising,
  /** Sum of the weights of the signs of the last `relocationDays` days. */
  relocationWeight: Rising,
  relocationDays: z.number().int().min(1).max(3650),
  relocationWeights: z.record(RelocationSign, Weight),
});
export type EarlyWarningRule = z.infer<typeof EarlyWarningRule>;

export const EarlyWarning = z.object({
  kind: WarningKind,
  level: WarningLevel,
  /** The permit's name; null where the enterprise as a whole is meant. */
  subject: z.string().nullable(),
  due: LocalDate.nullable(),
  value: Decimal,
  source: z.string(),
  reasons: z.array(z.object({ zh: z.string(), en: z.string() })),
  helps: z.array(z.object({ zh: z.string(), en: z.string() })),
});
export type EarlyWarning = z.infer<typeof EarlyWarning>;
