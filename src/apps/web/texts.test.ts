import { describe, expect, test } from "vitest";
import type { Text } from "#kernel/texts.ts";

const modules = import.meta.glob(["../../domains/*/web/**/*-texts.ts", "../../ui/*-texts.ts", "./shell-texts.ts"], { eager: true });

const isText = (value: unknown): value is Text => typeof value === "object" && value !== null && "zh" in value && "en" in value;

const texts = Object.entries(modules).flatMap(([file, module]) =>
  Object.values(module as Record<string, unknown>).flatMap((table) =>
    typeof table === "object" && table !== null
      ? Object.entries(table).flatMap(([name, value]) => (isText(value) ? [[`${file} ${name}`, value] as const] : []))
      : [],
  ),
);

const placeholders = (sentence: string): readonly string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").sort();

describe("every sentence of the web in both languages", () => {
  test("there are sentences to look at", () => expect(texts.length).toBeGreaterThan(300));

  test.each(texts)("%s", (_, text) => {
    expect(text.zh.trim()).not.toBe("");
    expect(text.en.trim()).not.toBe("");
    expect(text.en).not.toMatch(/\p{Script=Han}/u);
    for (const name of placeholders(text.en)) expect(placeholders(text.zh)).toContain(name);
    for (const name of placeholders(text.zh)) expect(placeholders(text.en)).toContain(name);
  });
});
