import { describe, expect, test } from "vitest";
import { type Comparable, findDuplicates, likenessOf } from "#domains/promotion/rules/lead-duplicates.ts";
import { leadNameKey, partyKeyOf, partyNameKey } from "#domains/promotion/rules/lead-keys.ts";

const lead = (id: string, projectName: string, party: string, identifier: string | null = null): Comparable => ({
  id,
  projectName,
  party,
  nameKey: leadNameKey(projectName),
  partyKey: partyKeyOf({ kind: identifier === null ? "provisional" : "enterprise", name: party, identifier, country: "" }),
  partyNameKey: partyNameKey(party),
});

describe("同一项目不同写法", () => {
  test.each([
    ["碳化硅外延片项目", "碳化硅 外延片（项目）"],
    ["碳化硅外延片生产基地项目", "碳化硅外延片"],
    ["ＳｉＣ外延片项目", "SiC外延片"],
    ["碳化硅外延片二期项目", "碳化硅外延片建设项目"],
  ])("%s ＝ %s", (one, other) => expect(leadNameKey(one)).toBe(leadNameKey(other)));

  test.each([
    ["碳化硅外延片项目", "氮化镓外延片项目"],
    ["项目", "基地"],
  ])("%s ≠ %s", (one, other) => expect(leadNameKey(one)).not.toBe(leadNameKey(other)));

  test("投资方：有码按码，境外按国别和标识，没有码按去掉组织形式的名称", () => {
    expect(partyNameKey("岚州芯曜微电子有限公司")).toBe(partyNameKey("岚州芯曜微电子股份有限公司"));
    const foreign = (country: string) => partyKeyOf({ kind: "foreign", name: "Nordlicht GmbH", identifier: "HRB 1234", country });
    expect(foreign("德国")).not.toBe(foreign("奥地利"));
    expect(partyKeyOf({ kind: "enterprise", name: "甲", identifier: "91500000MAXX000157", country: "" })).toBe("uscc:91500000MAXX000157");
  });
});

describe("疑似重复有分数和说明", () => {
  const code = "91500000MAXX000157";
  test.each([
    [
      "同一投资方同名",
      lead("a", "碳化硅外延片项目", "芯曜", code),
      lead("b", "碳化硅外延片", "芯曜公司", code),
      100,
      ["same-party", "same-name"],
    ],
    [
      "同名项目两个投资方名称",
      lead("a", "碳化硅外延片项目", "芯曜微电子有限公司"),
      lead("b", "碳化硅外延片项目", "芯曜半导体有限公司"),
      60,
      ["same-name"],
    ],
  ] as const)("%s", (_, one, other, score, reasons) => {
    const found = likenessOf(one, other);
    expect(found?.score).toBe(score);
    expect(found?.reasons.map((reason) => reason.code)).toEqual(reasons);
    for (const reason of found?.reasons ?? []) expect(reason.zh).not.toBe(reason.en);
  });

  test("没有代码的两家只因名称相近算作一方，说明里写出两个名称", () => {
    const found = likenessOf(lead("a", "碳化硅外延片项目", "芯曜有限公司"), lead("b", "碳化硅外延片项目", "芯曜股份有限公司"));
    expect(found?.reasons[0]?.zh).toBe("投资方还没有代码，名称去掉组织形式后相同：芯曜有限公司／芯曜股份有限公司");
    expect(likenessOf(lead("a", "外延片项目", "芯曜", code), lead("b", "外延片项目", "芯曜集团", code))?.reasons[0]?.zh).toBe(
      "投资方相同：芯曜",
    );
  });

  test("同一投资方、名称相近的在其间；不相干的不提", () => {
    const near = likenessOf(lead("a", "碳化硅外延片及晶圆项目", "芯曜", code), lead("b", "碳化硅外延片晶圆项目", "芯曜", code));
    expect(near?.score).toBeGreaterThan(60);
    expect(near?.score).toBeLessThan(100);
    expect(likenessOf(lead("a", "碳化硅外延片项目", "芯曜", code), lead("b", "人才公寓项目", "芯曜", code))).toBeUndefined();
    expect(likenessOf(lead("a", "储能电池", "芯曜"), lead("b", "晶圆减薄", "澜测"))).toBeUndefined();
    // 三个字以下的名称人人会用，不凭它认定。
    expect(likenessOf(lead("a", "总部", "芯曜"), lead("b", "总部", "澜测"))).toBeUndefined();
  });

  test("每一对只说一次，已认定不同的不再提，最像的在前", () => {
    const leads = [
      lead("a", "碳化硅外延片项目", "芯曜", code),
      lead("b", "碳化硅外延片", "芯曜", code),
      lead("c", "碳化硅外延片项目", "澜测有限公司"),
    ];
    const all = findDuplicates(leads, () => false);
    expect(all.map(({ one, other, likeness }) => [one.id, other.id, likeness.score])).toEqual([
      ["a", "b", 100],
      ["a", "c", 60],
      ["b", "c", 60],
    ]);
    expect(findDuplicates(leads, (one, other) => [one, other].includes("c"))).toHaveLength(1);
  });
});
