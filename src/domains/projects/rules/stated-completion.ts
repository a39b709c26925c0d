import { compare, type Decimal, divide, multiply, round, shift, sum } from "#kernel/decimal.ts";
import type { Text } from "#kernel/texts.ts";

/** A completion as a document states it: what was invested in 元, the percentage, and the words around it. */
export type StatedCompletion = { readonly actualYuan: Decimal; readonly statedPct: Decimal; readonly wording: string };

/** `rate`: the rate itself is that many percent. `exceeds-by`: the plan was exceeded by that many. */
export type CompletionReading = { readonly reading: "rate" | "exceeds-by"; readonly ratePct: Decimal; readonly planYuan: Decimal };

export type ReadCompletion = {
  /** One reading is certain, or a person has to decide between two (handbook §4). */
  readonly status: "CERTAIN" | "NEEDS_REVIEW";
  readonly readings: readonly CompletionReading[];
  readonly sentence: Text;
};

const HUNDRED = "100" as Decimal;
const CENTS = 2;
/** 超年度计划投资, 超额完成, 超出计划, 超过: a word of exceeding in front of the percentage. */
const EXCEEDS = /超/;

/**
 * “完成94.06亿、超年度计划投资143.91%” says either that the rate is 143.91 % (plan 65.36亿) or, by the letter, that the plan was exceeded
 * by 143.91 % (plan 38.56亿). Both are kept. Exceeding by less than 100 % can only be the latter; without a word of exceeding it is the rate.
 * Undefined where nothing was invested or stated: then no plan follows from it.
 */
export function readStatedCompletion({ actualYuan, statedPct, wording }: StatedCompletion): ReadCompletion | undefined {
  if (compare(actualYuan, "0" as Decimal) <= 0 || compare(statedPct, "0" as Decimal) <= 0) return undefined;
  const rate = readingOf("rate", actualYuan, statedPct);
  const exceedsBy = readingOf("exceeds-by", actualYuan, sum([statedPct, HUNDRED]));
  const exceeding = EXCEEDS.test(wording);
  const readings = !exceeding ? [rate] : compare(statedPct, HUNDRED) < 0 ? [exceedsBy] : [rate, exceedsBy];
  return { status: readings.length === 1 ? "CERTAIN" : "NEEDS_REVIEW", readings, sentence: sentenceOf(wording, statedPct, readings) };
}

const readingOf = (reading: CompletionReading["reading"], actual: Decimal, ratePct: Decimal): CompletionReading => ({
  reading,
  ratePct,
  planYuan: divide(multiply(actual, HUNDRED), ratePct, CENTS),
});

function sentenceOf(wording: string, statedPct: Decimal, readings: readonly CompletionReading[]): Text {
  const zh = readings.map(({ reading, planYuan }) =>
    reading === "rate"
      ? `完成率${statedPct}%，则年度计划为${inYi(planYuan)}亿元`
      : `超出计划${statedPct}%，则年度计划为${inYi(planYuan)}亿元`,
  );
  const en = readings.map(({ reading, planYuan }) => {
    const plan = `the annual plan is CNY ${inHundredMillions(planYuan)} million`;
    return reading === "rate" ? `completed at ${statedPct} %, so that ${plan}` : `exceeded by ${statedPct} %, so that ${plan}`;
  });
  return readings.length === 1
    ? { zh: `“${wording}”：${zh[0]}。`, en: `“${wording}”: ${en[0]}.` }
    : {
        zh: `“${wording}”有两种读法：${zh.join("；或")}。待核实。`,
        en: `“${wording}” can be read in two ways: ${en.join("; or ")}. To be reviewed.`,
      };
}

/** 6536029463.97 → `65.36`. */
const inYi = (yuan: Decimal): Decimal => round(shift(yuan, -8), 2);
const inHundredMillions = (yuan: Decimal): Decimal => round(shift(yuan, -6), 0);
