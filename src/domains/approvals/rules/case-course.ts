import type { CaseDecision, CaseState } from "#domains/approvals/contract/case.ts";
import type { Matter } from "#domains/approvals/contract/matter.ts";
import type { Pause } from "#kernel/clock.ts";
import type { LocalDate } from "#kernel/local-date.ts";

export type Answers = Readonly<Record<string, string | boolean | number>>;

export type CourseStep = {
  readonly move: string;
  readonly from: CaseState | null;
  readonly to: CaseState;
  readonly on: LocalDate;
  /** The rule by which the platform took the step by itself. */
  readonly automatic: string | null;
};

/** One time that a material was provided, promised, deferred or reused; the newest of a material counts. */
export type Piece = {
  readonly key: string;
  readonly how: "provided" | "commitment" | "deferred" | "reused";
  readonly on: LocalDate;
};

export type ReviewState = "waiting" | "open" | "agreed" | "objected" | "silent";
export type ReviewRecord = {
  readonly node: string;
  readonly department: string;
  readonly state: ReviewState;
  readonly openedOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
};

/** Everything that was recorded of a case's course, with the version of the matter that it stays on. */
export type CaseCourse = {
  readonly matter: Matter;
  readonly state: CaseState;
  readonly decision: CaseDecision | null;
  readonly enterprise: string;
  readonly draftedOn: LocalDate;
  readonly submittedOn: LocalDate | null;
  readonly acceptedOn: LocalDate | null;
  readonly decidedOn: LocalDate | null;
  readonly deliveredOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
  readonly form: Answers;
  readonly steps: readonly CourseStep[];
  readonly pieces: readonly Piece[];
  readonly pauses: readonly Pause[];
  readonly extension: { readonly length: number; readonly grantedOn: LocalDate } | null;
  readonly supplement: { readonly noticedOn: LocalDate; readonly dueOn: LocalDate | null; readonly answeredOn: LocalDate | null } | null;
  readonly reviews: readonly ReviewRecord[];
  readonly deferrals: readonly {
    readonly key: string;
    readonly state: "OPEN" | "SUPPLIED" | "LAPSED";
  }[];
  readonly commitments: readonly {
    readonly key: string;
    readonly state: "PENDING" | "VERIFIED" | "FALSE" | "CORRECTED" | "REVOKED";
    /** When its state was found; null while nobody looked. */
    readonly foundOn: LocalDate | null;
    /** Of a false promise: until when it may be put right. */
    readonly correctBy: LocalDate | null;
  }[];
};

/** Promises that were found false and have not been put right. */
export const falsePromises = ({ commitments }: Pick<CaseCourse, "commitments">): CaseCourse["commitments"] =>
  commitments.filter(({ state }) => state === "FALSE");

/** The day on which the papers came that are looked at now: the answer to the supplement notice, or the application. */
export const papersOn = ({ submittedOn, supplement }: Pick<CaseCourse, "submittedOn" | "supplement">): LocalDate | null =>
  supplement?.answeredOn ?? submittedOn;

/** Since when it is in its present state: the last step that changed it. */
export function stateSince({ steps, state }: Pick<CaseCourse, "steps" | "state">): LocalDate | null {
  for (let place = steps.length - 1; place >= 0; place -= 1) {
    const step = steps[place];
    if (step !== undefined && step.to === state && step.from !== state) return step.on;
  }
  return null;
}

/** The state that a suspended case goes back to. */
export const suspendedFrom = ({ steps, state }: Pick<CaseCourse, "steps" | "state">): CaseState | null =>
  state === "SUSPENDED" ? (steps.findLast((step) => step.to === "SUSPENDED" && step.from !== "SUSPENDED")?.from ?? null) : null;

/** The course as it stood on a day: what came later had not happened. */
export function courseAsOf(course: CaseCourse, day: LocalDate): CaseCourse {
  const then = (on: LocalDate | null): LocalDate | null => (on !== null && on <= day ? on : null);
  const steps = course.steps.filter(({ on }) => on <= day);
  return {
    ...course,
    steps,
    state: steps.at(-1)?.to ?? "DRAFT",
    decision: then(course.decidedOn) === null ? null : course.decision,
    submittedOn: then(course.submittedOn),
    acceptedOn: then(course.acceptedOn),
    decidedOn: then(course.decidedOn),
    deliveredOn: then(course.deliveredOn),
    endedOn: then(course.endedOn),
    pieces: course.pieces.filter(({ on }) => on <= day),
    pauses: course.pauses.filter(({ from }) => from <= day),
    commitments: course.commitments.map((promise) =>
      promise.foundOn !== null && promise.foundOn > day ? { ...promise, state: "PENDING", foundOn: null, correctBy: null } : promise,
    ),
    extension: course.extension !== null && course.extension.grantedOn <= day ? course.extension : null,
    supplement:
      course.supplement !== null && course.supplement.noticedOn <= day
        ? { ...course.supplement, answeredOn: then(course.supplement.answeredOn) }
        : null,
    reviews: course.reviews.map((review) => ({
      ...review,
      openedOn: then(review.openedOn),
      closedOn: then(review.closedOn),
      state: then(review.openedOn) === null ? "waiting" : then(review.closedOn) === null ? "open" : review.state,
    })),
  };
}
