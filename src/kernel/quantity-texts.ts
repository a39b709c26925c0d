import type { Text } from "#kernel/texts.ts";

/** Sentences of the refusals of decimals, quantities and masses. */
export const quantityTexts = {
  "decimal.not-a-number": {
    zh: "“{text}”不是数字：应为阿拉伯数字，可带负号和小数点，例如 -12.5。",
    en: "“{text}” is not a number: digits were expected, with a minus sign and a point if needed, such as -12.5.",
  },
  "decimal.divided-by-zero": { zh: "除数为零，无法计算。", en: "The divisor is zero, so nothing can be computed." },
  "quantity.not-a-number": {
    zh: "“{text}”不是数字：应为阿拉伯数字，可带负号和小数点，例如 -12.5。",
    en: "“{text}” is not a number: digits were expected, with a minus sign and a point if needed, such as -12.5.",
  },
  "quantity.no-number": {
    zh: "“{text}”中没有数字：应写成如“347亿元”。",
    en: "“{text}” contains no number: something like 347亿元 was expected.",
  },
  "quantity.indefinite": {
    zh: "“{text}”没有说出确定的数（数百、几十之类）：请填写具体数字。",
    en: "“{text}” names no definite number (several hundred, a few dozen): give the number.",
  },
  "quantity.unknown-unit": {
    zh: "不认识的单位“{unit}”：应为元、万元、亿元、%、个百分点、平方米、亩、吨、家、户、个等。",
    en: "Unknown unit “{unit}”: expected 元, 万元, 亿元, %, 个百分点, 平方米, 亩, 吨, 家, 户, 个 or the like.",
  },
  "quantity.left-over": {
    zh: "数量后面多出了“{text}”：只应写数字和单位。",
    en: "“{text}” is left over behind the quantity: only figure and unit were expected.",
  },
  "quantity.too-long": { zh: "数量写得太长：最多 {most} 个字。", en: "The quantity is too long: at most {most} characters." },
  "quantity.kinds-differ": {
    zh: "不同种类的量（{left}、{right}）不能相加或比较。",
    en: "Quantities of different kinds ({left}, {right}) cannot be added or compared.",
  },
  "quantity.currencies-differ": {
    zh: "不同货币（{left}、{right}）不能相加或比较：这里没有汇率。",
    en: "Different currencies ({left}, {right}) cannot be added or compared: no exchange rate is known here.",
  },
  "quantity.units-differ": {
    zh: "单位“{left}”与“{right}”不同，不能相加或比较。",
    en: "The units {left} and {right} differ, so the quantities cannot be added or compared.",
  },
  "mass.finer-than-kilogram": {
    zh: "质量 {tonnes} 吨精确到了公斤以下：吨最多三位小数。",
    en: "The mass {tonnes} t is finer than a kilogram: at most three decimals.",
  },
} as const satisfies Readonly<Record<string, Text>>;
