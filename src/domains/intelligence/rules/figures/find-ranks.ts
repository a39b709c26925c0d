import { readOrdinal } from "#domains/intelligence/rules/figures/chinese-number.ts";
import type { Draft } from "#domains/intelligence/rules/figures/draft.ts";
import { leftName, type NameContext } from "#domains/intelligence/rules/figures/naming.ts";
import type { Sentence } from "#domains/intelligence/rules/figures/passages.ts";
import { lastSeparator } from "#domains/intelligence/rules/figures/sentence-state.ts";

export type Rank = { readonly start: number; readonly end: number; readonly value: string; readonly within: string };

const rank =
  /(?<![均都])(?:位居|跃居|稳居|高居|居|(?<=[,，、])(?=全(?:省|市|国)第)|位列|列|排名|排位|位次|排在|排|名列|位于|位次为|跃升至|升至|上升至|提升至|前移至|由|从|保持)((?:\d{4}年|去年|上年)的)?((?:全国|全省|全市|全区|全州|西部|中部|东部|同类|国家级|行业|同行业|全球|世界|亚洲|国内|[\u4e00-\u9fff]{2,4}[省市区])[\u4e00-\u9fff()、\d]{0,14}?)?(?:第([一二三四五六七八九十]{1,3}|\d{1,3})(?:位|名)?|(首)位|榜首)(?!方阵|梯队|产业|季度|轮|批|期|档|线|个|次|台|名单)/g;

/** 位居全市第一, 居全省第7位, 居全市首位. Ranks shared by several (均居) are remarks, not figures. */
export function findRanks(text: string): Rank[] {
  const ranks: Rank[] = [];
  for (const match of text.matchAll(rank)) {
    const value = match[3] ? readOrdinal(match[3]) : "1";
    if (value !== undefined) ranks.push({ start: match.index, end: match.index + match[0].length, value, within: match[2] ?? "" });
  }
  return ranks;
}

const TIED = /(?:(?:连续)?[\d一二三四五六七八九十两]*(?:年|个月|个季度)|均|都|连续|持续|稳|在|保持|继续)$/;

const WITHIN = /^[^,，。;；]{0,16}[中里内]$/;
const AMONG = /(?:开发区|经开区|高新区|园区|新区|县区|区县|市县|城市|县市|\(市\)|企业|地区|省份|单位|平台)(?:当?中|里|内)?$/;

/** What is ranked: the words of its clause ("开行量…居全国第一"), otherwise the figure before. Undefined for ranks of several things. */
function rankedName(own: string, of: Draft | undefined): string | undefined {
  if (/总数|^均$|分别$|指标/.test(own)) return undefined;
  // 在全市8个开发区中排名第二: says among whom, not what.
  if (AMONG.test(own)) return of && (of.form === "level" && of.yoyPct !== null ? `${of.name}增速` : of.name);
  if (/^(?:增速|增幅)$/.test(own)) return of && (of.form === "growth" ? of.name : `${of.name}增速`);
  if (own.length < 2 || /^(?:总量|规模|位次)$/.test(own)) return of && `${of.name}${own}`;
  return own;
}

/** Ranks of a sentence. */
export function rankDrafts(context: NameContext, sentence: Sentence, drafts: readonly Draft[]): Draft[] {
  const words = context.text.slice(sentence.start, sentence.end);
  if (!/第|首位|榜首/.test(words)) return [];
  const found: Draft[] = [];
  for (const rank of findRanks(words)) {
    const start = sentence.start + rank.start;
    const ranked = (draft: Draft): boolean =>
      draft.token.start < start && !(draft.token.kind === "count" && WITHIN.test(context.text.slice(draft.token.end, start)));
    const of = found.at(-1) ?? drafts.findLast(ranked);
    const from = Math.max(
      of && of.token.end <= start ? of.token.end : sentence.start,
      sentence.start + lastSeparator(words.slice(0, rank.start)),
    );
    const own = leftName(context, from, start).replace(TIED, "").replace(TIED, "");
    const moved = of?.form === "rank" && own.length < 2 && !/[,，]/.test(words.slice(of.token.end - sentence.start, rank.start));
    const name = moved ? of.noun : rankedName(own, of?.form === "rank" ? drafts.findLast((draft) => draft.token.start < start) : of);
    if (name === undefined) continue;
    const end = sentence.start + rank.end;
    found.push({
      token: { start, end, value: rank.value, unit: "位", kind: "rank", more: false, less: false, chinese: false },
      name: `${name}${rank.within}排名`,
      noun: name,
      value: rank.value,
      unit: "位",
      form: "rank",
      yoyPct: null,
      growthBase: null,
      comparison: null,
      subject: null,
      side: null,
      period: null,
      start,
      end,
      rule: "rank",
      confidence: 0.7,
    });
  }
  return found;
}
