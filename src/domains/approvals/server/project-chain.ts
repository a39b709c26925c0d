import type { Matter } from "#domains/approvals/contract/matter.ts";
import { type CaseOfChain, chainOf, overviewOf } from "#domains/approvals/rules/project-chain.ts";
import { workdaySpans } from "#domains/approvals/rules/workday-spans.ts";
import { dayAsked } from "#domains/approvals/server/day-asked.ts";
import { listMatterVersions, versionKey } from "#domains/approvals/server/matter-store.ts";
import type { PackageHandlers } from "#domains/approvals/server/package-handlers.ts";
import { projectCourses } from "#domains/projects/server/api.ts";
import { AppError } from "#kernel/app-error.ts";
import { addDays, type LocalDate, localDate, yearOf } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export const projectChain: PackageHandlers["projectChain"] = async ({ projectId, asOf }, { tx, today }) => {
  const day = dayAsked(asOf, today);
  const [project] = await projectCourses(tx, [projectId]);
  if (project === undefined) throw new AppError("approvals.no-such-project", "not-found");
  const cases = await casesOfChain(tx, await matterTable(tx), projectId);
  const { links, upTo, workdays, plannedWorkdays, aheadWorkdays } = chainOf(project, cases, workdaySpans(await loadCalendar(tx)), day);
  return {
    asOf: day,
    project: { id: project.id, code: project.code, name: project.name },
    links: links.map(({ key: _, ...link }) => link),
    upTo,
    workdays,
    plannedWorkdays,
    aheadWorkdays,
  };
};

/** Over all projects: the twelve months up to a day, or since `from`, beside the twelve months before. */
export const chainOverview: PackageHandlers["chainOverview"] = async (input, { tx, today }) => {
  const asOf = dayAsked(input.asOf, today);
  const from = input.from ?? addDays(yearBefore(asOf), 1);
  const matters = await matterTable(tx);
  const cases = await casesOfChain(tx, matters);
  const byProject = Map.groupBy(cases, ({ projectId }) => projectId);
  const spans = workdaySpans(await loadCalendar(tx));
  const links = (await projectCourses(tx)).flatMap((project) => chainOf(project, byProject.get(project.id) ?? [], spans, asOf).links);
  return { asOf, from, links: [...overviewOf(links, { from, asOf, before: yearBefore(from) }, orderOf(matters))] };
};

/** The same day a year earlier; 29 February becomes 28. */
function yearBefore(day: LocalDate): LocalDate {
  const earlier = `${yearOf(day) - 1}${day.slice(4)}`;
  return localDate(earlier.endsWith("-02-29") ? earlier.replace(/29$/, "28") : earlier);
}

const STAGES = ["land-planning", "works-planning", "construction", "completion", "business-opening", "operation"] as const;

async function matterTable(tx: Tx): Promise<ReadonlyMap<string, Matter>> {
  return new Map((await listMatterVersions(tx)).map(({ code, version, matter }) => [versionKey(code, version), matter]));
}

/** Matters in the order of the stages in which a project meets them. */
const orderOf = (matters: ReadonlyMap<string, Matter>): readonly string[] => [
  ...new Set(
    [...matters.values()].toSorted((one, other) => STAGES.indexOf(one.stage) - STAGES.indexOf(other.stage)).map(({ code }) => code),
  ),
];

/** The cases that belong to projects and were submitted, with their pauses. */
async function casesOfChain(tx: Tx, matters: ReadonlyMap<string, Matter>, projectId?: string): Promise<readonly CaseOfChain[]> {
  const { zoneId } = actorOf(tx);
  let query = tx
    .selectFrom("approval_case")
    .select(["id", "project_id", "matter_code", "matter_version", "submitted_on", "decided_on", "ended_on", "decision"])
    .where("zone_id", "=", zoneId)
    .where("submitted_on", "is not", null);
  query = projectId === undefined ? query.where("project_id", "is not", null) : query.where("project_id", "=", projectId);
  const rows = await query.orderBy("submitted_on").orderBy("number").execute();
  const pauses = Map.groupBy(
    await tx.selectFrom("approval_pause").select(["case_id", "from_day", "to_day"]).where("zone_id", "=", zoneId).execute(),
    ({ case_id }) => case_id,
  );
  return rows.flatMap((row): readonly CaseOfChain[] => {
    const matter = matters.get(versionKey(row.matter_code, row.matter_version));
    if (matter === undefined || row.project_id === null || row.submitted_on === null) return [];
    return [
      {
        id: row.id,
        projectId: row.project_id,
        matterCode: row.matter_code,
        name: matter.name,
        stage: matter.stage,
        submittedOn: row.submitted_on as LocalDate,
        endedOn: (row.decided_on ?? row.ended_on) as LocalDate | null,
        granted: row.decision === "granted",
        pauses: (pauses.get(row.id) ?? []).map(({ from_day, to_day }) => ({ from: from_day as LocalDate, to: to_day as LocalDate | null })),
        limit: matter.promised ?? matter.legal,
      },
    ];
  });
}
