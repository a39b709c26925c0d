import { z } from "zod";
import { ZoneTieKind } from "#domains/registry/contract/enterprise.ts";
import { LocalDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";

/** Ties along which one introduces another. Competitors and disputes block instead. */
export const IntroductionKind = ZoneTieKind.exclude(["competitor", "dispute"]);
export type IntroductionKind = z.infer<typeof IntroductionKind>;
export const BLOCKING = ["competitor", "dispute"] as const;
export type BlockingKind = (typeof BLOCKING)[number];

/** Who of the zone's side may begin: enterprises of its book, leader firms of its chain, officials who know somebody. */
export const IntroducerRole = z.enum(["leader_firm", "resident", "fund", "official"]);
export type IntroducerRole = z.infer<typeof IntroducerRole>;

const Words = z.object({ zh: z.string(), en: z.string() });

export const PathNode = z.object({
  /** Of an enterprise its id in the register, of an official `official:` and the id of the person. */
  id: z.string(),
  name: z.string(),
  kind: z.enum(["enterprise", "official"]),
  /** What it is to the zone; empty for whoever is only passed. */
  roles: z.array(IntroducerRole),
});
export type PathNode = z.infer<typeof PathNode>;

export const PathTie = z.object({
  from: z.string(),
  to: z.string(),
  kind: IntroductionKind,
  sharePct: z.string().nullable(),
  /** 0 to 100, as it was entered. */
  strength: z.number().int(),
  asOf: LocalDate.nullable(),
  evidence: z.string(),
  source: z.string(),
  /** Per mille: kind, strength and freshness together. */
  weight: z.number().int(),
});
export type PathTie = z.infer<typeof PathTie>;

export const IntroductionPath = z.object({
  /** From the introducer to the target. */
  nodes: z.array(PathNode).min(2).max(4),
  ties: z.array(PathTie).min(1).max(3),
  /** 0 to 100: how likely the word gets through. */
  score: z.number(),
  /** Who should call whom. */
  sentence: Words,
  /** The liaison of the enterprise that begins, where it has one. */
  liaison: z.string().nullable(),
  /** Further paths of the same introducer. */
  others: z.number().int(),
});
export type IntroductionPath = z.infer<typeof IntroductionPath>;

export const introducerWords: Readonly<Record<IntroducerRole, Text>> = {
  leader_firm: { zh: "链主企业", en: "Chain leader firm" },
  resident: { zh: "在园企业", en: "Resident" },
  fund: { zh: "合作基金", en: "Fund" },
  official: { zh: "干部", en: "Official" },
};
