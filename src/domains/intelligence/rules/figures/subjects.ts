import { findCompanies } from "#domains/intelligence/rules/figures/find-companies.ts";
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

const PUBLISHER =
  /^(?:日报|晚报|晨报|商报|早报|电视台|发布|市委|市政府|省委|省政府|区委|县委|市人民政府|人民政府|政府|统计局|海关|分行|支行|银行|大学|学院|研究院|机场|火车站|北站|东站|西站|南站|路|大道|大厦|讯|消息|籍|人[,，、。]|记者|[省市区县](?:委|政府|人大|政协|统计局|发改|财政局|商务局|经信|税务))/;
const NOT_SUBJECT_BEFORE =
  /(?:占|居|高于|低于|超过?|比|较|据|列|运往|发往|走进|前往|来自|赴|在全?|对标|领先|由|与|和|向|为|从|将|到|、|获|被|引进|签约|牵手|携手|联合|来到|支持|帮助|服务)$/;
const COMPANY_NOT_SUBJECT_AFTER = /^(?:、|和|与|及|等|投资|签|落户|落地|入驻|总投资|项目|在内|代表|共同|联合)/;
const CLAUSE_HEAD = /[,，。;；:：!！?？\n“”"(（>》\s]$/;

export type Subjects = {
  readonly mentions: readonly SubjectMention[];
  /** What the article is about. */
  readonly region: string | null;
  readonly city: string | null;
};

function subjectOfRegion(text: string, mention: RegionMention, articleRegion: string | null): SubjectMention | undefined {
  const before = text.slice(Math.max(0, mention.start - 4), mention.start);
  const after = text.slice(mention.end, mention.end + 6);
  if (PUBLISHER.test(after)) return undefined;
  const leading =
    CLAUSE_HEAD.test(before) || mention.start === 0 || /(?:今年|年|月份?|季度|半年|日|底|末|以来|目前|推动|助力|使|其中)$/.test(before);
  if (mention.kind === "bare") {
    if (/^(?:园区|开发区|新区|大学城)$/.test(mention.name) && !leading) return undefined;
    return {
      start: mention.start,
      end: mention.end,
      name: articleRegion ?? mention.name,
      kind: "zone",
      leading: !NOT_SUBJECT_BEFORE.test(before),
    };
  }
  if (mention.kind === "zone") {
    return { start: mention.start, end: mention.end, name: mention.name, kind: "zone", leading: !NOT_SUBJECT_BEFORE.test(before) };
  }
  return {
    start: mention.start,
    end: mention.end,
    name: mention.name,
    kind: "division",
    leading: leading && !NOT_SUBJECT_BEFORE.test(before),
  };
}

/** 绵阳高新区 → 绵阳市; a city or county stands for itself. */
function cityOf(region: string | null, mentions: readonly RegionMention[]): string | null {
  if (region === null) return mentions.find((mention) => mention.kind === "city" && !mention.short)?.name ?? null;
  if (/[市县州盟]$/.test(region) && !/高新|经开|新区/.test(region)) return region;
  const place = findPlaceAt(region, 0) ?? findPlaceAt(region.replace(/^(?:西部|东部|中国)\(?/, ""), 0);
  if (!place) return mentions.find((mention) => mention.kind === "city" && !mention.short)?.name ?? null;
  return place.short ? `${place.name}市` : place.name;
}

export function findSubjects(text: string, articleRegion: string | null): Subjects {
  const companies = findCompanies(text);
  const regions = findRegions(text);
  const region = articleRegion ?? mostNamed(regions);
  const city = cityOf(region, regions);
  const mentions: SubjectMention[] = companies.map((company) => {
    const before = text.slice(Math.max(0, company.start - 4), company.start);
    const after = text.slice(company.end, company.end + 4);
    return { ...company, kind: "company" as const, leading: !NOT_SUBJECT_BEFORE.test(before) && !COMPANY_NOT_SUBJECT_AFTER.test(after) };
  });
  let next = 0;
  for (const mention of regions) {
    while (next < companies.length && (companies[next]?.end ?? 0) <= mention.start) next += 1;
    const company = companies[next];
    if (company && company.start < mention.end) continue;
    const subject = subjectOfRegion(text, mention, region);
    if (subject) mentions.push(subject);
  }
  return { mentions: mentions.sort((left, right) => left.start - right.start), region, city };
}

function mostNamed(regions: readonly RegionMention[]): string | null {
  const counts = new Map<string, number>();
  for (const mention of regions)
    if (mention.kind !== "bare") counts.set(mention.name, (counts.get(mention.name) ?? 0) + (mention.kind === "zone" ? 2 : 1));
  let best: string | null = null;
  for (const [name, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = name;
  return best;
}

export type Subject = {
  readonly name: string | null;
  readonly kind: SubjectMention["kind"] | "default";
  readonly mention: SubjectMention | null;
};

const CITY_WORD = /(?:全市|我市|本市)(?!第|首|领先|前列|前茅|园区第|的比重|比重|平均)/g;
const ANAPHOR = /(?:^|[,，。;；“\n])(?:该公司|公司|该企业|这家企业|该厂|该集团)/;

/** What the figure at `place` is about; `sentence` is where its sentence starts, `paragraph` its paragraph. */
export function subjectAt(text: string, subjects: Subjects, place: number, sentence: number, paragraph: number): Subject {
  const { mentions, region, city } = subjects;
  let index = lastBefore(mentions, place);
  let fallback: SubjectMention | undefined;
  for (; index >= 0; index -= 1) {
    const mention = mentions[index];
    if (!mention || mention.start < sentence) break;
    if (mention.leading) return afterCityWord(text, mention, place, city) ?? { name: mention.name, kind: mention.kind, mention };
    if (mention.kind === "zone") fallback ??= mention;
  }
  const cityWord = wordOfCity(text, sentence, place);
  if (cityWord && city) return { name: city, kind: "division", mention: null };
  const inSentence = text.slice(sentence, place);
  const company = ANAPHOR.test(inSentence) ? companyBefore(mentions, sentence, paragraph) : undefined;
  if (company) return { name: company.name, kind: "company", mention: company };
  for (; index >= 0; index -= 1) {
    const mention = mentions[index];
    if (!mention || mention.start < paragraph) break;
    if (mention.leading) return { name: mention.name, kind: mention.kind, mention };
  }
  if (fallback && region === null) return { name: fallback.name, kind: "zone", mention: fallback };
  return { name: region, kind: "default", mention: null };
}

function lastBefore(mentions: readonly SubjectMention[], place: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function wordOfCity(text: string, from: number, to: number): boolean {
  for (const match of text.slice(from, to).matchAll(CITY_WORD)) {
    const before = text.slice(Math.max(0, from + match.index - 3), from + match.index);
    if (!/(?:占|高于|低于|超|居|列|在|比|较|为|是)$/.test(before)) return true;
  }
  return false;
}

function afterCityWord(text: string, mention: SubjectMention, place: number, city: string | null): Subject | undefined {
  return city && mention.kind !== "division" && wordOfCity(text, mention.end, place)
    ? { name: city, kind: "division", mention: null }
    : undefined;
}

/** The company that 该公司 means: the last one named in this paragraph, otherwise shortly before it. */
function companyBefore(mentions: readonly SubjectMention[], sentence: number, paragraph: number): SubjectMention | undefined {
  for (let index = lastBefore(mentions, sentence); index >= 0; index -= 1) {
    const mention = mentions[index];
    if (!mention || mention.start < paragraph - 400) return undefined;
    if (mention.kind === "company") return mention;
  }
  return undefined;
}
