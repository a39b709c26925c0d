import { readOrdinal } from "#domains/intelligence/rules/figures/chinese-number.ts";
import type { Draft } from "#domains/intelligence/rules/figures/draft.ts";
import type { NumberToken } from "#domains/intelligence/rules/figures/find-numbers.ts";
import { leftName, type NameContext } from "#domains/intelligence/rules/figures/naming.ts";
import type { Sentence } from "#domains/intelligence/rules/figures/passages.ts";
import { lastSeparator } from "#domains/intelligence/rules/figures/sentence-state.ts";

export type Rank = { readonly start: number; readonly end: number; readonly value: string; readonly within: string };

const rank =
  /(?<![均都])(?:位居|跃居|稳居|高居|居|(?<=[,，、])(?=全(?:省|市|国)第)|位列|列|排名|排位|位次|排在|排|名列|位于|位次为|跃升至|升至|上升至|保持)((?:全国|全省|全市|全区|全州|西部|中部|东部|同类|国家级|行业|同行业|全球|世界|亚洲|国内|[\u4e00-\u9fff]{2,4}[省市区])[\u4e00-\u9fff()、]{0,12}?)?(?:第([一二三四五六七八九十]{1,3}|\d{1,3})(?:位|名)?|(首)位|榜首)(?!方阵|梯队|产业|季度|轮|批|期|档|线|个|次|台|名单)/g;

/** 位居全市第一, 居全省第7位, 居全市首位. Ranks shared by several (均居) are remarks, not figures. */
export function findRanks(text: string): Rank[] {
  const ranks: Rank[] = [];
  for (const match of text.matchAll(rank)) {
    const value = match[2] ? readOrdinal(match[2]) : "1";
    if (value !== undefined) ranks.push({ start: match.index, end: match.index + match[0].length, value, within: match[1] ?? "" });
  }
  return ranks;
}

/** Ranks of a sentence; what is ranked stands in the same clause ("开行量…居全国第一") or is the figure before. */
export function rankDrafts(context: NameContext, sentence: Sentence, drafts: readonly Draft[]): Draft[] {
  const words = context.text.slice(sentence.start, sentence.end);
  if (!/第|首位|榜首/.test(words)) return [];
  const found: Draft[] = [];
  for (const rank of findRanks(words)) {
    const start = sentence.start + rank.start;
    const of = drafts.findLast((draft) => draft.token.start < start && draft.form !== "rank");
    if (!of) continue;
    const from = Math.max(of.token.end, sentence.start + lastSeparator(words.slice(0, rank.start)));
    const own = leftName(context, from, start)
      .replace(/(?:连续)?[\d一二三四五六七八九十两]*(?:年|个月|个季度)?$/, "")
      .replace(/(?:均|都|连续|持续|稳|在|保持|继续)+$/, "");
    if (/总数|^均$/.test(own)) continue;
    const name = /^(?:增速|增幅)$/.test(own)
      ? of.form === "growth"
        ? of.name
        : `${of.name}增速`
      : own.length < 2 || /^(?:总量|规模|位次)$/.test(own)
        ? `${of.name}${own}`
        : own;
    const token: NumberToken = { ...of.token, start, end: sentence.start + rank.end, value: rank.value, unit: "位", kind: "rank" };
    found.push({
      ...of,
      token,
      name: `${name}${rank.within}排名`,
      value: rank.value,
      unit: "位",
      form: "rank",
      yoyPct: null,
      growthBase: null,
      comparison: null,
      start,
      end: token.end,
      rule: "rank",
      confidence: 0.7,
    });
  }
  return found;
}
