import type { ProjectStage } from "#domains/projects/contract/project.ts";
import { percentOf } from "#domains/projects/rules/investment.ts";
import { actualOf, type ProjectRecord, plannedOf, stageOn } from "#domains/projects/rules/project-record.ts";
import { type Decimal, whole } from "#kernel/decimal.ts";
import { type LocalDate, yearOf } from "#kernel/local-date.ts";

export type RateName = "start" | "construction" | "construction-with-completed";

/** 前期、开工、在建，and 完工 beside them. A project may stand in several: the lists are never summed (handbook §4). */
export type ProjectListName = "pre-start" | "starting" | "under-construction" | "completed";
export const PROJECT_LISTS: readonly ProjectListName[] = ["pre-start", "starting", "under-construction", "completed"];

const ALIVE: readonly ProjectStage[] = ["SIGNED", "LAND", "BUILDING", "COMPLETED", "PRODUCING"];
const isDone = (stage: ProjectStage): boolean => stage === "COMPLETED" || stage === "PRODUCING";

/** In which lists a project stands on a day; in none before its signing, and once it is suspended or terminated. */
export function listsOf(project: ProjectRecord, asOf: LocalDate): readonly ProjectListName[] {
  const stage = stageOn(project, asOf);
  if (stage === undefined || !ALIVE.includes(stage)) return [];
  const year = yearOf(asOf);
  const started = actualOf(project, "start", asOf);
  const startsThisYear = [started, plannedOf(project, "start", asOf)].some((day) => day !== null && yearOf(day) === year);
  return [
    ...(started === null && !isDone(stage) ? (["pre-start"] as const) : []),
    ...(startsThisYear ? (["starting"] as const) : []),
    ...(stage === "BUILDING" ? (["under-construction"] as const) : []),
    ...(isDone(stage) ? (["completed"] as const) : []),
  ];
}

/** Papers count completed projects apart from those under construction, or among them: both are kept (handbook §4, calibre trap). */
export type ConstructionCalibre = "without-completed" | "with-completed";

/** A rate with the projects of its numerator and denominator, so that both open to rows. */
export type RateOfProjects = { readonly counted: readonly string[]; readonly of: readonly string[]; readonly ratePct: Decimal | null };

const rateOf = (counted: readonly string[], of: readonly string[]): RateOfProjects => ({
  counted,
  of,
  ratePct: percentOf(whole(counted.length), whole(of.length)) ?? null,
});

const idsOf = (projects: readonly ProjectRecord[]): readonly string[] => projects.map((project) => project.id);

/** 在建率 = under construction ÷ all that are planned for the year, of the projects given. */
export function constructionRate(planned: readonly ProjectRecord[], asOf: LocalDate, calibre: ConstructionCalibre): RateOfProjects {
  const counted = planned.filter((project) => {
    const stage = stageOn(project, asOf);
    return stage === "BUILDING" || (calibre === "with-completed" && stage !== undefined && isDone(stage));
  });
  return rateOf(idsOf(counted), idsOf(planned));
}

/** 开工率 = started ÷ planned to start by the cutoff, within its year; what was terminated is planned no more. */
export function startRate(projects: readonly ProjectRecord[], asOf: LocalDate): RateOfProjects {
  const due = projects.filter((project) => {
    const stage = stageOn(project, asOf);
    if (stage === undefined || stage === "TERMINATED") return false;
    const planned = plannedOf(project, "start", asOf);
    return planned !== null && yearOf(planned) === yearOf(asOf) && planned <= asOf;
  });
  return rateOf(idsOf(due.filter((project) => actualOf(project, "start", asOf) !== null)), idsOf(due));
}

/** The rates by name, as a face asks for the projects behind one. */
export function rateByName(projects: readonly ProjectRecord[], asOf: LocalDate, name: RateName): RateOfProjects {
  if (name === "start") return startRate(projects, asOf);
  return constructionRate(plannedFor(projects, asOf), asOf, name === "construction" ? "without-completed" : "with-completed");
}

/** 年度计划项目: signed and alive, or finished within the year; those that were done with before it are no longer planned. */
export const plannedFor = (projects: readonly ProjectRecord[], asOf: LocalDate): readonly ProjectRecord[] =>
  projects.filter((project) => {
    const stage = stageOn(project, asOf);
    if (stage === undefined || !ALIVE.includes(stage)) return false;
    const completed = actualOf(project, "complete", asOf);
    return !isDone(stage) || completed === null || yearOf(completed) === yearOf(asOf);
  });
