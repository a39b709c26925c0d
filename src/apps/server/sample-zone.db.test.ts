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
  // What waits until a burst of events has passed.
  await place.database.tamper("update job set run_after = now() where state = 'queued'");
  await place.worker.drain();
}, 300_000);
afterAll(async () => place?.close());

describe("示范园区载入之后", () => {
  test("the loading went through to its last step", async () => {
    const rows = await place.database.tamper("select state, done::text from job where kind = 'sample.load'");
    expect(rows).toEqual([{ state: "done", done: String(SAMPLE_PLAN.length) }]);
  });

  test("早先的文档已审完，最新的十篇待审", async () => {
    const { items } = await ask("intelligence.listDocuments", { limit: 200 });
    // And one that a person pasted, which the register contradicts.
    expect(items.length).toBe(SAMPLE_ARTICLES.length + 1);
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

  test("台账的数字成了指标，三处与文档不一致待核实", async () => {
    const facts = await ask("economy.listFacts", { period: "2026H1", code: "projects-building", status: "accepted" });
    expect(facts.items.map(({ origin, value }) => [origin, value]).toSorted()).toEqual([
      ["rows", "197"],
      ["rows", "201"],
    ]);
    const { items } = await ask("projects.listRegisterConflicts", { state: "OPEN" });
    expect(items.map(({ field }) => field).toSorted()).toEqual(["amount", "stage", "stage"]);
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
