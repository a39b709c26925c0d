import type { z } from "zod";
import type { CardRow } from "#domains/economy/contract/economy-operations.ts";
import type { ReportCard, ReportCardState } from "#domains/economy/contract/report-card.ts";
import { type LocalDate, localDate } from "#kernel/local-date.ts";
import { resolveStep } from "./document-steps.ts";
import { sampleFacts } from "./indicators.ts";
import { sampleRevision, sampleRevisionSpreadsheet } from "./spreadsheets.ts";
import type { SampleStep, SampleWorld } from "./step.ts";
import { SAMPLE_ZONE } from "./zone.ts";

type Row = z.output<typeof CardRow>;
const { region } = SAMPLE_ZONE;

async function findCard(world: SampleWorld, period: string): Promise<Row | undefined> {
  const { items } = await world.ask("statistics", "economy.listReportCards", { region, limit: 200 });
  return items.find((card) => card.period === period);
}

/** The card as the next command needs it, if it stands where that command starts. */
async function cardIn(world: SampleWorld, period: string, state: ReportCardState): Promise<{ id: string; version: number } | undefined> {
  const card = await findCard(world, period);
  return card?.state === state ? { id: card.id, version: card.version } : undefined;
}

const draft = (period: string): SampleStep => ({
  name: `起草${period}成绩单`,
  as: "statistics",
  operation: "economy.draftReportCard",
  input: async (world) => ((await findCard(world, period)) === undefined ? { region, period } : undefined),
});

const filed = new Set(sampleFacts().map((fact) => fact.code));
/** A card shows what the office files, and shares of the city; single counts out of the news stay in the store of facts. */
const isChosen = (id: string): boolean => filed.has(id) || id.startsWith("share:");

function leftOut({ figures, conflicts }: Pick<ReportCard, "figures" | "conflicts">): string[] {
  const ids = [
    ...figures.filter((figure) => !isChosen(figure.id)).flatMap((figure) => figure.observationIds),
    ...conflicts.filter((conflict) => !isChosen(conflict.key)).flatMap((conflict) => conflict.sides.flatMap((side) => side.observationIds)),
  ];
  return [...new Set(ids)].slice(0, 500);
}

const edit = (period: string): SampleStep => ({
  name: `编辑${period}成绩单：入选指标与签发人`,
  as: "statistics",
  operation: "economy.editReportCard",
  input: async (world) => {
    const found = await cardIn(world, period, "DRAFT");
    if (found === undefined) return undefined;
    const { card } = await world.ask("statistics", "economy.openReportCard", { id: found.id });
    return {
      ...found,
      signer: "经济运行局负责人",
      signerDepartment: "经济运行局",
      excluded: [...new Set([...card.excluded, ...leftOut(card)])].slice(0, 500),
    };
  },
});

const check = (period: string, round = ""): SampleStep => ({
  name: `核对${period}成绩单${round}`,
  as: "statistics",
  operation: "economy.checkReportCard",
  input: async (world) => {
    const card = await cardIn(world, period, "DRAFT");
    return card && { ...card, comment: "已与定报台账逐项核对；提示项系现价总量与不变价增速口径不同所致。" };
  },
});

const approve = (period: string, round = ""): SampleStep => ({
  name: `审定${period}成绩单${round}`,
  as: "head",
  operation: "economy.approveReportCard",
  input: (world) => cardIn(world, period, "CHECKED"),
});

const publish = (period: string, round = ""): SampleStep => ({
  name: `发布${period}成绩单${round}`,
  as: "leader",
  operation: "economy.publishReportCard",
  input: (world) => cardIn(world, period, "APPROVED"),
});

const AGAIN = "（修订）";

/** Drafted and edited, checked, approved and published: what is asked for as of a day is found where it would have been. */
const on = (day: string, ...steps: readonly SampleStep[]): readonly SampleStep[] => {
  const at: LocalDate = localDate(day);
  return steps.map((step) => ({ ...step, on: at }));
};

/** The first half of 2025 published, revised and published again; 2025 published; the first quarter of 2026 approved. */
export const cardSteps: readonly SampleStep[] = [
  ...on("2025-08-08", draft("2025H1"), edit("2025H1")),
  ...on("2025-08-11", check("2025H1"), approve("2025H1")),
  ...on("2025-08-12", publish("2025H1")),
  {
    name: "导入2025年上半年修订数",
    as: "statistics",
    operation: "economy.importFacts",
    input: async () => ({}),
    files: async () => [sampleRevisionSpreadsheet()],
  },
  ...sampleRevision().map((fact) =>
    resolveStep(`以修订数为准：2025年上半年${fact.indicator}`, fact.code, fact.period, fact.value, "半年报核定后修订，以修订数为准"),
  ),
  ...on("2025-10-16", {
    name: "修订2025H1成绩单",
    as: "statistics",
    operation: "economy.reviseReportCard",
    input: async (world) => {
      const card = await cardIn(world, "2025H1", "PUBLISHED");
      return card && { ...card, reason: "2025年半年报核定后，税收收入、规上服务业营业收入两项数据修订。" };
    },
  }),
  ...on("2025-10-17", check("2025H1", AGAIN)),
  ...on("2025-10-20", approve("2025H1", AGAIN), publish("2025H1", AGAIN)),
  // After the bulletin of the year, which it quotes.
  ...on("2026-03-02", draft("2025"), edit("2025")),
  ...on("2026-03-04", check("2025"), approve("2025")),
  ...on("2026-03-05", publish("2025")),
  ...on("2026-05-06", draft("2026Q1"), edit("2026Q1")),
  ...on("2026-05-07", check("2026Q1")),
  ...on("2026-05-08", approve("2026Q1")),
];

/** The half year that is being written: a draft with the few figures that were taken so far. */
export const draftSteps: readonly SampleStep[] = [draft("2026H1")];
