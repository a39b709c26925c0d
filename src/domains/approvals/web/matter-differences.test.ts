import { describe, expect, test } from "vitest";
import { Matter } from "#domains/approvals/contract/matter.ts";
import { matterDifferences } from "#domains/approvals/web/matter-differences.ts";

const words = (zh: string) => ({ zh, en: `${zh.length}` });
const material = (key: string, zh: string, rest: object = {}) => ({ key, name: { zh, en: key }, need: "mandatory", ...rest });
const matter = (change: object = {}): Matter =>
  Matter.parse({
    code: "construction-permit",
    name: words("建筑工程施工许可"),
    stage: "construction",
    kind: "licence",
    authority: "市住建局",
    department: "建设管理局",
    legal: { length: 20, unit: "workday", source: "行政许可法第四十二条" },
    promised: { length: 7, unit: "workday", source: "承诺" },
    pauses: [{ reason: "听证", most: 20, source: "行政许可法第四十五条" }],
    extension: null,
    materials: [material("land", "土地证明"), material("plan", "规划许可证")],
    reviews: [],
    fee: null,
    result: null,
    source: "建筑法第七条",
    ...change,
  });

describe("事项两个版本的比较", () => {
  test("相同的版本没有差别", () => expect(matterDifferences(matter(), matter(), "zh")).toEqual([]));

  test("期限变了，只说期限", () => {
    const after = matter({ promised: { length: 5, unit: "workday", source: "承诺" } });
    expect(matterDifferences(matter(), after, "zh")).toEqual([{ path: ["promised", "length"], before: "7", after: "5" }]);
  });

  test("材料按名称对应：插入一项不牵动其他", () => {
    const after = matter({
      materials: [material("safety", "安全措施"), material("land", "土地证明", { deferrable: true }), material("plan", "规划许可证")],
    });
    const found = matterDifferences(matter(), after, "zh");
    expect(found).toContainEqual({ path: ["materials", "土地证明", "deferrable"], before: "false", after: "true" });
    expect(found.filter(({ path }) => path[1] === "规划许可证")).toEqual([]);
    expect(found.filter(({ path }) => path[1] === "安全措施").every(({ before }) => before === null)).toBe(true);
  });

  test("从无到有、从有到无都说得出", () => {
    const extension = { length: 10, source: "行政许可法第四十二条第一款" };
    expect(matterDifferences(matter(), matter({ extension }), "zh")).toContainEqual({
      path: ["extension", "length"],
      before: null,
      after: "10",
    });
    expect(matterDifferences(matter(), matter({ promised: null }), "zh")).toContainEqual({
      path: ["promised", "length"],
      before: "7",
      after: null,
    });
  });
});
