import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestProjects, type TestProjects } from "#domains/projects/server/test-projects.ts";
import { approvalStanding, projectStanding } from "#domains/workbench/server/standing.ts";
import { localDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";

let at: TestProjects;
let leader: Actor;
const today = localDate("2026-06-30");
const look = (zoneId = at.database.zoneId) =>
  at.database.uow.run(at.database.actor("leadership", { zoneId }), { readOnly: true }, async (tx) => ({
    projects: await projectStanding(tx, today),
    approvals: await approvalStanding(tx, today),
  }));

beforeAll(async () => {
  at = await createTestProjects();
  leader = await at.person("leadership");
});
afterAll(() => at.database.close());

describe("项目与审批的总体情况", () => {
  test("颜色按最近一次记录计数，一周内转红的另计，红灯写明理由", async () => {
    const promotion = await at.person("promotion");
    const force = await at.person("task_force");
    await at.project(promotion, { plan: [{ kind: "start", plannedOn: "2026-02-10" as never }] }, "2025-03-10");
    const later = await at.project(
      promotion,
      { plan: [{ kind: "start", plannedOn: "2026-09-10" as never }], ownerId: force.id },
      "2025-03-10",
    );
    const duty = { id: later, kind: "duty", title: "协调供电", ownerId: force.id, dueOn: "2026-06-20" };
    await at.call(force, "addTask", duty, { today: "2026-06-10" });
    await at.call(leader, "recolour", {}, { today: "2026-06-30" });
    const { projects } = await look();
    expect(projects.counts).toEqual({ red: 1, yellow: 1, blue: 0, green: 0 });
    expect(projects.turnedRed).toBe(1);
    expect(projects.worst[0]?.reasons[0]?.zh).toBe("超过计划开工月4个月未开工");
    expect(projects.overdue).toEqual([{ name: expect.stringMatching(/^task_force-/), tasks: 1, replies: 0 }]);
  });

  test("在办的件按承诺日和法定日分开：临期、超承诺、超法定；办结的不算", async () => {
    const zone = at.database.zoneId;
    await at.database.tamper(
      "insert into approval_matter (zone_id, code, version, effective_on, content, reason, changed_on, by, by_name) values ($1, 'permit', 1, '2020-01-01', '{}', '初版', '2020-01-01', 'x', 'x')",
      [zone],
    );
    const cases = [
      ["ACCEPTED", "2026-07-02", "2026-07-20"],
      ["REVIEWING", "2026-06-20", "2026-07-20"],
      ["SUSPENDED", "2026-06-01", "2026-06-29"],
      ["REVIEWING", "2026-08-20", "2026-09-20"],
      ["DELIVERED", "2026-06-01", "2026-06-10"],
    ] as const;
    for (const [place, [state, promised, legal]] of cases.entries())
      await at.database.tamper(
        `insert into approval_case (zone_id, id, number, matter_code, matter_version, enterprise_name, title, access_hash, state, applicant_id, drafted_on, promised_due_on, legal_due_on)
         values ($1, $2, $3, 'permit', 1, '某企业', '施工许可', 'x', $4, 'x', '2026-05-01', $5, $6)`,
        [zone, randomUUID(), `SP${place}`, state, promised, legal],
      );
    const { approvals } = await look();
    expect(approvals).toEqual({ open: 4, near: 1, late: 1, over: 1, departments: [{ name: "–", open: 4, late: 2 }] });
  });

  test("别的园区一件也看不到", async () => {
    const other = await look(at.database.otherZoneId);
    expect(other.projects).toEqual({ counts: { red: 0, yellow: 0, blue: 0, green: 0 }, turnedRed: 0, worst: [], overdue: [] });
    expect(other.approvals).toEqual({ open: 0, near: 0, late: 0, over: 0, departments: [] });
  });
});
