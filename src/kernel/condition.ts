import { z } from "zod";
import type { Text } from "#kernel/texts.ts";

export const ORDERINGS = ["=", "≠", ">", "≥", "<", "≤"] as const;
export type Ordering = (typeof ORDERINGS)[number];

/** A share of another input of the same case: R&D ≥ 3 % of revenue is `{ percent: "3", of: "revenue" }`. Compared by multiplying, so exactly. */
export type ShareOf = { readonly percent: string; readonly of: string };

export type Test =
  | { readonly input: string; readonly is: Ordering; readonly value: string | boolean | ShareOf; readonly label?: Text | undefined }
  | {
      readonly input: string;
      readonly is: "in" | "not-in" | "has" | "has-none";
      readonly values: readonly string[];
      readonly label?: Text | undefined;
    }
  | { readonly input: string; readonly is: "known"; readonly label?: Text | undefined };

/** A tree of conditions as data, stored with its rule. */
export type Condition =
  | { readonly all: readonly Condition[]; readonly label?: Text | undefined }
  | { readonly any: readonly Condition[]; readonly label?: Text | undefined }
  | { readonly not: Condition; readonly label?: Text | undefined }
  | Test;

const MOST_DEPTH = 12;
const MOST_PARTS = 200;

const Label = z.object({ zh: z.string().max(400), en: z.string().max(400) }).optional();
const Input = z.string().min(1).max(100);
const Share = z.strictObject({ percent: z.string().max(40), of: Input });

const Tree: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Tree).max(MOST_PARTS), label: Label }),
    z.strictObject({ any: z.array(Tree).max(MOST_PARTS), label: Label }),
    z.strictObject({ not: Tree, label: Label }),
    z.strictObject({ input: Input, is: z.enum(ORDERINGS), value: z.union([z.string().max(200), z.boolean(), Share]), label: Label }),
    z.strictObject({
      input: Input,
      is: z.enum(["in", "not-in", "has", "has-none"]),
      values: z.array(z.string().max(200)).min(1).max(MOST_PARTS),
      label: Label,
    }),
    z.strictObject({ input: Input, is: z.literal("known"), label: Label }),
  ]),
);

/** Depth is looked at first, so that a hostile tree cannot exhaust the stack. */
export const Condition = z
  .unknown()
  .refine((value) => isShallow(value, MOST_DEPTH), { error: "rule.too-deep" })
  .pipe(Tree);

function isShallow(value: unknown, left: number): boolean {
  if (value === null || typeof value !== "object") return true;
  // A level of the tree is an object and, for all and any, the list in it.
  return (
    left > 0 &&
    Object.values(value).every((part) =>
      Array.isArray(part) ? part.every((item) => isShallow(item, left - 1)) : isShallow(part, left - 1),
    )
  );
}

/** All inputs that a condition asks about, once each. */
export function inputsOf(condition: Condition): readonly string[] {
  return [
    ...new Set(
      testsOf(condition).flatMap((test) =>
        "value" in test && typeof test.value === "object" ? [test.input, test.value.of] : [test.input],
      ),
    ),
  ];
}

export function testsOf(condition: Condition): readonly Test[] {
  if ("all" in condition) return condition.all.flatMap(testsOf);
  if ("any" in condition) return condition.any.flatMap(testsOf);
  return "not" in condition ? testsOf(condition.not) : [condition];
}
