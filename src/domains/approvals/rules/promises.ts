import type { CaseDecision, CaseState } from "#domains/approvals/contract/case.ts";
import { type Gate, gate, type Moves } from "#kernel/lifecycle.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { type Actor, all, allow, type Decision, holds, type Policy, refuse, someoneElse } from "#kernel/policy.ts";

export type CommitmentState = "PENDING" | "VERIFIED" | "FALSE" | "CORRECTED" | "REVOKED";

/** What the gates of a commitment look at. */
export type CommitmentCourse = {
  readonly state: CommitmentState;
  /** Of a false promise: until when it may be put right. */
  readonly correctBy: LocalDate | null;
  /** What the case came to. */
  readonly decision: CaseDecision | null;
  readonly revoked: boolean;
  readonly on: LocalDate | null;
};

const source = "国办发〔2020〕42号（证明事项和涉企经营许可事项告知承诺制）";
const correctionDay: Gate<CommitmentCourse> = gate("correct-by", ({ correctBy, on }) =>
  correctBy === null ? "missing-correct-by" : on !== null && correctBy <= on ? "correct-by-past" : undefined,
);
const granted: Gate<CommitmentCourse> = gate("granted", ({ decision, revoked }) =>
  decision !== "granted" || revoked ? "nothing-to-revoke" : undefined,
);
const correctionOver: Gate<CommitmentCourse> = gate("correction-over", ({ correctBy, on }) =>
  correctBy !== null && on !== null && on <= correctBy ? `correction-still-open:${correctBy}` : undefined,
);

/** A promise is verified; a false one is to be put right by a day, and what it brought is revoked when it is not. */
export const commitmentMoves = {
  true: { from: ["PENDING"], to: "VERIFIED", needs: [], by: "window", source },
  false: { from: ["PENDING"], to: "FALSE", needs: [correctionDay], by: "window", source },
  corrected: { from: ["FALSE"], to: "CORRECTED", needs: [], by: "window", source },
  revoke: { from: ["FALSE"], to: "REVOKED", needs: [granted, correctionOver], by: "head", source },
} satisfies Moves<CommitmentState, CommitmentCourse>;
export type CommitmentMove = keyof typeof commitmentMoves;

export type CommitmentSubject = {
  readonly caseState: CaseState;
  readonly departmentId: string | null;
  readonly applicantId: string;
  /** Who found it false: the result is revoked by somebody else. */
  readonly foundBy: string | null;
};

const own = (actor: Actor, { departmentId }: CommitmentSubject): Decision =>
  departmentId === null || actor.role === "leadership" || actor.departmentId === departmentId ? allow : refuse("other-department");
const notOwn = (actor: Actor, { applicantId }: CommitmentSubject): Decision => someoneElse(actor, applicantId, "self-approval");

/** The department that handles the case verifies; its head revokes, and is not who verified. */
export const commitmentPolicy = {
  verify: (actor, subject) => all(holds(actor, "approvals.verify"), own(actor, subject), notOwn(actor, subject)),
  revoke: (actor, subject) =>
    all(
      holds(actor, "approvals.decide"),
      own(actor, subject),
      notOwn(actor, subject),
      someoneElse(actor, subject.foundBy, "verifier-revokes"),
    ),
} satisfies Policy<CommitmentSubject>;
