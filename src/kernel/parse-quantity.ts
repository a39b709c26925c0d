import { type Approximation, findWordBefore, findWordBehind } from "#kernel/approximation.ts";
import { type Decimal, negate, ONE, shift } from "#kernel/decimal.ts";
import { type ReadNumber, readNumber } from "#kernel/numeral.ts";
import { got, type Outcome, refused } from "#kernel/outcome.ts";
import { plainScript } from "#kernel/plain-script.ts";
import { inSense, type Quantity, type QuantityRefusal } from "#kernel/quantity.ts";
import { findUnit, readUnit, type UnitSense } from "#kernel/unit.ts";

/** A quantity as a text states it. `value` and `unit` keep the figure as written, simplified: 萬戶 2 is `"2"`, `"万户"`. */
export type Stated = {
  readonly quantity: Quantity;
  readonly approximation: Approximation;
  readonly value: Decimal;
  readonly unit: string;
};

export type ParseRefusal = QuantityRefusal | "quantity.too-long" | "quantity.no-number" | "quantity.indefinite" | "quantity.left-over";

const LONGEST_PHRASE = 60;
const NEUTRAL = ["达到了", "达到", "总计", "合计", "累计", "实现", "完成", "同比", "环比", "共计", "达", "为", "共", "计", "增幅", "增速"];
const RISES = ["增长", "上升", "提高", "增加", "上涨", "提升", "扩大", "增"];
const FALLS = ["负增长", "下降", "减少", "降低", "下滑", "下跌", "回落", "缩减", "缩短", "降", "减"];
const INDEFINITE = /^[数几若]/;
/** 增长了5%: the particle between the verb and its number. */
const PARTICLE = "了";

type Introduction = { readonly at: number; readonly approximation: Approximation; readonly falls: boolean };

/**
 * Reads a whole phrase, and nothing beside it: 超318.87亿元, 近10万人, 20余個, 百分之十二点五, 下降3.2%, 1.4个百分点.
 * `bare` says what a figure without a unit means: 总投资347亿 is money.
 */
export function parseQuantity(text: string, options: { readonly bare?: "money" } = {}): Outcome<Stated, ParseRefusal> {
  if (text.length > LONGEST_PHRASE) return refused("quantity.too-long", { most: LONGEST_PHRASE });
  const phrase = plainScript(text).trim();
  const introduction = readIntroduction(phrase);
  const fraction = ["百分之", "千分之"].find((word) => phrase.startsWith(word, introduction.at));
  const money = /^[¥￥]/.test(phrase.slice(introduction.at));
  const start = introduction.at + (fraction?.length ?? 0) + (money ? 1 : 0);
  const number = readNumber(phrase, start);
  if (number === undefined)
    return refused(INDEFINITE.test(phrase.slice(start)) ? "quantity.indefinite" : "quantity.no-number", { text: phrase });
  const assumed = fraction !== undefined ? (fraction === "百分之" ? "%" : "‰") : money || options.bare === "money" ? "元" : "";
  return readTail(phrase, number, introduction, assumed);
}

function readIntroduction(phrase: string): Introduction {
  let at = 0;
  let approximation: Approximation = "exact";
  let falls = false;
  for (;;) {
    const word = findWordBefore(phrase, at);
    const neutral = NEUTRAL.find((candidate) => phrase.startsWith(candidate, at));
    const fall = FALLS.find((candidate) => phrase.startsWith(candidate, at));
    const rise = RISES.find((candidate) => phrase.startsWith(candidate, at));
    const skipped = neutral ?? fall ?? rise;
    if (word !== undefined && (skipped === undefined || word.word.length > skipped.length)) {
      approximation = word.approximation;
      at += word.word.length;
    } else if (skipped !== undefined) {
      falls = falls || skipped === fall;
      at += skipped.length;
    } else if (phrase[at] === " " || (at > 0 && phrase[at] === PARTICLE)) at += 1;
    else return { at, approximation, falls };
  }
}

function readTail(phrase: string, number: ReadNumber, introduction: Introduction, assumed: string): Outcome<Stated, ParseRefusal> {
  let at = skipSpaces(phrase, number.end);
  const written = readUnit(phrase, at);
  at += written?.name.length ?? 0;
  at = skipSpaces(phrase, at);
  const behind = findWordBehind(phrase, at);
  at += behind?.word.length ?? 0;
  const rest = phrase.slice(at).replace(/[\s。，,;；.]+$/, "");
  if (rest !== "")
    return refused(
      written === undefined ? "quantity.unknown-unit" : "quantity.left-over",
      written === undefined ? { unit: rest } : { text: rest },
    );
  const name = written?.name ?? assumed;
  const sense = senseOf(number, name);
  if (sense === undefined) return refused("quantity.unknown-unit", { unit: name });
  const value = introduction.falls ? negate(number.figure) : number.figure;
  const quantity = inSense(value, sense);
  if (!quantity.ok) return quantity;
  const approximation =
    [introduction.approximation, number.approximation, behind?.approximation ?? "exact"].find((mark) => mark !== "exact") ?? "exact";
  return got({ quantity: quantity.value, approximation, value, unit: `${number.scale}${name}` });
}

/** The unit with the scale that the number carried: 万 and 方 together are floor area. */
function senseOf(number: ReadNumber, name: string): UnitSense | undefined {
  if (number.scale === "") return findUnit(name);
  const whole = findUnit(`${number.scale}${name}`);
  if (whole !== undefined) return whole;
  return name === "" ? { kind: "number", unit: "", factor: shift(ONE, PLACES[number.scale]) } : undefined;
}

const PLACES = { 万: 4, 亿: 8, 万亿: 12 } as const;

function skipSpaces(phrase: string, from: number): number {
  let at = from;
  while (/\s/.test(phrase[at] ?? "")) at += 1;
  return at;
}
