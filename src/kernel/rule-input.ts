import type { ErrorParams } from "#kernel/app-error.ts";
import { findDecimal } from "#kernel/decimal.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { got, type Outcome, refused } from "#kernel/outcome.ts";
import type { Text } from "#kernel/texts.ts";

/** What a rule may ask about: `number` is an exact decimal as text, `texts` a list such as the honours of an enterprise. */
export type InputKind = "number" | "boolean" | "text" | "day" | "texts";
export type InputField = { readonly kind: InputKind; readonly label: Text; readonly unit?: Text };
export type InputFields = Readonly<Record<string, InputField>>;

/** What is known of one case. Missing, undefined or null: not known, which is not the same as no. */
export type Inputs = Readonly<Record<string, string | boolean | readonly string[] | null | undefined>>;

/**
 * A number as a whole multiple of 10⁻⁶: a batch compares integers, and nothing is rounded. A safe integer is a `number`, a larger one a `bigint`;
 * each value has one form only, so `===` holds, and JavaScript orders the two forms exactly.
 */
export type Scaled = number | bigint;
export type PreparedValue = Scaled | boolean | string | readonly string[] | undefined;
/** One value for each field, in the order of the fields. */
export type PreparedRow = readonly PreparedValue[];

export const SCALED_PLACES = 6;
const SCALED_SHAPE = /^(-?)(\d{1,40})(?:\.(\d{1,6})0*)?$/;

/** Undefined when `text` is no decimal number or finer than six places. */
export function findScaled(text: string): Scaled | undefined {
  const match = SCALED_SHAPE.exec(text);
  if (match === null) return undefined;
  const size = BigInt((match[2] ?? "0") + (match[3] ?? "").padEnd(SCALED_PLACES, "0"));
  return inOneForm(match[1] === "-" ? -size : size);
}

const inOneForm = (value: bigint): Scaled => (value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value);

/** Exact: a product that leaves the safe integers is made again as a big one. */
export function multiplyScaled(left: Scaled, right: Scaled): Scaled {
  const product = typeof left === "number" && typeof right === "number" ? left * right : undefined;
  return product !== undefined && Number.isSafeInteger(product) ? product : inOneForm(BigInt(left) * BigInt(right));
}

export function addScaled(left: Scaled, right: Scaled): Scaled {
  const total = typeof left === "number" && typeof right === "number" ? left + right : undefined;
  return total !== undefined && Number.isSafeInteger(total) ? total : inOneForm(BigInt(left) + BigInt(right));
}

export const slotsOf = (fields: InputFields): ReadonlyMap<string, number> => new Map(Object.keys(fields).map((name, slot) => [name, slot]));

export type InputRefusal = "rule.input-not-of-kind";

/** Checks one case against the fields, once, so that the compiled rules need not. Inputs that no field names are left out. */
export function prepareInputs(fields: InputFields, inputs: Inputs): Outcome<PreparedRow, InputRefusal> {
  const row: PreparedValue[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const given = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    const value = given === null || given === undefined ? undefined : prepare(field.kind, given);
    if (value === undefined && given !== null && given !== undefined)
      return refused("rule.input-not-of-kind", paramsOf(name, field, given));
    row.push(value);
  }
  return got(row);
}

function prepare(kind: InputKind, given: string | boolean | readonly string[]): PreparedValue {
  switch (kind) {
    case "number":
      return typeof given === "string" && findDecimal(given) !== undefined ? findScaled(given) : undefined;
    case "boolean":
      return typeof given === "boolean" ? given : undefined;
    case "text":
      return typeof given === "string" ? given : undefined;
    case "day":
      return typeof given === "string" ? findLocalDate(given) : undefined;
    case "texts":
      return Array.isArray(given) ? given : undefined;
  }
}

const paramsOf = (name: string, field: InputField, given: string | boolean | readonly string[]): ErrorParams => ({
  input: name,
  label: field.label.zh,
  expected: field.kind,
  given: String(given).slice(0, 60),
});
