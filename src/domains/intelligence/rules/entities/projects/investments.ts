import { FindPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";
import { readNumber } from "#kernel/numeral.ts";

export type Investment = {
  readonly start: number;
  readonly end: number;
  /** 元, exact. */
  readonly yuan: string;
};

const INVESTED = new FindPattern(
  /(?<!完成|累计|年度计划|年度|实际|已|固定资产|民间|工业|外商|新增|技改|引导|支持|合同|意向|协议)(?:计划|预计|拟|概算|首期|一期|追加)?(?:总投资|投资总|投资|增资|耗资|斥资)(?:额|规模|概算|金额|估算)?(?:预计|约为|约|近|超过|超|达到|高达|达|为|共计|共|逾|不低于|人民币|:){0,3}\s?(?=[\d一二两三四五六七八九十百千])/,
);
const PLAIN = /^(\d{1,9}(?:\.\d{1,6})?)\s?[多余]?(万亿|千亿|百亿|十亿|亿|千万|百万|万)?元(?!钱)/;
const MONEY = /^(?:多|余)?(?:百万|千万|百亿|千亿|十亿)?元(?!钱)/;

/** "总投资约2亿元", "投资额达二百亿元", "拟投资6亿元": money put into one project, not the money spent in a period. */
export function findInvestments(text: string): Investment[] {
  const found: Investment[] = [];
  for (const match of INVESTED.all(text)) {
    const at = match.index + match[0].length;
    const plain = PLAIN.exec(text.slice(at, at + 24));
    if (plain) {
      found.push({ start: match.index, end: at + plain[0].length, yuan: yuanOf(plain[1] ?? "0", plain[2] ?? "") });
      continue;
    }
    const number = readNumber(text.slice(at, at + 32));
    const unit = number ? MONEY.exec(text.slice(at + number.end, at + number.end + 8)) : null;
    if (!number || !unit) continue;
    found.push({ start: match.index, end: at + number.end + unit[0].length, yuan: number.value });
  }
  return found;
}

const PLACES: Readonly<Record<string, number>> = { 百万: 6, 千万: 7, 万: 4, 十亿: 9, 百亿: 10, 千亿: 11, 亿: 8, 万亿: 12 };

/** 元, exact, of a figure of plain digits in its scale: the point is moved in the string. */
export function yuanOf(value: string, scale: string): string {
  const [whole = "0", fraction = ""] = value.split(".");
  const places = PLACES[scale] ?? 0;
  const padded = fraction.padEnd(places, "0");
  const digits = (whole + padded.slice(0, places)).replace(/^0+(?=\d)/, "");
  const rest = padded.slice(places).replace(/0+$/, "");
  return rest === "" ? digits : `${digits}.${rest}`;
}
