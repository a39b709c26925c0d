import { isEverydayPair } from "#domains/intelligence/rules/entities/everyday-pairs.ts";
import type { NamedList } from "#domains/intelligence/rules/entities/lists.ts";
import { afterPlaces, type Cover, nameStart, PLACE, startsMark, startsName } from "#domains/intelligence/rules/entities/name-boundaries.ts";
import { readsAsTradeName } from "#domains/intelligence/rules/entities/organisations/brand-names.ts";
import type { Mention } from "#domains/intelligence/rules/entities/organisations/mentions.ts";
import { COMPANY_TITLES, ONLY_BUSINESS } from "#domains/intelligence/rules/entities/organisations/name-endings.ts";
import { FindPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";

/** Endings of things that stand in lists beside companies and are none: lines of business, products, places, buildings. */
const NOT_A_NAME =
  /(?:产业|行业|领域|制造业|服务业|业|设备|产品|材料|制造|装备|研发|服务|技术|系统|平台|芯片|零部件|配件|加工|销售|电池|汽车|医药|制药|信息|新区|高新区|经开区|开发区|园区|街道|社区|[省市区县镇乡村]|产业园|基地|中心|工程|[东南西北]路|道路|大道|公路|大道|学校|广场|工厂|厂|谷|治理|组件|设备|软件开发|建设|改造|生产线|总部|项目|一期|二期|三期|工作|部门|家电|食品|企业|公司们|员|人|家)$/;
/** Bodies that stand beside departments and companies: "珠海高新区投促中心". */
const BODY = /(?:中心|局|协会|商会|办公室|院|所|公司|学校|分行|支行)$/;
const CLEAN = /^[\u4e00-\u9fffA-Za-z0-9&·.\-()（）]{2,16}$/;

function trimQuotes(text: string, start: number, end: number): [number, number] {
  let from = start;
  let to = end;
  while (from < to && /[“"‘《\s]/.test(text[from] ?? "")) from += 1;
  while (to > from && /[”"’》\s]/.test(text[to - 1] ?? "")) to -= 1;
  return [from, to];
}

/** Whether a free-standing word can be the name of a company: known, or unusual and no line of business. */
export function readsAsCompany(text: string, cover: Cover, start: number, end: number): boolean {
  const name = text.slice(start, end);
  if (!CLEAN.test(name)) return false;
  if (startsName(cover, start) && (cover.ends[start] ?? 0) <= end) return (cover.ends[start] ?? 0) === end || end - start <= 10;
  const trade = afterPlaces(cover, start, end);
  if (
    trade > start &&
    end - trade >= 2 &&
    ONLY_BUSINESS.test(text.slice(trade, end)) &&
    !/(?:产业|工业|农业|旅游|文化|教育|交通|环境|技术|服务|贸易|金融|经济|建设|开发|制造)$/.test(name)
  )
    return true;
  if (end - trade < 2 || NOT_A_NAME.test(name)) return false;
  if (/^[\d一二三四五六七八九十两多各全每首这那]/.test(name.slice(trade - start))) return false;
  if (/^[A-Za-z][A-Za-z0-9&.-]+$/.test(name))
    return name.length >= 3 && !/^(?:5G|AI|GDP|VR|AR|MR|LED|OLED|PCB|IT|CEO|App|APP|PPP|EPC)$/.test(name);
  return !isEverydayPair(text, trade) && end - trade <= 10;
}

/** "华为、启迪、滴滴等头部企业": whatever stands in the list as long as it reads as a name. */
export function findListedNames(text: string, cover: Cover, lists: readonly NamedList[]): Mention[] {
  const mentions: Mention[] = [];
  for (const list of lists) {
    if (list.headEnd === list.end) continue;
    list.items.forEach((item, index) => {
      let [start, end] = trimQuotes(text, item.start, item.end);
      if (index === 0) start = nameStart(text, cover, start, end, 18);
      [start, end] = trimQuotes(text, start, end);
      const bodies =
        list.of === "organisations" && startsMark(cover, start, PLACE) && end - start >= 6 && BODY.test(text.slice(start, end));
      if (!bodies && !readsAsCompany(text, cover, start, end)) return;
      if (list.of === "projects" && end - afterPlaces(cover, start, end) > 6) return;
      const rule = list.of === "organisations" ? "listed-with-companies" : "listed-with-projects";
      mentions.push({
        start,
        end,
        name: text.slice(start, end),
        kind: "company",
        confidence: list.of === "organisations" ? 0.75 : 0.6,
        rule,
      });
    });
  }
  return mentions;
}

/** Verbs whose object is a company, and what comes after it. */
const COURTED = new FindPattern(
  /(?:携手|牵手|走进|走访|引进|引入|签约|招引|对接|联手)([\u4e00-\u9fffA-Za-z]{2,8}?)(?=[、,，。;；]|等(?:[^级待]|$)|打造|共建|落户|投资|公司|合作|开展|建设)/,
);

/** "携手利元亨打造": an unusual word that is courted as a company. */
export function findCourtedNames(text: string, cover: Cover): Mention[] {
  return COURTED.all(text).flatMap((match) => {
    const name = match[1] ?? "";
    const end = match.index + match[0].length;
    const start = end - name.length;
    const trade = afterPlaces(cover, start, end);
    if (trade > start || end - trade < 3 || !readsAsTradeName(text, trade, end)) return [];
    return [{ start, end, name, kind: "company" as const, confidence: 0.55, rule: "object-of-courting" }];
  });
}

/** "由台湾联辉投资", "由某某承建": who does it. */
const AGENT = new FindPattern(
  /由([\u4e00-\u9fffA-Za-z]{2,10}?)(?=(?:独资|合资|全额|总|共同|联合)?(?:投资|出资|承建|投建)(?!有限|公司|集团|控股|管理|人|方|促进|者|主体))/,
);
/** "深圳欣锐达投资20亿元": a place and an unusual word that invests. */
const INVESTS = /(?<![\u4e00-\u9fffA-Za-z0-9])[\u4e00-\u9fff]{4,9}?(?=(?:计划|拟|将|总|已)?(?:投资|斥资|出资)(?:总额|约|近|超|逾|达)?\d)/g;
const INVESTS_AMOUNT = new FindPattern(/(?:投资|斥资|出资)(?:总额|约|近|超|逾|达)?\d/);
const NO_AGENT = /(?:政府|财政|社会|企业|公司|集团|资本|双方|[省市区县镇乡村]|部门|单位|管委会|国家|民间|外商|[我我本该其]\S*)$/;
/** Cities abroad that stand behind their country like a name. */
const CITY_ABROAD =
  /^(?:东京|大阪|名古屋|横滨|首尔|釜山|纽约|硅谷|加州|得州|德州|慕尼黑|法兰克福|柏林|汉堡|巴黎|伦敦|米兰|罗马|马德里|曼谷|河内|槟城|吉隆坡|孟买|莫斯科|悉尼|迪拜|北江|海防)/;
/** "日本东和投资…", "德国海拉在…": a country, an unusual word, and what a company does. */
const ABROAD = new FindPattern(
  /(?:德国|日本|美国|法国|英国|韩国|新加坡|意大利|瑞士|荷兰|瑞典|西班牙|比利时|以色列|加拿大|澳大利亚|丹麦|芬兰|奥地利|台湾|香港)([\u4e00-\u9fff]{2,4}?)(?=西南|西部|华[东中南北]|中国|亚太|区域|总部|公司|集团|投资|项目|落户|入驻|签约|在|将|与|、|和|等|独资|合资|株式会社|的|[(（,，])/,
);

/** Investors that are named by what they do, their country before them or 由. */
export function findInvestors(text: string, cover: Cover): Mention[] {
  const found: Mention[] = [];
  const put = (start: number, end: number, trade: number) => {
    const harmonic = end - trade === 2 && text[end - 1] === "和" && !isEverydayPair(text, trade);
    if (end - trade < 2 || end - trade > 5 || !(harmonic || readsAsTradeName(text, trade, end)) || NO_AGENT.test(text.slice(trade, end)))
      return;
    found.push({ start, end, name: text.slice(start, end), kind: "company", confidence: 0.6, rule: "investor" });
  };
  for (const match of AGENT.all(text)) {
    const start = match.index + 1;
    const end = match.index + match[0].length;
    put(start, end, afterPlaces(cover, start, end));
  }
  for (const match of INVESTS_AMOUNT.test(text) ? text.matchAll(INVESTS) : []) {
    const start = match.index;
    const end = start + match[0].length;
    const trade = afterPlaces(cover, start, end);
    if (trade > start) put(start, end, trade);
  }
  for (const match of ABROAD.all(text)) {
    const name = match[1] ?? "";
    const end = match.index + match[0].length;
    if (!CITY_ABROAD.test(name) && !NOT_A_NAME.test(name)) put(match.index, end, end - name.length);
  }
  return found;
}

/** Forms of companies abroad; the name before them is written with capitals. */
const FOREIGN_FORM =
  /\b[A-Z][A-Za-z0-9&-]{1,30}(?: [A-Z&][A-Za-z0-9&-]{0,30}){0,4}(?: |, ?)(?:GmbH(?: & Co\. ?KG)?|AG|SE|Inc\.?|Corp\.?|Corporation|Ltd\.?|Limited|LLC|PLC|plc|N\.?V\.?|B\.?V\.?|S\.?p\.?A\.?|S\.A\.|Co\.(?:, ?Ltd\.?)?|Company|Holdings?|Group)(?![A-Za-z])/g;

/** "Kallmann GmbH", "Nordic Cells Ltd." */
export const findForeignNames = (text: string): Mention[] =>
  [...text.matchAll(FOREIGN_FORM)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: match[0],
    kind: "company" as const,
    confidence: 0.9,
    rule: "registered-abroad",
  }));

const TITLED = new FindPattern(new RegExp(`(?<=[\\u4e00-\\u9fffA-Za-z)])(?:${COMPANY_TITLES})`));

/** "华尔科技董事长": the word before a company title. */
export function findTitledNames(text: string, cover: Cover): Mention[] {
  const mentions: Mention[] = [];
  for (const match of TITLED.all(text)) {
    const start = nameStart(text, cover, 0, match.index, 12);
    if (match.index - start < 2 || !readsAsCompany(text, cover, start, match.index)) continue;
    mentions.push({
      start,
      end: match.index,
      name: text.slice(start, match.index),
      kind: "company",
      confidence: 0.65,
      rule: "before-a-title",
    });
  }
  return mentions;
}
