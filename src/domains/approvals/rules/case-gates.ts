import { deferralDue, readCaseClock, supplementDue } from "#domains/approvals/rules/case-clock.ts";
import { type CaseCourse, falsePromises, suspendedFrom } from "#domains/approvals/rules/case-course.ts";
import type { CaseGates } from "#domains/approvals/rules/case-lifecycle.ts";
import { checkForm, missingMaterials } from "#domains/approvals/rules/case-materials.ts";
import { isClosed } from "#domains/approvals/rules/review-graph.ts";
import type { Due } from "#kernel/clock.ts";
import { findLocalDate, type LocalDate } from "#kernel/local-date.ts";
import type { WorkCalendar } from "#kernel/work-calendar.ts";

/** The field of a renewal's form that says until when the present licence is valid. */
export const EXPIRY_FIELD = "valid-until";

const isPast = (due: Due | null, on: LocalDate | null): boolean => due !== null && on !== null && due.day < on;

/** A case as the gates of the lifecycle look at it; `granting` when the move that is asked for would grant. */
export function gatesOf(course: CaseCourse, calendar: WorkCalendar, on: LocalDate | null, granting = false): CaseGates {
  const { matter, reviews, deferrals } = course;
  const nameOf = (key: string) => matter.materials.find((material) => material.key === key)?.name.zh ?? key;
  const owed = deferrals.filter(({ state }) => state !== "SUPPLIED");
  const untrue = falsePromises(course);
  const expiry = course.form[EXPIRY_FIELD];
  return {
    state: course.state,
    suspendedFrom: suspendedFrom(course),
    kind: matter.kind,
    formMissing: checkForm(matter.form, course.form, true).map(({ name }) => name),
    materialsMissing: missingMaterials(course).map(({ name }) => name.zh),
    supplementNoticed: course.supplement !== null,
    noticeDueOn: supplementDue(course, calendar)?.day ?? null,
    hasReviews: matter.reviews.length > 0,
    reviewsOpen: reviews.flatMap(({ state, department }) => (state === "open" ? [department] : [])),
    reviewsWaiting: reviews.filter(({ state }) => !isClosed(state) && state !== "open").length,
    granted: course.decision === "granted",
    granting,
    untrue: untrue.map(({ key }) => nameOf(key)),
    correctionOver: on !== null && untrue.some(({ correctBy }) => correctBy !== null && correctBy < on),
    deferred: owed.map(({ key }) => nameOf(key)),
    deferralLapsed: owed.length > 0 && isPast(on === null ? null : deferralDue(course, calendar, on), on),
    limitOver: on !== null && readCaseClock(course, calendar, on)?.late === true,
    revoked: course.steps.some(({ move }) => move === "revokeResult"),
    expiresOn: typeof expiry === "string" ? (findLocalDate(expiry) ?? null) : null,
    on,
  };
}
