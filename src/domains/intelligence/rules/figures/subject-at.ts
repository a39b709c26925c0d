import { countBefore, lastBefore, within } from "#domains/intelligence/rules/figures/sorted-places.ts";
import { type SubjectMention, type Subjects, wordOfCity } from "#domains/intelligence/rules/figures/subjects.ts";
import { FindPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";

export type Subject = {
  readonly name: string | null;
  readonly kind: SubjectMention["kind"] | "default";
  readonly mention: SubjectMention | null;
};

/** Words of a subject further from the number than this are another thought's. */
const NEAR = 200;

/** 全区, 全县: the zone or district of the article again, after companies were spoken of. */
const DISTRICT_WORD = new FindPattern(
  /(?<![占于超居列在比较以用])(?:全区|我区|全县|我县|全园区|该区|该县|(?<=^|[,，。;；])(?:园区|新区|片区|开发区))/,
);
const ANAPHOR = new FindPattern(/(?:^|[,，。;；“\n])(?:该公司|公司|该企业|这家企业|该厂|该集团)/);

/** In a company's report: "今年1—6月国内新增光伏装机…", the market and not the company. */
const NATION = /(?:^|[,，。;；\n月年度])(国内|全国|我国)(?!首|第|最|领先|知名|外)[^,，。;；]{2,20}$/;

/** What the figure at `place` is about; `sentence` is where its sentence starts, `paragraph` its paragraph. */
export function subjectAt(text: string, subjects: Subjects, place: number, sentence: number, paragraph: number): Subject {
  const { mentions, region, city } = subjects;
  const near = Math.max(sentence, place - NEAR);
  let index = countBefore(mentions, place) - 1;
  for (; index >= 0; index -= 1) {
    const mention = mentions[index];
    if (!mention || mention.start < sentence) break;
    if (!mention.leading || (mention.kind === "division" && !nearEnough(text, mention, place, sentence))) continue;
    return afterCityWord(text, mention, place, city) ?? { name: mention.name, kind: mention.kind, mention };
  }
  if (city && wordOfCity(text, near, place)) return { name: city, kind: "division", mention: null };
  if (!subjects.ofCompany && DISTRICT_WORD.testIn(text, near, place)) {
    const above = lastBefore(subjects.headings, sentence);
    return { name: above?.name ?? region, kind: "default", mention: null };
  }
  if (ANAPHOR.testIn(text, near, place)) {
    const company = subjects.ofCompany ? undefined : companyBefore(mentions, sentence, paragraph);
    if (company) return { name: company.name, kind: "company", mention: company };
  }
  const nation = subjects.ofCompany ? NATION.exec(text.slice(near, place))?.[1] : undefined;
  if (nation) return { name: nation, kind: "division", mention: null };
  const speaker = speakerOf(text, mentions, place, paragraph);
  if (speaker) return { name: speaker.name, kind: "company", mention: speaker };
  const carried = carriedSubject(mentions, index, paragraph);
  if (city !== null && city !== region && openingCityWord(text, Math.max(paragraph, carried?.end ?? 0), place))
    return { name: city, kind: "division", mention: null };
  if (carried) return { name: carried.name, kind: carried.kind, mention: carried };
  const heading = lastBefore(subjects.headings, sentence);
  if (heading) return { name: heading.name, kind: "zone", mention: heading };
  return { name: region, kind: subjects.ofCompany ? "company" : "default", mention: null };
}

/** “ and ”. */
const isQuote = (unit: number): boolean => unit === 0x201c || unit === 0x201d;

/** “…拿回了1800万欧元的订单。”某某公司总经理说: what is said in quotation marks is of the speaker's company. */
function speakerOf(text: string, mentions: readonly SubjectMention[], place: number, paragraph: number): SubjectMention | undefined {
  const lowest = Math.max(paragraph, place - 300);
  let open = place - 1;
  while (open >= lowest && !isQuote(text.charCodeAt(open))) open -= 1;
  if (open < lowest || text[open] === "”") return undefined;
  const close = text.slice(place, place + 300).indexOf("”");
  if (close < 0) return undefined;
  const end = place + close + 1;
  for (const mention of within(mentions, end, end + 60)) {
    if (mention.kind !== "company") continue;
    if (/[。“]/.test(text.slice(end, mention.start))) return undefined;
    return /^[^。“]{0,30}(?:说|表示|介绍|告诉|坦言|透露)/.test(text.slice(mention.end, mention.end + 34)) ? mention : undefined;
  }
  return undefined;
}

const CITY_OPENS = new FindPattern(/全市|我市/);

/** A sentence of the paragraph opened with 全市: what follows without a subject of its own is the city's too. */
const openingCityWord = (text: string, from: number, to: number): boolean =>
  CITY_OPENS.mayStandIn(text, from, to) &&
  /(?:^|[。;；\n])(?:[^,，。;；]{0,8}[,，])?(?:全市|我市)(?!第|首|领先|前列)/.test(text.slice(from, to));

/** What the paragraph has been about: the zone named last in it; a company only when the paragraph opens with it. */
function carriedSubject(mentions: readonly SubjectMention[], from: number, paragraph: number): SubjectMention | undefined {
  let first: SubjectMention | undefined;
  let zone: SubjectMention | undefined;
  let latest: SubjectMention | undefined;
  for (let index = from; index >= 0; index -= 1) {
    const mention = mentions[index];
    if (!mention || mention.start < paragraph) break;
    if (!mention.leading || mention.kind === "division") continue;
    if (mention.kind === "zone") zone ??= mention;
    latest ??= mention;
    first = mention;
  }
  return latest?.kind === "zone" || first?.kind !== "company" ? zone : first;
}

/** A city or district is the subject of its own clause, or of the sentence that it opens. */
function nearEnough(text: string, mention: SubjectMention, place: number, sentence: number): boolean {
  return !/[,，:：]/.test(text.slice(mention.end, place)) || /^[\s“(]*(?:[^,，。]{0,12}[,，])?$/.test(text.slice(sentence, mention.start));
}

function afterCityWord(text: string, mention: SubjectMention, place: number, city: string | null): Subject | undefined {
  return city && mention.kind !== "division" && wordOfCity(text, mention.end, place)
    ? { name: city, kind: "division", mention: null }
    : undefined;
}

/** The company that 该公司 means: the last one named in this paragraph, otherwise shortly before it. */
function companyBefore(mentions: readonly SubjectMention[], sentence: number, paragraph: number): SubjectMention | undefined {
  for (let index = countBefore(mentions, sentence) - 1; index >= 0; index -= 1) {
    const mention = mentions[index];
    if (!mention || mention.start < paragraph - 400) return undefined;
    if (mention.kind === "company") return mention;
  }
  return undefined;
}
