import { shift, whole } from "#kernel/decimal.ts";
import { addDays, type LocalDate, localDate } from "#kernel/local-date.ts";
import { contractOf, projectCode, rowOf, yuan } from "./lead-world.ts";
import type { SampleLead } from "./leads.ts";
import type { SampleStep, SampleWorld } from "./step.ts";

/** Decision, contract, promises, signature: on the day of the contract. */
export function signOf(lead: SampleLead): readonly SampleStep[] {
  const { contract, promise, amount } = lead;
  if (contract === null) return [];
  const on = contract.signedOn;
  const steps: SampleStep[] = [
    {
      name: `同意签约：${lead.name}`,
      as: "leader",
      operation: "promotion.decideLead",
      input: async (world) => {
        const row = await rowOf(world, lead.name);
        return row?.stage === "DECISION"
          ? {
              id: row.id,
              version: row.version,
              decision: "approve",
              on,
              number: `招商专题会〔${on.slice(0, 4)}〕${Number(on.slice(5, 7))}号`,
              reason: "同意按一企一策专案签约",
            }
          : undefined;
      },
      on,
    },
    {
      name: `登记合同：${contract.number}`,
      as: lead.owner,
      operation: "promotion.addContract",
      input: async (world) => {
        const row = await rowOf(world, lead.name);
        if (row?.stage !== "DECISION") return undefined;
        return {
          id: row.id,
          kind: contract.kind,
          number: contract.number,
          title: `${lead.name.replace(/项目(（.*）)?$/u, "")}${contract.kind === "formal" ? "投资合同" : "入驻协议"}`,
          signedOn: on,
          ...(amount === null ? {} : { amountYuan: yuan(amount) }),
          amountPhrase: contract.phrase,
          fair: contract.fair,
          conditions: contract.kind === "formal" ? "分期供地，按节点考核；未按期开工的收回优惠条件。" : "",
        };
      },
      on,
    },
  ];
  if (promise !== null && amount !== null)
    steps.push({
      name: `登记承诺：${lead.name}`,
      as: lead.owner,
      operation: "promotion.setPromises",
      input: async (world) => {
        const row = await rowOf(world, lead.name);
        if (row?.stage !== "DECISION") return undefined;
        const first = Number(on.slice(0, 4));
        const start = lead.project === null ? first : 2026;
        return {
          id: row.id,
          promisedOn: on,
          investment: [
            { year: start, yuan: yuan(Math.floor(amount * 0.2)) },
            { year: start + 1, yuan: yuan(Math.floor(amount * 0.5)) },
            { year: start + 2, yuan: yuan(amount - Math.floor(amount * 0.2) - Math.floor(amount * 0.5)) },
          ],
          startOn: promise.startOn,
          produceOn: promise.produceOn,
          fullYear: promise.fullYear,
          outputYuan: yuan(amount * 2),
          taxYuan: yuan(Math.floor(amount / 12)),
          jobs: Math.max(30, Math.floor(amount / 200)),
          landMu: whole(Math.max(10, Math.floor(amount / 500))),
          taxPerMuYuan: yuan(40),
        };
      },
      on,
    });
  steps.push({
    name: `签约：${lead.name}`,
    as: lead.owner,
    operation: "promotion.moveLead",
    input: async (world) => {
      const row = await rowOf(world, lead.name);
      if (row?.stage !== "DECISION") return undefined;
      const code = lead.project === null ? undefined : await projectCode(world, lead.project.name);
      return { id: row.id, version: row.version, move: "sign", on, ...(code === undefined ? {} : { project: code }) };
    },
    on,
  });
  return steps;
}

type Funds = { readonly place: number; readonly share: number; readonly on: LocalDate; readonly confirmed: boolean };
/** More than the 42.9亿元 of the first quarter that a document of the sample reports: what has arrived within a year does not fall. */
const FUNDS: readonly Funds[] = [
  { place: 0, share: 9, on: localDate("2026-05-18"), confirmed: true },
  { place: 1, share: 16, on: localDate("2026-05-20"), confirmed: true },
  { place: 2, share: 20, on: localDate("2026-05-26"), confirmed: true },
  { place: 3, share: 24, on: localDate("2026-06-03"), confirmed: true },
  { place: 4, share: 20, on: localDate("2026-06-10"), confirmed: true },
  { place: 5, share: 30, on: localDate("2026-06-16"), confirmed: true },
  { place: 6, share: 20, on: localDate("2026-06-18"), confirmed: false },
  { place: 7, share: 20, on: localDate("2026-06-22"), confirmed: true },
  { place: 9, share: 20, on: localDate("2026-06-24"), confirmed: false },
  { place: 11, share: 25, on: localDate("2026-06-25"), confirmed: false },
];

/** Part of the quarter's money has come; three slips wait for the second person. */
export const fundsSteps: readonly SampleStep[] = FUNDS.flatMap(({ place, share, on, confirmed }): readonly SampleStep[] => {
  const number = `云高新招〔2026〕签${place + 1}号`;
  const proofNumber = `岚州银行${on.replaceAll("-", "")}-${place + 1}`;
  return [
    {
      name: `登记到位资金：${number}`,
      as: "promotion",
      operation: "promotion.enterFunds",
      input: async (world) => {
        const contract = await contractOf(world, number);
        if (contract === undefined || contract.amountYuan === null || contract.funds.length > 0) return undefined;
        const amountYuan = yuan(Math.floor((Number(shift(contract.amountYuan, -4)) * share) / 100));
        return { contractId: contract.id, arrivedOn: on, amountYuan, proof: "bank-slip", proofNumber };
      },
      on,
    },
    ...(confirmed
      ? [
          {
            name: `确认到位资金：${number}`,
            as: "promotion-2",
            operation: "promotion.confirmFunds",
            input: async (world: SampleWorld) => {
              const funds = (await contractOf(world, number))?.funds.find(({ state }) => state === "ENTERED");
              return funds && { fundsId: funds.id, version: funds.version, confirm: true, decision: "与银行回单核对一致" };
            },
            on: addDays(on, 1),
          } as const,
        ]
      : []),
  ];
});

/** A framework and two letters of intent: counted apart from the formal contracts. */
export function looseContracts(leads: readonly SampleLead[]): readonly SampleStep[] {
  return leads.slice(0, 3).map((lead, place): SampleStep => {
    const number = `云高新意向〔2026〕${place + 1}号`;
    const on = localDate(`2026-06-0${place + 3}`);
    return {
      name: `登记意向：${number}`,
      as: lead.owner,
      operation: "promotion.addContract",
      input: async (world) => {
        const row = await rowOf(world, lead.name);
        if (row === undefined || (await contractOf(world, number)) !== undefined) return undefined;
        return {
          id: row.id,
          kind: place === 0 ? "framework" : "intent",
          number,
          title: `${lead.name}${place === 0 ? "战略合作框架协议" : "投资意向书"}`,
          signedOn: on,
          amountYuan: yuan(lead.amount ?? 10_000),
        };
      },
      on,
    };
  });
}
