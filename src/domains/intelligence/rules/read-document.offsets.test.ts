import fc from "fast-check";
import { expect, test } from "vitest";
import { simplifyUnit } from "#domains/intelligence/rules/cleaning/simplify.ts";
import { readDocument } from "#domains/intelligence/rules/read-document.ts";

const plain = (original: string) => readDocument(original, { mime: "text/plain", published: null });

/** What one character of the source may become: simplified, half-width, a space for white space. */
function mayBecome(source: string, read: string): boolean {
  if (source === read) return true;
  if (String.fromCharCode(simplifyUnit(source.charCodeAt(0))) === read) return true;
  if (source.charCodeAt(0) >= 0xff01 && source.charCodeAt(0) <= 0xff5e) return String.fromCharCode(source.charCodeAt(0) - 0xfee0) === read;
  // A line break or blank stands where markup, white space or a cut was; a reference such as &nbsp; or &ldquo; is read as its character.
  return read === "\n" || read === " " || source === "&";
}

const sentence = fc.constantFrom(
  "云岭高新区上半年完成固定资产投资36.5亿元,同比增长9.2%。",
  "雲嶺高新區(qū)規(guī)上工業增加值增長８．６％，高於全市１個百分點。",
  "其中,出口35.2亿元(约5.1亿美元),GDP（初步核算）120亿元。",
  "企业名称缺字的?松公司投资12亿元，\ue5d2\ufffd项目开工。",
  "云岭经开区一季度开局良好",
  "本报讯(记者 某某某) 3月5日,云岭综保区通过验收。",
  "来源:云岭日报 2023-04-20 09:15",
  "图为云岭高新区一角。(某某某 摄)",
  "相关阅读",
  "首页 > 新闻 > 正文",
  "█▒░ \u200b\u3000 ",
);
const wrapped = fc
  .tuple(
    fc.constantFrom(
      ["", ""],
      ["<p>", "</p>"],
      ['<div class="nav">', "</div>"],
      ["<td>", "</td>"],
      ["&nbsp;&ldquo;", "&rdquo;"],
      ["## ", ""],
      ["<a href='x'>", "</a>"],
      ["<!-- ", " -->"],
      ["**", "**"],
    ),
    sentence,
  )
  .map(([[before, after], text]) => `${before}${text}${after}`);
const page = fc
  .array(
    fc.tuple(wrapped, fc.constantFrom("\n", "\n\n", "\r\n", "", "<br>", "　　")).map(([text, end]) => text + end),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(""));

test("every character that was read stands in the original at its place, and in order", () => {
  fc.assert(
    fc.property(page, (original) => {
      for (const { text } of plain(original).articles) {
        let before = -1;
        for (let place = 0; place < text.length; place += 1) {
          const offset = text.offsets[place] ?? -1;
          const read = text.text[place] ?? "";
          expect(offset).toBeGreaterThanOrEqual(before);
          expect(offset).toBeLessThan(original.length);
          before = offset;
          expect(mayBecome(original[offset] ?? "", read), `${JSON.stringify(original[offset])} → ${JSON.stringify(read)}`).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("the same for arbitrary text, which is never refused", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (original) => {
      const document = plain(original);
      for (const { text } of document.articles)
        for (const offset of text.offsets) expect(offset).toBeLessThan(Math.max(1, original.length));
      for (const cut of document.cuts) expect(cut.start).toBeLessThanOrEqual(cut.end);
    }),
    { numRuns: 300 },
  );
});

test("cuts lie inside the original, in order", () => {
  fc.assert(
    fc.property(page, (original) => {
      let before = 0;
      for (const cut of plain(original).cuts) {
        expect(cut.start).toBeGreaterThanOrEqual(before);
        expect(cut.end).toBeLessThanOrEqual(original.length);
        before = cut.start;
      }
    }),
    { numRuns: 200 },
  );
});
