import { describe, expect, test } from "vitest";
import { changedOnly, EMPTY_DRAFT, readDraft, readPlan } from "#domains/projects/web/project-draft.ts";

const draft = { ...EMPTY_DRAFT, name: "封测项目", enterprise: "甲公司", amount: "60000", contractNumber: "号1" };

describe("登记表", () => {
  test("万元写的，元送出去；没选的人和没填的经纬度不送", () => {
    const reading = readDraft(draft);
    expect(reading).toMatchObject({ ok: true, said: { plannedTotalYuan: "600000000", category: "industry", level: "ordinary" } });
    if (!reading.ok) throw new Error("expected to read");
    for (const field of ["ownerId", "leaderId", "departmentId", "longitude", "latitude"]) expect(reading.said).not.toHaveProperty(field);
  });

  test.each(["", "0", "-5", "六亿", "1e9"])("计划总投资写“%s”：说明应怎样写", (amount) => {
    expect(readDraft({ ...draft, amount })).toMatchObject({ ok: false, problem: { zh: expect.stringContaining("大于 0") } });
  });

  test("经度写了字", () => {
    expect(readDraft({ ...draft, longitude: "东经", latitude: "29" })).toMatchObject({ ok: false });
    expect(readDraft({ ...draft, longitude: "106.5", latitude: "29.6" })).toMatchObject({
      ok: true,
      said: { longitude: 106.5, latitude: 29.6 },
    });
  });

  test("没改的不送：遮盖的电话不会写回去", () => {
    const before = { name: "甲", contactPhone: "138****0001", parcel: "A-1" };
    expect(changedOnly({ ...before, parcel: "" }, before)).toEqual({ parcel: "" });
    expect(changedOnly(before, before)).toEqual({});
  });

  test("清空了的责任人、部门和经纬度以空送出去，没有动的不送", () => {
    const before = { name: "甲", ownerId: "1", departmentId: "2", longitude: 106.5, latitude: 29.6 };
    expect(changedOnly<Partial<typeof before>>({ name: "甲", departmentId: "2" }, before)).toEqual({
      ownerId: null,
      longitude: null,
      latitude: null,
    });
  });

  test("计划日期只送填了的", () => {
    expect(readPlan({ start: "2026-09-01", complete: "", produce: "2027-02-30" })).toEqual([{ kind: "start", plannedOn: "2026-09-01" }]);
  });
});
