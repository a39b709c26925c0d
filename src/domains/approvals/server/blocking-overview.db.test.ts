import { afterAll, beforeAll, expect, test } from "vitest";
import { caseColumns } from "#domains/approvals/contract/case-columns.ts";
import { DEFAULT_ALERT, nearUntil } from "#domains/approvals/rules/case-alert.ts";
import { standingNow, standingOn } from "#domains/approvals/server/blocking-overview.ts";
import { createTestApprovals, type TestApprovals } from "#domains/approvals/server/test-approvals.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import { SAMPLE_MATTERS } from "../../../../sample/matters.ts";
import { pastCaseRows } from "../../../../sample/past-cases.ts";

let at: TestApprovals;
let head: Actor;
/** Other cases than the sample's, of the same kind. */
const SEED = 20_260_101;

beforeAll(async () => {
  at = await createTestApprovals();
  head = await at.person("department_head");
  for (const matter of SAMPLE_MATTERS) await at.matter(matter);
  const lines = [
    caseColumns.map(({ head: column }) => column.zh),
    ...pastCaseRows(SEED).map((cells) => caseColumns.map(({ key }) => (key === "project" ? "" : (cells[key] ?? "")))),
  ];
  const bytes = new TextEncoder().encode(lines.map((cells) => cells.join(",")).join("\n"));
  const { imported } = await at.call<{ imported: number }>(head, "importCases", {}, { files: [{ name: "cases.csv", bytes }] });
  expect(imported).toBeGreaterThan(400);
}, 120_000);
afterAll(() => at.database.close());

test.each(["2026-06-30", "2026-07-01", "2026-07-20", "2026-10-09"] as LocalDate[])(
  "%s 卡在谁那里：按办件行上记下的读，与逐件从历程推算的一样",
  async (today) => {
    const [now, twin] = await at.database.uow.run(head, { readOnly: true }, async (tx) => {
      const calendar = await loadCalendar(tx);
      const near = nearUntil(DEFAULT_ALERT, calendar, today);
      return [await standingNow(tx, calendar, near, today), await standingOn(tx, calendar, near, today, today)] as const;
    });
    expect(new Set(now.map(({ waits }) => waits[0]?.who)).size).toBeGreaterThan(2);
    expect(now).toEqual(twin.filter(({ waits }) => waits.length > 0));
    const { items } = await at.call<{ items: { caseIds: string[]; cases: number; late: number }[] }>(
      head,
      "blockingOverview",
      {},
      { today },
    );
    expect(items.reduce((all, { cases }) => all + cases, 0)).toBe(now.reduce((all, { waits }) => all + waits.length, 0));
  },
);
