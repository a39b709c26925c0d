import { findCompanies } from "#domains/intelligence/rules/figures/find-companies.ts";
import { fullNames, isSite, joinBare, shortForm } from "#domains/intelligence/rules/figures/region-names.ts";
import { EndPattern, FindPattern, StartPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";
import { findRegions, type RegionMention } from "#domains/intelligence/rules/regions/find-regions.ts";
import { findPlaceAt } from "#domains/intelligence/rules/regions/place-names.ts";

/** What a sentence may be about. */
export type SubjectMention = {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly kind: "zone" | "division" | "company";
  /** Stands where a subject stands: at the head of a clause, not behind 占, 高于, 由, 与. */
  readonly leading: boolean;
};

const PUBLISHER = new StartPattern(
  /^(?:日报|晚报|晨报|商报|早报|电视台|发布|市委|市政府|省委|省政府|区委|县委|市人民政府|人民政府|政府|统计局|海关|分行|支行|银行|大学|学院|研究院|机场|火车站|北站|东站|西站|南站|路|大道|大厦|讯|消息|籍|人[,，、。]|记者|[省市区县](?:委|政府|人大|政协|统计局|发改|财政局|商务局|经信|税务))/,
);
const NOT_SUBJECT_BEFORE = new EndPattern(
  /(?:占|居|高于|低于|超过?|比|较|据|列|运往|发往|走进|前往|来自|赴|在全?|对标|领先|由|与|和|向|为|从|将|到|、|获|被|引进|签约|牵手|携手|联合|来到|支持|帮助|服务)$/,
);
const COMPANY_NOT_SUBJECT_AFTER = new StartPattern(/^(?:、|和|与|及|等|投资|签|落户|落地|入驻|总投资|项目|在内|代表|共同|联合)/);
const TIME_BEFORE = new EndPattern(/(?:今年|去年|年|月份?|季度|半年|日|底|末|以来|目前|推动|助力|使|其中|年度)$/);
const CLAUSE_HEAD = new EndPattern(/[【】,，。;；:：!！?？\n“”"(（>》\s]$/);

export type Subjects = {
  readonly mentions: readonly SubjectMention[];
  /** What the article is about. */
  readonly region: string | null;
  readonly city: string | null;
  /** The article is about a company: places are where it builds, not what is reported on. */
  readonly ofCompany: boolean;
  /** Zones that stand alone above paragraphs: 【某某高新区】, a heading that is little more than the name. */
  readonly headings: readonly SubjectMention[];
};

const BUILT_THERE = new StartPattern(/^(?:建设|投资|项目|落户|举行)/);

function subjectOfRegion(
  text: string,
  mention: RegionMention,
  region: string | null,
  full: ReadonlyMap<string, string>,
): SubjectMention | undefined {
  const { start, end } = mention;
  if (PUBLISHER.testIn(text, end, Math.min(text.length, end + 6))) return undefined;
  const free = !NOT_SUBJECT_BEFORE.testIn(text, start - 5, start);
  const heading = CLAUSE_HEAD.testIn(text, start - 5, start) || start === 0 || TIME_BEFORE.testIn(text, start - 5, start);
  if (mention.kind === "bare") {
    if (!heading && /^(?:园区|开发区|新区|大学城|片区)$/.test(mention.name)) return undefined;
    return {
      start: mention.start,
      end: mention.end,
      name: region ?? mention.name,
      kind: "zone",
      leading: free && !/^(?:园区|开发区|新区|片区)$/.test(mention.name),
    };
  }
  const name = full.get(shortForm(mention.name)) ?? mention.name;
  if (mention.kind === "zone") {
    const site = isSite(mention.name) && name !== region;
    if ("、和与及".includes(text[end] ?? " ")) return { start: mention.start, end: mention.end, name, kind: "zone", leading: false };
    return {
      start: mention.start,
      end: mention.end,
      name,
      kind: "zone",
      leading:
        free &&
        (!site ||
          opensParagraph(text, mention) ||
          (text[start - 1] === "在" && !BUILT_THERE.testIn(text, end, Math.min(text.length, end + 6)))),
    };
  }
  return { start: mention.start, end: mention.end, name, kind: "division", leading: heading && free };
}

/** 在距县城12公里的某某工业集中区,…: a site that makes up the first clause of a paragraph is what the paragraph is about. */
const opensParagraph = (text: string, mention: RegionMention): boolean =>
  /^[,，]/.test(text.slice(mention.end, mention.end + 1)) &&
  /(?:^|\n)[\s]*在[^,，。;；:：\n]{0,20}$/.test(text.slice(Math.max(0, mention.start - 26), mention.start));

/** 绵阳高新区 → 绵阳市; a city or county stands for itself. */
function cityOf(text: string, region: string | null, mentions: readonly RegionMention[]): string | null {
  const named = mentions.find((mention) => mention.kind === "city" && !mention.short)?.name ?? null;
  if (region === null) return named;
  if (/[市县州盟区]$/.test(region) && !/(?:高新|经开|新|开发|综保|自贸|保税|试验|示范|园|合作|港|片)区$/.test(region)) return region;
  const place = findPlaceAt(region, 0) ?? findPlaceAt(region.replace(/^(?:西部|东部|中国)\(?/, ""), 0);
  if (place && place.level !== "stem") return place.short ? `${place.name}市` : place.name;
  const stem = shortForm(region).replace(/(?:高新区|经开区|新区|开发区|综保区|自贸区|科学城|科技城)$/, "");
  return stem.length >= 2 && text.includes(`${stem}市`) ? `${stem}市` : named;
}

const NO_REGION = new FindPattern(
  /[亿元]|规模|项目|^(?:选址|位于|落户|入驻|建设|打造|建成|新建|规划|培育|推动|推进|支持|加快|创建|获批|设立|依托|围绕|综合性|现代化|一批)/,
);

export function findSubjects(text: string, articleRegion: string | null, bodyStart: number): Subjects {
  const companies = findCompanies(text);
  const regions = joinBare(findRegions(text)).filter((mention) => !NO_REGION.test(mention.name));
  const full = fullNames(regions.filter((mention) => mention.kind === "zone").map((mention) => mention.name));
  const company = articleRegion !== null && /公司$|集团$/.test(articleRegion) && !isMainCompany(text, articleRegion, bodyStart);
  const given = articleRegion !== null && !company && !isSite(articleRegion) && !isProvince(regions, articleRegion) ? articleRegion : null;
  const chosen = given ?? mostNamed(regions, bodyStart) ?? (company ? null : articleRegion);
  const zone = chosen === null ? null : (full.get(shortForm(chosen)) ?? chosen);
  const near = cityOf(text, zone, regions);
  const head = near === zone ? null : cityAtHead(regions, bodyStart, near);
  const city = head ?? near;
  const late =
    head !== null &&
    zone !== null &&
    !regions.some((mention) => mention.start < bodyStart + 250 && mention.kind !== "bare" && shortForm(mention.name) === shortForm(zone));
  const region = city !== null && zone !== city && (late || speaksOfCity(text, regions, zone)) ? city : zone;
  const ofCompany =
    region !== null && !regions.some((mention) => mention.name === chosen) && companies.some((company) => company.name.includes(region));
  const mentions: SubjectMention[] = companies.map((company) => {
    const own = ofCompany && (company.name.includes(region ?? "") || text.startsWith(region ?? " ", company.start));
    return {
      ...company,
      name: own ? (region ?? company.name) : company.name,
      kind: "company" as const,
      leading:
        !NOT_SUBJECT_BEFORE.testIn(text, company.start - 4, company.start) &&
        !COMPANY_NOT_SUBJECT_AFTER.testIn(text, company.end, Math.min(text.length, company.end + 4)),
    };
  });
  let next = 0;
  let until = 0;
  let nearest: string | undefined;
  for (const mention of regions) {
    while (next < companies.length && (companies[next]?.end ?? 0) <= mention.start) next += 1;
    const company = companies[next];
    if ((company && company.start < mention.end) || mention.start < until) continue;
    if (mention.kind === "zone" && !isSite(mention.name)) nearest = full.get(shortForm(mention.name)) ?? mention.name;
    const subject = subjectOfRegion(text, mention, mention.kind === "bare" && nearest?.includes(mention.name) ? nearest : region, full);
    if (!subject) continue;
    mentions.push(ofCompany ? { ...subject, leading: false } : subject);
    until = mention.end;
  }
  mentions.sort((left, right) => left.start - right.start);
  const headings = mentions.filter((mention) => mention.kind !== "company" && mention.start > bodyStart && isHeadingOf(text, mention));
  return { mentions, region, city, ofCompany, headings };
}

function isHeadingOf(text: string, mention: SubjectMention): boolean {
  const near = Math.max(0, mention.start - 12);
  const start = near + text.slice(near, mention.start).lastIndexOf("\n") + 1;
  if (start === near && near > 0) return false;
  const before = text.slice(start, mention.start);
  if (/^[\s【■●►▶◆★□]*$/.test(before) === false) return false;
  const after = /^[^\n]{0,40}/.exec(text.slice(mention.end, mention.end + 41))?.[0] ?? "";
  return before.includes("【") || (text[mention.end + after.length] !== undefined && after.length < 24 && !/[。，,;；]|\d/.test(after));
}

/** A report given by a city names it at its head: 在某某市第四届人民代表大会…上. */
function cityAtHead(regions: readonly RegionMention[], bodyStart: number, near: string | null): string | null {
  const named = regions
    .filter((mention) => mention.start < bodyStart + 160 && !mention.short && mention.kind !== "zone" && mention.name.endsWith("市"))
    .map((mention) => mention.name);
  if (near !== null && named.includes(near)) return near;
  const zoned = regions.some((mention) => mention.start < bodyStart + 160 && mention.kind === "zone" && !isSite(mention.name));
  return new Set(named).size === 1 && !zoned
    ? (named[0] ?? null)
    : (named.find((name) => named.filter((other) => other === name).length >= 2) ?? null);
}

/** 全市 again and again, and the zone hardly named: the city's own report. */
function speaksOfCity(text: string, regions: readonly RegionMention[], zone: string | null): boolean {
  const words = CITY_WORD.all(text).filter(
    (match) => !/(?:占|高于|低于|超|居|列|在|比|较|为|是)$/.test(text.slice(Math.max(0, match.index - 3), match.index)),
  ).length;
  const named =
    zone === null ? 0 : regions.filter((mention) => mention.kind === "bare" || shortForm(mention.name) === shortForm(zone)).length;
  return words >= 4 && words > named;
}

/** A company's report names it in the title or again and again at its head. */
function isMainCompany(text: string, company: string, bodyStart: number): boolean {
  const head = text.slice(0, bodyStart + 200);
  const short = company.replace(/(?:股份|集团|科技)?(?:有限(?:责任)?)?公司$/, "");
  return head.includes(short) || head.includes(short.slice(0, 4));
}

const isProvince = (regions: readonly RegionMention[], name: string): boolean =>
  regions.some((mention) => mention.name === name && mention.kind === "province" && mention.short);

/** What the head of the article names most: zones before cities, the title before the body, sites hardly. */
function mostNamed(regions: readonly RegionMention[], bodyStart: number): string | null {
  const scores = new Map<string, number>();
  for (const mention of regions) {
    if (mention.kind === "bare" || mention.start > bodyStart + 1_200) continue;
    const weight =
      (mention.kind === "zone" ? 3 : mention.kind === "province" ? 0.5 : 1.5) *
      (mention.start < bodyStart ? 3 : 1) *
      (isSite(mention.name) ? 0.3 : 1) *
      (mention.short ? 0.4 : 1);
    const key = shortForm(mention.name);
    scores.set(key, (scores.get(key) ?? 0) + weight);
  }
  let best: string | null = null;
  for (const [name, score] of scores) if (best === null || score > (scores.get(best) ?? 0)) best = name;
  return best === null ? null : (regions.find((mention) => mention.kind !== "bare" && shortForm(mention.name) === best)?.name ?? best);
}

const CITY_WORD = new FindPattern(/(?:全市|我市|本市)(?!第|首|领先|前列|前茅|园区第|的比重|比重|平均)/);

/** 全市 as the subject, not as what is compared with (占全市, 高于全市). */
export function wordOfCity(text: string, from: number, to: number): boolean {
  if (!CITY_WORD.mayStandIn(text, from, to)) return false;
  for (const match of CITY_WORD.all(text.slice(from, to))) {
    const before = text.slice(Math.max(0, from + match.index - 3), from + match.index);
    if (!/(?:占|高于|低于|超|居|列|在|比|较|为|是|贡献了?|创造了?|前|以|用|凭)$/.test(before)) return true;
  }
  return false;
}
