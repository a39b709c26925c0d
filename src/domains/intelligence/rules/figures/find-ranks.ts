import { readOrdinal } from "#domains/intelligence/rules/figures/chinese-number.ts";

export type Rank = { readonly start: number; readonly end: number; readonly value: string; readonly within: string };

const rank =
  /(?<![均都])(?:位居|跃居|稳居|高居|居|位列|列|排名|排在|排|名列|位于|位次为|跃升至|升至|上升至|保持)((?:全国|全省|全市|全区|全州|西部|中部|东部|同类|国家级|[\u4e00-\u9fff]{2,4}[省市区])[\u4e00-\u9fff]{0,10}?)?(?:第([一二三四五六七八九十]{1,3}|\d{1,3})(?:位|名)?|(首)位|榜首)(?!方阵|梯队|产业|季度|轮|批|期|档|线|个|次|台|名单)/g;

/** 位居全市第一, 居全省第7位, 居全市首位. Ranks shared by several (均居) are remarks, not figures. */
export function findRanks(text: string): Rank[] {
  const ranks: Rank[] = [];
  for (const match of text.matchAll(rank)) {
    const value = match[2] ? readOrdinal(match[2]) : "1";
    if (value !== undefined) ranks.push({ start: match.index, end: match.index + match[0].length, value, within: match[1] ?? "" });
  }
  return ranks;
}
