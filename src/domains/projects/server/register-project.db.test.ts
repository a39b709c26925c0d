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

describe("修改登记", () => {
  const NAMED = ["department_id", "owner_id", "leader_id", "uscc", "parcel", "longitude", "latitude"] as const;
  const rowOf = (id: string) =>
    at.database.uow.run(promotion, { readOnly: true }, (tx) =>
      tx
        .selectFrom("project")
        .select([...NAMED, "place", "version"])
        .where("id", "=", id)
        .executeTakeFirstOrThrow(),
    );

  test("责任人、领导、部门、信用代码、地块和经纬度可以填上，也可以清空；没有提到的不动", async () => {
    const id = await at.project(promotion, { place: "科创一路1号" }, "2025-03-10");
    const said = {
      ownerId: promotion.id,
      leaderId: promotion.id,
      uscc: "91350100M000100Y43",
      parcel: "YL-A-10",
      longitude: 104.045023,
      latitude: 30.788825,
    };
    await at.call(promotion, "editProject", { id, version: (await rowOf(id)).version, ...said });
    expect(await rowOf(id)).toMatchObject({ owner_id: promotion.id, uscc: said.uscc, parcel: said.parcel, place: "科创一路1号" });
    const emptied = { departmentId: null, ownerId: null, leaderId: null, uscc: "", parcel: "", longitude: null, latitude: null };
    await at.call(promotion, "editProject", { id, version: (await rowOf(id)).version, ...emptied });
    const after = await rowOf(id);
    expect(NAMED.map((field) => after[field])).toEqual(NAMED.map(() => null));
    expect(after.place).toBe("科创一路1号");
  });

  test("经度清空、纬度还在：不收", async () => {
    const id = await at.project(promotion, { longitude: 104.1, latitude: 30.7 }, "2025-03-10");
    const { version } = await rowOf(id);
    await expect(at.call(promotion, "editProject", { id, version, longitude: null })).rejects.toMatchObject({
      code: "projects.place-incomplete",
    });
  });
});

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
