import type { Text } from "#kernel/texts.ts";

/** Sentences of the refusals of periods. */
export const periodTexts = {
  "period.not-a-period": {
    zh: "“{text}”不是时期：应写成 2023、2020H1、2022Q1、2016Q1-Q3、2021-06 或 2021-01..2021-07，年份不详写 ?。",
    en: "“{text}” is no period: 2023, 2020H1, 2022Q1, 2016Q1-Q3, 2021-06 or 2021-01..2021-07 was expected, with ? for an unknown year.",
  },
} as const satisfies Readonly<Record<string, Text>>;
