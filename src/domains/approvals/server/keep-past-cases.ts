import type { Insertable } from "kysely";
import { v7 } from "uuid";
import { readNodeClock } from "#domains/approvals/rules/case-clock.ts";
import type { CaseCourse } from "#domains/approvals/rules/case-course.ts";
import { publicTimeline } from "#domains/approvals/rules/public-timeline.ts";
import type { PastRow } from "#domains/approvals/rules/read-case-row.ts";
import { validUntil } from "#domains/approvals/rules/valid-until.ts";
import { digestOfCode, newAccessCode } from "#domains/approvals/server/access-code.ts";
import { findDepartments } from "#domains/approvals/server/case-store.ts";
import { reckoned } from "#domains/approvals/server/move-case.ts";
import { nextNumber } from "#domains/approvals/server/next-number.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { platformActor } from "#kernel/server/background.ts";
import type { DB, Tx } from "#kernel/server/database.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import type { WorkCalendar } from "#kernel/work-calendar.ts";

/** A past case that stood the replay. */
export type KeptCase = { readonly past: PastRow; readonly course: CaseCourse; readonly projectId: string | null };

type Tables =
  | "approval_case"
  | "approval_step"
  | "approval_piece"
  | "approval_pause"
  | "approval_supplement"
  | "approval_extension"
  | "approval_review"
  | "approval_result"
  | "approval_status";
type Rows = { readonly [Table in Tables]: Insertable<DB[Table]>[] };
type Surroundings = {
  readonly zone: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly today: LocalDate;
  readonly calendar: WorkCalendar;
  readonly departments: ReadonlyMap<string, string>;
};

/** In the order in which they refer to each other. */
const ORDER: readonly Tables[] = [
  "approval_case",
  "approval_step",
  "approval_piece",
  "approval_pause",
  "approval_supplement",
  "approval_extension",
  "approval_review",
  "approval_result",
  "approval_status",
];
const AT_ONCE = 400;
const PAPERS = "材料存于原登记系统";

/** Writes past cases table by table, many rows at once. @returns their numbers, in the order given. */
export async function keepPastCases(
  tx: Tx,
  cases: readonly KeptCase[],
  { calendar, today }: { readonly calendar: WorkCalendar; readonly today: LocalDate },
): Promise<readonly string[]> {
  const actor = actorOf(tx);
  const departments = await findDepartments(
    tx,
    cases.flatMap(({ course: { matter } }) => [matter.department, ...matter.reviews.map(({ department }) => department)]),
  );
  const enterprises = await enterpriseIds(tx, cases);
  const around: Surroundings = { zone: actor.zoneId, by: { id: actor.id, name: actor.name }, today, calendar, departments };
  const rows: Rows = Object.fromEntries(ORDER.map((table) => [table, []])) as never;
  const numbers: string[] = [];
  for (const one of cases) {
    const number = await nextNumber(tx, "BJ", one.course.draftedOn);
    numbers.push(number);
    rowsOfCase(one, { id: v7(), number, enterpriseId: enterprises.get(one.past.enterprise) ?? null }, around, rows);
  }
  for (const table of ORDER)
    for (let place = 0; place < rows[table].length; place += AT_ONCE)
      await tx
        .insertInto(table)
        .values(rows[table].slice(place, place + AT_ONCE) as never)
        .execute();
  await tellProjects(tx, cases, rows);
  return numbers;
}

type Identity = { readonly id: string; readonly number: string; readonly enterpriseId: string | null };

function rowsOfCase({ past, course, projectId }: KeptCase, { id, number, enterpriseId }: Identity, around: Surroundings, rows: Rows): void {
  const { zone, by, today, calendar, departments } = around;
  const shared = { zone_id: zone, case_id: id, enterprise_id: enterpriseId };
  const accessHash = digestOfCode(zone, number, newAccessCode());
  const { legal_due_on, promised_due_on, due_provisional, paused_until, waits_for, waits_since } = reckoned(course, calendar, today);
  rows.approval_case.push({
    zone_id: zone,
    id,
    number,
    matter_code: course.matter.code,
    matter_version: past.matterVersion,
    department_id: departments.get(course.matter.department) ?? null,
    enterprise_id: enterpriseId,
    enterprise_name: past.enterprise,
    uscc: past.uscc,
    project_id: projectId,
    title: past.title,
    form: JSON.stringify(past.form),
    access_hash: accessHash,
    state: course.state,
    decision: course.decision,
    // Nobody here filed it, so nobody here is kept from deciding it.
    applicant_id: "imported",
    submitted_on: course.submittedOn,
    accepted_on: course.acceptedOn,
    decided_on: course.decidedOn,
    delivered_on: course.deliveredOn,
    ended_on: course.endedOn,
    drafted_on: course.draftedOn,
    imported_on: today,
    legal_due_on: legal_due_on ?? null,
    promised_due_on: promised_due_on ?? null,
    due_provisional: due_provisional ?? false,
    paused_until: paused_until ?? null,
    waits_for: waits_for ?? "nobody",
    waits_since: waits_since ?? null,
  });
  const platform = platformActor(zone);
  course.steps.forEach((step, place) => {
    const author = step.automatic === null ? by : platform;
    rows.approval_step.push({
      ...shared,
      ordinal: place + 1,
      move: step.move,
      from_state: step.from,
      to_state: step.to,
      happened_on: step.on,
      note: noteOf(step.move, past),
      automatic: step.automatic,
      detail: JSON.stringify({ imported: today }),
      by: author.id,
      by_name: author.name,
    });
  });
  for (const piece of course.pieces)
    rows.approval_piece.push({
      ...shared,
      id: v7(),
      material_key: piece.key,
      how: piece.how,
      note: PAPERS,
      provided_on: piece.on,
      by: by.id,
      by_name: by.name,
    });
  for (const pause of course.pauses)
    rows.approval_pause.push({
      ...shared,
      id: v7(),
      reason: pause.reason,
      from_day: pause.from,
      to_day: pause.to,
      notice: pause.notice ?? "",
      by: by.id,
    });
  if (course.supplement !== null)
    rows.approval_supplement.push({
      ...shared,
      noticed_on: course.supplement.noticedOn,
      items: [...past.items],
      answered_on: course.supplement.answeredOn,
      by: by.id,
    });
  if (course.extension !== null)
    rows.approval_extension.push({
      ...shared,
      length: course.extension.length,
      granted_on: course.extension.grantedOn,
      reason: past.extensionReason,
      source: course.matter.extension?.source ?? "",
      by: by.id,
      by_name: by.name,
    });
  for (const review of course.reviews) {
    const node = course.matter.reviews.find(({ key }) => key === review.node);
    const clock = node === undefined ? null : readNodeClock(node, review, course, calendar, today);
    const closer = review.closedOn === null ? null : review.state === "silent" ? platform : by;
    rows.approval_review.push({
      ...shared,
      node: review.node,
      department_id: departments.get(review.department) ?? null,
      department_name: review.department,
      state: review.state,
      opened_on: review.openedOn,
      due_on: clock?.legal.day ?? null,
      due_provisional: clock?.legal.provisional ?? false,
      closed_on: review.closedOn,
      by: closer?.id ?? null,
      by_name: closer?.name ?? null,
    });
  }
  const { result } = course.matter;
  if (course.decision === "granted" && result !== null && course.decidedOn !== null)
    rows.approval_result.push({
      ...shared,
      matter_code: course.matter.code,
      number: past.number ?? number,
      name_zh: result.name.zh,
      name_en: result.name.en,
      dated_on: course.decidedOn,
      valid_until: result.validMonths === null ? null : validUntil(course.decidedOn, result.validMonths),
      delivered_on: course.deliveredOn,
      delivered_how: course.deliveredOn === null ? null : past.how,
    });
  rows.approval_status.push({
    zone_id: zone,
    number,
    ordinal: course.steps.length,
    access_hash: accessHash,
    content: JSON.stringify(publicTimeline(number, course, calendar, today)),
  });
}

const noteOf = (move: string, { items, reason, extensionReason }: PastRow): string | null => {
  const note = move === "noticeSupplement" ? items.join("；") : move === "decide" ? reason : move === "extend" ? extensionReason : "";
  return note === "" ? null : note;
};

/** Enterprises of the national register by name: where exactly one has it, its account sees the case. */
async function enterpriseIds(tx: Tx, cases: readonly KeptCase[]): Promise<ReadonlyMap<string, string>> {
  const names = [...new Set(cases.map(({ past }) => past.enterprise))];
  const rows = await tx.selectFrom("enterprise").select(["id", "name"]).where("name", "in", names).execute();
  const byName = Map.groupBy(rows, ({ name }) => name);
  return new Map([...byName].flatMap(([name, found]) => (found.length === 1 && found[0] ? [[name, found[0].id]] : [])));
}

/** What was delivered in the past is evidence of its project as what is delivered now. */
async function tellProjects(tx: Tx, cases: readonly KeptCase[], rows: Rows): Promise<void> {
  for (const [place, { past, course, projectId }] of cases.entries()) {
    const evidence = course.matter.result?.evidence;
    const row = rows.approval_case[place];
    const result = rows.approval_result.find(({ case_id }) => case_id === row?.id);
    if (evidence === undefined || projectId === null || result === undefined || course.deliveredOn === null) continue;
    await emitEvent(tx, "approvals.result-delivered", {
      projectId,
      evidenceKind: evidence,
      number: result.number,
      datedOn: result.dated_on,
      caseId: row?.id,
      title: `${result.name_zh}（${row?.number} ${past.title}）`.slice(0, 200),
    });
  }
}
