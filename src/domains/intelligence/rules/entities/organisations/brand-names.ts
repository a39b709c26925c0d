import type { Passages } from "#domains/intelligence/rules/entities/entities.ts";
import { isEverydayPair } from "#domains/intelligence/rules/entities/everyday-pairs.ts";
import {
  afterPlaces,
  type Cover,
  endsInReporting,
  nameStart,
  startsCompany,
  startsName,
} from "#domains/intelligence/rules/entities/name-boundaries.ts";
import { isGenericCompany } from "#domains/intelligence/rules/entities/organisations/full-names.ts";
import type { Mention } from "#domains/intelligence/rules/entities/organisations/mentions.ts";
import { BUSINESS_CHAIN, CORPORATE, INDUSTRY_FOLLOWS } from "#domains/intelligence/rules/entities/organisations/name-endings.ts";
import { FindPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";

const NOT_A_TRADE = /^(?:新[签增建上开获投]|受|凭|据|按|因|用|每|仅|只|可|能|会|要|我|你|他|它|大力|努力|继续|坚持|努|争)/;

/** A trade name is one to four unusual characters: not an everyday word, not a number. */
export function readsAsTradeName(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length < 2 || length > 5) return false;
  const trade = text.slice(start, end);
  if (/[0-9]|[的了是在和与各等每某何]|^[一二三四五六七八九十百千万亿两几]|[级型类款]$/.test(trade)) return /^[A-Za-z&-]{2,}/.test(trade);
  if (/^[A-Za-z]/.test(trade)) return true;
  if (/[省市区县镇乡村州]$/.test(trade) || NOT_A_TRADE.test(trade)) return false;
  for (let place = start; place < end - 1; place += 1) if (isEverydayPair(text, place)) return false;
  return true;
}

/** What a company does or how it is joined, right after its name. */
const ACTS = /^(?:与|和|在|投资|签|将|已|、|[,，。]|公司|集团|拟|计划|启动)/;
const ZONE = /(?:高新区|经开区|开发区|新区|园区|产业园|工业园|科技园|科学城|街道|[市县镇])(?=[\u4e00-\u9fff]{2})/g;

/** "壁虎科技", "天鹏医疗大数据": an unusual trade name before a line of business. */
export function findBrandNames({ text, cover, things }: Passages): Mention[] {
  const ends = new Map(things.map((thing) => [thing.start, thing.end]));
  const mentions: Mention[] = [];
  let floor = 0;
  for (const match of BUSINESS_CHAIN.all(text)) {
    if (match.index < floor) continue;
    const chainStart = match.index;
    const previous = text[chainStart - 1] ?? "";
    if (!/[\u4e00-\u9fffA-Za-z)]/.test(previous) || endsInReporting(text, chainStart)) continue;
    let start = nameStart(text, cover, floor, chainStart, 12);
    for (const zone of text.slice(start, chainStart).matchAll(ZONE))
      if (afterPlaces(cover, start, chainStart) < start + zone.index) start += zone.index + zone[0].length;
    const trade = afterPlaces(cover, start, chainStart);
    // "中信博新能源": a known name inside a longer one that is nobody's.
    const known = cover.ends[trade] ?? 0;
    const longer = known < chainStart && chainStart - trade === 3 && known - trade === 2 && !isEverydayPair(text, known - 1);
    if (startsName(cover, trade) && !longer) {
      // "中核光电": a group's short name with a line of business is a company of the group.
      const corporate =
        startsCompany(cover, trade) && cover.ends[trade] === chainStart
          ? (CORPORATE.exec(match[0]) ??
            (ACTS.test(text.slice(chainStart + match[0].length, chainStart + match[0].length + 3)) ? match : null))
          : null;
      if (!corporate || /^(?:[产行]业|系统|平台|[一二三]期|中心|项目|基地|园)/.test(text.slice(chainStart + corporate[0].length))) continue;
      const stop = chainStart + corporate[0].length;
      mentions.push({ start, end: stop, name: text.slice(start, stop), kind: "company", confidence: 0.7, rule: "trade-name-and-business" });
      floor = stop;
      continue;
    }
    let end = chainStart + match[0].length;
    if (INDUSTRY_FOLLOWS.test(text.slice(end, end + 4))) continue;
    // "BC电池", "LED显示": letters before what is made are a technology, before 科技 and 集团 a name.
    if (/^[A-Z]{1,5}$/.test(text.slice(trade, chainStart)) && !CORPORATE.test(match[0])) continue;
    if (!readsAsTradeName(text, trade, chainStart)) continue;
    // At the head of a project the product follows the company: "红板电路板技改", "京芯微电子封装测试项目".
    if ((ends.get(start) ?? 0) > end + 1) end = chainStart + (CORPORATE.exec(text.slice(chainStart, chainStart + 8))?.[0].length ?? 0);
    if (text[end] === "厂" && !/[房区长家]/.test(text[end + 1] ?? "")) end += 1;
    mentions.push({ start, end, name: text.slice(start, end), kind: "company", confidence: 0.7, rule: "trade-name-and-business" });
    floor = end;
  }
  return mentions;
}

/** "中国电建集团华中公司" */
const REGIONAL = /^(?:华[东中南北]|西[南北]部?|东北|[\u4e00-\u9fff]{2})(?:分公司|区域公司|公司)/;
const SHORT_FORM = new FindPattern(/公司|集团|股份(?!有限|公司|制|转|权|合)/);

/** "甬金金属公司", "三一集团": a name before 公司 or 集团 that is no kind of company. */
export function findShortForms(text: string, cover: Cover): Mention[] {
  const mentions: Mention[] = [];
  let floor = 0;
  for (const match of SHORT_FORM.all(text)) {
    const start = nameStart(text, cover, floor, match.index, 16);
    const core = text.slice(start, match.index);
    if (endsInReporting(text, match.index) || /[本该我各贵两]$/.test(core)) continue;
    const trade = afterPlaces(cover, start, match.index);
    let end = match.index + match[0].length;
    const regional = REGIONAL.exec(text.slice(end, end + 8));
    if (regional) end += regional[0].length;
    const known = startsName(cover, start);
    const placed = trade > start && match.index - trade >= 2 && match.index - trade <= 8;
    if (!known && isGenericCompany(text.slice(trade, match.index)) && !(trade > start + 3) && !(trade > start && match[0] === "集团"))
      continue;
    if (!known && !placed && /^[省市区县镇](?!中)/.test(core) && core.length < 4 && match[0] !== "公司") continue;
    if (core.length < 2 || core.length > 14 || /^[一二三四五六七八九十两几多各\d]/.test(core)) continue;
    if (!known && !placed && isEverydayPair(text, trade) && !/^(?:高新|经开|科学城|两江)/.test(core)) continue;
    mentions.push({
      start,
      end,
      name: text.slice(start, end),
      kind: "company",
      confidence: known || placed ? 0.85 : 0.7,
      rule: "short-form",
    });
    floor = end;
  }
  return mentions;
}
