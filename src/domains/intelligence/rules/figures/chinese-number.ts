import Big from "big.js";

const DIGITS: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** 三千二百万 → 32000000; 二〇二三 is a year, not read here. Undefined when the characters make no number. */
export function readChineseNumber(text: string): string | undefined {
  const [whole = "", fraction] = text.split("点");
  const value = readWhole(whole);
  if (value === undefined) return undefined;
  if (fraction === undefined) return value.toFixed();
  const digits = [...fraction].map((character) => DIGITS[character]);
  return digits.length === 0 || digits.includes(undefined) ? undefined : `${value.toFixed()}.${digits.join("")}`;
}

function readWhole(text: string): Big | undefined {
  let total = new Big(0);
  let section = 0;
  let digit: number | undefined;
  for (const character of text) {
    const ten = TENS[character];
    const myriad = MYRIADS[character];
    if (ten !== undefined) {
      section += (digit ?? (section === 0 ? 1 : 0)) * ten;
      digit = undefined;
    } else if (myriad !== undefined) {
      const under = section + (digit ?? 0);
      total = under === 0 && total.gt(0) ? total.times(myriad) : total.plus(new Big(under === 0 ? 1 : under).times(myriad));
      section = 0;
      digit = undefined;
    } else {
      const value = DIGITS[character];
      if (value === undefined || (digit !== undefined && digit !== 0)) return undefined;
      digit = value;
    }
  }
  return text === "" ? undefined : total.plus(section + (digit ?? 0));
}

/** 第三 → 3, 第十二 → 12. */
export const readOrdinal = (text: string): string | undefined => (/^\d+$/.test(text) ? String(Number(text)) : readChineseNumber(text));
