import type { ProjectStage } from "#domains/intelligence/contract/extraction.ts";
import type { Entities } from "#domains/intelligence/rules/entities/entities.ts";
import { mentionsWithin } from "#domains/intelligence/rules/entities/organisations/mentions.ts";
import type { Sentence } from "#domains/intelligence/rules/entities/passages.ts";
import { startAfterLast } from "#domains/intelligence/rules/entities/passages.ts";
import { findInvestments, type Investment } from "#domains/intelligence/rules/entities/projects/investments.ts";
import { type NamedThing, thingsAround } from "#domains/intelligence/rules/entities/projects/named-things.ts";
import type { Candidate } from "#domains/intelligence/rules/entities/projects/project-candidates.ts";
import { companyOf } from "#domains/intelligence/rules/entities/projects/project-company.ts";
import { findHeads } from "#domains/intelligence/rules/entities/projects/project-heads.ts";
import { cleanProjectName } from "#domains/intelligence/rules/entities/projects/project-names.ts";
import { furthest, plannedStage, stageHits } from "#domains/intelligence/rules/entities/projects/stage-words.ts";

const ATTRIBUTE = /^(?:以上|左右|人民币)?(?:、[^,。;\n]{2,16}?)?的/;
const OBJECT =
  /^(?:以上|左右|人民币)?[,]?(?:用于|在[^,。;\n]{2,16}?|将|拟)?(?:投资|规划|开工)?(?:建设|新建|打造|兴建|实施|扩建|建)(?:成)?(?:一?[个座条家]|的)?/;
const AGGREGATE = /(?:\d+|[一二两三四五六七八九十百]+)余?[个项家][^,。;]{0,16}$|项目(?:\d+|[一二两三四五六七八九十]+)余?[个项]$/;
const STOPPED = /[,，。;；、\n!?:]|等(?:\d|一|[^级待])|(?<=[^一-龥]?[一-龥]{3})(?:在|将|已|正式|正在|目前|也|于)/;
/** "签约项目中,…;…;…": the stage of the whole row. */
const ROW = /(签约|开工|竣工|投产|在建|落户|续建|扩建|投用)(?:的)?(?:\d+个)?(?:重[大点])?(?:产业)?项目(?:中|里|包括|有|,其中)/;

/** Amounts of money and the projects into which they go. */
export function findInvestedProjects(entities: Entities): Candidate[] {
  const { text, sentences } = entities;
  const found: Candidate[] = [];
  let at = 0;
  for (const investment of findInvestments(text)) {
    while (at < sentences.length - 1 && (sentences[at]?.end ?? 0) <= investment.start) at += 1;
    const sentence = sentences[at];
    if (!sentence) break;
    const previous = sentences[at - 1];
    const things = thingsAround(entities.things, investment.start - 700, investment.end + 200);
    const named =
      adjacent(text, things, investment) ??
      headed(entities, things, investment, sentence, previous) ??
      behind(entities, things, investment, sentence) ??
      before(entities, things, investment, sentence, previous);
    if (!named) continue;
    const next =
      things.find((thing) => thing.start > Math.max(named.start, investment.end) && thing.start >= named.end)?.start ?? text.length;
    const evidence: [number, number] = [Math.min(named.start, investment.start), Math.max(named.end, investment.end)];
    const wide = evidence[1] - evidence[0] > 90;
    found.push({
      start: named.start,
      end: named.end,
      name: named.name,
      stage: stageOf(text, named, investment, sentence, next),
      investmentYuan: investment.yuan,
      company: companyOf(entities, named.start, named.end, sentence),
      evidence: wide ? [investment.start, investment.end] : evidence,
      confidence: 0.85,
      rule: "project-with-investment",
    });
  }
  return found;
}

/** What a project contains is not the project: "涵盖购物中心、酒店". */
const CONTAINS = /^(?:涵盖|包括|包含|含|设有?|拥有|主要|建设|配套|规划|新建|打造|集)/;
/** "基地总投资5亿元": the last named thing of that kind. */
const BARE_HEAD =
  /^[“"该此这个]{0,3}(暂存库|基地|产业园|园区|中心|平台|工厂|总部|生产线|研究院|实验室|医院|学校|综合体|工程|大桥|公园|酒店|仓库|电站|枢纽)(?:计划|预计)?$/;

type Named = { readonly start: number; readonly end: number; readonly name: string };

/** "X项目投资12.5亿元,建设4条生产线": the name right before the amount. */
function adjacent(text: string, things: readonly NamedThing[], investment: Investment): Named | undefined {
  return things.find(
    (thing) =>
      thing.end <= investment.start && investment.start - thing.end <= 2 && /^[,(:]?$/.test(text.slice(thing.end, investment.start)),
  );
}

/** A line or sentence that is only the name, and the amount in the next: "1.X项目。总投资12亿元". */
function headed(
  entities: Entities,
  things: readonly NamedThing[],
  investment: Investment,
  sentence: Sentence,
  previous: Sentence | undefined,
): Named | undefined {
  if (!previous || entities.text.slice(previous.end, sentence.start).includes("\n")) return undefined;
  if (things.some((thing) => thing.start >= sentence.start && thing.end <= investment.start)) return undefined;
  return things.find((thing) => thing.end === previous.end && thing.start - previous.start <= 4);
}

/** "总投资200亿元的X正式开工", "投资6亿元建设X". */
function behind(entities: Entities, things: readonly NamedThing[], investment: Investment, sentence: Sentence): Named | undefined {
  const { text } = entities;
  const rest = text.slice(investment.end, Math.min(sentence.end, investment.end + 70));
  const joint = ATTRIBUTE.exec(rest) ?? OBJECT.exec(rest);
  if (!joint || joint[0].length === 0) return undefined;
  let start = investment.end + joint[0].length;
  const after = text.slice(start, Math.min(sentence.end, start + 48));
  const stop = STOPPED.exec(after);
  const chunk = stop ? after.slice(0, stop.index) : after;
  const phase = things.find((thing) => thing.start === start);
  if (phase && /^第?[一二三四五六]期/.test(text.slice(start, phase.end))) return phase;
  if (
    /^项目(?!\d|[一二三四五六七八九十]|有|达|共)/.test(after) &&
    /的$/.test(joint[0]) &&
    !AGGREGATE.test(text.slice(sentence.start, investment.start))
  )
    return things.filter((thing) => thing.end <= investment.start && thing.start > investment.start - 200).at(-1);
  // "以A为龙头的X", "由A投资建设的X": the name is what stands behind.
  const inner =
    /^(?:由|位于)[^,。;、]{2,24}?的/.exec(chunk) ?? /^[^,。;、]{2,16}(?:为龙头|为核心|为主体|为代表|牵头|领衔|主导)的/.exec(chunk);
  if (inner) start += inner[0].length;
  const segment = inner ? chunk.slice(inner[0].length) : chunk;
  const stage = stageHits(segment, 0, segment.length).find(
    (hit) => hit.start >= 3 && !/^(?:建设)?(?:项目|工程|基地|中心)/.test(segment.slice(hit.end)),
  );
  const heads = findHeads(segment).filter(
    (head) => head.index >= 2 && (!stage || head.index + head[0].length <= stage.start || head.index < stage.start),
  );
  const project = heads.findLast((head) => /项目|工程/.test(head[0])) ?? heads.findLast((head) => head[0].includes("期")) ?? heads.at(-1);
  const length = project ? project.index + project[0].length : Math.min(stage?.start ?? segment.length, segment.length);
  const name = cleanProjectName(segment.slice(0, length)).replace(/(?:正在|已经?|将|正式|也|均|目前|拟)$/, "");
  if (
    name.length < 3 ||
    name.length > 40 ||
    /^(?:\d|[一二两三四五六七八九十]+[个大家])/.test(name) ||
    /^(?:项目|产业项目|重大项目|工业项目|企业(?!服务|总部|研发|技术|孵化)|工程|重点项目|重点工程|大项目)/.test(name)
  )
    return undefined;
  if (
    !project &&
    !mentionsWithin(entities.organisations, start, start + length).some((mention) => mention.start === start) &&
    !stop &&
    !stage
  )
    return undefined;
  return { start, end: start + length, name };
}

/** "X项目总投资30亿元", "X,占地120亩,总投资5亿元", "该项目总投资11亿元". */
function before(
  entities: Entities,
  things: readonly NamedThing[],
  investment: Investment,
  sentence: Sentence,
  previous: Sentence | undefined,
): Named | undefined {
  const { text } = entities;
  const lead = text.slice(sentence.start, investment.start);
  if (AGGREGATE.test(lead.replace(/[,，]$/, ""))) return undefined;
  const clause = sentence.clauses.find((one) => one.start <= investment.start && investment.start <= one.end);
  const own = things.filter((thing) => thing.start >= sentence.start && thing.end <= investment.start);
  const inClause = own.filter((thing) => clause && thing.start >= clause.start).at(-1);
  if (inClause && investment.start - inClause.end <= 12) return inClause;
  if (clause && /(?:\d+|[一二两三四五六七八九十百]+)余?[个项]/.test(text.slice(clause.start, investment.start))) return undefined;
  const anaphora = /(?:该|这一?个?|此|上述)(?:项目|工程|基地|园区)|^项目|[,，]项目/.test(
    text.slice(clause?.start ?? sentence.start, investment.start),
  );
  const subject = clause ? text.slice(clause.start, investment.start).replace(/(?:计划|预计|项目|概算|该|目前|约)/g, "") : "";
  const told = own.filter(
    (thing) =>
      !sentence.clauses.some(
        (one) => one.start <= thing.start && thing.end <= one.end && CONTAINS.test(text.slice(one.start, thing.start)),
      ),
  );
  if (told.length > 0 && (anaphora || subject.length <= 2)) return told.at(-1);
  const head = clause ? BARE_HEAD.exec(text.slice(clause.start, investment.start))?.[1] : undefined;
  if (head)
    return things
      .filter((thing) => thing.end <= investment.start && thing.start > investment.start - 600 && thing.head.startsWith(head))
      .at(-1);
  if (!anaphora) return undefined;
  return things.filter((thing) => thing.end <= sentence.start && previous && thing.start >= previous.start - 120).at(-1);
}

/** A heading over a list of projects: "签约项目清单". */
const HEADING = /\n[^\n]{0,6}(签约|开工|竣工|投产|在建|落户|续建|投用)项目[^\n。,]{0,6}(?=\n)/g;
const AS_STAGE: Readonly<Record<string, ProjectStage>> = {
  签约: "签约",
  开工: "开工",
  竣工: "竣工",
  投产: "投产",
  在建: "在建",
  落户: "落户",
  续建: "在建",
  扩建: "扩建",
  投用: "投产",
};

/** "举行一季度重大项目集中签约仪式": what the projects named after it came for. */
const EVENT = /(?:集中|“云|“云”|云|举行|举办|仪式上?|活动)[^。\n,]{0,20}?(签约|开工|竣工|投产)/g;

/** Stages that a project has of its own, whatever the heading over its list says. */
const BEYOND: ReadonlySet<ProjectStage | null> = new Set<ProjectStage | null>(["开工", "竣工", "投产"]);

function stageOf(text: string, named: Named, investment: Investment, sentence: Sentence, next: number): ProjectStage | null {
  const place = investment.start;
  const from = startAfterLast(text, "。\n", place, 400);
  const row = ROW.exec(text.slice(from, Math.min(place, from + 40)))?.[1];
  if (row) return AS_STAGE[row] ?? null;
  const own = stageAround(text, named, investment, sentence, next);
  const heading = [...text.slice(Math.max(0, place - 1500), place).matchAll(HEADING)].at(-1)?.[1];
  if (!heading) return own;
  const behind = Math.max(named.end, investment.end);
  const told = stageHits(text, behind, Math.min(sentence.end, next, behind + 24)).find((hit) => !hit.planned && BEYOND.has(hit.stage));
  return told?.stage ?? AS_STAGE[heading] ?? own;
}

function stageAround(text: string, named: Named, investment: Investment, sentence: Sentence, next: number): ProjectStage | null {
  const to = Math.min(sentence.end, next, Math.max(named.end, investment.end) + 40);
  const near = stageHits(text, Math.min(named.end, to), to).filter((hit) => hit.start < investment.start || hit.start >= investment.end);
  const range = /从[^,。;]{0,10}到(?:建成)?(投产|竣工|开工)/.exec(text.slice(named.end, to));
  if (range?.[1]) return range[1] as ProjectStage;
  if (named.start > investment.end && /扩建(?:的)?$/.test(text.slice(investment.end, named.start))) return "扩建";
  const sure = furthest(near.filter((hit) => !hit.planned));
  if (sure) return sure;
  // "举行集中开工,18个项目包括A、B": the event of the sentence stands before the works it lists.
  const opening = [...text.slice(Math.max(sentence.start, named.start - 200), named.start).matchAll(EVENT)].at(-1)?.[1];
  if (opening) return AS_STAGE[opening] ?? null;
  // "投资A的X、投资B的Y先后开工": one verb for the row.
  if (text[named.end] === "、") {
    const row = furthest(stageHits(text, named.end, Math.min(sentence.end, named.end + 90)).filter((hit) => !hit.planned));
    if (row) return row;
  }
  if (near.length > 0) return plannedStage(near[0]);
  const clause = sentence.clauses.filter((one) => one.start <= named.start).at(-2)?.start ?? sentence.start;
  const hits = stageHits(text, clause, named.start);
  // "签订协议,拟投资10亿元建设X": the agreement is what has happened.
  const ahead = (hits.at(-1)?.stage === "拟建" ? hits.findLast((hit) => hit.stage === "签约" && !hit.planned) : undefined) ?? hits.at(-1);
  if (ahead) return ahead.planned ? plannedStage(ahead) : ahead.stage;
  const told = /^[。](?:该|这一?|此)?(?:项目|工程|基地|产业园|园区)/.test(text.slice(sentence.end, sentence.end + 8))
    ? stageHits(text, sentence.end, sentence.end + 70)
    : [];
  const later = told.filter((hit) => !hit.planned).at(-1);
  if (later) return later.stage;
  const event = [...text.slice(Math.max(0, named.start - 400), named.start).matchAll(EVENT)].at(-1)?.[1];
  if (event) return AS_STAGE[event] ?? null;
  if (/(?:建设|新建|兴建|打造)的$/.test(text.slice(investment.end, named.start)) && named.start > investment.end) return "在建";
  return /拟|计划|将/.test(text.slice(Math.max(sentence.start, investment.start - 6), investment.start + 3)) ? "拟建" : null;
}
