import type { Text } from "#kernel/texts.ts";

/** What `chain classify` says of its files and of single rows; `{row}` counts the heading as the first. */
export const classifyTexts = {
  "classify.no-file": {
    zh: "请给出一个待分类的 CSV 文件（列 id,name,products，产品以“；”分隔）。",
    en: "Name one CSV file to classify (columns id,name,products, products separated by “；”).",
  },
  "classify.unreadable": { zh: "文件“{path}”读不到（{reason}）。", en: "The file “{path}” cannot be read ({reason})." },
  "classify.too-large": {
    zh: "文件“{path}”展开后超过 {megabytes} MB 的上限。",
    en: "The file “{path}” is larger than {megabytes} MB once unpacked.",
  },
  "classify.columns": {
    zh: "文件“{path}”缺少列 {missing}；应有列 {expected}，实际是 {found}。",
    en: "The file “{path}” has no column {missing}; the columns {expected} were expected, it has {found}.",
  },
  "classify.no-examples": {
    zh: "“{path}”里没有可学的样本：company_industry.csv 应有企业代码和行业代码。",
    en: "There is nothing to learn from in “{path}”: company_industry.csv should hold company codes and industry codes.",
  },
  "classify.row-no-id": { zh: "第 {row} 行没有 id，未分类。", en: "Row {row} has no id and was not classified." },
  "classify.row-cells": {
    zh: "第 {row} 行有 {found} 格，应为 {expected} 格；按已有的格分类。",
    en: "Row {row} has {found} cells where {expected} were expected; it was classified by those that it has.",
  },
  "classify.row-damaged": {
    zh: "第 {row} 行有缺损的字符，未予采用。",
    en: "Row {row} holds damaged characters; they were not used.",
  },
  "classify.row-quotes": {
    zh: "第 {row} 行的引号没有配对，该行之后可能并作一行。",
    en: "Quotation marks are not paired in row {row}; what follows may have been read as one row.",
  },
  "classify.row-no-evidence": {
    zh: "第 {row} 行（{id}）没有产品和名称，只按各行业的企业数排列。",
    en: "Row {row} ({id}) has neither products nor a name; industries are ranked by their number of enterprises only.",
  },
  "classify.example-unknown-code": {
    zh: "样本第 {row} 行的行业代码“{code}”不在 sw_industries.csv 中，也没有名称，未采用。",
    en: "Row {row} of the examples has the industry “{code}”, which sw_industries.csv does not list, without a name; it was left out.",
  },
  "classify.example-no-id": {
    zh: "样本“{file}”第 {row} 行没有企业代码，未采用。",
    en: "Row {row} of “{file}” has no company code and was left out.",
  },
  "classify.more-notes": { zh: "另有 {more} 条提示未列出。", en: "{more} more remarks are not shown." },
} as const satisfies Record<string, Text>;

/** Why an industry was named, for a person who confirms it. `{…}` are lists. */
export const classifyReasons = {
  products: {
    zh: "产品{products}说明最多",
    en: "most was said by the products {products}",
  },
  name: { zh: "名称“{name}”也指向它", en: "the name “{name}” points there too" },
  nameOnly: { zh: "由名称“{name}”推断", en: "concluded from the name “{name}”" },
  like: { zh: "与已归入的{companies}相近", en: "near to {companies}, which stand there already" },
  none: { zh: "产品和名称都没有指向它", en: "neither the products nor the name point there" },
  prior: {
    zh: "产品和名称里没有可用的线索，按各行业企业数排列",
    en: "nothing in products or name to go by; ranked by number of enterprises",
  },
} as const satisfies Record<string, Text>;
