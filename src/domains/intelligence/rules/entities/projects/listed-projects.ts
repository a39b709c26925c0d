import type { ProjectStage } from "#domains/intelligence/contract/extraction.ts";
import type { Entities } from "#domains/intelligence/rules/entities/entities.ts";
import type { Item, NamedList } from "#domains/intelligence/rules/entities/lists.ts";
import { startsName } from "#domains/intelligence/rules/entities/name-boundaries.ts";
import { readsAsCompany } from "#domains/intelligence/rules/entities/organisations/listed-names.ts";
import { mentionsWithin } from "#domains/intelligence/rules/entities/organisations/mentions.ts";
import { sentenceAt, startAfterLast } from "#domains/intelligence/rules/entities/passages.ts";
import type { Candidate } from "#domains/intelligence/rules/entities/projects/project-candidates.ts";
import { companyOf } from "#domains/intelligence/rules/entities/projects/project-company.ts";
import { findHeads, isSpecific } from "#domains/intelligence/rules/entities/projects/project-heads.ts";
import { cleanProjectName, projectStart } from "#domains/intelligence/rules/entities/projects/project-names.ts";
import { furthest, stageHits } from "#domains/intelligence/rules/entities/projects/stage-words.ts";

const AFTER = 22;
const BEFORE = 14;
/** "投资5亿元的X、投资2亿元的Y": the amount is found by another rule. */
const PARTIES = /^[^、]{2,30}(?:公司|集团|政府|管委会|[区县市])(?:分别)?与/;
const PRICED = /^(?:总|计划|拟)*投资[^的、]{2,16}元的/;

/** "A、B、C等一批重大项目纷纷落户", "引进A、B等项目5个": the stage stands behind the list or before it. */
function stageOfList(text: string, list: NamedList, first: number): ProjectStage | null {
  const stop = /[。;；\n]/.exec(text.slice(list.headEnd, list.headEnd + AFTER));
  const behind = furthest(stageHits(text, list.headEnd, list.headEnd + (stop ? stop.index : AFTER)).filter((hit) => !hit.planned));
  if (behind) return behind;
  const clause = startAfterLast(text, "。\n;", first, BEFORE);
  return stageHits(text, Math.max(clause, first - BEFORE), first).at(-1)?.stage ?? null;
}

function hasHead(name: string): boolean {
  return findHeads(name).some((match) => match.index + match[0].length === name.length && match.index >= 2);
}

export function findListedProjects(entities: Entities): Candidate[] {
  const { text, cover, lists, organisations, sentences } = entities;
  const found: Candidate[] = [];
  let before: { stage: ProjectStage; end: number } | undefined;
  for (const list of lists) {
    if (list.of !== "projects") continue;
    const items = list.items.map(
      (item, index): Item => (index === 0 ? { start: projectStart(text, cover, item.start, item.end), end: item.end } : item),
    );
    const first = items[0]?.start ?? list.end;
    // "签下A、B2个百亿级项目,C等9个10亿元以上项目": one verb for both rows.
    const inherited = before && !/[。;\n]/.test(text.slice(before.end, first)) ? before.stage : null;
    const stage = stageOfList(text, list, first) ?? inherited;
    if (stage === null) continue;
    before = { stage, end: list.headEnd };
    const sentence = sentenceAt(sentences, first) ?? { start: first, end: list.headEnd };
    for (const whole of items) {
      const priced = PRICED.exec(text.slice(whole.start, whole.end)) ?? PARTIES.exec(text.slice(whole.start, whole.end));
      const item = priced ? { start: whole.start + priced[0].length, end: whole.end } : whole;
      const name = cleanProjectName(text.slice(item.start, item.end));
      const owned = mentionsWithin(organisations, item.start, item.end).some((mention) => mention.start === item.start);
      const known = startsName(cover, item.start);
      if (list.headEnd === list.end && !owned && !known && !hasHead(name)) continue;
      const named = hasHead(name) ? isSpecific(name) : owned || known || readsAsCompany(text, cover, item.start, item.end);
      if (!named || name.length < 2) continue;
      const itself = mentionsWithin(organisations, item.start, item.end).find(
        (mention) => mention.start === item.start && mention.end === item.end,
      );
      const company =
        itself?.kind === "company" ? itself.name : companyOf(entities, item.start, item.end, { start: item.start, end: sentence.end });
      found.push({
        start: item.start,
        end: item.end,
        name,
        stage,
        investmentYuan: null,
        company,
        evidence: [item.start, Math.max(item.end, list.headEnd)],
        confidence: 0.75,
        rule: "listed-projects",
      });
    }
  }
  return found;
}
