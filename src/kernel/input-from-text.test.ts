import { expect, test } from "vitest";
import { z } from "zod";
import { fieldsOf, inputFromText } from "#kernel/input-from-text.ts";

const operation = {
  input: z.object({
    region: z.string(),
    limit: z.number().int().default(50),
    dryRun: z.boolean().default(false),
    days: z.array(z.string()).optional(),
    state: z.enum(["DRAFT", "PUBLISHED"]).optional(),
    filter: z.object({ a: z.number() }).optional(),
  }),
};

test("text becomes the type that the field has", () => {
  expect(
    inputFromText(operation, { region: "云岭高新区", limit: "20", dryRun: "true", days: "2026-01-01,2026-01-02", filter: '{"a":1}' }),
  ).toEqual({ region: "云岭高新区", limit: 20, dryRun: true, days: ["2026-01-01", "2026-01-02"], filter: { a: 1 } });
});

test("a choice may be typed in any case", () => {
  expect(inputFromText(operation, { state: "published" })).toEqual({ state: "PUBLISHED" });
  expect(inputFromText(operation, { state: "open" })).toEqual({ state: "open" });
});

test("what cannot be read stays, so that validation can name it", () => {
  const input = inputFromText(operation, { region: "云岭", limit: "twenty", unknown: "x" });
  expect(input["limit"]).toBe("twenty");
  expect(operation.input.safeParse(input).success).toBe(false);
});

test("fields tell what they take", () => {
  expect(fieldsOf(operation).map((field) => [field.name, field.type, field.required])).toEqual([
    ["region", "string", true],
    ["limit", "integer", false],
    ["dryRun", "boolean", false],
    ["days", "array", false],
    ["state", "string", false],
    ["filter", "object", false],
  ]);
  expect(fieldsOf(operation).find((field) => field.name === "state")?.choices).toEqual(["DRAFT", "PUBLISHED"]);
});
