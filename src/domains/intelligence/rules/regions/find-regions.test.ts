import { expect, test } from "vitest";
import { findArticleRegion, resolveRegion } from "#domains/intelligence/rules/regions/article-region.ts";
import { findRegions } from "#domains/intelligence/rules/regions/find-regions.ts";

const names = (text: string) => findRegions(text).map((mention) => mention.name);

test.each([
  ["记者从重庆高新区改革发展局获悉", ["重庆高新区"]],
  ["位于西部(重庆)科学城西永微电园的企业", ["西部(重庆)科学城", "西永微电园"]],
  ["西部(重庆)科学城核心区签约项目20个", ["西部(重庆)科学城核心区"]],
  ["释放出西部科学城重庆高新区的积极信号", ["西部科学城重庆高新区"]],
  ["绵阳高新区(科技城直管区)完成投资", ["绵阳高新区(科技城直管区)"]],
  ["两江新区直管区GDP同比增长", ["两江新区直管区"]],
  ["佛山市南海区与四川省绵阳市签约", ["佛山市南海区", "四川省绵阳市"]],
  ["中国(上海)自由贸易试验区临港片区", ["中国(上海)自由贸易试验区临港片区"]],
  ["全县建成3个示范县、5个园区", ["园区"]],
  ["推动高新区、经开区协同发展", ["高新区", "经开区"]],
] as const)("%s", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test("a mention says where it stands and what it is", () => {
  expect(findRegions("在绵阳经开区内")).toEqual([{ name: "绵阳经开区", start: 1, end: 6, kind: "zone", short: false }]);
  expect(findRegions("高新区内")[0]).toMatchObject({ kind: "bare" });
});

test("a zone that no list holds is learnt from the head of a line and then found everywhere", () => {
  expect(names("云岭新区上半年投资增长\n记者获悉,云岭新区开局良好,国家级云岭新区再添项目。")).toEqual(["云岭新区", "云岭新区", "云岭新区"]);
});

test("a county that no list holds is learnt from its offices", () => {
  expect(names("云溪县统计局通报,上半年云溪县实现生产总值68亿元。")).toEqual(["云溪县", "云溪县"]);
});

test("a bare name is resolved by the article", () => {
  expect(resolveRegion("高新区", "重庆高新区", ["两江新区", "重庆高新区"])).toBe("重庆高新区");
  expect(resolveRegion("科学城", "重庆高新区", ["西部(重庆)科学城"])).toBe("西部(重庆)科学城");
});

test("a county that no list holds is learnt from what it does", () => {
  expect(names("去年,云坪县完成投资12亿元。云坪县的企业增加了;全县、贫困县实现脱贫。")).toEqual(["云坪县", "云坪县"]);
});

test("an area behind a listed city is learnt when it comes back; a part of town is not", () => {
  expect(names("合肥云站区家电配套率过七成\n记者从合肥云站区经贸局了解到,产值267亿元。")).toEqual(["合肥云站区", "合肥云站区"]);
  expect(names("合肥主城区添公园。合肥主城区添学校。")).toEqual(["合肥", "合肥"]);
});

test("an article about all zones of a province is about all of them", () => {
  const text = "1—11月,全省8个国家级经开区实现生产总值618亿元。福州经开区138亿元,泉州经开区101亿元,漳州经开区75亿元。福州经开区居首。";
  expect(findArticleRegion("谁在领跑,谁在掉队", text)).toBe("全省国家级经开区");
  expect(findArticleRegion("福州经开区领跑", `福州经开区领跑\n${text}`)).toBe("福州经开区");
});

test("a division that opens the title is known from it alone", () => {
  expect(names("云坪市2022年政府工作报告\n全市生产总值增长5%,云坪市民生改善。")).toEqual(["云坪市", "云坪市"]);
});
