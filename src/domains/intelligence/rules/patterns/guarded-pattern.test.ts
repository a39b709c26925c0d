import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EndPattern, FindPattern, StartPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";
import { edgesOf } from "#domains/intelligence/rules/patterns/pattern-edges.ts";

const BODIES = [
  "(?:增长|增加|增|降)(?:至|到)了?(?:约|近)?",
  "(?<![签合])约|近(?!期)|\\d+(?:\\.\\d+)?[%‰]",
  "[^,，。]{0,3}的",
  "[一二三]?(?:季度|月份?)",
  "(?<=项目)(?:建设|开工){1,2}",
  "[a-c]+|(?:有限(?:责任)?)?公司",
  "(\\d{1,2})月|\\s{2,}x|\\bab?",
  "(?:全|本)?区*",
];
const LETTERS = [..."增长加降至到了约近签合期12.%‰,，。的一二三季度月份项目建设开工abc有限责任公司x 全本区\n"];
const words = fc.array(fc.constantFrom(...LETTERS), { maxLength: 14 }).map((letters) => letters.join(""));
const body = fc.constantFrom(...BODIES);

describe("guarded patterns", () => {
  it("ends: answers as the pattern does, for the whole text and for a part", () => {
    fc.assert(
      fc.property(body, words, words, (source, left, right) => {
        const plain = new RegExp(`(?:${source})$`);
        const guarded = new EndPattern(new RegExp(`(?:${source})$`));
        const text = left + right;
        expect(guarded.test(text)).toBe(plain.test(text));
        expect(guarded.testIn(text, 1, left.length)).toBe(plain.test(text.slice(1, left.length)));
        expect(guarded.exec(text)?.[0]).toBe(plain.exec(text)?.[0]);
        expect(guarded.cut(text)).toBe(text.replace(plain, ""));
      }),
      { numRuns: 3000 },
    );
  });

  it("starts: answers as the pattern does", () => {
    fc.assert(
      fc.property(body, words, words, (source, left, right) => {
        const plain = new RegExp(`^(?:${source})`);
        const guarded = new StartPattern(new RegExp(`^(?:${source})`));
        const text = left + right;
        expect(guarded.test(text)).toBe(plain.test(text));
        expect(guarded.testIn(text, left.length, text.length)).toBe(plain.test(right));
        expect(guarded.exec(text)?.[0]).toBe(plain.exec(text)?.[0]);
        expect(guarded.cut(text)).toBe(text.replace(plain, ""));
      }),
      { numRuns: 3000 },
    );
  });

  it("anywhere: finds the same matches at the same places", () => {
    fc.assert(
      fc.property(fc.constantFrom(...BODIES.slice(0, -1)), words, words, (source, left, right) => {
        const guarded = new FindPattern(new RegExp(source));
        const text = left + right;
        const found = [...text.matchAll(new RegExp(source, "g"))].filter((match) => match[0] !== "");
        expect(guarded.all(text).map((match) => [match.index, match[0]])).toEqual(found.map((match) => [match.index, match[0]]));
        expect(guarded.test(text)).toBe(new RegExp(source).test(text));
        expect(guarded.testIn(text, 1, left.length)).toBe(new RegExp(source).test(text.slice(1, left.length)));
      }),
      { numRuns: 3000 },
    );
  });

  it("takes no notice of case where the pattern takes none", () => {
    expect(new StartPattern(/^(?:app|[x-z])下载/i).test("App下载")).toBe(true);
    expect(new FindPattern(/pdf|ab/i).all("一.PDF,二.Pdf").map((match) => match.index)).toEqual([2, 8]);
    expect(new EndPattern(/ofd$/i).test("三.OFD")).toBe(true);
  });

  it("a pattern tied to both ends is tried only where it can begin", () => {
    const rows = new StartPattern(/^(?:评论|赞)?\d{0,3}$/);
    expect(["", "赞12", "7", "增长"].map((text) => rows.test(text))).toEqual([true, true, true, false]);
  });

  it("refuses what is not tied, and what it cannot read", () => {
    expect(() => new EndPattern(/a$|b/)).toThrow(SyntaxError);
    expect(() => new StartPattern(/^a|b/)).toThrow(SyntaxError);
    expect(() => new FindPattern(/a*/)).toThrow(SyntaxError);
    expect(() => edgesOf(/^a/m)).toThrow(SyntaxError);
    expect(() => edgesOf(/(a)\1/)).toThrow(SyntaxError);
  });
});
