import { expect, test } from "vitest";
import { sentenceAround } from "#domains/intelligence/rules/sentence-around.ts";

const text = "上一句。<p>总投资4.5亿元的扩能项目开工建设，比计划提前。</p>\n下一句。";
const at = (words: string) => [text.indexOf(words), text.indexOf(words) + words.length] as const;

test.each([
  ["总投资4.5亿元的扩能项目", "总投资4.5亿元的扩能项目开工建设，比计划提前。"],
  ["下一句", "下一句。"],
  ["上一句。", "上一句。"],
])("“%s”在“%s”里", (words, sentence) => {
  expect(sentenceAround(text, ...at(words))).toBe(sentence);
});

test("没有句号的长文只取附近", () => {
  expect(sentenceAround("字".repeat(10_000), 5000, 5010).length).toBeLessThanOrEqual(500);
});
