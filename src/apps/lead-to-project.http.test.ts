import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestServer } from "#apps/test-server.ts";
import { economyOperations } from "#domains/economy/contract/economy-operations.ts";
import { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import { registerOperations } from "#domains/projects/contract/register-operations.ts";
import { taskForceOperations } from "#domains/projects/contract/task-force-operations.ts";
import { promotionOperations } from "#domains/promotion/contract/promotion-operations.ts";

const { registerLead, openLead, moveLead, logInteraction, markLead, attachLeadEvidence, confirmLeadEvidence, decideLead, addContract } =
  promotionOperations;
const { setPromises, openPromises, sendLeadToRegister } = promotionOperations;
let at: TestServer;
const today = "2026-06-30" as never;

beforeAll(async () => {
  at = await createTestServer();
  await at.database.tamper("update zone set business_date = '2026-06-30', region = '甲高新区' where id = $1", [at.database.zoneId]);
});
afterAll(() => at.close());

const officer = () => at.account("promotion");
const open = (id: string) => at.done(officer(), openLead, { id });
const versionOf = async (id: string) => (await open(id)).row.version;

/** From the registration to the signature, each by whoever does it. */
async function sign(projectName: string, project?: string): Promise<string> {
  const { id } = await at.done(
    officer(),
    registerLead,
    {
      projectName,
      party: "岚州芯曜微电子有限公司",
      uscc: "91500000MAXX000157",
      channel: "peer-referral",
      amountYuan: "600000000" as never,
    },
    { key: `lead ${projectName}` },
  );
  const key = (step: string) => ({ key: `${step} ${id}` });
  const move = async (name: "contact" | "negotiate" | "propose" | "startDiligence" | "submitDecision" | "sign") =>
    at.done(
      officer(),
      moveLead,
      { id, move: name, on: today, version: await versionOf(id), ...(project !== undefined && name === "sign" ? { project } : {}) },
      key(name),
    );
  const attach = async (kind: "needs-summary" | "tailored-plan" | "fair-competition-review" | "risk-memo") => {
    const view = await at.done(officer(), attachLeadEvidence, { id, kind, number: `${kind}-1`, datedOn: today }, key(kind));
    const piece = view.evidence.find((one) => one.kind === kind);
    if (piece?.needsSecond)
      await at.done(at.account("department_head"), confirmLeadEvidence, { evidenceId: piece.id, version: piece.version });
  };
  await at.done(officer(), logInteraction, { id, kind: "video", on: today, learnt: "屏对屏介绍标准厂房" }, key("talk"));
  await move("contact");
  await at.done(officer(), markLead, { id, mark: "judged", on: today, worthwhile: true, note: "补链", version: await versionOf(id) });
  await attach("needs-summary");
  await move("negotiate");
  await attach("tailored-plan");
  await move("propose");
  await attach("fair-competition-review");
  await move("startDiligence");
  await attach("risk-memo");
  await move("submitDecision");
  await at.done(
    at.account("leadership"),
    decideLead,
    { id, decision: "approve", on: today, reason: "会议同意", version: await versionOf(id) },
    key("decide"),
  );
  await at.done(
    officer(),
    addContract,
    { id, kind: "formal", number: `云高新招〔2026〕${projectName}`, title: "投资合同", signedOn: today, amountYuan: "600000000" as never },
    key("contract"),
  );
  await at.done(
    officer(),
    setPromises,
    { id, promisedOn: today, investment: [{ year: 2026, yuan: "200000000" as never }], startOn: "2026-06-30" as never },
    key("promise"),
  );
  await move("sign");
  await at.worker.drain();
  return id;
}

describe("线索签约，项目立项，实际回到台账", () => {
  test("签约开出项目；月报到了台账；项目由线索可查", async () => {
    const id = await sign("碳化硅外延片项目");
    const lead = await open(id);
    expect(lead.project).toMatchObject({ stage: { zh: "签约" } });
    const project = await at.done(officer(), registerOperations.openProject, { id: lead.project?.id ?? "" });
    expect(project).toMatchObject({
      lead: id,
      row: { name: "碳化硅外延片项目", plannedTotalYuan: "600000000", startPlannedOn: "2026-06-30" },
    });
    await at.done(
      at.account("task_force"),
      investmentOperations.reportMonth,
      { id: project.row.id, month: "2026-06", investedYuan: "50000000" as never, progress: "场地平整" },
      { key: "month" },
    );
    await at.worker.drain();
    const { promises } = await at.done(at.account("leadership"), openPromises, { id });
    expect(promises?.lines.find(({ metric }) => metric === "investment")).toMatchObject({
      actual: "50000000",
      pct: "25",
      origin: "projects",
    });
  });

  test("租赁厂房的项目开工，线索就有了落地凭证，开工承诺兑现", async () => {
    const id = await sign("功率模块封装项目");
    const projectId = (await open(id)).project?.id ?? "";
    const force = at.account("task_force");
    const project = () => at.done(force, registerOperations.openProject, { id: projectId });
    await at.done(officer(), registerOperations.editProject, {
      id: projectId,
      version: (await project()).version,
      leasedPlant: true,
    });
    await at.done(
      force,
      registerOperations.attachEvidence,
      { id: projectId, kind: "permit-exemption", number: "免办〔2026〕1号", datedOn: today },
      { key: "permit" },
    );
    await at.done(at.account("leadership"), taskForceOperations.formTaskForce, { id: projectId, leadId: force.personId }, { key: "force" });
    await at.done(
      force,
      registerOperations.moveProject,
      { id: projectId, version: (await project()).version, move: "startConstruction", on: today },
      { key: "start" },
    );
    await at.worker.drain();
    const lead = await open(id);
    expect(lead.evidence.find(({ kind }) => kind === "project-progress")).toMatchObject({ origin: "projects.lead-course" });
    expect(lead.next[0]).toMatchObject({ move: "land", missing: [] });
    const { promises } = await at.done(officer(), openPromises, { id });
    expect(promises?.lines.find(({ metric }) => metric === "start")).toMatchObject({ actualOn: "2026-06-30", state: "kept" });
  });

  test("项目早已登记的，签约时写明编号即关联；写错的说明原因，改过再送", async () => {
    const registered = await at.done(
      officer(),
      registerOperations.registerProject,
      {
        name: "减薄产线",
        enterprise: "岚州芯曜微电子有限公司",
        category: "industry",
        plannedTotalYuan: "500000000" as never,
        contractNumber: "旧1号",
        signedOn: "2025-05-20" as never,
      },
      { key: "old" },
    );
    const id = await sign("减薄产线项目", "XM-1999-0001");
    const problem = await open(id);
    expect(problem.project).toBeNull();
    expect(problem.projectProblem?.zh).toContain("XM-1999-0001");
    expect(problem.projectProblem?.en).not.toMatch(/\p{Script=Han}/u);
    await at.done(officer(), sendLeadToRegister, { id, version: problem.row.version, project: registered.code }, { key: "again" });
    await at.worker.drain();
    expect((await open(id)).project?.code).toBe(registered.code);
    const count = await at.database.tamper("select count(*)::int n from project where name like '减薄产线%'");
    expect(count).toEqual([{ n: 1 }]);
  });

  test("合同和资金成为成绩单的事实，打开到合同", async () => {
    await at.database.tamper(
      "update job set run_after = now() - interval '1 second' where kind = 'economy.report-promotion' and state = 'queued'",
    );
    await at.worker.drain();
    const { items } = await at.done(at.account("statistics"), economyOperations.listFacts, {
      region: "甲高新区",
      code: "contract-investment",
    });
    expect(items.map(({ value, period }) => [value, period])).toContainEqual(["18", "2026H1"]);
  });
});
