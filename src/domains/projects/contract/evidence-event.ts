import { z } from "zod";
import { EvidenceKind } from "#domains/projects/contract/project.ts";
import { LocalDate } from "#kernel/local-date.ts";

/** Told by the domain that handles approvals when a result has been delivered: a permit number, an acceptance filing. */
export const RESULT_DELIVERED = "approvals.result-delivered";

export const ResultDelivered = z.object({
  projectId: z.uuid(),
  evidenceKind: EvidenceKind,
  number: z.string().trim().min(1).max(80),
  datedOn: LocalDate,
  /** The case that it comes from: of one case one piece of evidence of a kind and number is attached. */
  caseId: z.string().trim().min(1).max(80),
  title: z.string().trim().min(1).max(200),
});
export type ResultDelivered = z.infer<typeof ResultDelivered>;

/** Told when a result was revoked after its delivery: what it proved of a project holds no more. */
export const RESULT_REVOKED = "approvals.result-revoked";

export const ResultRevoked = z.object({
  caseId: z.string().trim().min(1).max(80),
  on: LocalDate,
  because: z.string().trim().min(1).max(500),
});
export type ResultRevoked = z.infer<typeof ResultRevoked>;
