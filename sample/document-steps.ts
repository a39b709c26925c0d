import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Conflict, DocumentRow } from "#domains/intelligence/contract/intelligence-operations.ts";
import { isWaiting, SAMPLE_ARTICLES, type SampleArticle, WAITING_FROM } from "./articles.ts";
import { decisionOn, isOpen } from "./review-decisions.ts";
import type { SampleStep, SampleUser, SampleWorld } from "./step.ts";
import { SAMPLE_ZONE } from "./zone.ts";

const FOLDER = join(import.meta.dirname, "articles");

const decided = SAMPLE_ARTICLES.filter((article) => !isWaiting(article));
const waiting = SAMPLE_ARTICLES.filter(isWaiting);

/** The last of a batch waits until all of it has been read. */
const ingestSteps = (articles: readonly SampleArticle[]): readonly SampleStep[] =>
  articles.map(({ file, published, broughtBy }, place) => ({
    name: `收录 ${file}`,
    as: broughtBy,
    operation: "intelligence.ingest",
    input: async () => (published === null ? {} : { published }),
    files: async () => [{ name: file, bytes: await readFile(join(FOLDER, file)) }],
    ...(place === articles.length - 1 ? { settle: true } : {}),
  }));

const RULES = [
  ["certain-catalogue-figures", "按规则采纳目录指标"],
  ["certain-counts", "按规则采纳地区计数"],
  ["repeats-of-accepted", "按规则并入重复数据"],
] as const;

const ruleSteps: readonly SampleStep[] = RULES.map(([rule, name]) => ({
  name,
  as: "statistics",
  operation: "intelligence.acceptByRule",
  input: async () => ({ rule }),
}));

async function openDocuments(world: SampleWorld, as: SampleUser): Promise<readonly DocumentRow[]> {
  const found: DocumentRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await world.ask(as, "intelligence.listDocuments", { state: "review", limit: 200, ...(cursor ? { cursor } : {}) });
    found.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  // Ids grow with time: the oldest first.
  return found.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

const isEarlier = ({ published }: DocumentRow): boolean => published === null || published < WAITING_FROM;
/** Promotion looks through what is about single firms and signings, statistics through the rest. */
const isPromotions = ({ title }: DocumentRow): boolean => /签约|企业故事|储能|药|招商/.test(title);

/** One document a step, until none is left: its open findings are decided one by one. */
const reviewStep = (as: SampleUser, place: number, which: (document: DocumentRow) => boolean): SampleStep => ({
  name: `${as === "promotion" ? "招商岗" : "统计岗"}审核（${place}）`,
  as,
  operation: "intelligence.decide",
  input: async (world) => {
    const document = (await openDocuments(world, as)).find((one) => isEarlier(one) && which(one));
    if (document === undefined) return undefined;
    const { proposals } = await world.ask(as, "intelligence.openReview", { id: document.id });
    const decisions = proposals
      .filter(isOpen)
      .map((proposal) => decisionOn(proposal, document.title))
      .slice(0, 500);
    return decisions.length === 0 ? undefined : { documentId: document.id, decisions };
  },
});

const PROMOTIONS_SHARE = 6;
const reviewSteps: readonly SampleStep[] = [
  ...Array.from({ length: PROMOTIONS_SHARE }, (_, place) => reviewStep("promotion", place + 1, isPromotions)),
  ...decided.map((_, place) => reviewStep("statistics", place + 1, () => true)),
];

/** Keeps the side that the statistics office filed itself; among several the one of that value. */
export const resolveStep = (name: string, code: string, period: string, keep: string, reason: string): SampleStep => ({
  name,
  as: "statistics",
  operation: "intelligence.resolveConflict",
  input: async (world) => {
    const { items } = await world.ask("statistics", "intelligence.listConflicts", { region: SAMPLE_ZONE.region, period, resolved: false });
    const conflict = items.find((one) => one.code === code);
    const side = conflict?.sides.find((one) => isFiled(one) && Number(one.value) === Number(keep));
    return conflict === undefined || side === undefined ? undefined : { id: conflict.id, keep: side.observationId, reason };
  },
});

const isFiled = ({ documentId }: Conflict["sides"][number]): boolean => documentId === null;

/** Documents until spring, read and decided. */
export const decidedDocumentSteps: readonly SampleStep[] = [
  ...ingestSteps(decided),
  ...ruleSteps,
  resolveStep("裁定冲突：2025年上半年社会消费品零售总额", "retail-sales", "2025H1", "66.8", "晚报误将66.8写作68.6，以统计部门定报为准"),
  ...reviewSteps,
];

/** What a statistician has already taken from the flash report, so that the draft of the half year is not empty. */
const TAKEN_FROM_FLASH = new Set(["industrial-va", "fixed-investment", "industrial-investment", "exports", "imports", "retail-sales"]);

/** The newest documents: all but a few figures of one of them wait in the queue. */
export const waitingDocumentSteps: readonly SampleStep[] = [
  ...ingestSteps(waiting),
  {
    name: "先行采纳快报中的六项指标",
    as: "statistics",
    operation: "intelligence.decide",
    input: async (world) => {
      const flash = (await openDocuments(world, "statistics")).find((one) => one.published === "2026-06-29");
      if (flash === undefined) return undefined;
      const { proposals } = await world.ask("statistics", "intelligence.openReview", { id: flash.id });
      const taken = proposals.filter(
        (proposal) =>
          isOpen(proposal) &&
          proposal.type === "figure" &&
          proposal.finding.period === "2026H1" &&
          proposal.finding.kind === "actual" &&
          proposal.finding.region === SAMPLE_ZONE.region &&
          TAKEN_FROM_FLASH.has(proposal.finding.code ?? ""),
      );
      const decisions = taken.map(({ id }) => ({ proposalId: id, decision: "accept" as const }));
      return decisions.length === 0 ? undefined : { documentId: flash.id, decisions };
    },
  },
];
