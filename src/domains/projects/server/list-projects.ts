import {
  constructionRate,
  listsOf,
  PROJECT_LISTS,
  plannedFor,
  type RateOfProjects,
  startRate,
} from "#domains/projects/rules/project-lists.ts";
import { chooseProjects } from "#domains/projects/server/choose-projects.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import { namesOf } from "#domains/projects/server/project-store.ts";
import type { RegisterHandlers } from "#domains/projects/server/register-project.ts";
import { rowOf, viewProject } from "#domains/projects/server/view-project.ts";

export const listProjects: RegisterHandlers["listProjects"] = async (input, { tx, today }) => {
  const { q, stage, category, level, list, ownerId, sort, limit, cursor } = input;
  const asOf = input.asOf ?? today;
  const offset = cursor === undefined ? 0 : Math.max(0, Number.parseInt(cursor, 10) || 0);
  const { query } = await chooseProjects(tx, { q, stage, category, level, list, ownerId }, asOf);
  const order = { code: "code", name: "name", amount: "planned_total_yuan", signed: "signed_on" } as const;
  const { total } = await query.select((by) => by.fn.countAll<string>().as("total")).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll()
    .orderBy(order[sort], sort === "amount" || sort === "signed" ? "desc" : "asc")
    .orderBy("id")
    .offset(offset)
    .limit(limit)
    .execute();
  const records = new Map(
    (await loadProjectRecords(tx, { ids: rows.map((row) => row.id), only: "course" })).map((record) => [record.id, record]),
  );
  const names = await namesOf(
    tx,
    rows.map((row) => row.owner_id),
  );
  return {
    items: rows.flatMap((row) => {
      const record = records.get(row.id);
      return record === undefined ? [] : [rowOf(row, record, asOf, names)];
    }),
    next: offset + rows.length < Number(total) ? String(offset + rows.length) : null,
    total: Number(total),
  };
};

export const openProject: RegisterHandlers["openProject"] = ({ id }, { tx, today }) => viewProject(tx, id, today);

export const projectLists: RegisterHandlers["projectLists"] = async ({ asOf: asked, category, level }, { tx, today }) => {
  const asOf = asked ?? today;
  const records = (await loadProjectRecords(tx, { only: "course" })).filter(
    (record) => (category === undefined || record.category === category) && (level === undefined || record.level === level),
  );
  const lists = records.map((record) => listsOf(record, asOf));
  const planned = plannedFor(records, asOf);
  return {
    asOf,
    planned: planned.length,
    counts: Object.fromEntries(PROJECT_LISTS.map((name) => [name, lists.filter((names) => names.includes(name)).length])) as never,
    overlap: lists.filter((names) => names.includes("starting") && names.includes("under-construction")).length,
    constructionRate: {
      withoutCompleted: viewRate(constructionRate(planned, asOf, "without-completed")),
      withCompleted: viewRate(constructionRate(planned, asOf, "with-completed")),
    },
    startRate: viewRate(startRate(records, asOf)),
  };
};

const viewRate = ({ counted, of, ratePct }: RateOfProjects) => ({
  numerator: counted.length,
  denominator: of.length,
  ratePct,
  counted: [...counted],
  of: [...of],
});
