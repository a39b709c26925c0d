import { statementColumns } from "#domains/promotion/contract/statement-columns.ts";
import { localDate } from "#kernel/local-date.ts";
import { SAMPLE_SEED } from "./indicators.ts";
import { idOf } from "./lead-world.ts";
import { type SampleLead, sampleLeads } from "./leads.ts";
import { seededNumbers } from "./seeded-numbers.ts";
import type { SampleFile } from "./spreadsheets.ts";
import type { SampleStep, SampleUser, SampleWorld } from "./step.ts";
import { SAMPLE_ENTERPRISE } from "./zone.ts";

/** Those that are looked into: under negotiation or further, not signed, with a code to be found by. */
const looked = sampleLeads().filter(
  ({ stage, end, uscc }) =>
    end === null && uscc !== null && (stage === "NEGOTIATING" || stage === "PROPOSAL" || stage === "DILIGENCE" || stage === "DECISION"),
);
const [first, second] = looked.filter(({ stage }) => stage === "DILIGENCE");
const YEARS = [2023, 2024, 2025] as const;

/** Three years of each in 万元: most are sound, every fourth carries too much debt and loses money. */
function statementFile(): SampleFile {
  const rows = looked.flatMap((lead, place) => YEARS.map((year, at) => rowOf(lead, year, at, place % 4 === 3)));
  const heads = statementColumns.map(({ head }) => head.zh);
  const lines = rows.map((row) => statementColumns.map(({ key }) => row[key] ?? "").join(","));
  return { name: "尽调企业财务报表.csv", bytes: new TextEncoder().encode(`\ufeff${[heads.join(","), ...lines].join("\r\n")}\r\n`) };
}

function rowOf(lead: SampleLead, year: number, at: number, weak: boolean): Readonly<Record<string, string>> {
  const numbers = seededNumbers(SAMPLE_SEED, `statement ${lead.name} ${year}`);
  const size = seededNumbers(SAMPLE_SEED, `size ${lead.name}`);
  const revenue = Math.round((size.between(30_000, 260_000) * (weak ? 100 - 12 * at : 100 + 9 * at)) / 100);
  const assets = Math.round((revenue * size.between(95, 170)) / 100) + numbers.between(0, 4_000);
  const share = (part: number): string => String(Math.round((assets * part) / 100));
  const profit = Math.round((revenue * (weak ? -6 - at : numbers.between(6, 12))) / 100);
  const debt = weak ? 78 + at : numbers.between(38, 60);
  return {
    enterprise: lead.uscc ?? lead.party,
    year: String(year),
    revenue: String(revenue),
    operatingProfit: String(Math.round(profit * 1.1)),
    totalProfit: String(Math.round(profit * 1.08)),
    netProfit: String(profit),
    deductedProfit: String(Math.round(profit * 0.94)),
    operatingCash: String(Math.round(profit * (weak ? 0.8 : 1.2))),
    assets: String(assets),
    currentAssets: share(46),
    liabilities: share(debt),
    currentLiabilities: share(weak ? 52 : Math.min(debt, 34)),
    equity: share(100 - debt - 2),
    source: `${year}年度审计报告`,
  };
}

const other = ({ owner }: SampleLead): SampleUser => (owner === "promotion" ? "promotion-2" : "promotion");

const diligenceOf = async (world: SampleWorld, lead: SampleLead | undefined) => {
  const id = lead === undefined ? undefined : await idOf(world, lead.name);
  return id === undefined ? undefined : world.ask("leader", "promotion.openDiligence", { id });
};
const dossierOf = async (world: SampleWorld, lead: SampleLead) => {
  const id = await idOf(world, lead.name);
  return id === undefined ? undefined : world.ask("leader", "promotion.openDossier", { id });
};

/** One is looked into to the end: events, a claimed parent, a plan that a second person reviewed, a memo that waits for its second person. */
const lookedInto = (lead: SampleLead): readonly SampleStep[] => [
  {
    name: `登记所称上级：${lead.name}`,
    as: lead.owner,
    operation: "promotion.claimParent",
    input: async (world) => {
      const view = await diligenceOf(world, lead);
      return view === undefined || view.now.parentage.length > 0
        ? undefined
        : { id: view.lead.id, parent: "东澜控股集团有限公司", on: localDate("2026-05-20"), source: "企业自荐材料" };
    },
  },
  {
    name: `登记持股：${lead.name}`,
    as: lead.owner,
    operation: "promotion.enterHolding",
    input: async (world) => {
      const view = await diligenceOf(world, lead);
      return view === undefined || view.holdings.some(({ id }) => id !== null)
        ? undefined
        : { id: view.lead.id, holder: "东澜科创投资有限公司", held: view.lead.party, sharePct: "62.5", source: "公司章程" };
    },
  },
  {
    name: `登记诉讼：${lead.name}`,
    as: lead.owner,
    operation: "promotion.enterEvent",
    input: async (world) => {
      const view = await diligenceOf(world, lead);
      return view === undefined || view.events.length > 0
        ? undefined
        : {
            id: view.lead.id,
            kind: "litigation",
            on: localDate("2025-11-06"),
            subject: "买卖合同纠纷，(2025)澜民初字第218号",
            source: "裁判文书公开",
          };
    },
  },
  {
    name: `起草一企一策：${lead.name}`,
    as: lead.owner,
    operation: "promotion.writeDossier",
    input: async (world) => {
      const view = await dossierOf(world, lead);
      return view === undefined || view.editions.length > 0
        ? undefined
        : {
            id: view.lead.id,
            said: {
              who: `${lead.party}从事${lead.industry}，拟在西部布局新产线。`,
              fit: "与园区链主企业上下游衔接，补齐本地缺口环节。",
              introduction: "由有供货关系的在园企业出面引荐。",
              space: "一期用地按产业用地标准供应，以公开出让结果为准。",
              conditions: "凡符合条件的企业均可申报的普遍适用政策，按文件执行；提供全程帮办代办。",
              clauses: [{ document: "岚州市促进先进制造业发展办法", article: "第十二条", says: "符合条件的企业均可申报" }],
              risks: "按建设节点供地，设履约保证。",
              asked: "按期开工投产，投资强度和产值按合同约定。",
            },
          };
    },
  },
  {
    name: `提交一企一策：${lead.name}`,
    as: lead.owner,
    operation: "promotion.submitDossier",
    input: async (world) => {
      const view = await dossierOf(world, lead);
      const draft = view?.editions.find(({ state }) => state === "DRAFT");
      return view === undefined || draft === undefined ? undefined : { id: view.lead.id, dossierId: draft.id, version: draft.version };
    },
  },
  {
    name: `公平竞争审查：${lead.name}`,
    as: other(lead),
    operation: "promotion.reviewDossier",
    input: async (world) => {
      const view = await dossierOf(world, lead);
      const sent = view?.editions.find(({ state }) => state === "SUBMITTED");
      return view === undefined || sent === undefined
        ? undefined
        : { id: view.lead.id, dossierId: sent.id, version: sent.version, approve: true, review: "引用的都是普遍适用条款，未涉及个别承诺" };
    },
  },
  {
    name: `起草风险评估意见：${lead.name}`,
    as: lead.owner,
    operation: "promotion.writeMemo",
    input: async (world) => {
      const view = await diligenceOf(world, lead);
      const asked = [...new Set([...(view?.now.report?.clauses ?? []), "milestones" as const])];
      return view === undefined || view.memos.length > 0
        ? undefined
        : {
            id: view.lead.id,
            recommendation: "conditional",
            summary: "近三年经营平稳，有一起在审的买卖合同纠纷；所称上级未能由持股证实。建议按节点附条件引进。",
            conditions: asked.map((clause) => ({ clause, words: WORDS[clause] })),
          };
    },
  },
  {
    name: `提交风险评估意见：${lead.name}`,
    as: lead.owner,
    operation: "promotion.submitMemo",
    input: async (world) => {
      const view = await diligenceOf(world, lead);
      const draft = view?.memos.find(({ state, missing }) => state === "DRAFT" && missing.length === 0);
      return view === undefined || draft === undefined ? undefined : { id: view.lead.id, memoId: draft.id, version: draft.version };
    },
  },
];

const WORDS = {
  "staged-land": "土地分两期供应，一期竣工后供二期",
  milestones: "按开工、封顶、投产节点兑现，逾期顺延或终止",
  "performance-bond": "提供履约保函，按节点释放",
  clawback: "未按约定投产的，收回土地并退还已享条件",
  "funds-first": "首期注册资本实缴到位后方可供地",
} as const;

const PERMITS = [
  ["排污许可证", "2026-07-20"],
  ["危险化学品使用许可证", "2026-09-10"],
] as const;

const watched: readonly SampleStep[] = [
  ...PERMITS.map(
    ([name, expiresOn]): SampleStep => ({
      name: `登记许可到期：${name}`,
      as: "liaison",
      operation: "promotion.enterPermit",
      input: async (world) => {
        const { items } = await world.ask("promotion", "registry.listBook", { kind: "resident", q: SAMPLE_ENTERPRISE.name });
        if (items.length === 0) return undefined;
        const view = await world.ask("liaison", "promotion.openWatch", { enterpriseId: SAMPLE_ENTERPRISE.id });
        return view.entries.some(({ subject }) => subject === name)
          ? undefined
          : { enterpriseId: SAMPLE_ENTERPRISE.id, name, expiresOn: localDate(expiresOn), source: "许可证正本" };
      },
    }),
  ),
  {
    name: "核对在区企业预警",
    as: "head",
    operation: "promotion.lookAtResidents",
    input: async () => ({}),
  },
];

export const diligenceSteps: readonly SampleStep[] = [
  {
    name: "导入尽调企业财务报表",
    as: "promotion",
    operation: "promotion.importStatements",
    input: async (world) => {
      const view = await diligenceOf(world, second ?? first);
      return view === undefined || view.statements.length > 0 ? undefined : {};
    },
    files: async () => [statementFile()],
  },
  ...(first === undefined ? [] : lookedInto(first)),
  ...watched,
];
