import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContractView } from "#domains/promotion/contract/contract-operations.ts";
import { createTestPromotion, type Officers, type TestPromotion } from "#domains/promotion/server/test-promotion.ts";
import { workbenchPlugin } from "#domains/workbench/server/plugin.ts";
import { localDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Item = { readonly kind: string; readonly opens: string; readonly title: string; readonly dueOn: string | null };
type Work = Record<"late" | "now" | "coming" | "whenever", Item[]>;
let at: TestPromotion;
let who: Officers;

beforeAll(async () => {
  at = await createTestPromotion();
  who = await at.officers();
});
afterAll(() => at.database.close());

const look = (actor: Actor) =>
  at.database.uow.run(actor, { readOnly: true }, async (tx) =>
    workbenchPlugin.handlers["myWork"]?.({}, { tx, actor, today: localDate("2026-06-30") } as OperationContext),
  ) as Promise<Work>;
const kinds = async (actor: Actor, opens: string) =>
  Object.values(await look(actor))
    .flat()
    .filter((item) => item.opens === opens)
    .map((item) => item.kind);

test("自己线索到期的事进自己的队列，按时限分类；别人的不见", async () => {
  const { id } = await at.lead(who.officer, {}, "2026-06-26");
  expect((await look(who.officer)).late).toMatchObject([{ kind: "lead-answer", opens: id, dueOn: "2026-06-29" }]);
  expect(await kinds(who.second, id)).toEqual([]);
  await at.call(who.officer, "logInteraction", { id, kind: "call", on: "2026-06-29", learnt: "有意向" }, { today: "2026-06-29" });
  expect((await look(who.officer)).coming).toMatchObject([{ kind: "lead-judge", opens: id, dueOn: "2026-07-01" }]);
});

test("待决策给领导，不给承办人；决策之后不再出现", async () => {
  const { row } = await at.leadAt(who, "DECISION");
  expect(await kinds(who.leader, row.id)).toEqual(["lead-decide"]);
  await at.call(who.leader, "decideLead", { id: row.id, decision: "approve", on: "2026-06-30", reason: "同意", version: row.version });
  expect(await kinds(who.leader, row.id)).toEqual([]);
});

test("待确认的材料和资金给第二人，不给登记人；首谈争议给领导", async () => {
  const { row } = await at.leadAt(who, "PROPOSAL");
  await at.call(who.officer, "attachLeadEvidence", { id: row.id, kind: "risk-memo", datedOn: "2026-06-30", number: "风评1号" });
  expect(await kinds(who.second, row.id)).toEqual(["lead-confirm"]);
  expect(await kinds(who.officer, row.id)).not.toContain("lead-confirm");
  const contract = await at.call<ContractView>(who.officer, "addContract", {
    id: row.id,
    kind: "formal",
    number: "待办1号",
    title: "投资合同",
    signedOn: "2026-06-01",
    amountYuan: "1000000",
  });
  await at.call(who.officer, "enterFunds", {
    contractId: contract.id,
    arrivedOn: "2026-06-20",
    amountYuan: "1000",
    proof: "bank-slip",
    proofNumber: "1",
  });
  expect(await kinds(who.second, "待办1号")).toEqual(["funds-confirm"]);
  expect(await kinds(who.officer, "待办1号")).toEqual([]);
  const disputed = await at.lead(who.officer, { talkedOn: "2026-06-20" });
  await at.call(who.second, "claimLead", { id: disputed.id, talkedOn: "2026-06-18" });
  expect((await look(who.leader)).whenever.filter((item) => item.kind === "lead-claim")).toHaveLength(1);
});
