import type { Matter } from "#domains/approvals/contract/matter.ts";
import { clockRecordOf, clockRuleOf, latestEnd, readCaseClock, readNodeClock } from "#domains/approvals/rules/case-clock.ts";
import type { Answers, CaseCourse, CourseStep, ReviewRecord } from "#domains/approvals/rules/case-course.ts";
import { suspendedFrom } from "#domains/approvals/rules/case-course.ts";
import { gatesOf } from "#domains/approvals/rules/case-gates.ts";
import { AUTOMATIC, type CaseMove, caseMoves, resumeMove } from "#domains/approvals/rules/case-lifecycle.ts";
import { readMaterials } from "#domains/approvals/rules/case-materials.ts";
import { nodesToOpen } from "#domains/approvals/rules/review-graph.ts";
import { checkPause, type Pause } from "#kernel/clock.ts";
import { checkMove } from "#kernel/lifecycle.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { WorkCalendar } from "#kernel/work-calendar.ts";

/** What happened to a past case, on which day. */
export type PastEvent = { readonly on: LocalDate } & (
  | {
      readonly move:
        | "submit"
        | "answerSupplement"
        | "accept"
        | "deemAccepted"
        | "refuseToAccept"
        | "startReview"
        | "deliver"
        | "withdraw"
        | "terminate";
    }
  | { readonly move: "noticeSupplement"; readonly items: readonly string[] }
  | { readonly move: "opinion"; readonly node: string; readonly state: "agreed" | "objected" | "silent" }
  | { readonly move: "pause"; readonly reason: string; readonly notice: string; readonly to: LocalDate | null }
  | { readonly move: "resume"; readonly lastDay: LocalDate }
  | { readonly move: "extend" }
  | { readonly move: "decide"; readonly decision: "granted" | "refused" }
);

/** A case that ran in another register, as it is told here. */
export type PastCase = { readonly enterprise: string; readonly form: Answers; readonly events: readonly PastEvent[] };

export type Replay =
  | { readonly ok: true; readonly course: CaseCourse }
  | { readonly ok: false; readonly move: string; readonly on: LocalDate; readonly because: string; readonly course: CaseCourse };

/**
 * Takes a past case through the lifecycle of its matter's version, day by day: each move has to be one that would have been allowed then.
 * Its papers were looked at where it was filed, so those that its form asks for count as provided on the day of the application.
 */
export function replayCase(matter: Matter, past: PastCase, calendar: WorkCalendar): Replay {
  const [first] = past.events;
  let course = draftOf(matter, past, first?.on ?? ("1970-01-01" as LocalDate));
  for (const event of past.events) {
    const last = course.steps.at(-1);
    const because = last !== undefined && event.on < last.on ? "before-last-step" : obstacleTo(course, event, calendar);
    if (because !== undefined) return { ok: false, move: event.move, on: event.on, because, course };
    course = after(course, event);
  }
  return { ok: true, course };
}

function draftOf(matter: Matter, { enterprise, form }: PastCase, on: LocalDate): CaseCourse {
  const needed = readMaterials({ matter, form, pieces: [] }).filter(({ state }) => state === "missing");
  return {
    matter,
    state: "DRAFT",
    decision: null,
    enterprise,
    draftedOn: on,
    submittedOn: null,
    acceptedOn: null,
    decidedOn: null,
    deliveredOn: null,
    endedOn: null,
    form,
    steps: [{ move: "draft", from: null, to: "DRAFT", on, automatic: null }],
    pieces: needed.map(({ material }) => ({ key: material.key, how: "provided", on })),
    pauses: [],
    extension: null,
    supplement: null,
    reviews: [],
    deferrals: [],
    commitments: [],
  };
}

/** The code of what forbids it, as the lifecycle, the clock or the graph says it. */
function obstacleTo(course: CaseCourse, event: PastEvent, calendar: WorkCalendar): string | undefined {
  const gates = gatesOf(course, calendar, event.on);
  const byTable = (move: CaseMove): string | undefined => {
    const decision = checkMove(caseMoves[move], gates);
    return decision.allowed ? undefined : decision.because;
  };
  switch (event.move) {
    case "opinion":
      return course.state !== "REVIEWING"
        ? `wrong-state:${course.state}`
        : course.reviews.find(({ node }) => node === event.node)?.state === "open"
          ? silenceProblem(course, event, calendar)
          : "review-not-open";
    case "extend":
      return course.state !== "ACCEPTED" && course.state !== "REVIEWING"
        ? `wrong-state:${course.state}`
        : course.matter.extension === null
          ? "no-extension"
          : course.extension !== null
            ? "extended-already"
            : readCaseClock(course, calendar, event.on)?.late === true
              ? "extension-late"
              : undefined;
    case "pause":
      return byTable("pause") ?? pauseProblem(course, event, calendar);
    case "resume":
      return byTable(resumeMove(suspendedFrom(course))) ?? resumeProblem(course, event.lastDay, event.on);
    default:
      return byTable(event.move);
  }
}

/** Silence counts only where the review's rule says so, and only when its limit is over. */
function silenceProblem(course: CaseCourse, event: Extract<PastEvent, { move: "opinion" }>, calendar: WorkCalendar): string | undefined {
  const node = course.matter.reviews.find(({ key }) => key === event.node);
  const review = course.reviews.find((one) => one.node === event.node);
  if (event.state !== "silent" || node === undefined || review === undefined) return undefined;
  if (node.silence !== "no-objection") return "silence-not-allowed";
  return readNodeClock(node, review, course, calendar, event.on)?.late === true ? undefined : "silence-too-early";
}

function pauseProblem(course: CaseCourse, event: Extract<PastEvent, { move: "pause" }>, calendar: WorkCalendar): string | undefined {
  if (course.acceptedOn === null) return "wrong-state:SUBMITTED";
  const pause: Pause = { reason: event.reason, from: event.on, to: event.to, notice: event.notice };
  const problem = checkPause(clockRuleOf(course.matter), clockRecordOf(course, course.acceptedOn), pause);
  if (problem !== undefined) return problem.because;
  const latest = latestEnd(course.matter, pause, calendar);
  return latest !== null && pause.to !== null && pause.to > latest ? "pause-too-long" : undefined;
}

function resumeProblem({ pauses }: CaseCourse, lastDay: LocalDate, on: LocalDate): string | undefined {
  const running = pauses.at(-1);
  if (running === undefined || lastDay < running.from) return "resume-before-start";
  return lastDay > on ? "resume-in-future" : undefined;
}

/** The course with what the event brings. */
function after(course: CaseCourse, event: PastEvent): CaseCourse {
  const { on } = event;
  switch (event.move) {
    case "submit":
      return { ...moved(course, "submit", on), submittedOn: on };
    case "noticeSupplement":
      return { ...moved(course, "noticeSupplement", on), supplement: { noticedOn: on, dueOn: null, answeredOn: null } };
    case "answerSupplement":
      return {
        ...moved(course, "answerSupplement", on),
        supplement: course.supplement === null ? null : { ...course.supplement, answeredOn: on },
      };
    case "accept":
      return { ...moved(course, "accept", on), acceptedOn: on };
    case "deemAccepted":
      return {
        ...moved(course, "deemAccepted", on, AUTOMATIC.deemAccepted),
        acceptedOn: course.supplement?.answeredOn ?? course.submittedOn,
      };
    case "startReview":
      return { ...moved(course, "startReview", on), reviews: begun(course.matter, waitingReviews(course.matter), on) };
    case "opinion": {
      const closed = course.reviews.map((review) =>
        review.node === event.node ? { ...review, state: event.state, closedOn: on } : review,
      );
      const move = event.state === "silent" ? "silentOpinion" : "giveOpinion";
      return {
        ...stayed(course, move, on, event.state === "silent" ? AUTOMATIC.silentOpinion : null),
        reviews: begun(course.matter, closed, on),
      };
    }
    case "pause":
      return {
        ...moved(course, "pause", on),
        pauses: [...course.pauses, { reason: event.reason, from: on, to: event.to, notice: event.notice }],
      };
    case "resume": {
      const last = course.pauses.at(-1);
      const pauses = last === undefined ? course.pauses : [...course.pauses.slice(0, -1), { ...last, to: event.lastDay }];
      return { ...moved(course, resumeMove(suspendedFrom(course)), on), pauses };
    }
    case "extend":
      return { ...stayed(course, "extend", on, null), extension: { length: course.matter.extension?.length ?? 0, grantedOn: on } };
    case "decide":
      return { ...moved(course, "decide", on), decision: event.decision, decidedOn: on };
    case "deliver":
      return { ...moved(course, "deliver", on), deliveredOn: on };
    case "withdraw":
    case "terminate":
    case "refuseToAccept":
      return { ...moved(course, event.move, on), endedOn: on };
  }
}

function moved(course: CaseCourse, move: CaseMove, on: LocalDate, automatic: string | null = null): CaseCourse {
  const { to } = caseMoves[move];
  return { ...course, state: to, steps: [...course.steps, stepOf(course, move, to, on, automatic)] };
}

const stayed = (course: CaseCourse, move: string, on: LocalDate, automatic: string | null): CaseCourse => ({
  ...course,
  steps: [...course.steps, stepOf(course, move, course.state, on, automatic)],
});

const stepOf = ({ state }: CaseCourse, move: string, to: CourseStep["to"], on: LocalDate, automatic: string | null): CourseStep => ({
  move,
  from: state,
  to,
  on,
  automatic,
});

const waitingReviews = ({ reviews }: Matter): readonly ReviewRecord[] =>
  reviews.map(({ key, department }) => ({ node: key, department, state: "waiting", openedOn: null, closedOn: null }));

/** Those whose turn it is are open from this day. */
function begun({ reviews: nodes }: Matter, reviews: readonly ReviewRecord[], on: LocalDate): readonly ReviewRecord[] {
  const begin = new Set(nodesToOpen(nodes, new Map(reviews.map(({ node, state }) => [node, state]))));
  return reviews.map((review) => (begin.has(review.node) ? { ...review, state: "open", openedOn: on } : review));
}
