import { approvalsLinkWords, stageLinkWords, startWithoutLandWords } from "#domains/approvals/contract/chain-texts.ts";
import type { MatterStage } from "#domains/approvals/contract/matter.ts";
import type { Spans } from "#domains/approvals/rules/workday-spans.ts";
import type { ProjectStage } from "#domains/projects/contract/project.ts";
import type { Limit } from "#kernel/clock.ts";
import { addDays, type LocalDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";

/** What the register of projects says of a project's course. */
export type CourseOfProject = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly signedOn: LocalDate;
  readonly steps: readonly { readonly to: ProjectStage; readonly on: LocalDate }[];
  /** As first planned: a later change of the plan makes no project faster. */
  readonly firstPlan: Readonly<Partial<Record<"LAND" | "BUILDING" | "COMPLETED" | "PRODUCING", LocalDate>>>;
};

/** A case of the project, as far as the chain looks at it. */
export type CaseOfChain = {
  readonly id: string;
  readonly projectId: string;
  readonly matterCode: string;
  readonly name: Text;
  readonly stage: MatterStage;
  readonly submittedOn: LocalDate;
  /** Decided, or ended otherwise; null while it is open. */
  readonly endedOn: LocalDate | null;
  readonly granted: boolean;
  readonly pauses: readonly { readonly from: LocalDate; readonly to: LocalDate | null }[];
  /** The promised limit of its version, or the legal one where none was promised. */
  readonly limit: Pick<Limit, "length" | "unit">;
};

export type Link = {
  readonly key: string;
  readonly name: Text;
  readonly kind: "stage" | "approvals" | "case";
  readonly caseId: string | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly workdays: number | null;
  readonly pausedWorkdays: number;
  readonly plannedWorkdays: number | null;
  readonly provisional: boolean;
};

export type Chain = {
  readonly links: readonly Link[];
  readonly upTo: Text | null;
  readonly workdays: number | null;
  readonly plannedWorkdays: number | null;
  /** planned − actual: above zero is ahead. */
  readonly aheadWorkdays: number | null;
};

const COURSE = ["LAND", "BUILDING", "COMPLETED", "PRODUCING"] as const;
type CourseStage = (typeof COURSE)[number];
const BEFORE_START: readonly MatterStage[] = ["land-planning", "works-planning", "construction"];
/** The matter that ends the approvals before a start (handbook §5). */
export const LAST_PERMIT = "construction-permit";
const WORKDAYS_OF_A_WEEK = 5;
const DAYS_OF_A_WEEK = 7;

/** A limit in workdays; calendar days at five workdays a week, for a plan only. */
export const planInWorkdays = ({ length, unit }: Pick<Limit, "length" | "unit">): number =>
  unit === "workday" ? length : Math.ceil((length * WORKDAYS_OF_A_WEEK) / DAYS_OF_A_WEEK);

/** The chain of one project on a day: its stages, its approvals before the start as one link, and every case. */
export function chainOf(project: CourseOfProject, cases: readonly CaseOfChain[], spans: Spans, asOf: LocalDate): Chain {
  const own = cases.filter((one) => one.projectId === project.id && one.submittedOn <= asOf);
  const stages = stageLinks(project, spans, asOf);
  const approvals = approvalsLink(own, spans, asOf);
  const reached = stages.findLast(({ to }) => to !== null);
  const last = reached === undefined ? undefined : COURSE.find((stage) => keyOf(stage) === reached.key);
  const planned = last === undefined ? undefined : project.firstPlan[last];
  const workdays = reached?.to == null ? null : spans(project.signedOn, reached.to).count;
  const plannedWorkdays = planned === undefined ? null : spans(project.signedOn, planned).count;
  return {
    links: [...stages, ...(approvals === undefined ? [] : [approvals]), ...own.map((one) => caseLink(one, spans, asOf))],
    upTo: reached?.name ?? null,
    workdays,
    plannedWorkdays,
    aheadWorkdays: workdays === null || plannedWorkdays === null ? null : plannedWorkdays - workdays,
  };
}

const keyOf = (stage: CourseStage): string => `stage:${stage}`;

/** Land supply is a link of its own where there was one; a leased plant starts from the signing. A stage ahead is shown once the one before is reached. */
function stageLinks(project: CourseOfProject, spans: Spans, asOf: LocalDate): readonly Link[] {
  const reachedOn = (stage: CourseStage): LocalDate | undefined => project.steps.find(({ to, on }) => to === stage && on <= asOf)?.on;
  const begun = reachedOn("BUILDING") !== undefined;
  const withLand = reachedOn("LAND") !== undefined || (!begun && project.firstPlan.LAND !== undefined);
  const links: Link[] = [];
  // On a day before it was signed there is nothing to count yet.
  let from: { readonly on: LocalDate; readonly planned: LocalDate | undefined } | undefined =
    project.signedOn > asOf ? undefined : { on: project.signedOn, planned: project.signedOn };
  for (const stage of COURSE) {
    if (stage === "LAND" && !withLand) continue;
    const to = reachedOn(stage);
    const planned = project.firstPlan[stage];
    const span = from === undefined ? undefined : spans(from.on, to ?? asOf);
    links.push({
      key: keyOf(stage),
      name: stage === "BUILDING" && !withLand ? startWithoutLandWords : stageLinkWords[stage],
      kind: "stage",
      caseId: null,
      from: from?.on ?? null,
      to: to ?? null,
      workdays: span?.count ?? null,
      pausedWorkdays: 0,
      plannedWorkdays: from?.planned === undefined || planned === undefined ? null : spans(from.planned, planned).count,
      provisional: span?.provisional ?? false,
    });
    from = to === undefined ? undefined : { on: to, planned };
  }
  return links;
}

/** Pauses of cases that ran side by side overlap: a day counts once. */
function pausedWorkdays(pauses: CaseOfChain["pauses"], spans: Spans, span: { readonly from: LocalDate; readonly to: LocalDate }): number {
  const days = new Set<LocalDate>();
  for (const { from, to } of pauses) {
    const last = to === null || to > span.to ? span.to : to;
    const first = from <= span.from ? addDays(span.from, 1) : from;
    for (let day = first; day <= last; day = addDays(day, 1)) if (spans(addDays(day, -1), day).count === 1) days.add(day);
  }
  return days.size;
}

function caseLink(one: CaseOfChain, spans: Spans, asOf: LocalDate): Link {
  const to = one.endedOn !== null && one.endedOn <= asOf ? one.endedOn : null;
  const span = { from: one.submittedOn, to: to ?? asOf };
  const all = spans(span.from, span.to);
  const paused = pausedWorkdays(one.pauses, spans, span);
  return {
    key: `case:${one.matterCode}`,
    name: one.name,
    kind: "case",
    caseId: one.id,
    from: one.submittedOn,
    to,
    workdays: all.count - paused,
    pausedWorkdays: paused,
    plannedWorkdays: planInWorkdays(one.limit),
    provisional: all.provisional,
  };
}

/** From the first application to the granted construction permit; a permit alone, whose forerunners ran elsewhere, is no chain. Planned: stage after stage, in each the longest of what runs side by side. */
function approvalsLink(own: readonly CaseOfChain[], spans: Spans, asOf: LocalDate): Link | undefined {
  const cases = own.filter(({ stage }) => BEFORE_START.includes(stage));
  const [first] = cases.toSorted((one, other) => (one.submittedOn < other.submittedOn ? -1 : 1));
  if (first === undefined || new Set(cases.map(({ stage }) => stage)).size < 2) return undefined;
  const permit = cases.find(
    ({ matterCode, granted, endedOn }) => matterCode === LAST_PERMIT && granted && endedOn !== null && endedOn <= asOf,
  );
  const to = permit?.endedOn ?? null;
  const span = { from: first.submittedOn, to: to ?? asOf };
  const all = spans(span.from, span.to);
  const ownPauses = cases.flatMap(({ pauses }) => pauses).filter(({ from }) => from <= span.to);
  const paused = pausedWorkdays(ownPauses, spans, span);
  const longest = BEFORE_START.map((stage) =>
    Math.max(0, ...cases.filter((one) => one.stage === stage).map(({ limit }) => planInWorkdays(limit))),
  );
  return {
    key: "approvals",
    name: approvalsLinkWords,
    kind: "approvals",
    caseId: null,
    from: first.submittedOn,
    to,
    workdays: all.count - paused,
    pausedWorkdays: paused,
    plannedWorkdays: longest.reduce((total, length) => total + length, 0),
    provisional: all.provisional,
  };
}

export type OverviewRow = {
  readonly name: Text;
  readonly kind: Link["kind"];
  readonly finished: number;
  readonly open: number;
  readonly medianWorkdays: number | null;
  readonly longestWorkdays: number | null;
  readonly plannedWorkdays: number | null;
  readonly medianBefore: number | null;
};

export type OverviewDays = {
  /** Finished from this day on, until `asOf`. */
  readonly from: LocalDate;
  readonly asOf: LocalDate;
  /** Finished from this day on, before `from`: what it was compared with. */
  readonly before: LocalDate;
};

/** The same link of all projects together. Stages first, then the approvals as a whole, then the matters in the order that is given. */
export function overviewOf(links: readonly Link[], { from, asOf, before }: OverviewDays, order: readonly string[]): readonly OverviewRow[] {
  const keys = [...COURSE.map(keyOf), "approvals", ...order.map((code) => `case:${code}`)];
  return keys.flatMap((key): readonly OverviewRow[] => {
    const same = links.filter((link) => link.key === key);
    const [first] = same;
    if (first === undefined) return [];
    const within = (start: LocalDate, end: LocalDate) =>
      same.filter((link) => link.to !== null && link.to >= start && link.to <= end && link.workdays !== null);
    const now = within(from, asOf);
    const earlier = within(before, asOf).filter(({ to }) => to !== null && to < from);
    const lengths = now.flatMap(({ workdays }) => workdays ?? []);
    return [
      {
        name: nameOf(same),
        kind: first.kind,
        finished: now.length,
        open: same.filter(({ to, from: begun }) => to === null && begun !== null).length,
        medianWorkdays: median(lengths),
        longestWorkdays: lengths.length === 0 ? null : Math.max(...lengths),
        plannedWorkdays: wholeMedian(now.flatMap(({ plannedWorkdays }) => plannedWorkdays ?? [])),
        medianBefore: median(earlier.flatMap(({ workdays }) => workdays ?? [])),
      },
    ];
  });
}

/** A start from the land supply and one from the signing stand in one row under the commoner name. */
function nameOf(links: readonly Link[]): Text {
  const counts = new Map<string, { readonly name: Text; count: number }>();
  for (const { name } of links) {
    const entry = counts.get(name.zh) ?? { name, count: 0 };
    entry.count += 1;
    counts.set(name.zh, entry);
  }
  const [commonest] = [...counts.values()].toSorted((one, other) => other.count - one.count);
  return commonest?.name ?? { zh: "", en: "" };
}

export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

const wholeMedian = (values: readonly number[]): number | null => {
  const found = median(values);
  return found === null ? null : Math.round(found);
};
