import { CANNOT_SAY, type CompiledCondition, compileCondition, NO, YES } from "#kernel/compile-condition.ts";
import type { Condition, Test } from "#kernel/condition.ts";
import { requireValue } from "#kernel/outcome.ts";
import { type InputFields, type Inputs, type PreparedRow, prepareInputs } from "#kernel/rule-input.ts";
import { type Language, say, type Text } from "#kernel/texts.ts";

export type Verdict = "yes" | "no" | "cannot-say";

/** The whole tree with every condition's own answer, those that failed and those that were never decisive included. */
export type Explained =
  | { readonly kind: "all" | "any" | "not"; readonly verdict: Verdict; readonly label: Text | null; readonly parts: readonly Explained[] }
  | {
      readonly kind: "test";
      readonly verdict: Verdict;
      readonly label: Text | null;
      readonly test: Test;
      readonly actual: string | boolean | readonly string[] | null;
      /** Inputs that are not known and would be needed. */
      readonly missing: readonly string[];
    };

const VERDICTS = { [YES]: "yes", [NO]: "no", [CANNOT_SAY]: "cannot-say" } as const satisfies Record<number, Verdict>;

/** @throws AppError when the condition does not fit the fields, or an input is not of its kind. */
export function explainCondition(condition: Condition, fields: InputFields, inputs: Inputs): Explained {
  return explain(condition, fields, inputs, requireValue(prepareInputs(fields, inputs)));
}

/** Leaves are answered by the same closures as batches, so an explanation never differs from the result. */
function explain(condition: Condition, fields: InputFields, inputs: Inputs, row: PreparedRow): Explained {
  const compiled: CompiledCondition = compileCondition(condition, fields);
  const verdict = VERDICTS[compiled(row)];
  const label = condition.label ?? null;
  const inner = (part: Condition) => explain(part, fields, inputs, row);
  if ("all" in condition) return { kind: "all", verdict, label, parts: condition.all.map(inner) };
  if ("any" in condition) return { kind: "any", verdict, label, parts: condition.any.map(inner) };
  if ("not" in condition) return { kind: "not", verdict, label, parts: [inner(condition.not)] };
  const asked = "value" in condition && typeof condition.value === "object" ? [condition.input, condition.value.of] : [condition.input];
  const missing = verdict === "cannot-say" ? asked.filter((name) => inputs[name] === undefined || inputs[name] === null) : [];
  return { kind: "test", verdict, label, test: condition, actual: inputs[condition.input] ?? null, missing };
}

/** Which inputs must be given before an answer can be: empty when there is one. */
export function missingInputs(explained: Explained): readonly string[] {
  if (explained.verdict !== "cannot-say") return [];
  const missing = explained.kind === "test" ? explained.missing : explained.parts.flatMap(missingInputs);
  return [...new Set(missing)];
}

type ExplainedTest = Extract<Explained, { kind: "test" }>;

/** The tests that stand in the way of a yes: what an applicant would have to change. Empty when it is one. */
export function obstacles(explained: Explained, wanted: "yes" | "no" = "yes"): readonly ExplainedTest[] {
  if (explained.verdict === wanted) return [];
  if (explained.kind === "test") return [explained];
  const inner = explained.kind === "not" ? (wanted === "yes" ? "no" : "yes") : wanted;
  return explained.parts.flatMap((part) => obstacles(part, inner));
}

const TEST_TEXTS: Readonly<Record<Test["is"], Text>> = {
  "=": { zh: "{label}应为{wanted}", en: "{label} must be {wanted}" },
  "≠": { zh: "{label}不能是{wanted}", en: "{label} must not be {wanted}" },
  ">": { zh: "{label}应大于{wanted}", en: "{label} must be more than {wanted}" },
  "≥": { zh: "{label}应不低于{wanted}", en: "{label} must be at least {wanted}" },
  "<": { zh: "{label}应小于{wanted}", en: "{label} must be less than {wanted}" },
  "≤": { zh: "{label}应不高于{wanted}", en: "{label} must be at most {wanted}" },
  in: { zh: "{label}应为{wanted}之一", en: "{label} must be one of {wanted}" },
  "not-in": { zh: "{label}不能是{wanted}", en: "{label} must be none of {wanted}" },
  has: { zh: "{label}应包括{wanted}之一", en: "{label} must include one of {wanted}" },
  "has-none": { zh: "{label}不能有{wanted}", en: "{label} must include none of {wanted}" },
  known: { zh: "{label}须填写", en: "{label} must be given" },
};
const ACTUAL_TEXTS: Readonly<Record<Verdict, Text>> = {
  yes: { zh: "{demand}：符合（{actual}）", en: "{demand}: yes ({actual})" },
  no: { zh: "{demand}：不符合（{actual}）", en: "{demand}: no ({actual})" },
  "cannot-say": { zh: "{demand}：无法判断，缺少{missing}", en: "{demand}: cannot say, {missing} is missing" },
};
const SHARE_TEXT: Text = { zh: "{of}的{percent}%", en: "{percent}% of {of}" };
const TRUTH_TEXTS = { true: { zh: "是", en: "yes" }, false: { zh: "否", en: "no" } } as const;
const NOTHING: Text = { zh: "未填", en: "not given" };

/** One sentence for one test: demand, answer, and the value that was found. */
export function sayTest(explained: ExplainedTest, fields: InputFields, language: Language): string {
  const { test, actual, label } = explained;
  const nameOf = (input: string): string => fields[input]?.label[language] ?? input;
  const unit = fields[test.input]?.unit?.[language] ?? "";
  const shown = (value: string | boolean | readonly string[] | null): string => {
    if (value === null) return NOTHING[language];
    if (typeof value === "boolean") return TRUTH_TEXTS[`${value}`][language];
    return typeof value === "string" ? `${value}${unit}` : value.join(language === "zh" ? "、" : ", ");
  };
  const wanted =
    "values" in test
      ? shown(test.values)
      : "value" in test
        ? typeof test.value === "object"
          ? say(SHARE_TEXT, language, { percent: test.value.percent, of: nameOf(test.value.of) })
          : shown(test.value)
        : "";
  const demand = label?.[language] ?? say(TEST_TEXTS[test.is], language, { label: nameOf(test.input), wanted });
  return say(ACTUAL_TEXTS[explained.verdict], language, { demand, actual: shown(actual), missing: explained.missing.map(nameOf) });
}
