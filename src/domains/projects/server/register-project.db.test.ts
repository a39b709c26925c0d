import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import { createTestProjects, type TestProjects } from "#domains/projects/server/test-projects.ts";
import type { Actor } from "#kernel/policy.ts";

let at: TestProjects;
let promotion: Actor;
beforeAll(async () => {
  at = await createTestProjects();
  promotion = await at.person("promotion");
});
afterAll(() => at.database.close());

const draft = {
  name: "功率器件封测项目",
  enterprise: "云岭芯曜微电子有限公司",
  category: "industry",
  plannedTotalYuan: "600000000",
  contractNumber: "云高新招〔2026〕7号",
  signedOn: "2026-02-03",
  plan: [
    { kind: "start", plannedOn: "2026-05-01" },
    { kind: "complete", plannedOn: "2027-03-01" },
  ],
};

describe("登记项目", () => {
  test("登记一次，编号按签约年份，签约即第一步，计划日期自签约日起算", async () => {
    const { id, code } = await at.call<{ id: string; code: string }>(promotion, "registerProject", draft);
    expect(code).toBe("XM-2026-0001");
    const [record] = await at.database.uow.run(promotion, { readOnly: true }, (tx) => loadProjectRecords(tx, { ids: [id] }));
    expect(record).toMatchObject({
      name: draft.name,
      steps: [{ move: "sign", to: "SIGNED", on: "2026-02-03" }],
      plans: [
        { kind: "complete", plannedOn: "2027-03-01", effectiveOn: "2026-02-03" },
        { kind: "start", plannedOn: "2026-05-01" },
      ],
      actuals: [{ kind: "sign", actualOn: "2026-02-03" }],
    });
  });

  test("两个部门登记同一个项目：说明是谁、何时、什么编号", async () => {
    const other = await at.person("task_force");
    await expect(at.call(other, "registerProject", { ...draft, name: "功率器件 封测（项目）" })).rejects.toMatchObject({
      code: "projects.registered-already",
      params: { code: "XM-2026-0001", on: "2026-06-30" },
    });
  });

  test.each([
    [{ uscc: "91350100M000100Y44" }, "projects.uscc"],
    [{ longitude: 106.5 }, "projects.place-incomplete"],
    [{ plan: [{ kind: "complete", plannedOn: "2026-01-01" }] }, "projects.order-of-dates"],
    [{ plannedTotalYuan: "0" }, "input.invalid"],
    [{ plannedTotalYuan: "-5" }, "input.invalid"],
  ])("%j 被拒绝：%s", async (wrong, code) => {
    await expect(at.call(promotion, "registerProject", { ...draft, name: `另一个${code}`, ...wrong })).rejects.toMatchObject({ code });
  });

  test("统计岗不能登记", async () => {
    const statistics = await at.person("statistics");
    await expect(at.call(statistics, "registerProject", { ...draft, name: "无权" })).rejects.toMatchObject({ kind: "forbidden" });
  });
});
