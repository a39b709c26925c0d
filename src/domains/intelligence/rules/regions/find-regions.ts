import { EndPattern, FindPattern, StartPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";
import { learnDivisions, learnStems } from "#domains/intelligence/rules/regions/learn-names.ts";
import { findPlaceAt } from "#domains/intelligence/rules/regions/place-names.ts";

/**
 * `zone`: a development zone, park or functional area with its own name; `bare`: 高新区, 科学城 without a name, to be resolved by the article
 * (see `resolveRegion`); the others are administrative divisions. Short names ("绵阳" for 绵阳市) have `short`.
 */
type RegionKind = "province" | "city" | "county" | "zone" | "bare";
export type RegionMention = {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly kind: RegionKind;
  readonly short: boolean;
};

const ZONE_ENDINGS =
  "高新技术产业开发区|高新技术产业园区|高新技术产业示范区|高新技术开发区|新技术产业开发区|新技术开发区|高科技园区|高科技产业园|高新技术区|高新园区|高新区|" +
  "经济技术开发区|经济开发区|经济技术区|经开区|自由贸易试验区|自由贸易港|自贸试验区|自贸片区|自贸区|自贸港|综合保税区|综合保税港区|综保区|保税港区|保税物流园区|保税区|" +
  "出口加工区|国家自主创新示范区|自主创新示范区|自创区|科学城|科技城|科技新城|科技园区|科技园|科学园|科创城|科创园|软件园|软件谷|大学城|大学科技园|生态城|生物城|药谷|临空经济区|空港经济区|临港经济区|智慧城|国际城|" +
  "工业新区|工业园区|工业园|工业区|工业集中区|产业集聚区|产业集中区|产业园区|产业园|产业新城|产业基地|创业园|生物医药园|石化园|化工园|医药园|电子园|光电园|汽车园|新材料园|食品园|纺织园|家居园|陶瓷园|智造园|航空园|物流园区|物流园|示范园区|" +
  "协同创新区|创新区|试验区|先行区|示范区|合作区|管理区|功能区|实验区|开发区|新区|新城|经济区|旅游度假区|度假区|风景区|航空港|微电子园|微电园|园区|港区|片区|商务区|商圈";
const PARTS = "核心功能区|核心区|直管区|直管园|起步区|托管区|拓展区|先行启动区|先导区|启动区|片区|东区|西区|南区|北区";
const endingPattern = new FindPattern(new RegExp(`(?:${ZONE_ENDINGS})`));
const partPattern = new FindPattern(new RegExp(`(?:${PARTS})`));
/** "自贸试验区锦川片区" */
const subzone = new FindPattern(/[^\s的和与及在内等、,，。:：;；是将共有位已成各第]{2,4}(?:片区|直管区|起步区|拓展区)/);
const bracketed = new FindPattern(/\([^()\n]{1,12}(?:区|城|园|片区|新区)\)/);
/** Endings that are zones by themselves when nothing stands before: the reader knows which. */
const BARE = new Set([
  "高新区",
  "经开区",
  "科学城",
  "科技城",
  "新区",
  "开发区",
  "自贸区",
  "自贸片区",
  "综保区",
  "保税区",
  "园区",
  "自贸试验区",
  "经济开发区",
  "大学城",
]);
/** Endings so general that without a name of a place they name nothing. */
const GENERAL = new StartPattern(
  /^(?:示范区|试验区|先行区|先导区|合作区|功能区|园区|片区|管理区|实验区|创新区|国际城|智慧城|港区|商务区|商圈|经济区|产业基地|新城|物流园区|工业区|风景区|度假区|开发区|创业园|示范园区)$/,
);
const KIND_WORDS = new StartPattern(
  /^(?:国家级?|省级?|市级?|全国|首个|各类?|多个|一批|重点|主要|两个|三个|高水平|现代化?|智慧|绿色|特色|先进|高端|中央|高标准|世界|一流|新型|大型|千亿级?|百亿级?|国际化?|综合|创新型?|专业化?|产业|工业|科技|科学|经济|数字|高新|本|该|全|我|老|各)+$/,
);
const OPENING = 0x28;
const CLOSING = 0x29;
/** Chinese characters, Latin letters, digits, round brackets. */
const isNameUnit = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x30 && unit <= 0x39) ||
  unit === OPENING ||
  unit === CLOSING;
/** Words after which a name starts. One character each or two; read from the right. */
const STOP = new EndPattern(
  /(?:位于|落户|落地|走进|入驻|来自|进驻|推动|推进|建设|建成|打造|支持|加快|作为|成为|依托|围绕|聚焦|包括|以及|通过|根据|按照|目前|年度|今年|去年|近年来|记者|日前|近日|获悉|昨日|上午|下午|据|在|的|了|和|与|及|对|由|从|到|为|是|将|向|被|让|使|以|把|于|赴|至|有|等|去|来|个|家|占|出|率|(?<=\d)[月日年]|如|含|给|跟|但|并|而|则|即|或|就|都|也|还|又|再|均|其)$/,
);

const closing = (text: string, end: number): number => {
  const place = end + bracketed.lengthAt(text, end);
  return place + (subzone.lengthAt(text, place) || partPattern.lengthAt(text, place));
};

const COMPASS = new EndPattern(/(?:西部|东部|中部|南部|北部|中国)(?:\([^()]{1,6}\))?$/);
const COMPASS_BEFORE = new EndPattern(/(?:西部|东部|中部|南部|北部|中国)\(?$/);

/** Where a chain of places ("重庆市沙坪坝区", "西部(重庆)") that reaches `end` starts, looking no further left than `from`. */
function nameStart(text: string, from: number, end: number): { start: number; placed: boolean } {
  let left = end;
  while (left > from && end - left < 16) {
    const unit = text.charCodeAt(left - 1);
    if (!isNameUnit(unit)) break;
    if (unit === OPENING && text.indexOf(")", left) >= end) break;
    if (unit === CLOSING) {
      const open = text.lastIndexOf("(", left - 1);
      if (open < from || left - open > 8) break;
      left = open;
      continue;
    }
    if (STOP.testIn(text, Math.max(from, left - 3), left) && !findPlaceAt(text, left - 1)) break;
    left -= 1;
  }
  for (let place = left; place < end - 1; place += 1) {
    const found = findPlaceAt(text, place);
    if (!found || place + found.name.length > end) continue;
    // "成渝西部(重庆)科学城": the compass before a bracketed place belongs to the name.
    return { start: place, placed: true };
  }
  const compass = COMPASS.execIn(text, left, end);
  return compass ? { start: end - compass[0].length, placed: true } : { start: left, placed: false };
}

function learntStart(text: string, head: number, from: number, learnt: ReadonlySet<string>): number | undefined {
  for (const size of [4, 3, 2]) if (head - size >= from && learnt.has(text.slice(head - size, head))) return head - size;
  return undefined;
}

function zoneMentions(text: string): RegionMention[] {
  const mentions: RegionMention[] = [];
  let from = 0;
  const endings = endingPattern.all(text);
  const learnt = learnStems(
    text,
    endings.filter((match) => BARE.has(match[0]) && match[0] !== "园区").map((match) => match.index),
  );
  for (const match of endings) {
    const head = match.index;
    if (head < from) continue;
    const ending = match[0];
    const end = closing(text, head + ending.length);
    const found = nameStart(text, from, head);
    let start = found.start;
    const compassBefore = COMPASS_BEFORE.execIn(text, Math.max(from, start - 3), start);
    if (compassBefore) start -= compassBefore[0].length;
    if (!found.placed) start = learntStart(text, head, from, learnt) ?? start;
    const stem = text.slice(start, head);
    const compass = stem === "西部" || stem === "东部";
    const named =
      found.placed ||
      compass ||
      learnt.has(stem) ||
      (stem.length >= 2 && stem.length <= 10 && !BARE.has(ending) && !KIND_WORDS.test(stem) && !GENERAL.test(ending));
    if (named) {
      mentions.push({ name: text.slice(start, end), start, end, kind: "zone", short: false });
      from = end;
    } else if (BARE.has(ending)) {
      mentions.push({ name: text.slice(head, end), start: head, end, kind: "bare", short: true });
      from = end;
    }
  }
  return mentions;
}

function divisionMentions(text: string, taken: readonly RegionMention[]): RegionMention[] {
  const mentions: RegionMention[] = [];
  let next = 0;
  for (let place = 0; place < text.length - 1; place += 1) {
    while (next < taken.length && (taken[next]?.end ?? 0) <= place) next += 1;
    const zone = taken[next];
    if (zone && place >= zone.start) {
      place = zone.end - 1;
      continue;
    }
    const found = findPlaceAt(text, place);
    if (!found || found.level === "stem" || (found.short && found.level === "county")) continue;
    // "示范县" holds no 范县: a name of two characters needs a clear start.
    if (
      !found.short &&
      found.name.length === 2 &&
      /[\u4e00-\u9fff]/.test(text[place - 1] ?? "") &&
      !/[省市州在和与及、为对于是到由从]/.test(text[place - 1] ?? "")
    )
      continue;
    const end = place + found.name.length;
    const before = mentions.at(-1);
    if (before && before.end === place && before.kind !== "county" && !found.short) {
      mentions[mentions.length - 1] = { name: text.slice(before.start, end), start: before.start, end, kind: found.level, short: false };
    } else {
      mentions.push({ name: found.name, start: place, end, kind: found.level, short: found.short });
    }
    place = end - 1;
  }
  return mentions;
}

const MAIN_ZONE = new EndPattern(/(?:高新区|经开区|高新技术产业开发区|经济技术开发区|科学城|科技城|新区|自贸区)$/);

/** "西部科学城" + "重庆高新区": one zone under two names that stand together. */
function joinDoubleNames(mentions: readonly RegionMention[]): RegionMention[] {
  const joined: RegionMention[] = [];
  for (const mention of mentions) {
    const last = joined.at(-1);
    if (
      last &&
      last.end === mention.start &&
      last.kind === "zone" &&
      mention.kind === "zone" &&
      MAIN_ZONE.test(last.name) &&
      MAIN_ZONE.test(mention.name)
    ) {
      joined[joined.length - 1] = { ...last, name: last.name + mention.name, end: mention.end };
    } else {
      joined.push(mention);
    }
  }
  return joined;
}

/** Divisions that no list holds, where nothing longer is known. */
function unlistedMentions(text: string, listed: readonly RegionMention[], learnt: readonly string[]): RegionMention[] {
  const mentions: RegionMention[] = [];
  const taken = new Uint8Array(text.length);
  for (const mention of listed) if (!mention.short) taken.fill(1, mention.start, mention.end);
  for (const name of learnt) {
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) {
      const end = start + name.length;
      if (taken[start] === 1 || taken[end - 1] === 1) continue;
      mentions.push({ name, start, end, kind: /[市州]$/.test(name) ? "city" : "county", short: false });
      taken.fill(2, start, end);
    }
  }
  return mentions.length === 0
    ? [...listed]
    : [...listed.filter((mention) => taken[mention.start] !== 2 && taken[mention.end - 1] !== 2), ...mentions];
}

const inOrder = (mentions: RegionMention[]): RegionMention[] => mentions.sort((left, right) => left.start - right.start);

/** Zones, parks and administrative divisions named in a cleaned text, in order, without overlaps. */
export function findRegions(text: string): RegionMention[] {
  const zones = joinDoubleNames(zoneMentions(text));
  const listed = [...zones, ...divisionMentions(text, zones)];
  const learnt = learnDivisions(text);
  return inOrder(learnt.length === 0 ? listed : unlistedMentions(text, listed, learnt));
}
