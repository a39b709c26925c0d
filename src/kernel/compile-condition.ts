import { AppError } from "#kernel/app-error.ts";
import { type Condition, type Ordering, type ShareOf, type Test, testsOf } from "#kernel/condition.ts";
import { findDecimal } from "#kernel/decimal.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import {
  findScaled,
  type InputFields,
  type InputKind,
  multiplyScaled,
  type PreparedRow,
  type PreparedValue,
  SCALED_PLACES,
  type Scaled,
  slotsOf,
} from "#kernel/rule-input.ts";

/** Yes, no, or that it cannot be said because something is missing. */
export const YES = 1;
export const NO = 0;
export const CANNOT_SAY = -1;
export type Answer = typeof YES | typeof NO | typeof CANNOT_SAY;

/** A condition made ready for batches: no lookups by name, no parsing. */
export type CompiledCondition = (row: PreparedRow) => Answer;

export type ConditionProblem = {
  readonly because: "rule.unknown-input" | "rule.test-does-not-fit" | "rule.value-does-not-fit";
  readonly input: string;
  readonly kind: InputKind | null;
};

/** What is wrong with a condition before it is ever evaluated: an input that nobody declares, or a test that does not fit its kind. */
export function checkCondition(condition: Condition, fields: InputFields): readonly ConditionProblem[] {
  return testsOf(condition).flatMap((test) => checkTest(test, fields) ?? []);
}

const ORDERED_KINDS: ReadonlySet<InputKind> = new Set(["number", "day"]);

function checkTest(test: Test, fields: InputFields): ConditionProblem | undefined {
  const kind = Object.hasOwn(fields, test.input) ? fields[test.input]?.kind : undefined;
  const problem = (because: ConditionProblem["because"], input = test.input): ConditionProblem => ({ because, input, kind: kind ?? null });
  if (kind === undefined) return problem("rule.unknown-input");
  if (test.is === "known") return undefined;
  if ("values" in test) {
    const wanted = test.is === "has" || test.is === "has-none" ? "texts" : "text";
    return kind === wanted ? undefined : problem("rule.test-does-not-fit");
  }
  if (kind === "texts" || (test.is !== "=" && test.is !== "≠" && !ORDERED_KINDS.has(kind))) return problem("rule.test-does-not-fit");
  if (typeof test.value === "object") {
    const other = Object.hasOwn(fields, test.value.of) ? fields[test.value.of]?.kind : undefined;
    if (other === undefined) return problem("rule.unknown-input", test.value.of);
    return kind === "number" && other === "number" && findScaled(test.value.percent) !== undefined
      ? undefined
      : problem("rule.value-does-not-fit");
  }
  return wantedValue(kind, test.value) === undefined ? problem("rule.value-does-not-fit") : undefined;
}

function wantedValue(kind: InputKind, value: string | boolean): PreparedValue {
  if (kind === "boolean") return typeof value === "boolean" ? value : undefined;
  if (typeof value === "boolean") return undefined;
  if (kind === "number") return findDecimal(value) === undefined ? undefined : findScaled(value);
  return kind === "day" ? findLocalDate(value) : value;
}

/** @throws AppError `rule.does-not-compile` naming the first problem; `checkCondition` lists them all. */
export function compileCondition(condition: Condition, fields: InputFields): CompiledCondition {
  const problem = checkCondition(condition, fields)[0];
  if (problem !== undefined) throw new AppError("rule.does-not-compile", "invalid", { because: problem.because, input: problem.input });
  return compile(condition, fields, slotsOf(fields));
}

type Slots = ReadonlyMap<string, number>;

function compile(condition: Condition, fields: InputFields, slots: Slots): CompiledCondition {
  if ("all" in condition) return allOf(condition.all.map((part) => compile(part, fields, slots)));
  if ("any" in condition) return anyOf(condition.any.map((part) => compile(part, fields, slots)));
  if ("not" in condition) return opposite(compile(condition.not, fields, slots));
  return compileTest(condition, fields, slots);
}

/** One no decides, whatever is missing beside it. */
function allOf(parts: readonly CompiledCondition[]): CompiledCondition {
  return (row) => {
    let answer: Answer = YES;
    for (const part of parts) {
      const next = part(row);
      if (next === NO) return NO;
      if (next === CANNOT_SAY) answer = CANNOT_SAY;
    }
    return answer;
  };
}

function anyOf(parts: readonly CompiledCondition[]): CompiledCondition {
  return (row) => {
    let answer: Answer = NO;
    for (const part of parts) {
      const next = part(row);
      if (next === YES) return YES;
      if (next === CANNOT_SAY) answer = CANNOT_SAY;
    }
    return answer;
  };
}

const opposite =
  (part: CompiledCondition): CompiledCondition =>
  (row) => {
    const answer = part(row);
    return answer === CANNOT_SAY ? CANNOT_SAY : answer === YES ? NO : YES;
  };

const answer = (truth: boolean): Answer => (truth ? YES : NO);

function compileTest(test: Test, fields: InputFields, slots: Slots): CompiledCondition {
  const slot = slots.get(test.input) ?? -1;
  if (test.is === "known") return (row) => answer(row[slot] !== undefined);
  if ("values" in test) return compileList(test.is, new Set(test.values), slot);
  if (typeof test.value === "object") return compileShare(test.is, test.value, slot, slots);
  const wanted = wantedValue(fields[test.input]?.kind ?? "text", test.value);
  return wanted === undefined ? () => CANNOT_SAY : compileOrdering(test.is, wanted, slot);
}

function compileList(is: "in" | "not-in" | "has" | "has-none", values: ReadonlySet<string>, slot: number): CompiledCondition {
  const wanted = is === "in" || is === "has";
  return (row) => {
    const value = row[slot];
    if (value === undefined) return CANNOT_SAY;
    const found = typeof value === "string" ? values.has(value) : Array.isArray(value) && value.some((item) => values.has(item));
    return answer(found === wanted);
  };
}

/** One closure for each ordering, so that the loop over a batch compares and does nothing else. */
function compileOrdering(is: Ordering, wanted: NonNullable<PreparedValue>, slot: number): CompiledCondition {
  switch (is) {
    case "=":
      return (row) => (row[slot] === undefined ? CANNOT_SAY : row[slot] === wanted ? YES : NO);
    case "≠":
      return (row) => (row[slot] === undefined ? CANNOT_SAY : row[slot] !== wanted ? YES : NO);
    case ">":
      return (row) => {
        const value = row[slot];
        return value === undefined ? CANNOT_SAY : value > wanted ? YES : NO;
      };
    case "≥":
      return (row) => {
        const value = row[slot];
        return value === undefined ? CANNOT_SAY : value >= wanted ? YES : NO;
      };
    case "<":
      return (row) => {
        const value = row[slot];
        return value === undefined ? CANNOT_SAY : value < wanted ? YES : NO;
      };
    case "≤":
      return (row) => {
        const value = row[slot];
        return value === undefined ? CANNOT_SAY : value <= wanted ? YES : NO;
      };
  }
}

const COMPARE: Readonly<Record<Ordering, (left: Scaled, right: Scaled) => boolean>> = {
  "=": (left, right) => left === right,
  "≠": (left, right) => left !== right,
  ">": (left, right) => left > right,
  "≥": (left, right) => left >= right,
  "<": (left, right) => left < right,
  "≤": (left, right) => left <= right,
};

/** `percent` ÷ 100 in lowest terms keeps the products small: 5 % of the whole is value × 20 against the whole × 1. */
function compileShare(is: Ordering, share: ShareOf, slot: number, slots: Slots): CompiledCondition {
  const [part, whole] = lowestTerms(findScaled(share.percent) ?? 0, HUNDRED_PERCENT);
  const base = slots.get(share.of) ?? -1;
  const holds = COMPARE[is];
  return (row) => {
    const [value, total] = [row[slot], row[base]];
    if (!isScaled(value) || !isScaled(total)) return CANNOT_SAY;
    return answer(holds(multiplyScaled(value, whole), multiplyScaled(total, part)));
  };
}

const HUNDRED_PERCENT = 100 * 10 ** SCALED_PLACES;
const isScaled = (value: PreparedValue): value is Scaled => typeof value === "number" || typeof value === "bigint";

function lowestTerms(part: Scaled, whole: number): readonly [Scaled, Scaled] {
  if (typeof part === "bigint" || part === 0) return [part, whole];
  let [one, other] = [Math.abs(part), whole];
  while (other !== 0) [one, other] = [other, one % other];
  return [part / one, whole / one];
}
