import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RESULT_DELIVERED, RESULT_REVOKED } from "#domains/projects/contract/evidence-event.ts";
import { openProjectFromLead } from "#domains/projects/server/api.ts";
import { projectsPlugin } from "#domains/projects/server/plugin.ts";
import { createTestProjects, type TestProjects } from "#domains/projects/server/test-projects.ts";
import { LEAD_SIGNED, SignedLead } from "#domains/promotion/contract/lead-event.ts";
import { localDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import { startWorker, type Worker } from "#kernel/server/worker.ts";

let at: TestProjects;
let worker: Worker;
let promotion: Actor;

beforeAll(async () => {
  at = await createTestProjects();
  promotion = await at.person("promotion");
  worker = await startWorker({
    workerUrl: at.database.workerUrl,
    unitOfWork: at.database.uow,
    store: at.store,
    jobs: projectsPlugin.jobs ?? {},
    subscribers: projectsPlugin.subscribers ?? {},
    pollMs: 20,
  });
});
afterAll(async () => {
  await worker.close();
  await at.database.close();
});

const tell = async (kind: string, payload: Readonly<Record<string, unknown>>) => {
  await at.database.uow.run(promotion, {}, (tx) => emitEvent(tx, kind, payload));
  await worker.drain();
};
const refused = () =>
  at.database
    .tamper("select payload from outbox where kind = 'projects.event-refused' order by id")
    .then((rows) =>
      rows.map((row) => row["payload"] as { readonly kind: string; readonly code: string; readonly params: Record<string, string> }),
    );
const waiting = () => at.database.tamper("select kind, failure from outbox where delivered_at is null");
const draft = (name: string) => ({
  name,
  enterprise: "云岭芯曜微电子有限公司",
  category: "industry",
  plannedTotalYuan: "600000000",
  contractNumber: "HT-9",
  signedOn: "2026-06-20",
  plan: [{ kind: "start", plannedOn: "2026-09-01" }],
});

describe("签约线索转为项目", () => {
  test("开出一个项目，写明来自哪条线索；再告知一次、或直接再开，还是那一个", async () => {
    await tell(LEAD_SIGNED, { lead: "lead-1", draft: draft("碳化硅外延片") });
    await tell(LEAD_SIGNED, { lead: "lead-1", draft: draft("碳化硅外延片") });
    const rows = await at.database.tamper("select id, name, stage, lead_ref, registered_by from project where lead_ref = 'lead-1'");
    expect(rows).toMatchObject([{ name: "碳化硅外延片", stage: "SIGNED", registered_by: "platform" }]);
    const again = await at.database.uow.run(promotion, {}, (tx) =>
      openProjectFromLead(tx, SignedLead.parse({ lead: "lead-1", draft: draft("别的名字") }), localDate("2026-06-30")),
    );
    expect(again).toMatchObject({ id: rows[0]?.["id"], opened: false });
    expect(await at.call(promotion, "openProject", { id: again.id })).toMatchObject({ lead: "lead-1", registeredBy: "园枢" });
    const journal = await at.database.tamper("select operation from journal_entry where operation = 'projects.openProjectFromLead'");
    expect(journal).toHaveLength(1);
    expect(await at.database.tamper("select 1 from outbox where kind = 'projects.registered'")).toHaveLength(1);
    expect(await waiting()).toEqual([]);
  });

  test("内容不对、台账拒绝的：不开项目，说清哪里不对，不再反复投递", async () => {
    await tell(LEAD_SIGNED, { lead: "lead-2", draft: { ...draft("没有金额"), plannedTotalYuan: "多" } });
    await tell(LEAD_SIGNED, { lead: "lead-3", draft: draft("碳化硅外延片项目") });
    await tell(LEAD_SIGNED, { lead: "lead-4", draft: { ...draft("码不对"), uscc: "91510100MA6C" } });
    expect(await at.database.tamper("select 1 from project where lead_ref in ('lead-2', 'lead-3', 'lead-4')")).toEqual([]);
    expect((await refused()).map(({ kind, code }) => [kind, code])).toEqual([
      [LEAD_SIGNED, "projects.event-malformed"],
      [LEAD_SIGNED, "projects.registered-already"],
      [LEAD_SIGNED, "projects.uscc"],
    ]);
    expect((await refused())[0]?.params["problem"]).toContain("plannedTotalYuan");
    expect(await waiting()).toEqual([]);
  });
});

describe("审批结果成为凭证", () => {
  test("施工许可证附上一次，门槛随即认它；重复告知不重复附", async () => {
    const id = await at.project(promotion, { leasedPlant: true });
    const result = {
      projectId: id,
      evidenceKind: "construction-permit",
      number: "施〔2026〕18号",
      datedOn: "2026-06-25",
      caseId: "case-7",
      title: "建筑工程施工许可证核发",
    };
    await tell(RESULT_DELIVERED, result);
    await tell(RESULT_DELIVERED, result);
    const view = await at.call<{
      readonly evidence: readonly Record<string, unknown>[];
      readonly next: readonly { readonly move: string; readonly missing: readonly string[] }[];
    }>(promotion, "openProject", { id });
    expect(view.evidence).toMatchObject([
      {
        kind: "construction-permit",
        number: "施〔2026〕18号",
        datedOn: "2026-06-25",
        origin: "approvals:case-7",
        note: "建筑工程施工许可证核发",
      },
    ]);
    expect(view.next.find(({ move }) => move === "startConstruction")?.missing).toEqual(["missing:task-force"]);
    await tell(RESULT_DELIVERED, { ...result, evidenceKind: "acceptance", number: "备〔2026〕3号" });
    const rows = await at.database.tamper("select kind from project_evidence where project_id = $1 order by id", [id]);
    expect(rows.map((row) => row["kind"])).toEqual(["construction-permit", "acceptance"]);
  });

  test("决定撤销：凭证留在册上并写明失效，门槛不再认它；重复告知只记一次", async () => {
    const id = await at.project(promotion, { leasedPlant: true });
    const delivered = {
      projectId: id,
      evidenceKind: "construction-permit",
      number: "施〔2026〕20号",
      datedOn: "2026-06-25",
      caseId: "case-20",
      title: "建筑工程施工许可证核发",
    };
    await tell(RESULT_DELIVERED, delivered);
    const revoked = { caseId: "case-20", projectId: id, on: "2026-06-29", because: "承诺不实且逾期未整改" };
    await tell(RESULT_REVOKED, revoked);
    await tell(RESULT_REVOKED, { ...revoked, because: "再说一次" });
    // Told late, a delivery does not bring back what was withdrawn.
    await tell(RESULT_DELIVERED, delivered);
    const view = await at.call<{
      readonly evidence: readonly Record<string, unknown>[];
      readonly next: readonly { readonly move: string; readonly missing: readonly string[] }[];
    }>(promotion, "openProject", { id });
    expect(view.evidence).toMatchObject([{ number: "施〔2026〕20号", withdrawn: { on: "2026-06-29", because: "承诺不实且逾期未整改" } }]);
    expect(view.next.find(({ move }) => move === "startConstruction")?.missing).toContain("missing:construction-permit");
    const journal = await at.database.tamper("select subject from journal_entry where operation = 'projects.withdrawEvidence'");
    expect(journal).toEqual([{ subject: `project:${id}` }]);
    expect(await at.database.tamper("select payload->>'projectId' project from outbox where kind = 'projects.evidence-withdrawn'")).toEqual(
      [{ project: id }],
    );
    const other = await at.project(promotion, {});
    await tell(RESULT_REVOKED, { caseId: "case-unknown", projectId: other, on: "2026-06-29", because: "没有凭证" });
    expect(await waiting()).toEqual([]);
  });

  test("没有这个项目、种类不认得：说清，不附", async () => {
    const before = (await refused()).length;
    const base = { number: "1", datedOn: "2026-06-25", caseId: "c", title: "x" };
    await tell(RESULT_DELIVERED, { ...base, projectId: randomUUID(), evidenceKind: "acceptance" });
    await tell(RESULT_DELIVERED, { ...base, projectId: randomUUID(), evidenceKind: "blessing" });
    expect((await refused()).slice(before).map(({ code }) => code)).toEqual(["projects.no-such-project", "projects.event-malformed"]);
    expect(await waiting()).toEqual([]);
  });
});
