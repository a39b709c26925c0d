import { describe, expect, test } from "vitest";
import { approvalsOperations } from "#domains/approvals/contract/approvals-operations.ts";
import { chainOperations } from "#domains/chain/contract/chain-operations.ts";
import { economyOperations } from "#domains/economy/contract/economy-operations.ts";
import type { Figure } from "#domains/intelligence/contract/extraction.ts";
import { intelligenceOperations, type Proposal } from "#domains/intelligence/contract/intelligence-operations.ts";
import { projectsOperations } from "#domains/projects/contract/projects-operations.ts";
import { promotionOperations } from "#domains/promotion/contract/promotion-operations.ts";
import { registryOperations } from "#domains/registry/contract/registry-operations.ts";
import type { OperationTable } from "#kernel/contract.ts";
import { SAMPLE_ARTICLES } from "./articles.ts";
import { SAMPLE_PLAN } from "./plan.ts";
import { decisionOn } from "./review-decisions.ts";
import type { SampleWorld } from "./step.ts";
import { SAMPLE_PEOPLE, SAMPLE_ZONE } from "./zone.ts";

const tables: Readonly<Record<string, OperationTable>> = {
  intelligence: intelligenceOperations,
  economy: economyOperations,
  promotion: promotionOperations,
  projects: projectsOperations,
  approvals: approvalsOperations,
  registry: registryOperations,
  chain: chainOperations,
};
const operationOf = (name: string) => {
  const [domain = "", operation = ""] = name.split(".");
  return tables[domain]?.[operation];
};

/** A zone in which nothing has happened yet. */
const emptyWorld: SampleWorld = {
  ask: async () => ({ items: [], layers: [], corrections: [], profile: null, next: null, total: 0 }) as never,
};

describe("载入计划", () => {
  test("every step is a command of a table, taken by a user of the zone under a name of its own", () => {
    const users = new Set(SAMPLE_PEOPLE.map(({ username }) => username));
    for (const { as, operation } of SAMPLE_PLAN) {
      expect(users.has(as), as).toBe(true);
      expect(operationOf(operation)?.kind, operation).toBe("command");
    }
    expect(new Set(SAMPLE_PLAN.map(({ name }) => name)).size).toBe(SAMPLE_PLAN.length);
  });

  test("every document comes in once, and files only go where files are taken", async () => {
    const names: string[] = [];
    for (const { operation, files } of SAMPLE_PLAN) {
      const given = await files?.();
      const upload = operationOf(operation)?.upload;
      if (upload?.optional !== true) expect(given !== undefined, operation).toBe(upload !== undefined);
      if (operation === "intelligence.ingest") names.push(...(given ?? []).map((file) => file.name));
    }
    expect(names.toSorted()).toEqual(SAMPLE_ARTICLES.map(({ file }) => file).toSorted());
  });

  test("in an empty zone each step either has an input that its operation takes, or nothing to do", async () => {
    const without: string[] = [];
    for (const step of SAMPLE_PLAN) {
      const input = await step.input(emptyWorld);
      if (input === undefined) without.push(step.operation);
      else expect(operationOf(step.operation)?.input.safeParse(input).success, step.name).toBe(true);
    }
    expect(without.length).toBeGreaterThan(0);
    expect(without.filter((operation) => operation === "intelligence.ingest" || operation === "economy.importFacts")).toEqual([]);
  });

  test("a card moves on days that follow each other, after the sources it quotes, and none lies ahead of the zone's day", () => {
    const days = SAMPLE_PLAN.flatMap(({ operation, on }) => (operation.includes("ReportCard") ? [on ?? SAMPLE_ZONE.businessDate] : []));
    expect(days).toEqual(days.toSorted());
    expect(days.at(-1)).toBe(SAMPLE_ZONE.businessDate);
    const published = SAMPLE_PLAN.filter(({ operation }) => operation === "economy.publishReportCard");
    expect(published.map(({ name, on }) => [name, on])).toEqual([
      ["发布2025H1成绩单", "2025-08-12"],
      ["发布2025H1成绩单（修订）", "2025-10-20"],
      ["发布2025成绩单", "2026-03-05"],
    ]);
  });

  test("who drafts and checks does not approve: statistics, then the head, then the leader", () => {
    const as = (operation: string) => new Set(SAMPLE_PLAN.filter((step) => step.operation === operation).map((step) => step.as));
    expect(as("economy.checkReportCard")).toEqual(new Set(["statistics"]));
    expect(as("economy.approveReportCard")).toEqual(new Set(["head"]));
    expect(as("economy.publishReportCard")).toEqual(new Set(["leader"]));
  });
});

const figure = (more: Partial<Figure>): Proposal => ({
  type: "figure",
  id: "0199c000-0000-7000-8000-0000000000f1",
  status: "proposed",
  decidedBy: null,
  decidedAt: null,
  reason: null,
  conflictId: null,
  finding: {
    quote: "出口128.8亿元",
    spans: [{ start: 0, end: 9 }],
    confidence: 0.8,
    rule: "level",
    article: 0,
    indicator: "出口总额",
    code: "exports",
    value: "128.8",
    unit: "亿元",
    approximation: "exact",
    period: "2025H1",
    basis: "cumulative",
    region: "云岭高新区",
    yoyPct: "8.7",
    growthBase: "last-year",
    comparison: null,
    scope: "region",
    kind: "actual",
    repeated: false,
    ...more,
  },
});

describe("审核意见", () => {
  test.each([
    ["与定报一致", figure({}), "accept"],
    ["数值与定报不符", figure({ value: "182.8" }), "reject"],
    ["增速与定报不符", figure({ yoyPct: "7.8" }), "reject"],
    ["只发布增速的指标读出了总量", figure({ code: "fixed-investment", value: "10", yoyPct: null }), "reject"],
    ["全市数误归园区", figure({ value: "309.8", yoyPct: "5.8" }), "reject"],
    ["没有期间", figure({ code: null, period: null }), "reject"],
    [
      "年份不明且与定报对得上",
      figure({ period: "?H1", code: "technology-contracts", value: "14.9", unit: "%", yoyPct: "14.9" }),
      "correct",
    ],
    ["目标数", figure({ kind: "target", value: "999" }), "accept"],
    ["定报中没有、来源之间不一致", { ...figure({ code: "orders", value: "3" }), conflictId: "c" }, "reject"],
  ] as const)("%s", (_, proposal, decision) => {
    expect(decisionOn(proposal, "一季度数据").decision).toBe(decision);
  });

  test("企业报道中没有主语的数据归该企业", () => {
    const ownerless = figure({ code: "employees", value: "1260", unit: "人", yoyPct: null, region: null });
    expect(decisionOn(ownerless, "走进云岭芯曜微电子")).toMatchObject({
      decision: "correct",
      correction: { region: "云岭芯曜微电子有限公司", scope: "company" },
    });
    expect(decisionOn(ownerless, "园区见闻").decision).toBe("reject");
  });
});
