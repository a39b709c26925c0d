import type { z } from "zod";
import type { Figure } from "#domains/intelligence/contract/extraction.ts";
import type { AcceptanceRule } from "#domains/intelligence/contract/intelligence-operations.ts";

/** What a rule may look at: the figure, and whether another source contradicts it. */
export type Candidate = { readonly figure: Figure; readonly inConflict: boolean };
export type AcceptanceRuleOf = z.infer<typeof AcceptanceRule> & { readonly accepts: (candidate: Candidate) => boolean };

/**
 * Named rules of bulk acceptance. A decision made by one carries its name, so that it can be found, questioned and withdrawn.
 * None accepts a target, a figure without a year, or one that another source contradicts: a person looks at those.
 */
export const acceptanceRules: readonly AcceptanceRuleOf[] = [
  {
    name: "certain-catalogue-figures",
    title: { zh: "目录指标且把握充分", en: "Catalogue figures beyond doubt" },
    description: {
      zh: "指标在目录内、期间年份明确、地区明确、置信度不低于 0.9、无冲突的实际数",
      en: "Actual figures of catalogue indicators with a full period and a region, confidence 0.9 or more, uncontradicted",
    },
    accepts: ({ figure, inConflict }) => figure.code !== null && isPlain(figure, inConflict) && figure.confidence >= 0.9,
  },
  {
    name: "certain-counts",
    title: { zh: "地区计数且把握充分", en: "Counts about the region beyond doubt" },
    description: {
      zh: "地区口径的计数（项目、企业、平台等），期间年份明确、置信度不低于 0.9、无冲突",
      en: "Counts about a region (projects, enterprises, platforms) with a full period, confidence 0.9 or more, uncontradicted",
    },
    accepts: ({ figure, inConflict }) =>
      figure.scope === "region" && !/[%％元]/.test(figure.unit) && isPlain(figure, inConflict) && figure.confidence >= 0.9,
  },
  {
    name: "repeats-of-accepted",
    title: { zh: "标题与图表中的重复", en: "Repeats in headlines and boxes" },
    description: {
      zh: "标题、图表、摘要中与正文一致的重复数字，并入正文数据",
      en: "Figures that a headline, box or summary repeats from the body: joined to it",
    },
    accepts: ({ figure, inConflict }) => figure.repeated && !inConflict,
  },
];

const isPlain = (figure: Figure, inConflict: boolean): boolean =>
  !inConflict && figure.kind === "actual" && figure.region !== null && figure.period !== null && !figure.period.includes("?");

export const findAcceptanceRule = (name: string): AcceptanceRuleOf | undefined => acceptanceRules.find((rule) => rule.name === name);
