import { z } from "zod";
import { Decimal } from "#kernel/decimal.ts";
import { LocalDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";

/** What is promised at signing, and followed after it. */
export const PromiseMetric = z.enum(["investment", "start", "produce", "output", "tax", "jobs", "land", "tax-per-mu"]);
export type PromiseMetric = z.infer<typeof PromiseMetric>;

/** kept, short: its day or year is over. running: this year's. ahead: lies ahead. no-data: due, and nothing is known. */
export const PromiseState = z.enum(["kept", "short", "late", "running", "ahead", "no-data"]);
export type PromiseState = z.infer<typeof PromiseState>;

/** One line of the ledger: a measure, for a year where it is promised by year. */
export const PromiseLine = z.object({
  metric: PromiseMetric,
  year: z.number().int().nullable(),
  /** Yuan, people or 亩. */
  promised: Decimal.nullable(),
  actual: Decimal.nullable(),
  promisedOn: LocalDate.nullable(),
  actualOn: LocalDate.nullable(),
  /** Actual ÷ promised. */
  pct: Decimal.nullable(),
  /** Of a date: days after it; negative before. */
  daysLate: z.number().int().nullable(),
  state: PromiseState,
  origin: z.enum(["projects", "hand"]).nullable(),
  knownOn: LocalDate.nullable(),
  note: z.string(),
});
export type PromiseLine = z.infer<typeof PromiseLine>;

export const promiseMetricWords: Readonly<Record<PromiseMetric, Text>> = {
  investment: { zh: "投资", en: "Investment" },
  start: { zh: "开工", en: "Start of construction" },
  produce: { zh: "投产", en: "Start of production" },
  output: { zh: "年产值", en: "Annual output" },
  tax: { zh: "年税收", en: "Annual tax" },
  jobs: { zh: "就业", en: "Jobs" },
  land: { zh: "用地", en: "Land" },
  "tax-per-mu": { zh: "亩均税收", en: "Tax per mu" },
};

export const promiseStateWords: Readonly<Record<PromiseState, Text>> = {
  kept: { zh: "已兑现", en: "Kept" },
  short: { zh: "未达到", en: "Short" },
  late: { zh: "逾期", en: "Late" },
  running: { zh: "本年进行", en: "This year" },
  ahead: { zh: "未到期", en: "Ahead" },
  "no-data": { zh: "无数据", en: "No data" },
};
