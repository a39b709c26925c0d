import type { CaseDecision } from "#domains/approvals/contract/case.ts";
import type { Matter } from "#domains/approvals/contract/matter.ts";
import { clockRecordOf, clockRuleOf, readCaseClock } from "#domains/approvals/rules/case-clock.ts";
import { type Answers, type CaseCourse, type Piece, suspendedFrom } from "#domains/approvals/rules/case-course.ts";
import { gatesOf } from "#domains/approvals/rules/case-gates.ts";
import { type CaseMove, caseMoves, caseStays, datesOf, resumeMove } from "#domains/approvals/rules/case-lifecycle.ts";
import { nodesToOpen } from "#domains/approvals/rules/review-graph.ts";
import { checkPause } from "#kernel/clock.ts";
import { checkMove } from "#kernel/lifecycle.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { WorkCalendar } from "#kernel/work-calendar.ts";

/** One dated line of a case that really ran. */
export type RecordedMove = { readonly on: LocalDate } & (
  | { readonly move: "provide"; readonly key: string; readonly how?: Piece["how"] }
  | { readonly move: "noticeSupplement"; readonly dueOn?: LocalDate }
  | { readonly move: "pause"; readonly reason: string; readonly from: LocalDate; readonly to?: LocalDate; readonly notice: string }
  | { readonly move: "resume"; readonly lastDay: LocalDate }
  | { readonly move: "giveOpinion" | "silentOpinion"; readonly node: string; readonly agree?: boolean }
  | { readonly move: "extend" }
  | { readonly move: "supplyDeferred"; readonly key: string }
  | { readonly move: "decide"; readonly decision: CaseDecision }
  | { readonly move: Exclude<CaseMove, "noticeSupplement" | "pause" | "resumeAccepted" | "resumeReviewing" | "decide"> }
);

export type RecordedCase = {
  readonly name: string;
  /** Whence it is known. */
  readonly source: string;
  readonly matter: Matter;
  readonly enterprise: string;
  readonly draftedOn: LocalDate;
  readonly form: Answers;
  readonly moves: readonly RecordedMove[];
  /** What was recorded of its clock when it was decided. */
  readonly decided?: { readonly legalDueOn: LocalDate; readonly promisedDueOn?: LocalDate; readonly elapsed: number };
};

export type ReplayProblem = { readonly name: string; readonly place: number; readonly move: string; readonly because: string };
/** A recorded case that the table does not allow, with the reason why it stands all the same. */
export type ReplayException = { readonly name: string; readonly move: string; readonly because: string; readonly reason: string };

/** Runs a recorded case through the table of its matter's version. What is refused is named; the replay goes on as the record does. */
export function replayCase(
  recorded: RecordedCase,
  calendar: WorkCalendar,
): { readonly course: CaseCourse; readonly problems: readonly ReplayProblem[] } {
  let course = draftOf(recorded);
  const problems: ReplayProblem[] = [];
  for (const [place, line] of recorded.moves.entries()) {
    const because = obstacleTo(course, line, calendar);
    if (because !== undefined) problems.push({ name: recorded.name, place, move: line.move, because });
    course = after(course, line, calendar);
  }
  return { course, problems: [...problems, ...clockProblems(recorded, course, calendar)] };
}

/** All recorded cases: what no exception explains, and exceptions that are no longer needed. */
export function replayAll(
  cases: readonly RecordedCase[],
  exceptions: readonly ReplayException[],
  calendar: WorkCalendar,
): { readonly unexplained: readonly ReplayProblem[]; readonly unused: readonly ReplayException[] } {
  const problems = cases.flatMap((recorded) => replayCase(recorded, calendar).problems);
  const explains = (exception: ReplayException, problem: ReplayProblem): boolean =>
    exception.name === problem.name && exception.move === problem.move && exception.because === problem.because;
  return {
    unexplained: problems.filter((problem) => !exceptions.some((exception) => explains(exception, problem))),
    unused: exceptions.filter((exception) => !problems.some((problem) => explains(exception, problem))),
  };
}

const draftOf = ({ matter, enterprise, draftedOn, form }: RecordedCase): CaseCourse => ({
  matter,
  state: "DRAFT",
  decision: null,
  enterprise,
  draftedOn,
  submittedOn: null,
  acceptedOn: null,
  decidedOn: null,
  deliveredOn: null,
  endedOn: null,
  form,
  steps: [{ move: "draft", from: null, to: "DRAFT", on: draftedOn, automatic: null }],
  pieces: [],
  pauses: [],
  extension: null,
  supplement: null,
  reviews: [],
  deferrals: [],
});

/** `resume` goes back to where the case was suspended. */
const moveNamed = (course: CaseCourse, name: RecordedMove["move"]): CaseMove | undefined =>
  name === "resume" ? resumeMove(suspendedFrom(course)) : Object.hasOwn(caseMoves, name) ? (name as CaseMove) : undefined;

function obstacleTo(course: CaseCourse, line: RecordedMove, calendar: WorkCalendar): string | undefined {
  const last = course.steps.at(-1)?.on;
  if (last !== undefined && line.on < last) return "before-last-step";
  const own = ownObstacle(course, line);
  if (own !== undefined) return own;
  const move = moveNamed(course, line.move);
  if (move === undefined) return undefined;
  const decision = checkMove(caseMoves[move], gatesOf(course, calendar, line.on));
  return decision.allowed ? undefined : decision.because;
}

/** What a step needs beside the gates of its move. */
function ownObstacle(course: CaseCourse, line: RecordedMove): string | undefined {
  switch (line.move) {
    case "provide":
      return course.matter.materials.some(({ key }) => key === line.key) ? undefined : "no-such-material";
    case "pause":
      return course.acceptedOn === null
        ? undefined
        : checkPause(clockRuleOf(course.matter), clockRecordOf(course, course.acceptedOn), pauseOf(line))?.because;
    case "giveOpinion":
    case "silentOpinion":
      if (line.move === "silentOpinion" && course.matter.reviews.find(({ key }) => key === line.node)?.silence !== "no-objection")
        return "silence-says-nothing";
      return course.reviews.find(({ node }) => node === line.node)?.state === "open" ? undefined : "review-not-open";
    case "extend":
      if (!(caseStays.extend.from as readonly string[]).includes(course.state)) return `wrong-state:${course.state}`;
      if (course.matter.extension === null) return "no-extension";
      return course.extension === null ? undefined : "extended-already";
    default:
      return undefined;
  }
}

const pauseOf = (line: Extract<RecordedMove, { move: "pause" }>) => ({
  reason: line.reason,
  from: line.from,
  to: line.to ?? null,
  notice: line.notice,
});

function after(course: CaseCourse, line: RecordedMove, calendar: WorkCalendar): CaseCourse {
  const move = moveNamed(course, line.move);
  const brought: CaseCourse = { ...course, ...brings(course, line, calendar) };
  if (move === undefined)
    return line.move === "provide"
      ? brought
      : { ...brought, steps: [...course.steps, { move: line.move, from: course.state, to: course.state, on: line.on, automatic: null }] };
  const { to } = caseMoves[move];
  return {
    ...brought,
    ...datesOf(move, course, line.on),
    state: to,
    steps: [...course.steps, { move, from: course.state, to, on: line.on, automatic: null }],
  };
}

function brings(course: CaseCourse, line: RecordedMove, calendar: WorkCalendar): Partial<CaseCourse> {
  const { on } = line;
  switch (line.move) {
    case "provide":
      return { pieces: [...course.pieces, { key: line.key, how: line.how ?? "provided", on }] };
    case "noticeSupplement":
      return { supplement: { noticedOn: on, dueOn: line.dueOn ?? null, answeredOn: null } };
    case "answerSupplement":
      return { supplement: course.supplement === null ? null : { ...course.supplement, answeredOn: on } };
    case "accept":
    case "deemAccepted":
      return { deferrals: deferralsOf({ ...course, ...datesOf(line.move, course, on) }, calendar) };
    case "startReview":
      return begun(
        course,
        course.matter.reviews.map(({ key, department }) => ({ node: key, department, state: "waiting", openedOn: null, closedOn: null })),
        on,
      );
    case "giveOpinion":
    case "silentOpinion": {
      const state = line.move === "silentOpinion" ? "silent" : line.agree === false ? "objected" : "agreed";
      return begun(
        course,
        course.reviews.map((review) => (review.node === line.node ? { ...review, state, closedOn: on } : review)),
        on,
      );
    }
    case "pause":
      return { pauses: [...course.pauses, pauseOf(line)] };
    case "resume":
      return { pauses: course.pauses.map((pause, place) => (place === course.pauses.length - 1 ? { ...pause, to: line.lastDay } : pause)) };
    case "extend":
      return { extension: { length: course.matter.extension?.length ?? 0, grantedOn: on } };
    case "supplyDeferred":
      return { deferrals: course.deferrals.map((deferral) => (deferral.key === line.key ? { ...deferral, state: "SUPPLIED" } : deferral)) };
    case "decide":
      return { decision: line.decision };
    case "deemRenewed":
      return { decision: "granted" };
    default:
      return {};
  }
}

function begun(course: CaseCourse, reviews: CaseCourse["reviews"], on: LocalDate): Pick<CaseCourse, "reviews"> {
  const open = new Set(nodesToOpen(course.matter.reviews, new Map(reviews.map(({ node, state }) => [node, state]))));
  return { reviews: reviews.map((review) => (open.has(review.node) ? { ...review, state: "open", openedOn: on } : review)) };
}

function deferralsOf(course: CaseCourse, calendar: WorkCalendar): CaseCourse["deferrals"] {
  const clock = course.acceptedOn === null ? null : readCaseClock(course, calendar, course.acceptedOn);
  if (clock === null) return [];
  const newest = new Map(course.pieces.map((piece) => [piece.key, piece]));
  return [...newest.values()].flatMap(({ key, how }) =>
    how === "deferred" ? [{ key, state: "OPEN" as const, dueOn: (clock.promised ?? clock.legal).day }] : [],
  );
}

function clockProblems({ name, moves, decided }: RecordedCase, course: CaseCourse, calendar: WorkCalendar): readonly ReplayProblem[] {
  if (decided === undefined || course.decidedOn === null) return [];
  const clock = readCaseClock(course, calendar, course.decidedOn);
  const found = { legalDueOn: clock?.legal.day, promisedDueOn: clock?.promised?.day, elapsed: clock?.elapsed };
  return (["legalDueOn", "promisedDueOn", "elapsed"] as const)
    .filter((field) => decided[field] !== undefined && decided[field] !== found[field])
    .map((field) => ({ name, place: moves.length, move: "decide", because: `${field}:${String(found[field])}` }));
}
