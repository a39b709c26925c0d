import type { z } from "zod";
import { Colour, colourWords } from "#domains/projects/contract/colour.ts";
import type { courseOperations, GanttRow } from "#domains/projects/contract/course-operations.ts";
import { categoryWords, keyLevelWords, Milestone, milestoneWords, stageWords } from "#domains/projects/contract/project.ts";
import { actualOf, type ProjectRecord, plannedOf, stageOn } from "#domains/projects/rules/project-record.ts";
import { chooseProjects } from "#domains/projects/server/choose-projects.ts";
import { colourRuleOn } from "#domains/projects/server/colour-rules.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import { readingOf } from "#domains/projects/server/readings.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import { addDays, type LocalDate } from "#kernel/local-date.ts";
import { csvFile } from "#kernel/server/csv-file.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type CourseHandlers = HandlersOf<typeof courseOperations, OperationContext>;

export const gantt: CourseHandlers["gantt"] = async ({ cursor, limit, ...input }, { tx, today }) => {
  const asOf = input.asOf ?? today;
  const query = (await chooseProjects(tx, input, today)).where("signed_on", "<=", asOf);
  const offset = cursor === undefined ? 0 : Math.max(0, Number.parseInt(cursor, 10) || 0);
  const { total } = await query.select((by) => by.fn.countAll<string>().as("total")).executeTakeFirstOrThrow();
  const ids = await query.select("id").orderBy("code").orderBy("id").offset(offset).limit(limit).execute();
  const items = await rowsOf(
    tx,
    ids.map((row) => row.id),
    asOf,
  );
  const more = offset + ids.length < Number(total);
  return { asOf, ...(await spanOf(tx, asOf)), items, next: more ? String(offset + ids.length) : null, total: Number(total) };
};

async function rowsOf(tx: Tx, ids: readonly string[], asOf: LocalDate): Promise<z.input<typeof GanttRow>[]> {
  const rule = await colourRuleOn(tx, asOf);
  return (await loadProjectRecords(tx, { ids })).flatMap((record) => {
    const stage = stageOn(record, asOf);
    if (stage === undefined) return [];
    const milestones = milestonesOf(record, asOf);
    return [
      {
        id: record.id,
        code: record.code,
        name: record.name,
        enterprise: record.enterprise,
        category: record.category,
        level: record.level,
        stage,
        plannedTotalYuan: record.plannedTotalYuan,
        colour: readingOf(record, rule, asOf).reading?.colour ?? null,
        milestones,
        changes: milestones.reduce((all, one) => all + one.changes, 0),
      },
    ];
  });
}

const milestonesOf = (record: ProjectRecord, asOf: LocalDate) =>
  Milestone.options.flatMap((kind) => {
    const plannedOn = plannedOf(record, kind, asOf);
    const actualOn = actualOf(record, kind, asOf);
    if (plannedOn === null && actualOn === null) return [];
    const plans = record.plans.filter((plan) => plan.kind === kind && plan.effectiveOn <= asOf);
    return [{ kind, plannedOn, actualOn, changes: Math.max(0, plans.length - 1) }];
  });

/** Days that a drawing reaches back and forward at most: one slip of the pen must not stretch it over a century. */
const WIDEST_DAYS = 6 * 366;
const MARGIN_DAYS = 31;

/** The same for every page of the list, so that a drawing stands still while rows come. */
async function spanOf(tx: Tx, asOf: LocalDate): Promise<{ readonly from: LocalDate; readonly to: LocalDate }> {
  const zone = actorOf(tx).zoneId;
  const [earliest, latest] = [addDays(asOf, -WIDEST_DAYS), addDays(asOf, WIDEST_DAYS)];
  const signed = await tx
    .selectFrom("project")
    .select((by) => by.fn.min("signed_on").as("first"))
    .where("zone_id", "=", zone)
    .where("signed_on", ">=", earliest)
    .executeTakeFirstOrThrow();
  const planned = await tx
    .selectFrom("project_milestone_plan")
    .select((by) => by.fn.max("planned_on").as("last"))
    .where("zone_id", "=", zone)
    .where("planned_on", "<=", latest)
    .executeTakeFirstOrThrow();
  const first = (signed.first ?? asOf) as LocalDate;
  const last = (planned.last ?? asOf) as LocalDate;
  return { from: addDays(first < asOf ? first : asOf, -MARGIN_DAYS), to: addDays(last > asOf ? last : asOf, MARGIN_DAYS) };
}

const MOST_EXPORTED = 20_000;
const heads = {
  zh: ["项目编号", "项目", "企业", "类别", "重点级别", "阶段", "颜色"],
  en: ["Code", "Project", "Enterprise", "Category", "Key level", "Stage", "Colour"],
} as const;
const columnWords = {
  zh: { planned: "计划", actual: "实际", changes: "改期次数" },
  en: { planned: "planned", actual: "actual", changes: "Changes of date" },
} as const;

export const exportGantt: CourseHandlers["exportGantt"] = async (input, { tx, today, language }) => {
  const asOf = input.asOf ?? today;
  const query = await chooseProjects(tx, input, today);
  const ids = await query.select("id").where("signed_on", "<=", asOf).limit(MOST_EXPORTED).execute();
  const rows = await rowsOf(
    tx,
    ids.map((row) => row.id),
    asOf,
  );
  const words = columnWords[language];
  const head = [
    ...heads[language],
    ...Milestone.options.flatMap((kind) => [words.planned, words.actual].map((word) => `${milestoneWords[kind][language]} ${word}`)),
    words.changes,
  ];
  const lines = rows.map((row) => [
    row.code,
    row.name,
    row.enterprise,
    categoryWords[row.category][language],
    keyLevelWords[row.level][language],
    stageWords[row.stage][language],
    row.colour === null ? "" : colourWords[Colour.parse(row.colour)][language],
    ...Milestone.options.flatMap((kind) => {
      const found = row.milestones.find((one) => one.kind === kind);
      return [found?.plannedOn ?? "", found?.actualOn ?? ""];
    }),
    String(row.changes),
  ]);
  return {
    name: `${language === "zh" ? "项目节点" : "milestones"}-${asOf}.csv`,
    mime: "text/csv; charset=utf-8",
    bytes: csvFile(head, lines),
  };
};
