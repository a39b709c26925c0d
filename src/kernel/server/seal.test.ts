import { expect, test } from "vitest";
import { createSeal } from "#kernel/server/seal.ts";

const seal = createSeal("an installation's secret");

test("what was sealed opens for its own purpose under the same secret, and is not readable meanwhile", () => {
  const sealed = seal.close("journal-key 1", "私钥 private");
  expect(sealed).not.toContain("private");
  expect(seal.open("journal-key 1", sealed)).toBe("私钥 private");
  expect(seal.close("journal-key 1", "私钥 private")).not.toBe(sealed);
});

test("another purpose, another secret or a changed letter does not open", () => {
  const sealed = seal.close("journal-key 1", "private");
  expect(() => seal.open("journal-key 2", sealed)).toThrow();
  expect(() => createSeal("another").open("journal-key 1", sealed)).toThrow();
  const at = sealed.length - 8;
  expect(() => seal.open("journal-key 1", `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`)).toThrow();
  expect(() => seal.open("journal-key 1", "private")).toThrow();
});
