import type { PaperState } from "#domains/promotion/contract/paper.ts";
import { type LeadSubject, ownOrHead } from "#domains/promotion/rules/promotion-policy.ts";
import { type Actor, all, allow, holds, type Policy, refuse, someoneElse } from "#kernel/policy.ts";

export type PaperSubject = { readonly state: PaperState; readonly writtenBy: string };

const isDraft = ({ state }: PaperSubject) => (state === "DRAFT" ? allow : refuse("paper-not-draft"));
const isOwn = (actor: Actor, { writtenBy }: PaperSubject) => (writtenBy === actor.id ? allow : refuse("not-own-paper"));

/** handbook §1, §3: whoever writes a risk memo or a tailored plan does not pass it; a second person does. */
export const paperPolicy = {
  edit: (actor, paper) => all(holds(actor, "promotion.diligence"), isDraft(paper), isOwn(actor, paper)),
  submit: (actor, paper) => all(holds(actor, "promotion.diligence"), isDraft(paper), isOwn(actor, paper)),
  review: (actor, paper) =>
    all(
      holds(actor, "promotion.diligence"),
      paper.state === "SUBMITTED" ? allow : refuse("paper-not-submitted"),
      someoneElse(actor, paper.writtenBy, "own-entry"),
    ),
} satisfies Policy<PaperSubject>;

const going = ({ status, stage }: LeadSubject) =>
  status !== "ACTIVE" ? refuse(`wrong-status:${status}`) : stage === "LANDED" ? refuse(`wrong-stage:${stage}`) : allow;

/** What may be entered about the party of a lead, and when a paper of it may be begun. */
export const diligencePolicy = {
  enter: (actor: Actor, { lead }) =>
    all(holds(actor, "promotion.diligence"), lead.status === "JOINED" ? refuse("wrong-status:JOINED") : allow),
  write: (actor: Actor, { lead, open }) =>
    all(holds(actor, "promotion.diligence"), going(lead), ownOrHead(actor, lead), open ? refuse("paper-open") : allow),
} satisfies Policy<{ readonly lead: LeadSubject; readonly open: boolean }>;
