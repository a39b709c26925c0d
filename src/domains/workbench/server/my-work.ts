import { sql } from "kysely";
import type { WorkKind, workbenchOperations } from "#domains/workbench/contract/workbench-operations.ts";
import { type FoundWork, sortWork } from "#domains/workbench/rules/sort-work.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Row = {
  kind: string;
  opens: string;
  title: string;
  title_en?: string | null;
  about: string;
  due_on: string | null;
  provisional: boolean;
};
/** Where work comes from: who is asked, and what is found for them. A domain that brings work adds its line. */
type Source = { readonly permission: string; readonly find: (actor: Actor) => ReturnType<typeof sql<Row>> };

const MOST = 200;
/** What a letter was opened for, in English; its own text is Chinese. */
const ASKED_EN = sql`(select string_agg(reason ->> 'en', '; ') from project_colour colour, jsonb_array_elements(colour.reasons) reason
  where colour.zone_id = letter.zone_id and colour.project_id = letter.project_id and colour.ordinal = letter.colour_ordinal)`;

const sources: readonly Source[] = [
  {
    permission: "projects.report",
    find: (actor) => sql<Row>`
      select case task.kind when 'issue' then 'issue' when 'calendar' then 'calendar-item' else 'task' end kind,
        task.project_id opens, task.title, project.name about, task.due_on, false provisional
      from project_task task join project on project.zone_id = task.zone_id and project.id = task.project_id
      where task.zone_id = ${actor.zoneId}::uuid and task.owner_id = ${actor.id}::uuid and task.state = 'OPEN' order by task.due_on limit ${MOST}`,
  },
  {
    permission: "projects.work",
    find: (actor) => sql<Row>`
      select 'supervision-reply' kind, letter.project_id opens, letter.text title, ${ASKED_EN} title_en, project.name about, letter.due_on, letter.due_provisional provisional
      from project_supervision letter join project on project.zone_id = letter.zone_id and project.id = letter.project_id
      where letter.zone_id = ${actor.zoneId}::uuid and letter.state = 'ISSUED' and letter.kind <> 'reminder'
        and (project.owner_id = ${actor.id}::uuid or exists (select from task_force_member member where member.zone_id = letter.zone_id
          and member.project_id = letter.project_id and member.person_id = ${actor.id}::uuid and member.to_day is null))
      order by letter.due_on limit ${MOST}`,
  },
  {
    permission: "projects.supervise",
    find: (actor) => sql<Row>`
      select 'supervision-issue' kind, letter.project_id opens, letter.text title, ${ASKED_EN} title_en, project.name about, letter.issue_by due_on, letter.due_provisional provisional
      from project_supervision letter join project on project.zone_id = letter.zone_id and project.id = letter.project_id
      where letter.zone_id = ${actor.zoneId}::uuid and letter.state = 'OPEN' order by letter.issue_by limit ${MOST}`,
  },
  {
    permission: "projects.decide",
    find: (actor) => sql<Row>`
      select 'date-request' kind, request.project_id opens, request.reason title, project.name about, null::date due_on, false provisional
      from project_date_request request join project on project.zone_id = request.zone_id and project.id = request.project_id
      where request.zone_id = ${actor.zoneId}::uuid and request.state = 'REQUESTED' and request.requested_by <> ${actor.id}
      order by request.requested_on limit ${MOST}`,
  },
  {
    permission: "approvals.handle",
    find: (actor) => sql<Row>`
      select case state when 'DECIDED' then 'case-deliver' else 'case-accept' end kind, id opens, title, enterprise_name about, promised_due_on due_on, due_provisional provisional
      from approval_case
      where zone_id = ${actor.zoneId}::uuid and state in ('SUBMITTED', 'DECIDED') and (department_id is null or department_id = ${actor.departmentId}::uuid)
        and applicant_id <> ${actor.id}
      order by promised_due_on nulls first, submitted_on limit ${MOST}`,
  },
  {
    permission: "approvals.review",
    find: (actor) => sql<Row>`
      select 'case-review' kind, review.case_id opens, filed.title, filed.enterprise_name about, review.due_on, review.due_provisional provisional
      from approval_review review join approval_case filed on filed.zone_id = review.zone_id and filed.id = review.case_id
      where review.zone_id = ${actor.zoneId}::uuid and review.state = 'open' and review.department_id = ${actor.departmentId}::uuid
        and filed.state = 'REVIEWING'
      order by review.due_on limit ${MOST}`,
  },
  {
    permission: "approvals.decide",
    find: (actor) => sql<Row>`
      select 'case-decide' kind, id opens, title, enterprise_name about, promised_due_on due_on, due_provisional provisional
      from approval_case filed
      where zone_id = ${actor.zoneId}::uuid and state = 'REVIEWING' and (${actor.role} = 'leadership' or department_id is null or department_id = ${actor.departmentId}::uuid)
        and applicant_id <> ${actor.id} and accepted_by is distinct from ${actor.id}
        and not exists (select from approval_review review where review.zone_id = filed.zone_id and review.case_id = filed.id and review.state in ('waiting', 'open'))
      order by promised_due_on limit ${MOST}`,
  },
  {
    permission: "approvals.verify",
    find: (actor) => sql<Row>`
      select 'commitment' kind, promise.case_id opens, promise.text title, filed.enterprise_name about, promise.verify_by due_on, promise.verify_provisional provisional
      from approval_commitment promise join approval_case filed on filed.zone_id = promise.zone_id and filed.id = promise.case_id
      where promise.zone_id = ${actor.zoneId}::uuid and promise.state = 'PENDING' and filed.state = 'DELIVERED'
        and (filed.department_id is null or filed.department_id = ${actor.departmentId}::uuid)
      order by promise.verify_by limit ${MOST}`,
  },
  {
    permission: "economy.approve",
    find: (actor) => sql<Row>`
      select 'report-card' kind, edition.card_id opens, edition.title, card.region about, null::date due_on, false provisional
      from report_card_edition edition join report_card card on card.zone_id = edition.zone_id and card.id = edition.card_id
      where edition.zone_id = ${actor.zoneId}::uuid and edition.state = 'CHECKED' and edition.drafted_by <> ${actor.id}
        and not ${actor.id} = any(edition.editors) and edition.checked_by is distinct from ${actor.id}
      order by edition.updated_at limit ${MOST}`,
  },
  {
    permission: "intelligence.review",
    find: (actor) => sql<Row>`
      select 'documents' kind, id::text opens, title, '' about, null::date due_on, false provisional
      from document where zone_id = ${actor.zoneId}::uuid and state = 'review' order by id limit ${MOST}`,
  },
];

type Handlers = HandlersOf<typeof workbenchOperations, OperationContext>;

/** One queue of what waits for this person in the present role, over all domains. */
export const myWork: Handlers["myWork"] = async (_, { tx, actor, today }) => {
  const found: FoundWork[] = [];
  for (const { permission, find } of sources) {
    // The local administrator is no person of the zone: nothing waits for it.
    if (!actor.permissions.has(permission) || !UUID.test(actor.id)) continue;
    const { rows } = await find(actor).execute(tx);
    for (const row of rows)
      found.push({
        kind: row.kind as WorkKind,
        opens: row.opens,
        title: row.title,
        titleEn: row.title_en ?? null,
        about: row.about,
        dueOn: row.due_on as LocalDate | null,
        provisional: row.provisional,
      });
  }
  const { late, now, coming, whenever } = sortWork(found, today);
  return { today, late: [...late], now: [...now], coming: [...coming], whenever: [...whenever] };
};

const UUID = /^[0-9a-f-]{36}$/;
