import { deferralDue, pauseOver, readNodeClock, supplementDue } from "#domains/approvals/rules/case-clock.ts";
import { type CaseCourse, falsePromises } from "#domains/approvals/rules/case-course.ts";
import { EXPIRY_FIELD } from "#domains/approvals/rules/case-gates.ts";
import { addDays, findLocalDate, type LocalDate } from "#kernel/local-date.ts";
import type { WorkCalendar } from "#kernel/work-calendar.ts";

/** A step that a rule takes by itself. None of them grants anything but a renewal that the law gives (行政许可法第五十条第二款). */
export type AutomaticStep =
  | { readonly step: "deemAccepted" }
  | { readonly step: "silentOpinion"; readonly node: string }
  | { readonly step: "resume"; readonly lastDay: LocalDate }
  | { readonly step: "deemRenewed"; readonly expiresOn: LocalDate }
  | { readonly step: "forfeit"; readonly materials: readonly string[] }
  | { readonly step: "lapse"; readonly materials: readonly string[] };

/** A renewal is asked for at least this long before the licence expires (行政许可法第五十条第一款). */
export const RENEWAL_BEFORE_DAYS = 30;

/**
 * What is due on a day, in its order. A day that rests on a year without a holiday notice is provisional, and nothing happens by itself on it.
 * A deferral that lapsed, or a false promise that was not put right, ends the case, so nothing else is done with it.
 * A pause that is over is ended first: what else is due is asked of the case as it then stands.
 */
export function dueSteps(course: CaseCourse, calendar: WorkCalendar, today: LocalDate): readonly AutomaticStep[] {
  const lapsed = lapsedMaterials(course, calendar, today);
  if (lapsed.length > 0) return [{ step: "lapse", materials: lapsed }];
  const untrue = forfeited(course, today);
  if (untrue.length > 0) return [{ step: "forfeit", materials: untrue }];
  const lastDay = course.state === "SUSPENDED" ? pauseOver(course, calendar, today) : null;
  if (lastDay !== null) return [{ step: "resume", lastDay }];
  return [...deemedAccepted(course, calendar, today), ...silentOpinions(course, calendar, today), ...deemedRenewed(course, today)];
}

/** Five workdays without a notice, and the case is accepted (行政许可法第三十二条第一款第四项). */
function deemedAccepted(course: CaseCourse, calendar: WorkCalendar, today: LocalDate): readonly AutomaticStep[] {
  const due = course.state === "SUBMITTED" ? supplementDue(course, calendar) : null;
  return due !== null && !due.provisional && due.day < today ? [{ step: "deemAccepted" }] : [];
}

/** Silence between departments closes the department's own review and nothing else, where the review's rule says so. */
function silentOpinions(course: CaseCourse, calendar: WorkCalendar, today: LocalDate): readonly AutomaticStep[] {
  if (course.state !== "REVIEWING") return [];
  return course.reviews.flatMap((review): readonly AutomaticStep[] => {
    const node = course.matter.reviews.find(({ key }) => key === review.node);
    if (node?.silence !== "no-objection" || review.state !== "open") return [];
    const clock = readNodeClock(node, review, course, calendar, today);
    return clock?.late === true && !clock.legal.provisional ? [{ step: "silentOpinion", node: node.key }] : [];
  });
}

const MAY_BE_RENEWED: ReadonlySet<string> = new Set(["ACCEPTED", "REVIEWING", "SUSPENDED"]);

function deemedRenewed(course: CaseCourse, today: LocalDate): readonly AutomaticStep[] {
  const { matter, state, form, submittedOn } = course;
  const written = form[EXPIRY_FIELD];
  const expiresOn = matter.kind === "renewal" && typeof written === "string" ? findLocalDate(written) : undefined;
  if (expiresOn === undefined || submittedOn === null || !MAY_BE_RENEWED.has(state)) return [];
  if (falsePromises(course).length > 0) return [];
  const inTime = submittedOn <= addDays(expiresOn, -RENEWAL_BEFORE_DAYS);
  return inTime && expiresOn < today ? [{ step: "deemRenewed", expiresOn }] : [];
}

const MAY_BE_FORFEITED: ReadonlySet<string> = new Set(["ACCEPTED", "REVIEWING", "SUSPENDED"]);

/** 告知承诺: found false, and not put right by the day that was set. What was decided already is the head's to revoke. */
function forfeited(course: CaseCourse, today: LocalDate): readonly string[] {
  if (!MAY_BE_FORFEITED.has(course.state)) return [];
  return falsePromises(course).flatMap(({ key, correctBy }) => (correctBy !== null && correctBy < today ? [key] : []));
}

const MAY_LAPSE: ReadonlySet<string> = new Set(["ACCEPTED", "REVIEWING", "SUSPENDED", "DECIDED"]);

/** 容缺: what was promised for later and has not come by its day. A refusal stands without it. */
function lapsedMaterials(course: CaseCourse, calendar: WorkCalendar, today: LocalDate): readonly string[] {
  const open = course.deferrals.filter(({ state }) => state === "OPEN");
  if (open.length === 0 || !MAY_LAPSE.has(course.state) || course.decision === "refused") return [];
  const due = deferralDue(course, calendar, today);
  return due !== null && !due.provisional && due.day < today ? open.map(({ key }) => key) : [];
}
