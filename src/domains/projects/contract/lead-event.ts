import { z } from "zod";
import { ProjectDraft } from "#domains/projects/contract/register-operations.ts";

/** Told by the domain that signs with investors; the register opens the project from it. */
export const LEAD_SIGNED = "promotion.lead-signed";

export const SignedLead = z.object({
  /** Names the lead for good: of one lead one project is opened. */
  lead: z.string().trim().min(1).max(80),
  draft: ProjectDraft.omit({ lead: true }),
});
export type SignedLead = z.infer<typeof SignedLead>;
/** As it is sent, with what has a default left out. */
export type SentSignedLead = z.input<typeof SignedLead>;
