import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureSample } from "#apps/server/sample-zone.ts";
import { createTestServer, type TestServer } from "#apps/test-server.ts";
import type { ReportCardState } from "#domains/economy/contract/report-card.ts";
import { localAdministrator } from "#kernel/server/access.ts";
import type { SessionDoor } from "#kernel/server/operation-context.ts";
import { isWaiting, SAMPLE_ARTICLES } from "../../../sample/articles.ts";
import { SAMPLE_PLAN } from "../../../sample/plan.ts";
import type { ReplyOf, SampleOperation, SentTo } from "../../../sample/step.ts";
import { SAMPLE_ZONE } from "../../../sample/zone.ts";

let place: TestServer;

/** Reads as the administrator of the machine, through the operations. */
async function ask<Name extends SampleOperation>(operation: Name, input: SentTo<Name>): Promise<ReplyOf<Name>> {
  const { platform } = place.runtime;
  const mounted = platform.operations.find((one) => `${one.domain}.${one.name}` === operation);
  if (mounted === undefined) throw new Error(`no operation ${operation}`);
  const actor = localAdministrator(SAMPLE_ZONE.id, platform.permissions);
  const caller = { actor, businessDate: SAMPLE_ZONE.businessDate, language: "zh" as const, from: "test", sessions: {} as SessionDoor };
  return (await platform.execute(mounted, input, caller)) as never;
}

beforeAll(async () => {
  place = await createTestServer();
  await ensureSample(place.runtime);
  await place.worker.drain();
}, 300_000);
afterAll(async () => place?.close());

describe("示范园区载入之后", () => {
  test("the loading went through to its last step", async () => {
    const rows = await place.database.tamper("select state, done::text, failure from job where kind = 'sample.load'");
    expect(rows).toEqual([{ state: "done", done: String(SAMPLE_PLAN.length), failure: null }]);
  });

  test("早先的文档已审完，最新的十篇待审", async () => {
    const { items } = await ask("intelligence.listDocuments", { limit: 200 });
    const pasted = SAMPLE_PLAN.filter(({ operation }) => operation === "intelligence.ingestText");
    expect(items.length).toBe(SAMPLE_ARTICLES.length + pasted.length);
    const waiting = items.filter(({ state }) => state === "review");
    expect(waiting.map(({ published }) => published).toSorted()).toEqual(
      SAMPLE_ARTICLES.filter(isWaiting)
        .map(({ published }) => published)
        .toSorted(),
    );
    expect(items.filter(({ state }) => state !== "review" && state !== "reviewed")).toEqual([]);
    expect(waiting.reduce((sum, { proposals }) => sum + proposals.open, 0)).toBeGreaterThan(100);
    expect(items.filter(({ proposals }) => proposals.rejected > 0).length).toBeGreaterThan(3);
  });

  test("一处冲突待裁定，数处已裁定，两组同题报道", async () => {
    const open = await ask("intelligence.listConflicts", { resolved: false });
    const values = open.items.filter(({ code }) => code === "exports").flatMap(({ sides }) => sides.map(({ value }) => Number(value)));
    expect(new Set(values)).toEqual(new Set([111.4, 114.1]));
    const resolved = await ask("intelligence.listConflicts", { resolved: true });
    expect(resolved.items.map(({ code }) => code)).toContain("retail-sales");
    const { items } = await ask("intelligence.listStories", {});
    expect(items.length).toBe(2);
  });

  test("四张成绩单各在其位", async () => {
    const { items } = await ask("economy.listReportCards", {});
    const states: Record<string, ReportCardState> = Object.fromEntries(items.map(({ period, state }) => [period, state]));
    expect(states).toEqual({ "2025": "PUBLISHED", "2025H1": "REVISED", "2026Q1": "APPROVED", "2026H1": "DRAFT" });
    for (const { id, period } of items) {
      const { card } = await ask("economy.openReportCard", { id });
      expect(card.conflicts, period).toEqual([]);
      expect(card.stale, period).toBe(false);
      expect(
        card.checks.filter(({ ok, severity }) => ok === false && severity === "error"),
        period,
      ).toEqual([]);
      expect(card.figures.length, period).toBeGreaterThanOrEqual(period === "2026H1" ? 4 : 30);
    }
  });
});

describe("示范园区的审批", () => {
  test("几百件办件，各种状态、两个版本", async () => {
    const rows = await place.database.tamper("select state, count(*)::int n from approval_case group by state");
    expect(new Set(rows.map((row) => row["state"]))).toEqual(
      new Set(["SUBMITTED", "SUPPLEMENT", "ACCEPTED", "REVIEWING", "SUSPENDED", "DECIDED", "DELIVERED", "WITHDRAWN", "TERMINATED"]),
    );
    expect(rows.reduce((sum, row) => sum + Number(row["n"]), 0)).toBeGreaterThan(500);
    const versions = await place.database.tamper("select distinct matter_version v from approval_case order by 1");
    expect(versions).toEqual([{ v: 1 }, { v: 2 }]);
    const { counts } = await ask("approvals.caseDesk", { limit: 1 });
    expect(Math.min(counts.near, counts.late, counts.over, counts.suspended)).toBeGreaterThan(0);
  });

  test("承诺：待核查、属实、不实待整改、已撤销；撤销的申请人不再适用承诺", async () => {
    const { items } = await ask("approvals.listCommitments", {});
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(["PENDING", "VERIFIED", "FALSE", "REVOKED"]));
    const excluded = await ask("approvals.listExclusions", {});
    expect(excluded.items.map(({ enterprise }) => enterprise).toSorted()).toEqual(
      ["岚州汇聘人力资源有限公司", "岚州聚才人力资源有限公司"].toSorted(),
    );
  });

  test("容缺：待补、已补、逾期，逾期的自动终止并写明规则", async () => {
    const { items } = await ask("approvals.listDeferrals", {});
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(["OPEN", "SUPPLIED", "LAPSED"]));
    const automatic = await place.database.tamper("select distinct move from approval_step where automatic is not null order by 1");
    expect(automatic.map((row) => row["move"])).toEqual(expect.arrayContaining(["deemAccepted", "deemRenewed", "lapse", "silentOpinion"]));
    // Silence renewed what the law says and granted nothing else.
    const granted = await place.database.tamper(
      "select distinct s.move, m.content ->> 'kind' kind from approval_step s join approval_case c on c.zone_id = s.zone_id and c.id = s.case_id join approval_matter m on m.zone_id = c.zone_id and m.code = c.matter_code and m.version = c.matter_version where s.automatic is not null and s.to_state = 'DECIDED' and s.from_state <> 'DECIDED'",
    );
    expect(granted).toEqual([{ move: "deemRenewed", kind: "renewal" }]);
  });

  test("一件事：办结、补偿中、办理中；更名的银行账户未办成，执照和印章不退回", async () => {
    const { items } = await ask("approvals.listPackages", {});
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(["DONE", "COMPENSATING", "RUNNING"]));
    const half = items.find(({ state }) => state === "COMPENSATING");
    const view = await ask("approvals.openPackage", { id: half?.id ?? "" });
    expect(view.children.map(({ state }) => state)).toEqual(["granted", "granted", "failed"]);
    expect(view.compensations.map(({ matter, state }) => [matter, state]).toSorted()).toEqual([
      ["name-change", "OPEN"],
      ["seal-change", "DONE"],
    ]);
  });

  test("开工前审批从三四个月压缩到三十天左右", async () => {
    const { links } = await ask("approvals.chainOverview", {});
    const approvals = links.find(({ kind }) => kind === "approvals");
    expect(approvals?.medianBefore).toBeGreaterThanOrEqual(60);
    expect(approvals?.medianBefore).toBeLessThanOrEqual(88);
    expect(approvals?.medianWorkdays).toBeGreaterThanOrEqual(15);
    expect(approvals?.medianWorkdays).toBeLessThanOrEqual(26);
  });

  test("送达的施工许可成了项目的凭证", async () => {
    const rows = await place.database.tamper(
      "select count(*)::int n from project_evidence where kind = 'construction-permit' and origin like 'approvals:%'",
    );
    expect(Number(rows[0]?.["n"])).toBeGreaterThan(100);
  });
});
