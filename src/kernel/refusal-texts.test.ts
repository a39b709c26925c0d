import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseQuantity } from "#kernel/parse-quantity.ts";
import { findPeriod } from "#kernel/period.ts";
import { quantityOf } from "#kernel/quantity.ts";
import { refusalTexts } from "#kernel/refusal-texts.ts";
import { say } from "#kernel/texts.ts";

const here = new URL(".", import.meta.url);
const pureFiles = readdirSync(here).filter((name) => /^[a-z-]+\.ts$/.test(name) && !name.endsWith("-texts.ts"));
const CODE = /"((?:decimal|quantity|mass|period|notice|clock|rule|ladder)\.[a-z-]+)"/g;

test("纯内核说得出的每个拒绝都有中英文句子，句子也都用得上", () => {
  const codes = new Set(
    pureFiles.flatMap((name) => [...readFileSync(new URL(name, here), "utf8").matchAll(CODE)].flatMap((found) => found[1] ?? [])),
  );
  expect(codes.size).toBeGreaterThan(25);
  expect([...codes].filter((code) => refusalTexts[code] === undefined)).toEqual([]);
  expect(Object.keys(refusalTexts).filter((code) => !codes.has(code) && code !== "calendar.provisional")).toEqual([]);
});

test("两种语言的句子用同样的参数", () => {
  const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();
  for (const [code, text] of Object.entries(refusalTexts)) {
    const [zh, en] = [names(text.zh), names(text.en)];
    if (code !== "rule.input-not-of-kind") expect([code, en]).toEqual([code, zh]);
  }
});

test.each(["数百家", "12蒲式耳", "12个项目", "重点项目", "0.5斤", "1".repeat(61)])("%s 的拒绝填得上所有参数", (text) => {
  const parsed = parseQuantity(text);
  if (parsed.ok) throw new Error("accepted");
  const sentence = refusalTexts[parsed.because];
  if (sentence === undefined) throw new Error(parsed.because);
  expect(say(sentence, "zh", parsed.params)).not.toContain("{");
});

test("names that objects inherit are no units and no periods", () => {
  for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
    expect(quantityOf("1", name).ok).toBe(false);
    expect(findPeriod(name)).toBeUndefined();
  }
});
