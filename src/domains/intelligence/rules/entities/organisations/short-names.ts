import { isEverydayPair } from "#domains/intelligence/rules/entities/everyday-pairs.ts";
import { type Cover, PLACE, startsMark } from "#domains/intelligence/rules/entities/name-boundaries.ts";
import type { Mention } from "#domains/intelligence/rules/entities/organisations/mentions.ts";
import { BUSINESS_WORD, REGISTERED_ENDING } from "#domains/intelligence/rules/entities/organisations/name-endings.ts";

const INSTITUTE_FORM = /(?:中心|研究院|研究所|实验室)$/g;
const TAIL = /(?:公司|集团|股份|控股)/y;

/** The trade name and what follows it up to the form: "江苏甬金金属科技有限公司" → "甬金", "甬金金属科技". */
export function splitFullName(text: string, cover: Cover, full: Mention): { trade: string; body: string } | undefined {
  const form = [...full.name.matchAll(full.kind === "company" ? REGISTERED_ENDING : INSTITUTE_FORM)].at(-1);
  let start = full.start;
  for (const ending = full.start + (form?.index ?? full.name.length); start < ending; ) {
    const covered = startsMark(cover, start, PLACE) ? cover.ends[start] : undefined;
    if (covered === undefined || covered >= ending) break;
    start = covered;
    if (/[省市区县]/.test(text[start] ?? "")) start += 1;
  }
  const body = full.name.slice(start - full.start, form?.index).replace(/\([^()]*\)/g, "");
  if (body.length < 2) return undefined;
  let cut = body.length;
  for (const word of body.matchAll(BUSINESS_WORD)) {
    if (word.index >= 2) {
      cut = word.index;
      break;
    }
  }
  const trade = body.slice(0, cut);
  if (full.kind !== "company") return body.length >= 4 && start === full.start ? { trade: body, body } : undefined;
  if (trade.length > 6 || (trade.length <= 3 && isEverydayPair(trade, 0))) return undefined;
  return { trade, body };
}

/** Where the rest of the article calls a company by the trade name of its full name, with as much of the line of business as stands there. */
export function findRecoveredNames(text: string, cover: Cover, full: readonly Mention[]): Mention[] {
  const mentions: Mention[] = [];
  const seen = new Set<string>();
  for (const mention of full) {
    const split = splitFullName(text, cover, mention);
    if (!split || seen.has(split.trade)) continue;
    seen.add(split.trade);
    for (let start = text.indexOf(split.trade); start >= 0; start = text.indexOf(split.trade, start + split.trade.length)) {
      let end = start + split.trade.length;
      let matched = split.trade.length;
      for (const word of split.body.slice(matched).matchAll(BUSINESS_WORD)) {
        if (word.index !== matched - split.trade.length || !text.startsWith(word[0], end)) break;
        end += word[0].length;
        matched += word[0].length;
      }
      TAIL.lastIndex = end;
      if (TAIL.test(text)) end = TAIL.lastIndex;
      mentions.push({ start, end, name: text.slice(start, end), kind: "company", confidence: 0.8, rule: "trade-name-of-full-name" });
    }
  }
  return mentions;
}
