import type { ProjectStage } from "#domains/intelligence/contract/extraction.ts";
import type { Entities } from "#domains/intelligence/rules/entities/entities.ts";
import { type Sentence, sentenceAt } from "#domains/intelligence/rules/entities/passages.ts";
import type { NamedThing } from "#domains/intelligence/rules/entities/projects/named-things.ts";
import { type Candidate, isOwned } from "#domains/intelligence/rules/entities/projects/project-candidates.ts";
import { companyOf } from "#domains/intelligence/rules/entities/projects/project-company.ts";
import { furthest, plannedStage, type StageHit, stageHits } from "#domains/intelligence/rules/entities/projects/stage-words.ts";

/** Between the name and its predicate only adverbs and dates may stand, not another thing. */
const GAP = /^[^、;,。\n的与和]{0,10}(?:,[^、;,。\n的与和]{0,8})?$/;
/** Verbs whose object is the project. */
const TAKES_OBJECT =
  /^(?:签约|签下|签订|签署|引进|引入|招引|拿下|敲定|建成|全面建成|已建成|启用|投用|开工建设|开工|动工|开建|启动建设|正式启动|启动|推进|加快|加速|新建|扩建|在建|续建|施工|打造|支持建设|着力建设|布局建设|筹建|拟建|谋划|储备|交付|竣工|规划建设|计划建设)$/;
const FRAME = /(?:推进|加快|推动|实施|启动|加速)[^,。;、\n]{0,20}的$/;
const SHORT_GAP = 14;
const STRONG: ReadonlySet<ProjectStage> = new Set<ProjectStage>(["签约", "落户", "开工", "竣工", "投产", "启动", "扩建"]);

function stageBehind(text: string, thing: NamedThing, next: number): StageHit | undefined {
  const to = Math.min(next, thing.end + SHORT_GAP + 6);
  const hits = stageHits(text, thing.end, to).filter((hit) => GAP.test(text.slice(thing.end, hit.start)));
  const stage = furthest(hits.filter((hit) => !hit.planned));
  const sure = hits.find((hit) => !hit.planned);
  return sure && stage ? { ...sure, stage } : hits.length > 0 ? { ...(hits[0] as StageHit), stage: plannedStage(hits[0]) } : undefined;
}

/** "推进以…为核心的X建设" */
function framed(text: string, thing: NamedThing, floor: number): StageHit | undefined {
  if (!text.startsWith("建设", thing.end)) return undefined;
  const lead = text.slice(Math.max(floor, thing.start - 26), thing.start);
  return FRAME.test(lead) ? { stage: "在建", start: thing.start, end: thing.end + 2, planned: false } : undefined;
}

function stageBefore(text: string, thing: NamedThing, floor: number): StageHit | undefined {
  const hit = stageHits(text, Math.max(floor, thing.start - 22), thing.start).at(-1);
  if (!hit || !TAKES_OBJECT.test(text.slice(hit.start, hit.end))) return undefined;
  const between = text.slice(hit.end, thing.start);
  if (/^(?:建设|一个|了|的|[“"‘《]){0,3}$/.test(between)) return hit;
  return STRONG.has(hit.stage) && /^[^,。;、\n]{0,14}的$/.test(between) ? hit : undefined;
}

const BUILT_BY = /^[,]?(?:是|系)?由[^。;\n]{2,40}?(?:投资|出资|打造|承建|建设|运营|投建)/;

/** "X项目,由A公司投资建设": the stage is what the sentence before says of the row. */
function built(text: string, thing: NamedThing, sentence: Sentence, previous: Sentence | undefined): StageHit | undefined {
  if (!/(?:项目|工程|期)$/.test(thing.head)) return undefined;
  const match = BUILT_BY.exec(text.slice(thing.end, Math.min(sentence.end, thing.end + 60)));
  if (!match || !previous) return undefined;
  const stage = stageHits(text, previous.start, previous.end).find((hit) => !hit.planned)?.stage;
  return stage ? { stage, start: thing.start, end: thing.end + match[0].length, planned: false } : undefined;
}

/** "X项目正式开工", "建成X平台", "A、B提速实施": a named thing with a word of its stage beside it. */
export function findStagedProjects(entities: Entities, things: readonly NamedThing[], listed: readonly Candidate[]): Candidate[] {
  const { text, sentences } = entities;
  const found: Candidate[] = [];
  const inLists = new Set(listed.map((candidate) => candidate.start));
  let at = 0;
  things.forEach((thing, index) => {
    while (at < sentences.length - 1 && (sentences[at]?.end ?? 0) <= thing.start) at += 1;
    const sentence = sentences[at];
    if (!sentence || thing.general || inLists.has(thing.start)) return;
    const next = Math.min(sentence.end, things[index + 1]?.start ?? text.length);
    const behind = stageBehind(text, thing, next);
    const before = stageBefore(text, thing, sentence.start);
    const hit = behind ?? before ?? framed(text, thing, sentence.start) ?? built(text, thing, sentence, sentences[at - 1]);
    if (!hit) return;
    const isProject = /(?:项目|工程|期)$/.test(thing.head);
    if (!isProject && !isOwned(entities, thing) && !(STRONG.has(hit.stage) && thing.name.length >= 6)) return;
    push(found, entities, thing, hit, sentence);
  });
  return [...found, ...neighbours(entities, things, found)];
}

function push(
  found: Candidate[],
  entities: Entities,
  thing: NamedThing,
  hit: { stage: ProjectStage; start: number; end: number },
  sentence: Sentence,
): void {
  found.push({
    start: thing.start,
    end: thing.end,
    name: thing.name,
    stage: hit.stage,
    investmentYuan: null,
    company: companyOf(entities, thing.start, thing.end, sentence),
    evidence: [Math.min(thing.start, hit.start), Math.max(thing.end, hit.end)],
    confidence: 0.65,
    rule: "project-with-stage",
  });
}

const JOINT_AFTER = /^(?:、|[,]?以及|和|与|及)/;
const JOINT_BEFORE = /(?:、|[,]?以及|和|与|及)$/;

/** What stands in one enumeration with a project shares its stage: "加快建设A、B、C". */
function neighbours(entities: Entities, things: readonly NamedThing[], found: readonly Candidate[]): Candidate[] {
  const { text, sentences } = entities;
  const byStart = new Map(things.map((thing) => [thing.start, thing]));
  const byEnd = new Map(things.map((thing) => [thing.end, thing]));
  const added: Candidate[] = [];
  for (const candidate of found) {
    const sentence = sentenceAt(sentences, candidate.start);
    if (!sentence) continue;
    const hit = { stage: candidate.stage ?? "在建", start: candidate.start, end: candidate.end };
    for (let end = candidate.end; ; ) {
      const joint = JOINT_AFTER.exec(text.slice(end, end + 4));
      const thing = joint ? byStart.get(end + joint[0].length) : undefined;
      if (!thing || thing.general) break;
      push(added, entities, thing, { ...hit, start: thing.start, end: thing.end }, sentence);
      end = thing.end;
    }
    for (let start = candidate.start; ; ) {
      const joint = JOINT_BEFORE.exec(text.slice(Math.max(0, start - 4), start));
      const thing = joint ? byEnd.get(start - joint[0].length) : undefined;
      if (!thing || thing.general) break;
      push(added, entities, thing, { ...hit, start: thing.start, end: thing.end }, sentence);
      start = thing.start;
    }
  }
  return added;
}
