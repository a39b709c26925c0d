import { z } from "zod";
import type { Text } from "#kernel/texts.ts";

/** One reason of a score: what was looked at, its value in print, which way it moves the risk, and a sentence in both languages. */
export const DistressDriver = z.object({
  name: z.string(),
  value: z.number().nullable(),
  direction: z.enum(["raises", "lowers"]),
  /** What it adds to the log-odds; the sum over all features and the base is the score's own. */
  adds: z.number(),
  zh: z.string(),
  en: z.string(),
});
export type DistressDriver = z.infer<typeof DistressDriver>;

/** Where the coefficients come from. */
export const DistressModelName = z.enum(["learned-from-file", "committed"]);
export type DistressModelName = z.infer<typeof DistressModelName>;

export const distressModelWords: Readonly<Record<DistressModelName, Text>> = {
  "learned-from-file": { zh: "按文件中较早年份学得", en: "learned from the earlier years of the file" },
  committed: { zh: "平台随附系数", en: "the coefficients that come with the platform" },
};

export const DistressScore = z.object({
  stock_code: z.string(),
  year: z.number().int(),
  /** Between 0 and 1, higher is riskier. It ranks; it is no probability of a bankruptcy. */
  score: z.number(),
  /** Share of the companies known to the model whose score is lower, in per cent. */
  percentile: z.number().int().min(0).max(100),
  model: DistressModelName,
  drivers: z.array(DistressDriver),
});
export type DistressScore = z.infer<typeof DistressScore>;
