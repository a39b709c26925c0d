import { sql } from "kysely";
import type { z } from "zod";
import type { PackageRow, PackageView } from "#domains/approvals/contract/package-operations.ts";
import type { Answers } from "#domains/approvals/rules/case-course.ts";
import { countChildren, type PackageState, readChildren } from "#domains/approvals/rules/package-course.ts";
import { type PackageSubject, packagePolicy } from "#domains/approvals/rules/package-policy.ts";
import { type LoadedPackage, loadPackage } from "#domains/approvals/server/load-package.ts";
import type { PackageHandlers } from "#domains/approvals/server/package-handlers.ts";
import { matterNames, packageDue } from "#domains/approvals/server/package-status.ts";
import { getPackage, type PackageTableRow } from "#domains/approvals/server/package-store.ts";
import { rowsOf } from "#domains/approvals/server/view-row.ts";
import { projectRefs } from "#domains/projects/server/api.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import type { WorkCalendar } from "#kernel/work-calendar.ts";

export const subjectOfPackage = (row: PackageTableRow): PackageSubject => ({
  state: row.state as PackageState,
  enterpriseId: row.enterprise_id,
  applicantId: row.applicant_id,
});

export const openPackage: PackageHandlers["openPackage"] = ({ id }, { tx, today }) => viewPackage(tx, id, today);

export async function viewPackage(tx: Tx, id: string, today: LocalDate): Promise<z.input<typeof PackageView>> {
  const row = await getPackage(tx, id);
  const loaded = await loadPackage(tx, row);
  const { definition, cases, children, pieces, compensations } = loaded;
  const calendar = await loadCalendar(tx);
  const names = await matterNames(tx, definition, today);
  const caseRows = new Map((await rowsOf(tx, cases, today)).map((one) => [one.matterCode, one]));
  const readings = readChildren(definition.children, children);
  return {
    row: rowOfPackage(loaded, calendar, today),
    definitionVersion: row.definition_version,
    project: row.project_id === null ? null : ((await projectRefs(tx, [row.project_id])).get(row.project_id) ?? null),
    form: row.form as Answers,
    materials: definition.materials.map(({ key, name }) => ({
      key,
      name,
      provided: pieces.has(key),
      fileName: pieces.get(key)?.file_name ?? null,
    })),
    children: definition.children.map(({ matterCode, after }, place) => ({
      matterCode,
      name: names.get(matterCode) ?? { zh: matterCode, en: matterCode },
      after: [...after],
      state: readings[place]?.state ?? "waiting",
      case: caseRows.get(matterCode) ?? null,
    })),
    compensations: compensations.map((task) => ({
      id: task.id,
      failed: task.failed_matter,
      matter: task.matter_code,
      text: { zh: task.text_zh, en: task.text_en },
      openedOn: task.opened_on as LocalDate,
      state: task.state as "OPEN" | "DONE",
      doneOn: task.done_on as LocalDate | null,
      note: task.note,
      version: task.version,
    })),
    version: row.version,
    abilities: abilitiesOf(packagePolicy, actorOf(tx), subjectOfPackage(row)),
  };
}

function rowOfPackage({ row, definition, children }: LoadedPackage, calendar: WorkCalendar, today: LocalDate): z.input<typeof PackageRow> {
  const due = packageDue(definition, row.submitted_on as LocalDate | null, calendar);
  const { granted, failed } = countChildren(definition.children, children);
  return {
    id: row.id,
    number: row.number,
    code: row.code,
    name: definition.name,
    enterprise: row.enterprise_name,
    title: row.title,
    state: row.state as PackageState,
    submittedOn: row.submitted_on as LocalDate | null,
    finishedOn: row.finished_on as LocalDate | null,
    dueOn: due?.day ?? null,
    dueProvisional: due?.provisional ?? false,
    late: due !== null && (row.finished_on ?? today) > due.day,
    children: definition.children.length,
    finished: granted,
    failed,
  };
}

export const listPackages: PackageHandlers["listPackages"] = async ({ state, limit, cursor }, { tx, today, actor }) => {
  const offset = cursor === undefined ? 0 : Math.max(0, Number.parseInt(cursor, 10) || 0);
  let query = tx.selectFrom("approval_package").where("zone_id", "=", actor.zoneId);
  if (state !== undefined) query = query.where("state", "=", state);
  const { total } = await query.select(sql<number>`count(*)::int`.as("total")).executeTakeFirstOrThrow();
  const rows = await query.selectAll().orderBy("number", "desc").offset(offset).limit(limit).execute();
  const calendar = await loadCalendar(tx);
  const items: z.input<typeof PackageRow>[] = [];
  for (const row of rows) items.push(rowOfPackage(await loadPackage(tx, row), calendar, today));
  return { items, next: offset + rows.length < total ? String(offset + rows.length) : null, total };
};
