import { isEverydayPair } from "#domains/intelligence/rules/entities/everyday-pairs.ts";
import { isMadeOf } from "#domains/intelligence/rules/entities/made-of.ts";
import { type Cover, nameStart, startAtPlace } from "#domains/intelligence/rules/entities/name-boundaries.ts";
import type { Mention } from "#domains/intelligence/rules/entities/organisations/mentions.ts";
import { REGISTERED_ENDING } from "#domains/intelligence/rules/entities/organisations/name-endings.ts";
import { FindPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";

const BRANCH = /^\(?[\u4e00-\u9fff]{2,8}?\)?分公司/;
const GENERIC: ReadonlySet<string> = new Set(
  (
    "( 分 子 母 总 本 该 我 各 两 三 上市 外资 国有 民营 内资 合资 独资 平台 物业 保险 担保 国企 央企 投资 管理 有限 股份 责任 " +
    "小额贷款 融资租赁 律师 会计 农民 供销 专业 新型 农村 当地 一般 公众 运营 专门 项目 市属 区属 县属 全资 控股 参股 关联 设立 注册 " +
    "成立 世界级 百年 大型 中小 跨国 物流 地产 房地产 电力 能源 科技 高科技 科创 创业 初创 小微 生产 生物 医药 建筑 施工 设计 开发 " +
    "代理 中介 服务 咨询 旅行 贸易 外贸 快递 燃气 自来水 供电 供水 水务 公交 运输 汽车 航空 保安 劳务 家政 广告 传媒 文化 旅游 国投 " +
    "城投 产投 招商 同一家 目标 首家 一家 多家"
  ).split(" "),
);

export function isGenericCompany(core: string): boolean {
  return core.length < 2 || isMadeOf(core, GENERIC) || /^[\dA-Z一二三四五六七八九十百千]+$/.test(core) || /^\d+[多余]?[家个户]/.test(core);
}

/** Names as registered: place + trade name + line of business + form, brackets inside allowed, with a branch behind. */
export function findFullNames(text: string, cover: Cover): Mention[] {
  const mentions: Mention[] = [];
  let floor = 0;
  for (const match of text.matchAll(REGISTERED_ENDING)) {
    const from = nameStart(text, cover, floor, match.index, 34);
    const start = startAtPlace(text, cover, from, match.index, (place) => isEverydayPair(text, place));
    const core = text.slice(start, match.index);
    if (isGenericCompany(core)) continue;
    let end = match.index + match[0].length;
    const branch = BRANCH.exec(text.slice(end, end + 16));
    if (branch && cover.starts[end] === end) end += branch[0].length;
    mentions.push({ start, end, name: text.slice(start, end), kind: "company", confidence: 0.95, rule: "registered-name" });
    floor = end;
  }
  return mentions;
}

const INTRODUCED = new FindPattern(
  /\((?:以下|下)?(?:简称|称|又称|又名)[为:]?[“"‘《]?([^()“”"‘’《》、,。\n]{2,12})[”"’》]?(?:[、,或][“"]?[^()“”"\n]{2,12}[”"]?)?\)/,
);

/** "…有限公司(以下简称X)": X names the same organisation. */
export function findIntroducedShortNames(text: string, named: readonly Mention[]): { short: string; of: Mention; start: number }[] {
  const found: { short: string; of: Mention; start: number }[] = [];
  const byEnd = new Map(named.map((mention) => [mention.end, mention]));
  for (const match of INTRODUCED.all(text)) {
    const of = byEnd.get(match.index);
    const short = match[1];
    if (of && short) found.push({ short, of, start: match.index + match[0].indexOf(short) });
  }
  return found;
}
