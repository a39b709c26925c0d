import { z } from "zod";
import { PoolFilter } from "#domains/promotion/contract/screening.ts";
import { LocalDate } from "#kernel/local-date.ts";

/** A place of the chain as a screening looks for it: its codes and words with those of everything below it. */
export const ChainQuestion = z.object({
  node: z.string(),
  /** With the codes of everything below it. */
  nodes: z.array(z.string()),
  name: z.string(),
  nameEn: z.string(),
  level: z.string(),
  strength: z.string(),
  action: z.string().nullable(),
  classCodes: z.array(z.string()),
  words: z.array(z.string()),
  chainVersion: z.number().int(),
});
export type ChainQuestion = z.infer<typeof ChainQuestion>;

/** All that a ranking depends on beside the data: kept with a locked list, so that it can be asked again. */
export const ScreeningQuestion = z.object({
  place: ChainQuestion,
  filter: PoolFilter,
  scoring: z.number().int(),
  asOf: LocalDate,
});
export type ScreeningQuestion = z.infer<typeof ScreeningQuestion>;
