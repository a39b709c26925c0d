import type { Figure } from "#domains/intelligence/contract/extraction.ts";
import type { NumberToken } from "#domains/intelligence/rules/figures/find-numbers.ts";
import type { PeriodMention } from "#domains/intelligence/rules/figures/find-periods.ts";

/** A figure in the making: what the grammar of its sentence says, before period, region and evidence are added. */
export type Draft = {
  token: NumberToken;
  name: string;
  /** The thing counted, for what follows: 项目, 创新平台. */
  noun: string;
  value: string;
  unit: string;
  form: "level" | "growth" | "share" | "rate" | "change" | "rank";
  yoyPct: string | null;
  growthBase: Figure["growthBase"];
  comparison: Figure["comparison"];
  /** The zone or company of this one figure when the sentence deals several out. */
  subject: string | null;
  /** Before or after a change: 由412家增加到698家. */
  side: "from" | "to" | null;
  /** Its own words of time when the sentence deals several out. */
  period: PeriodMention | null;
  /** The words of the cleaned text that prove it. */
  start: number;
  end: number;
  rule: string;
  confidence: number;
};
