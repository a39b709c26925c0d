import type { LeadStage, LeadStatus } from "#domains/promotion/contract/lead.ts";
import type { LeadPoolRules } from "#domains/promotion/contract/lead-rules.ts";
import { addDays, daysBetween, type LocalDate } from "#kernel/local-date.ts";
import { all, allow, type Decision, refuse } from "#kernel/policy.ts";

/** What is looked at when somebody picks a lead. */
export type PickCase = {
  readonly status: LeadStatus;
  readonly ownerId: string | null;
  /** Who had it last, and until when. */
  readonly previousOwnerId: string | null;
  readonly previousUntil: LocalDate | null;
};

export type Picker = { readonly id: string; readonly pickedToday: number; readonly held: number };

/** The first day on which the previous owner may pick it again. */
export const cooledOn = (until: LocalDate, { cooldownDays }: LeadPoolRules): LocalDate => addDays(until, cooldownDays);

export function mayPick(lead: PickCase, picker: Picker, rules: LeadPoolRules, today: LocalDate): Decision {
  const cooling =
    lead.previousOwnerId === picker.id && lead.previousUntil !== null && today < cooledOn(lead.previousUntil, rules)
      ? refuse(`cooling:${cooledOn(lead.previousUntil, rules)}`)
      : allow;
  return all(
    lead.status === "ACTIVE" ? allow : refuse(`wrong-status:${lead.status}`),
    lead.ownerId === null ? allow : refuse(lead.ownerId === picker.id ? "own-already" : "owned"),
    cooling,
    picker.pickedToday < rules.perDay ? allow : refuse(`picked-enough:${rules.perDay}`),
    picker.held < rules.mostHeld ? allow : refuse(`holds-enough:${rules.mostHeld}`),
  );
}

export type TouchCase = {
  readonly stage: LeadStage;
  readonly status: LeadStatus;
  readonly ownerId: string | null;
  readonly ownedSince: LocalDate | null;
  readonly touchedOn: LocalDate | null;
};

/** Before negotiation an untouched lead goes to somebody else; from then on silence parks it instead. */
const RECYCLED: readonly LeadStage[] = ["TARGETED", "CONTACTED"];

/** Whether a lead has lain untouched in its owner's hands for too long. */
export function isToBeRecycled(
  { stage, status, ownerId, ownedSince, touchedOn }: TouchCase,
  rules: LeadPoolRules,
  today: LocalDate,
): boolean {
  if (status !== "ACTIVE" || ownerId === null || ownedSince === null || !RECYCLED.includes(stage)) return false;
  const since = touchedOn !== null && touchedOn > ownedSince ? touchedOn : ownedSince;
  return daysBetween(since, today) >= rules.untouchedDays;
}

export type FirstTalk = {
  readonly talkedOn: LocalDate;
  readonly protectedUntil: LocalDate;
  readonly departmentId: string | null;
  readonly by: string;
};

/** Until which day a first talk stands. */
export const protectedUntil = (talkedOn: LocalDate, { protectionDays }: LeadPoolRules): LocalDate => addDays(talkedOn, protectionDays);

/** A standing first talk of another team is disputed by a new one; one's own, or one whose protection is over, is not. */
export function disputes(
  standing: FirstTalk,
  claimant: { readonly id: string; readonly departmentId: string | null },
  today: LocalDate,
): boolean {
  if (today > standing.protectedUntil) return false;
  if (standing.by === claimant.id) return false;
  return standing.departmentId === null || standing.departmentId !== claimant.departmentId;
}
