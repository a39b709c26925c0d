import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { plugins } from "#apps/plugins.ts";
import { serverTexts } from "#apps/server-texts.ts";
import { sentenceList } from "#apps/web/sentence-list.ts";
import { type ErrorTexts, reasonSentence, sentenceOf } from "#kernel/error-sentence.ts";

const src = join(import.meta.dirname, "..");
const files = globSync("**/*.ts", { cwd: src }).filter((name) => !name.endsWith(".test.ts"));
const sources = files.map((name) => ({ name, text: readFileSync(join(src, name), "utf8") }));
const texts: ErrorTexts = Object.assign({}, serverTexts, ...plugins.map((plugin) => plugin.texts)) as ErrorTexts;

/** Every code that stands in the first argument of a refusal: of an error that is thrown, or of a policy's reason. */
function codesIn(pattern: RegExp): readonly (readonly [string, string])[] {
  return sources.flatMap(({ name, text }) =>
    [...text.matchAll(pattern)].flatMap((found) =>
      [...(found[1] ?? "").matchAll(/"([a-z][\w-]*(?:[.:][\w.:-]+)+)"/g)].map(([, code]) => [code ?? "", name] as const),
    ),
  );
}
const thrown = codesIn(/new AppError\(\s*([^,]{1,160}),/g);
const reasons = codesIn(/\brefuse\(\s*([^()]{1,160})\)/g);

describe("每个拒绝都有中英文句子", () => {
  test("抛出的代码找得到不少", () => {
    expect(new Set(thrown.map(([code]) => code)).size).toBeGreaterThan(90);
    expect(new Set(reasons.map(([code]) => code)).size).toBeGreaterThan(8);
  });

  test.each([...new Map(thrown)])("%s（%s）", (code) => {
    for (const language of ["zh", "en"] as const) {
      const sentence = sentenceOf({ code, params: {} }, texts, language);
      expect(sentence).not.toBe(code);
      expect(sentence.length).toBeGreaterThan(3);
    }
  });

  test.each([...new Map(reasons)])("理由 %s（%s）", (code) => {
    for (const language of ["zh", "en"] as const) expect(reasonSentence(code, texts, language)).not.toBe(code);
  });

  test("每条规则写明的理由，都有本领域的句子，不论是以理由、以领域还是以“不能这样做”说出", () => {
    const written = sources.flatMap(({ name, text }) => {
      const domain = /^domains\/(\w+)\/rules\//.exec(name.replaceAll("\\", "/"))?.[1] ?? "";
      return domain === "" ? [] : [...text.matchAll(/\brefuse\("([a-z-]+)"\)/g)].map(([, code = ""]) => [domain, code] as const);
    });
    expect(written.length).toBeGreaterThan(40);
    const unsaid = written.filter(([domain, code]) =>
      [`${domain}.refused.${code}`, `${domain}.${code}`, code].every((key) => texts[key] === undefined),
    );
    expect(unsaid).toEqual([]);
  });

  test("网页说的和服务器说的一样", () => {
    const differing = Object.keys(sentenceList).filter(
      (code) =>
        texts[code] !== undefined && sentenceOf({ code, params: {} }, texts, "zh") !== sentenceOf({ code, params: {} }, sentenceList, "zh"),
    );
    expect(differing).toEqual([]);
  });
});
