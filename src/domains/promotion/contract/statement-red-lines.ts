import { z } from "zod";
import { MissingItem } from "#domains/promotion/contract/statement-ratios.ts";
import { ladderWith } from "#domains/promotion/contract/threshold-ladder.ts";
import { Decimal } from "#kernel/decimal.ts";
import { LocalDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";

/** From best to worst. What cannot be said is none of them. */
export const RedLineBand = z.enum(["clear", "caution", "stop"]);
export type RedLineBand = z.infer<typeof RedLineBand>;

export const redLineBandWords: Readonly<Record<RedLineBand | "missing", Text>> = {
  clear: { zh: "未触及", en: "Clear" },
  caution: { zh: "警示", en: "Caution" },
  stop: { zh: "止步", en: "Stop" },
  missing: { zh: "缺数据", en: "Data missing" },
};

/** What happened to an enterprise and is on public record, with its day: an event, never a mere score. */
export const DiligenceEventKind = z.enum(["dishonest-debtor", "tax-arrears", "litigation", "environmental-penalty"]);
export type DiligenceEventKind = z.infer<typeof DiligenceEventKind>;

export const diligenceEventWords: Readonly<Record<DiligenceEventKind, Text>> = {
  "dishonest-debtor": { zh: "列入失信被执行人", en: "Listed as a dishonest debtor" },
  "tax-arrears": { zh: "欠税", en: "Tax arrears" },
  litigation: { zh: "重大诉讼", en: "Major litigation" },
  "environmental-penalty": { zh: "环保处罚", en: "Environmental penalty" },
};

export const DiligenceEvent = z.object({
  kind: DiligenceEventKind,
  on: LocalDate,
  /** The day on which it was lifted, paid or closed; null while it stands. */
  liftedOn: LocalDate.nullable(),
  subject: z.string().min(1).max(200),
});
export type DiligenceEvent = z.infer<typeof DiligenceEvent>;

/** What the contract can ask for where a line is touched (handbook §3: conditions become clauses). */
export const ContractClause = z.enum(["staged-land", "milestones", "performance-bond", "clawback", "funds-first"]);
export type ContractClause = z.infer<typeof ContractClause>;

export const contractClauseWords: Readonly<Record<ContractClause, Text>> = {
  "staged-land": { zh: "分期供地", en: "Land in stages" },
  milestones: { zh: "按节点兑现", en: "Fulfilment by milestones" },
  "performance-bond": { zh: "履约保证", en: "Performance bond" },
  clawback: { zh: "违约退出与追回", en: "Exit and clawback on default" },
  "funds-first": { zh: "首期资金先到位", en: "First funds arrive first" },
};

const line = (order: readonly RedLineBand[]) => z.object({ ladder: ladderWith(order, "clear"), clauses: z.array(ContractClause).max(10) });
/** More of it is worse, or less of it is. */
const Rising = line(["clear", "caution", "stop"]);
const Falling = line(["stop", "caution", "clear"]);

/** Thresholds as data, version by version; their bands are those of `RedLineBand`. */
export const RedLineRule = z.object({
  /** 资产负债率, per cent. */
  debtRatio: Rising,
  /** 流动比率, times. */
  currentRatio: Falling,
  /** How many of the last `cashYears` years had a negative operating cash flow. */
  negativeCash: Rising,
  cashYears: z.number().int().min(1).max(10),
  /** Committed investment ÷ net assets, times. */
  commitment: Rising,
  /** What a commitment is worth when net assets are zero or less, which no ladder can say. */
  withoutNetAssets: RedLineBand,
  events: z
    .array(
      z.object({
        kind: DiligenceEventKind,
        band: RedLineBand,
        /** It weighs until it is lifted, and for so many days after its day even then; null: only while it stands. */
        days: z.number().int().min(1).max(7300).nullable(),
        clauses: z.array(ContractClause).max(10),
        source: z.string().min(1).max(400),
      }),
    )
    .max(20)
    .refine((events) => new Set(events.map(({ kind }) => kind)).size === events.length, { error: "promotion.event-kind-twice" }),
});
export type RedLineRule = z.infer<typeof RedLineRule>;

export const RedLine = z.enum(["debtRatio", "currentRatio", "negativeCash", "commitment", ...DiligenceEventKind.options]);
export type RedLine = z.infer<typeof RedLine>;

export const redLineWords: Readonly<Record<RedLine, Text>> = {
  debtRatio: { zh: "资产负债率", en: "Debt ratio" },
  currentRatio: { zh: "流动比率", en: "Current ratio" },
  negativeCash: { zh: "经营现金流为负", en: "Negative operating cash flow" },
  commitment: { zh: "承诺投资÷净资产", en: "Committed investment over net assets" },
  ...diligenceEventWords,
};

export const RedLineReading = z.object({
  line: RedLine,
  /** `missing` is never `clear`: what is not known cannot be passed. */
  band: z.enum([...RedLineBand.options, "missing"]),
  value: Decimal.nullable(),
  missing: z.array(z.union([MissingItem, z.object({ item: z.literal("commitment"), year: z.null() })])),
  clauses: z.array(ContractClause),
  source: z.string(),
  zh: z.string(),
  en: z.string(),
});
export type RedLineReading = z.infer<typeof RedLineReading>;

export const RedLineReport = z.object({
  year: z.number().int(),
  /** The worst line that is known; `missing` when nothing known is touched and something is not known. */
  band: z.enum([...RedLineBand.options, "missing"]),
  complete: z.boolean(),
  readings: z.array(RedLineReading),
  clauses: z.array(ContractClause),
});
export type RedLineReport = z.infer<typeof RedLineReport>;
