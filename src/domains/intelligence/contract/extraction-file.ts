import { z } from "zod";
import { type Extraction, FigureKind, ProjectStage, Scope } from "#domains/intelligence/contract/extraction.ts";

/** What `yuanshu intelligence extract` writes for one document: the findings of all its articles together. */
export const ExtractionFile = z.object({
  text: z.string(),
  metrics: z.array(
    z.object({
      indicator: z.string(),
      value: z.number(),
      unit: z.string(),
      period: z.string().nullable(),
      region: z.string().nullable(),
      yoy_pct: z.number().nullable(),
      quote: z.string(),
      scope: Scope,
      kind: FigureKind,
    }),
  ),
  projects: z.array(
    z.object({
      name: z.string(),
      company: z.string().nullable(),
      investment_yuan: z.number().nullable(),
      stage: ProjectStage.nullable(),
      quote: z.string(),
    }),
  ),
  organisations: z.array(z.string()),
  policies: z.array(z.object({ name: z.string(), amount_yuan: z.number().nullable(), quote: z.string() })),
});
export type ExtractionFile = z.infer<typeof ExtractionFile>;

const numberOrNull = (decimal: string | null): number | null => (decimal === null ? null : Number(decimal));

/** `text`: the cleaned text of all articles. Repeats and bare differences in percentage points are left out: they say nothing new. */
export function extractionFileOf(extraction: Extraction, text: string): ExtractionFile {
  return {
    text,
    metrics: extraction.figures
      .filter((figure) => !figure.repeated && !figure.unit.endsWith("百分点"))
      .map((figure) => ({
        indicator: figure.indicator,
        value: Number(figure.value),
        unit: figure.unit,
        period: figure.period,
        region: figure.region,
        yoy_pct: numberOrNull(figure.yoyPct),
        quote: figure.quote,
        scope: figure.scope,
        kind: figure.kind,
      })),
    projects: extraction.projects.map((project) => ({
      name: project.name,
      company: project.company,
      investment_yuan: numberOrNull(project.investmentYuan),
      stage: project.stage,
      quote: project.quote,
    })),
    organisations: [...new Set(extraction.organisations.map((organisation) => organisation.name))],
    policies: extraction.policies.map((policy) => ({
      name: policy.name,
      amount_yuan: numberOrNull(policy.amountYuan),
      quote: policy.quote,
    })),
  };
}
