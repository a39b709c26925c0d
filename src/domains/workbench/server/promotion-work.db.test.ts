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

test("待复核的意见和专案给第二人；退回的回到起草人", async () => {
  const { row } = await at.leadAt(who, "PROPOSAL");
  const own = async (actor: Actor) => (await kinds(actor, row.id)).filter((kind) => /^(memo|plan)-/.test(kind)).toSorted();
  type Papers = {
    readonly memos: readonly { id: string; version: number }[];
    readonly editions: readonly { id: string; version: number }[];
  };
  const { memos } = await at.call<Papers>(who.officer, "writeMemo", {
    id: row.id,
    recommendation: "stop",
    summary: "缺少报表，无法判断偿债能力，不宜引进。",
  });
  const said = {
    who: "从事功率器件的设计与制造。",
    fit: "补齐本地封测环节。",
    introduction: "",
    space: "",
    conditions: "",
    clauses: [],
    risks: "",
    asked: "",
  };
  const { editions } = await at.call<Papers>(who.officer, "writeDossier", { id: row.id, said });
  expect(await own(who.second)).toEqual([]);
  await at.call(who.officer, "submitMemo", { id: row.id, memoId: memos[0]?.id, version: memos[0]?.version });
  await at.call(who.officer, "submitDossier", { id: row.id, dossierId: editions[0]?.id, version: editions[0]?.version });
  expect(await own(who.second)).toEqual(["memo-review", "plan-review"]);
  expect(await own(who.officer)).toEqual([]);
  const back = { approve: false, review: "补充说明后再报" };
  await at.call(who.second, "reviewMemo", { id: row.id, memoId: memos[0]?.id, version: (memos[0]?.version ?? 0) + 1, ...back });
  await at.call(who.second, "reviewDossier", { id: row.id, dossierId: editions[0]?.id, version: (editions[0]?.version ?? 0) + 1, ...back });
  expect(await own(who.second)).toEqual([]);
  expect(await own(who.officer)).toEqual(["memo-returned", "plan-returned"]);
});

test("在区企业的预警给它的店小二；没有店小二的给负责人；只是关注的不进队列", async () => {
  const liaison = await at.person("liaison", "企业服务中心");
  const resident = async (of: string | null): Promise<string> => {
    const id = crypto.randomUUID();
    await at.database.tamper("insert into enterprise (id, identifier_kind, identifier, name) values ($1, 'provisional', $2, $3)", [
      id,
      `P-${id.slice(0, 16)}`,
      `在区${id.slice(0, 6)}`,
    ]);
    await at.database.tamper(
      "insert into enterprise_book (zone_id, id, enterprise_id, kind, from_on, liaison_id, entered_by) values ($1, $2, $3, 'resident', '2020-01-01', $4, 'x')",
      [at.database.zoneId, crypto.randomUUID(), id, of],
    );
    return id;
  };
  const [mine, nobodys] = [await resident(liaison.id), await resident(null)];
  const permit = (enterpriseId: string, name: string, expiresOn: string) =>
    at.call(liaison, "enterPermit", { enterpriseId, name, expiresOn, source: "证照" });
  await permit(mine, "排污许可证", "2026-07-10");
  await permit(mine, "消防验收", "2026-09-20");
  await permit(nobodys, "排污许可证", "2026-07-12");
  await at.call(who.head, "lookAtResidents", {});
  expect((await look(liaison)).coming).toMatchObject([{ kind: "warning-permit", opens: mine, dueOn: "2026-07-10" }]);
  expect(await kinds(who.head, nobodys)).toEqual(["warning-permit"]);
  expect(await kinds(who.head, mine)).toEqual([]);
  expect(await kinds(liaison, nobodys)).toEqual([]);
});
