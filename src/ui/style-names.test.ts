import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const SRC = resolve(import.meta.dirname, "..");
/** Says of everything how it looks on paper. */
const ANYWHERE = "print.css";

/** Styles of all rooms are loaded into one page: a name that two of them set changes the other's look. */
test("one class is styled by one file", () => {
  const files = readdirSync(SRC, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith(".css") && entry.name !== ANYWHERE,
  );
  const places = new Map<string, Set<string>>();
  for (const { parentPath, name } of files) {
    const text = readFileSync(join(parentPath, name), "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
    for (const [, selectors = ""] of text.matchAll(/([^{}]+)\{/g))
      for (const selector of selectors.split(",").map((one) => one.trim()))
        if (/^\.[\w-]+$/.test(selector)) places.set(selector, (places.get(selector) ?? new Set()).add(name));
  }
  expect(places.size).toBeGreaterThan(200);
  expect([...places].flatMap(([selector, where]) => (where.size > 1 ? [`${selector}: ${[...where].join(", ")}`] : []))).toEqual([]);
});
