import { ADVERSE, type SignalKind } from "#domains/promotion/contract/screening.ts";
import type { TargetStatus } from "#domains/promotion/contract/target.ts";
import { type Actor, all, allow, holds, type Policy, refuse } from "#kernel/policy.ts";

export type SignalSubject = {
  readonly kind: SignalKind;
  readonly ended: boolean;
  readonly withdrawn: boolean;
  readonly fromDocument: boolean;
};

/** What a document gave goes when the document's finding goes, and by nobody's hand. */
export const signalPolicy = {
  end: (actor: Actor, { kind, ended, withdrawn }: SignalSubject) =>
    all(
      holds(actor, "promotion.work"),
      withdrawn ? refuse("signal-withdrawn") : allow,
      (ADVERSE as readonly SignalKind[]).includes(kind) ? allow : refuse("signal-fades"),
      ended ? refuse("signal-ended") : allow,
    ),
  withdraw: (actor: Actor, { withdrawn, fromDocument }: SignalSubject) =>
    all(
      holds(actor, "promotion.work"),
      withdrawn ? refuse("signal-withdrawn") : allow,
      fromDocument ? refuse("signal-of-document") : allow,
    ),
} satisfies Policy<SignalSubject>;

export type TargetSubject = { readonly status: TargetStatus; readonly listOpen: boolean };

const listOpen = ({ listOpen: open }: TargetSubject) => (open ? allow : refuse("list-closed"));
const stillTarget = ({ status }: TargetSubject) =>
  status === "DROPPED" ? refuse("target-dropped") : status === "LEAD" ? refuse("target-is-lead") : allow;

export const targetPolicy = {
  edit: (actor, target) => all(holds(actor, "promotion.work"), listOpen(target), stillTarget(target)),
  drop: (actor, target) => all(holds(actor, "promotion.work"), listOpen(target), stillTarget(target)),
  restore: (actor, target) =>
    all(holds(actor, "promotion.work"), listOpen(target), target.status === "DROPPED" ? allow : refuse("target-not-dropped")),
  /** Handbook §3, gate of step 1: an owner is assigned first. */
  lead: (actor, target) =>
    all(
      holds(actor, "promotion.work"),
      listOpen(target),
      stillTarget(target),
      target.status === "LOCKED" ? refuse("target-unowned") : allow,
    ),
} satisfies Policy<TargetSubject>;

export const targetListPolicy = {
  change: (actor, { open }) => all(holds(actor, "promotion.work"), open ? allow : refuse("list-closed")),
  close: (actor, { open }) => all(holds(actor, "promotion.work"), open ? allow : refuse("list-closed")),
} satisfies Policy<{ readonly open: boolean }>;

/** What concerns no single list. */
export const screeningPolicy = {
  lock: (actor: Actor) => holds(actor, "promotion.work"),
  note: (actor: Actor) => holds(actor, "promotion.work"),
  setScoring: (actor: Actor) => holds(actor, "promotion.set-rules"),
} satisfies Policy<null>;
