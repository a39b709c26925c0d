import type { Text } from "#kernel/texts.ts";

export const ruleTexts = {
  "rule.none-in-force": { zh: "{day} 没有生效的规则版本（{rule}）。", en: "No version of the rule {rule} is in force on {day}." },
  "rule.does-not-compile": { zh: "规则有误（{because}）：{input}。", en: "The rule is not right ({because}): {input}." },
  "rule.unknown-input": { zh: "规则用到了没有登记的条件“{input}”。", en: "The rule asks about “{input}”, which nobody declares." },
  "rule.test-does-not-fit": {
    zh: "“{input}”不能这样比较：数和日期可比大小，文字比相同，名单比包含。",
    en: "“{input}” cannot be tested so: numbers and days are ordered, texts are equal or listed, lists contain.",
  },
  "rule.value-does-not-fit": { zh: "“{input}”的标准值与其类型不符。", en: "The value wanted of “{input}” is not of its kind." },
  "rule.too-deep": { zh: "条件嵌套过深（最多 12 层）。", en: "The conditions are nested too deeply (at most 12 levels)." },
  "rule.input-not-of-kind": {
    zh: "“{label}”的值“{given}”类型不对，应为 {expected}。",
    en: "The value “{given}” of “{input}” is not of its kind, {expected}.",
  },
  "ladder.not-rising": {
    zh: "分级标准应由低到高，最后一级不设上限。",
    en: "The steps of a ladder must rise, and the last one has no end.",
  },
} as const satisfies Readonly<Record<string, Text>>;
