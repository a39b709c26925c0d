import { CaseState } from "#domains/approvals/contract/case.ts";
import type { MatterKind } from "#domains/approvals/contract/matter.ts";
import { SUPPLEMENT_SOURCE } from "#domains/approvals/rules/case-clock.ts";
import { type CaseCourse, papersOn } from "#domains/approvals/rules/case-course.ts";
import { type Gate, gate, type Move, type Moves } from "#kernel/lifecycle.ts";
import type { LocalDate } from "#kernel/local-date.ts";

/** What the gates look at; `on` is the day of the move, null while only asking what is missing. */
export type CaseGates = {
  readonly state: CaseState;
  readonly suspendedFrom: CaseState | null;
  readonly kind: MatterKind;
  readonly formMissing: readonly string[];
  readonly materialsMissing: readonly string[];
  readonly supplementNoticed: boolean;
  /** The last day for the supplement notice. */
  readonly noticeDueOn: LocalDate | null;
  readonly hasReviews: boolean;
  /** Departments that still owe an opinion. */
  readonly reviewsOpen: readonly string[];
  readonly reviewsWaiting: number;
  readonly granted: boolean;
  /** The move that is asked for would grant. */
  readonly granting: boolean;
  /** Names of the proofs whose promise was found false and has not been put right. */
  readonly untrue: readonly string[];
  /** The time to put one of them right is over. */
  readonly correctionOver: boolean;
  /** Names of materials that were deferred and have not come. */
  readonly deferred: readonly string[];
  readonly deferralLapsed: boolean;
  /** The legal limit is over on the day. */
  readonly limitOver: boolean;
  /** What was decided has been revoked. */
  readonly revoked: boolean;
  /** Of a renewal: the last day of the licence that is to be renewed. */
  readonly expiresOn: LocalDate | null;
  readonly on: LocalDate | null;
};

const handbook = "handbook §5";
const source = handbook;

/** The rules by which the platform takes a step by itself: named in the history, so that nobody takes it for a person's. */
export const AUTOMATIC = {
  deemAccepted: "逾期未告知，视为受理",
  resume: "中止期限届满，恢复计时",
  silentOpinion: "部门逾期未反馈，视为无异议（内部规则）",
  deemRenewed: "届满前未作决定，视为准予延续",
  lapse: "容缺材料逾期未补，终止办理",
  forfeit: "承诺不实逾期未整改，终止办理",
  annul: "决定在送达前被撤销，终止办理",
  recompute: "放假通知载入后重新计算期限",
} as const;

const form = gate<CaseGates>("form", ({ formMissing }) =>
  formMissing[0] === undefined ? undefined : `missing-answer:${formMissing.join("、")}`,
);
const materials = gate<CaseGates>("materials", ({ materialsMissing }) =>
  materialsMissing[0] === undefined ? undefined : `missing-material:${materialsMissing.join("、")}`,
);
const firstNotice = gate<CaseGates>("one-notice", ({ supplementNoticed }) => (supplementNoticed ? "supplement-twice" : undefined));
const inTime = gate<CaseGates>("notice-in-time", ({ noticeDueOn, on }) =>
  on !== null && noticeDueOn !== null && on > noticeDueOn ? `supplement-too-late:${noticeDueOn}` : undefined,
);
const noticeOver = gate<CaseGates>("notice-over", ({ noticeDueOn, on }) =>
  noticeDueOn === null || on === null || on <= noticeDueOn ? "notice-still-open" : undefined,
);
const opinions = gate<CaseGates>("opinions", ({ reviewsOpen, reviewsWaiting }) =>
  reviewsOpen[0] !== undefined ? `missing-opinion:${reviewsOpen.join("、")}` : reviewsWaiting > 0 ? "missing-opinions" : undefined,
);
const reviewBegun = gate<CaseGates>("review", ({ hasReviews, state }) =>
  hasReviews && state === "ACCEPTED" ? "review-not-begun" : undefined,
);
const supplied = gate<CaseGates>("deferred", ({ granted, deferred }) =>
  granted && deferred[0] !== undefined ? `missing-deferred:${deferred.join("、")}` : undefined,
);
/** Nothing is granted or handed over on a promise that was found false (handbook §5: terminate, correct, revoke). */
const truthful = gate<CaseGates>("truthful", ({ granting, granted, untrue }) =>
  (granting || granted) && untrue[0] !== undefined ? `false-promise:${untrue.join("、")}` : undefined,
);
const uncorrected = gate<CaseGates>("uncorrected", ({ untrue, correctionOver }) =>
  untrue[0] === undefined ? "no-false-promise" : correctionOver ? undefined : "correction-runs",
);
/** A clock that has run out cannot be stopped any more. */
const running = gate<CaseGates>("running", ({ limitOver }) => (limitOver ? "limit-over" : undefined));
const revoked = gate<CaseGates>("revoked", ({ revoked: given }) => (given ? undefined : "nothing-revoked"));
const lapsed = gate<CaseGates>("lapsed", ({ deferralLapsed }) => (deferralLapsed ? undefined : "deferral-still-open"));
const renewal = gate<CaseGates>("renewal", ({ kind }) => (kind === "renewal" ? undefined : "silence-grants-nothing"));
const expired = gate<CaseGates>("expired", ({ expiresOn, on }) =>
  expiresOn !== null && on !== null && on > expiresOn ? undefined : "licence-not-expired",
);
const from = (state: CaseState): Gate<CaseGates> =>
  gate(`from-${state}`, ({ suspendedFrom }) => (suspendedFrom === state ? undefined : `suspended-from:${suspendedFrom ?? "none"}`));

const OPEN = ["SUBMITTED", "SUPPLEMENT", "ACCEPTED", "REVIEWING", "SUSPENDED"] as const;

/** Moves that lead to another state. `by`: on whom the move waits. */
export const caseMoves = {
  submit: { from: ["DRAFT"], to: "SUBMITTED", needs: [form], by: "applicant", source },
  noticeSupplement: { from: ["SUBMITTED"], to: "SUPPLEMENT", needs: [firstNotice, inTime], by: "window", source: SUPPLEMENT_SOURCE },
  answerSupplement: { from: ["SUPPLEMENT"], to: "SUBMITTED", needs: [form], by: "applicant", source },
  accept: { from: ["SUBMITTED"], to: "ACCEPTED", needs: [form, materials], by: "window", source: "行政许可法第三十二条第一款第五项" },
  deemAccepted: { from: ["SUBMITTED"], to: "ACCEPTED", needs: [noticeOver], by: "rule", source: SUPPLEMENT_SOURCE },
  refuseToAccept: { from: ["SUBMITTED"], to: "TERMINATED", needs: [], by: "window", source: "行政许可法第三十二条第一款第一、二项" },
  startReview: { from: ["ACCEPTED"], to: "REVIEWING", needs: [], by: "window", source },
  pause: { from: ["ACCEPTED", "REVIEWING"], to: "SUSPENDED", needs: [running], by: "window", source: "行政许可法第四十五条" },
  resumeAccepted: { from: ["SUSPENDED"], to: "ACCEPTED", needs: [from("ACCEPTED")], by: "window", source },
  resumeReviewing: { from: ["SUSPENDED"], to: "REVIEWING", needs: [from("REVIEWING")], by: "window", source },
  decide: {
    from: ["ACCEPTED", "REVIEWING"],
    to: "DECIDED",
    needs: [reviewBegun, opinions, truthful],
    by: "head",
    source: "行政许可法第三十八条",
  },
  deemRenewed: {
    from: ["ACCEPTED", "REVIEWING", "SUSPENDED"],
    to: "DECIDED",
    needs: [renewal, expired, truthful],
    by: "rule",
    source: "行政许可法第五十条第二款",
  },
  deliver: { from: ["DECIDED"], to: "DELIVERED", needs: [supplied, truthful], by: "window", source: "行政许可法第四十四条" },
  withdraw: { from: ["DRAFT", ...OPEN], to: "WITHDRAWN", needs: [], by: "applicant", source },
  terminate: { from: OPEN, to: "TERMINATED", needs: [], by: "window", source },
  lapse: { from: ["ACCEPTED", "REVIEWING", "SUSPENDED", "DECIDED"], to: "TERMINATED", needs: [lapsed], by: "rule", source },
  /** A false promise that was not put right by its day ends what was not decided yet; what was granted on it is revoked by the head. */
  forfeit: {
    from: ["ACCEPTED", "REVIEWING", "SUSPENDED"],
    to: "TERMINATED",
    needs: [uncorrected],
    by: "rule",
    source: "国办发〔2020〕42号；handbook §5 告知承诺",
  },
  /** What was revoked before it was handed over is not handed over. */
  annul: { from: ["DECIDED"], to: "TERMINATED", needs: [revoked], by: "rule", source: "行政许可法第六十九条" },
} satisfies Moves<CaseState, CaseGates>;

export type CaseMove = keyof typeof caseMoves;

/** Steps that stand in the history and leave the state as it is. */
export const caseStays = {
  giveOpinion: { from: ["REVIEWING"], needs: [], by: "department", source },
  silentOpinion: { from: ["REVIEWING"], needs: [], by: "rule", source: "handbook §5: inter-department opinion, a local internal rule" },
  extend: { from: ["ACCEPTED", "REVIEWING"], needs: [], by: "head", source: "行政许可法第四十二条第一款" },
  supplyDeferred: { from: ["ACCEPTED", "REVIEWING", "SUSPENDED", "DECIDED"], needs: [], by: "applicant", source },
  verifyCommitment: { from: ["ACCEPTED", "REVIEWING", "SUSPENDED", "DECIDED", "DELIVERED"], needs: [], by: "window", source },
  revokeResult: { from: ["DECIDED", "DELIVERED"], needs: [], by: "head", source },
  recompute: { from: [...OPEN, "DECIDED"], needs: [], by: "rule", source: "handbook §5: working-day calendar" },
  renewCode: { from: CaseState.options, needs: [], by: "applicant", source },
  handOver: { from: ["DRAFT", ...OPEN, "DECIDED"], needs: [], by: "rule", source },
} satisfies Readonly<Record<string, Omit<Move<CaseState, CaseGates>, "to">>>;

export type CaseStay = keyof typeof caseStays;

export const isStay = (move: string): move is CaseStay => Object.hasOwn(caseStays, move);

/** A suspended case goes back to where it was. */
export const resumeMove = (suspendedFrom: CaseState | null): CaseMove =>
  suspendedFrom === "REVIEWING" ? "resumeReviewing" : "resumeAccepted";

export type CaseDates = Partial<Pick<CaseCourse, "submittedOn" | "acceptedOn" | "decidedOn" | "deliveredOn" | "endedOn">>;

/** The day that a move sets. Deemed accepted: from the day on which the papers came (行政许可法第三十二条). */
export function datesOf(move: CaseMove, course: CaseCourse, on: LocalDate): CaseDates {
  switch (move) {
    case "submit":
      return { submittedOn: on };
    case "accept":
      return { acceptedOn: on };
    case "deemAccepted":
      return { acceptedOn: papersOn(course) ?? on };
    case "decide":
    case "deemRenewed":
      return { decidedOn: on };
    case "deliver":
      return { deliveredOn: on };
    case "withdraw":
    case "terminate":
    case "refuseToAccept":
    case "lapse":
    case "forfeit":
    case "annul":
      return { endedOn: on };
    default:
      return {};
  }
}
