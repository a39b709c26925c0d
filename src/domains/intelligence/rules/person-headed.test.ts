import { expect, test } from "vitest";
import { extractDocument } from "#domains/intelligence/rules/extract-document.ts";
import { isPersonHeaded } from "#domains/intelligence/rules/person-headed.ts";

test.each([
  ["李明团队研发投入", true],
  ["刘德华工作室营收", true],
  ["欧阳青院士团队专利", true],
  ["高新区团队数", false],
  ["管理团队人数", false],
  ["金融工作室数", false],
  ["研发投入", false],
  ["王者团队", true],
])("%s：以人名开头 %s", (name, expected) => {
  expect(isPersonHeaded(name)).toBe(expected);
});

test("facts hold no personal names", () => {
  const extraction = extractDocument(
    "云岭高新区上半年工作\n\n上半年，云岭高新区工业投资增长12.5%。李明团队研发投入增长8.5%。刘德华工作室实现营收1.2亿元。",
    { mime: "text/plain", published: null },
  );
  expect(extraction.figures.map((figure) => figure.indicator)).toEqual(["工业投资增速"]);
  expect(JSON.stringify([extraction.figures.map((figure) => figure.indicator), extraction.projects, extraction.organisations])).not.toMatch(
    /李明|刘德华/,
  );
});
