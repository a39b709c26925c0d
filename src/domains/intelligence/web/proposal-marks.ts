import type { Proposal } from "#domains/intelligence/contract/intelligence-operations.ts";
import type { Mark } from "#ui/source-pieces.ts";

/** Every quote of every finding, so that the source shows where they stand. */
export const marksOf = (proposals: readonly Proposal[]): readonly Mark[] =>
  proposals.flatMap((proposal) => proposal.finding.spans.map((span) => ({ ...span, id: proposal.id })));
