import { setTimeout as wait } from "node:timers/promises";
import { investmentColumns } from "#domains/projects/contract/investment-columns.ts";
import { whole } from "#kernel/decimal.ts";
import { addDays, localDate } from "#kernel/local-date.ts";
import { courseOf, endsOf, lateTalks, registerSteps } from "./lead-course-steps.ts";
import { fundsSteps, looseContracts, signOf } from "./lead-signing-steps.ts";
import { idOf, projectCode } from "./lead-world.ts";
import { type SampleLead, sampleLeads } from "./leads.ts";
import type { SampleStep, SampleWorld } from "./step.ts";

const TODAY = localDate("2026-06-30");
const leads = sampleLeads();
const quarter = leads.filter(({ contract, project, nature }) => contract !== null && project === null && nature === "investment");
const earlier = leads.filter(({ project }) => project !== null);

/** The register opens projects by itself a moment after the signature; what follows needs them there. */
async function projectsOpened(world: SampleWorld): Promise<boolean> {
  const signed = quarter[0] && (await idOf(world, quarter[0].name));
  if (signed === undefined) return false;
  for (let time = 0; time < 60; time += 1) {
    const found = await Promise.all(quarter.map(({ name }) => projectCode(world, name)));
    if (found.every((code) => code !== undefined)) return true;
    await wait(500);
  }
  return false;
}

/** What the new projects have to report for June: they prepare. */
function firstReports(): { readonly name: string; readonly bytes: Uint8Array } {
  const heads = investmentColumns
    .filter(({ key }) => ["project", "month", "invested", "progress"].includes(key))
    .map(({ head }) => head.zh);
  const lines = quarter.map(({ name, amount }, place) => [
    name,
    "2026-06",
    String(place % 3 === 0 ? Math.floor((amount ?? 0) / 200) : 0),
    "前期手续办理",
  ]);
  return {
    name: "新签项目月报-2026-06.csv",
    bytes: new TextEncoder().encode(`\ufeff${[heads, ...lines].map((cells) => cells.join(",")).join("\r\n")}\r\n`),
  };
}

const afterSigning: readonly SampleStep[] = [
  {
    name: "导入新签项目6月月报",
    as: "taskforce",
    operation: "projects.importInvestment",
    input: async (world) => ((await projectsOpened(world)) ? {} : undefined),
    files: async () => [firstReports()],
    on: TODAY,
  },
  ...[...earlier, ...leads.filter(({ nature, contract }) => nature === "entry" && contract?.kind !== "entry-foreign")].flatMap(
    (lead): readonly SampleStep[] => [
      {
        name: `落地凭证：${lead.name}`,
        as: lead.owner,
        operation: "promotion.attachLeadEvidence",
        input: async (world) => {
          const id = await idOf(world, lead.name);
          return id === undefined
            ? undefined
            : {
                id,
                kind: "landing-proof",
                datedOn: TODAY,
                number: "云落〔2026〕0630号",
                note: lead.project === null ? "入驻交接单" : "项目公司营业执照",
              };
        },
      },
      {
        name: `落地：${lead.name}`,
        as: lead.owner,
        operation: "promotion.moveLead",
        input: async (world) => {
          const id = await idOf(world, lead.name);
          if (id === undefined) return undefined;
          const { row, next } = await world.ask("leader", "promotion.openLead", { id });
          return next[0]?.move === "land" && next[0].missing.length === 0
            ? { id, version: row.version, move: "land", on: TODAY }
            : undefined;
        },
      },
    ],
  ),
  ...earlier
    .filter(({ promise }) => promise?.fullYear === 2025)
    .flatMap((lead, place): readonly SampleStep[] =>
      (["tax", "jobs"] as const).map((metric) => ({
        name: `兑现情况：${lead.name} ${metric}`,
        as: lead.owner,
        operation: "promotion.recordActual",
        input: async (world) => {
          const id = await idOf(world, lead.name);
          if (id === undefined) return undefined;
          const { promises } = await world.ask("leader", "promotion.openPromises", { id });
          const line = promises?.lines.find((one) => one.metric === metric && one.year === 2025);
          if (line === undefined || line.promised === null || line.actual !== null) return undefined;
          const share = [1.1, 0.6, 0.85, 1][place] ?? 1;
          const amount = whole(Math.floor(Number(line.promised) * share));
          return { id, metric, year: 2025, amount, note: metric === "tax" ? "税务部门年度数据" : "社保参保人数" };
        },
      })),
    ),
];

const first = leads.find(({ stage, end, pool }) => stage === "CONTACTED" && end === null && pool === null);
const twice = leads.find(({ stage, end }) => stage === "NEGOTIATING" && end === null);

/** Two teams talked with one party: the first talk is registered twice, and somebody who is neither decides. */
const disputeOf = (lead: SampleLead): readonly SampleStep[] =>
  (
    [
      [lead.owner, 1, "登门首谈"],
      ["head", 0, "经济运行局先行走访"],
    ] as const
  ).map(
    ([as, later, note], place): SampleStep => ({
      name: `首谈报备${place + 1}：${lead.name}`,
      as,
      operation: "promotion.claimLead",
      input: async (world) => {
        const id = await idOf(world, lead.name);
        return id === undefined ? undefined : { id, talkedOn: addDays(lead.registeredOn, later), note };
      },
      on: addDays(lead.registeredOn, 3 + place),
    }),
  );

/** One project that a fair brought again: registered with a reason, and to be looked at. */
const registeredAgain = (lead: SampleLead): SampleStep => ({
  name: `重复登记：${lead.name}`,
  as: "head",
  operation: "promotion.registerLead",
  input: async (world) => {
    const name = lead.name.replace("项目", "建设项目");
    if ((await idOf(world, name)) !== undefined || (await idOf(world, lead.name)) === undefined) return undefined;
    return {
      projectName: name,
      party: lead.party,
      ...(lead.uscc === null ? {} : { uscc: lead.uscc }),
      channel: "cloud",
      origin: "2026年云岭云签约",
      distinctReason: "活动现场登记，待核实是否同一项目",
    };
  },
  on: localDate("2026-06-18"),
});

const byRule: SampleStep = {
  name: "按规则核对全部线索",
  as: "leader",
  operation: "promotion.runLeadClocks",
  input: async (world) => (quarter[0] && (await idOf(world, quarter[0].name)) !== undefined ? {} : undefined),
};

/** Talks go on with whoever is negotiated with. */
const TALKED: readonly string[] = ["NEGOTIATING", "PROPOSAL", "DILIGENCE", "DECISION"];

/** Leads from their registration on, the contracts of the quarter, promises tied to projects, and what people have to look at. */
export const leadSteps: readonly SampleStep[] = [
  ...registerSteps,
  ...leads.flatMap((lead) => [...courseOf(lead), ...endsOf(lead)]),
  ...leads.filter(({ stage, end }) => end === null && TALKED.includes(stage)).flatMap(lateTalks),
  // One after the other: the projects that they open are numbered in this order.
  ...leads.flatMap(signOf),
  ...looseContracts(leads.filter(({ stage, end }) => stage === "PROPOSAL" && end === null)),
  ...fundsSteps,
  ...afterSigning,
  ...(first === undefined ? [] : disputeOf(first)),
  ...(twice === undefined ? [] : [registeredAgain(twice)]),
  byRule,
];
