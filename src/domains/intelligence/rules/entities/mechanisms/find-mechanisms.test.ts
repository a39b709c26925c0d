import { expect, test } from "vitest";
import { findMechanisms } from "#domains/intelligence/rules/entities/mechanisms/find-mechanisms.ts";
import { MappedText } from "#domains/intelligence/rules/mapped-text.ts";

function mechanismsIn(text: string) {
  const article = { index: 0, title: "", region: null, published: null, medium: null, text: MappedText.of(text), bodyStart: 0 };
  return findMechanisms(article, { original: text, articles: [article], cuts: [] });
}

test.each([
  ["区里建立项目专班,实行红黄绿蓝‘四色’督办,推行容缺受理和帮办代办。", ["专班制", "四色督办", "容缺受理", "帮办代办"]],
  ["全面落实“链长制”,推行“免申即享”。", ["链长制", "免申即享"]],
  ["首创“早茶问需”工作机制,企业诉求当日办结。", ["早茶问需"]],
])("%s", (text, expected) => {
  expect(mechanismsIn(text).map((mechanism) => mechanism.name)).toEqual(expected);
});

test("a name is given once, with the source's own words", () => {
  const found = mechanismsIn("推行“一企一策”。一企一策很管用。");
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ name: "一企一策", quote: "一企一策" });
});

test("ordinary quotations name no way of working", () => {
  expect(mechanismsIn("跑出发展“加速度”,打造“新引擎”,形成“强磁场”。")).toEqual([]);
});
