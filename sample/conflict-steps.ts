import { type SampleProject, sampleProjects } from "./projects.ts";
import { isOpen } from "./review-decisions.ts";
import type { SampleStep } from "./step.ts";
import { SAMPLE_ZONE } from "./zone.ts";

const TITLE = `重点项目走笔：${SAMPLE_ZONE.region}的三处工地`;
const HUNDRED_MILLION = 10_000;

/** The news leaves the number out of a name: only such as no other project has are written about. */
const bare = (name: string): string => name.replace(/（.*）$/u, "");

function chosen(): readonly [SampleProject, SampleProject, SampleProject] {
  const all = sampleProjects();
  const alone = all.filter((one) => all.filter((other) => bare(other.name) === bare(one.name)).length === 1);
  const building = alone.filter((one) => one.startedOn !== null && one.startedOn < "2026-03-01" && one.completedOn === null);
  const waiting = alone.find((one) => one.startedOn === null && one.planned.start > "2026-07-01");
  const [first, second] = building;
  if (!first || !second || !waiting) throw new Error("The sample has no projects of these kinds");
  return [first, second, waiting];
}

/** A reporter wrote it down from hearsay: one total, one completion and one start are not what the register has, and a rate can be read in two ways. */
function article(): string {
  const [dearer, done, begun] = chosen();
  const amount = (tenThousands: number) => `${tenThousands / HUNDRED_MILLION}亿元`;
  return `${TITLE}

2026-06-28　来源：高新视界

${SAMPLE_ZONE.region}${dearer.enterprise}总投资${amount(dearer.total + 15_000)}的${dearer.name}正在建设，主体结构已经封顶。

${SAMPLE_ZONE.region}${done.enterprise}总投资${amount(done.total)}的${done.name}竣工投产，第一批产品下线。

${SAMPLE_ZONE.region}${begun.enterprise}总投资${amount(begun.total)}的${begun.name}开工建设，比计划提前。

上半年，${SAMPLE_ZONE.region}投资较快增长，市级重点项目完成投资31.2亿元、超年度计划投资128.4%。
`;
}

/** An accepted document that the register contradicts: what the page of contradictions is for. */
export const conflictSteps: readonly SampleStep[] = [
  {
    name: "收录项目走笔",
    as: "promotion",
    operation: "intelligence.ingestText",
    input: async () => ({ title: TITLE, text: article() }),
    settle: true,
  },
  {
    name: "采纳项目走笔",
    as: "statistics",
    operation: "intelligence.decide",
    input: async (world) => {
      const { items } = await world.ask("statistics", "intelligence.listDocuments", { q: TITLE, limit: 10 });
      const [document] = items;
      if (document === undefined) return undefined;
      const { proposals } = await world.ask("statistics", "intelligence.openReview", { id: document.id });
      const decisions = proposals.filter(isOpen).map(({ id }) => ({ proposalId: id, decision: "accept" as const }));
      return decisions.length === 0 ? undefined : { documentId: document.id, decisions };
    },
  },
];
