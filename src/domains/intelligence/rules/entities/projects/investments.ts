import Big from "big.js";

export type Investment = {
  readonly start: number;
  readonly end: number;
  /** 元, exact; null when it is in a foreign currency. */
  readonly yuan: string | null;
};

const SCALES: Readonly<Record<string, string>> = {
  "": "1",
  万: "1e4",
  百万: "1e6",
  千万: "1e7",
  亿: "1e8",
  十亿: "1e9",
  百亿: "1e10",
  千亿: "1e11",
  万亿: "1e12",
};
const INVESTED =
  /(?<!完成|累计|年度计划|年度|实际|已|固定资产|民间|工业|外商|新增|技改|引导|支持|合同|意向|协议)(?:计划|预计|拟|概算|首期|一期|追加)?(?:总投资|投资总|投资|增资|耗资|斥资)(?:额|规模|概算|金额|估算)?(?:预计|约为|约|近|超过|超|达到|高达|达|为|共计|共|逾|不低于|人民币|:){0,3}(\d{1,9}(?:\.\d{1,6})?)[多余]?(万亿|千亿|百亿|十亿|亿|千万|百万|万)?元(?!钱)/g;

/** "总投资约2亿元", "投资额达200亿元", "拟投资6亿元": money put into one project, not the money spent in a period. */
export function findInvestments(text: string): Investment[] {
  return [...text.matchAll(INVESTED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    yuan: yuanOf(match[1] ?? "0", match[2] ?? ""),
  }));
}

export function yuanOf(value: string, scale: string): string {
  return new Big(value).times(SCALES[scale] ?? "1").toFixed();
}
