import { sql } from "kysely";
import { MOST_WORK, type WorkRow, type WorkSource } from "#domains/workbench/server/work-source.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";

/** The material that a promise stands for, by the version on which its case stands, with the case it belongs to. */
const materialName = (of: "promise" | "owed") => sql`coalesce((select material -> 'name' ->> 'zh'
  from approval_matter matter, jsonb_array_elements(matter.content -> 'materials') material
  where matter.zone_id = filed.zone_id and matter.code = filed.matter_code and matter.version = filed.matter_version
    and material ->> 'key' = ${sql.ref(`${of}.material_key`)}), ${sql.ref(`${of}.material_key`)}) || '（' || filed.title || '）'`;

/** Filed by this person at the counter, or helped with by an authorisation that runs (帮办代办). */
const isFiledFor = (actor: Actor, today: LocalDate) => sql`(filed.applicant_id = ${actor.id} or exists (select from approval_assist help
  where help.zone_id = filed.zone_id and help.case_id = filed.id and help.helper_id = ${actor.id}::uuid
    and help.from_day <= ${today}::date and (help.to_day is null or help.to_day >= ${today}::date)))`;

const isOfMyDepartment = (actor: Actor) => sql`(filed.department_id is null or filed.department_id = ${actor.departmentId}::uuid)`;

/** What cases ask of the window, of departments, of whoever decides, and of whoever filed them for an applicant. */
export const approvalWork: readonly WorkSource[] = [
  {
    permission: "approvals.handle",
    find: (actor) => sql<WorkRow>`
      select case state when 'DECIDED' then 'case-deliver' when 'ACCEPTED' then 'case-start' when 'SUSPENDED' then 'case-resume' else 'case-accept' end kind, id opens, title, enterprise_name about, case state when 'SUSPENDED' then paused_until else promised_due_on end due_on, due_provisional provisional
      from approval_case
      where zone_id = ${actor.zoneId}::uuid and (state in ('SUBMITTED', 'DECIDED') or (state in ('ACCEPTED', 'SUSPENDED') and waits_for = 'window')) and (department_id is null or department_id = ${actor.departmentId}::uuid)
        and applicant_id <> ${actor.id}
      order by promised_due_on nulls first, submitted_on limit ${MOST_WORK}`,
  },
  {
    permission: "approvals.review",
    find: (actor) => sql<WorkRow>`
      select 'case-review' kind, review.case_id opens, filed.title, filed.enterprise_name about, review.due_on, review.due_provisional provisional
      from approval_review review join approval_case filed on filed.zone_id = review.zone_id and filed.id = review.case_id
      where review.zone_id = ${actor.zoneId}::uuid and review.state = 'open' and review.department_id = ${actor.departmentId}::uuid
        and filed.state = 'REVIEWING'
      order by review.due_on limit ${MOST_WORK}`,
  },
  {
    permission: "approvals.decide",
    find: (actor) => sql<WorkRow>`
      select 'case-decide' kind, id opens, title, enterprise_name about, promised_due_on due_on, due_provisional provisional
      from approval_case filed
      where zone_id = ${actor.zoneId}::uuid and (state = 'REVIEWING' or (state = 'ACCEPTED' and waits_for = 'head')) and (${actor.role} = 'leadership' or department_id is null or department_id = ${actor.departmentId}::uuid)
        and applicant_id <> ${actor.id} and accepted_by is distinct from ${actor.id}
        and not exists (select from approval_review review where review.zone_id = filed.zone_id and review.case_id = filed.id and review.state in ('waiting', 'open'))
      order by promised_due_on limit ${MOST_WORK}`,
  },
  {
    permission: "approvals.verify",
    find: (actor) => sql<WorkRow>`
      select 'commitment' kind, promise.case_id opens, ${materialName("promise")} title, filed.enterprise_name about, promise.verify_by due_on, promise.verify_provisional provisional
      from approval_commitment promise join approval_case filed on filed.zone_id = promise.zone_id and filed.id = promise.case_id
      where promise.zone_id = ${actor.zoneId}::uuid and promise.state = 'PENDING' and filed.state = 'DELIVERED'
        and (filed.department_id is null or filed.department_id = ${actor.departmentId}::uuid)
      order by promise.verify_by limit ${MOST_WORK}`,
  },
  {
    permission: "approvals.apply",
    find: (actor, today) => sql<WorkRow>`
      select 'case-supplement' kind, filed.id opens, filed.title, filed.enterprise_name about, supplement.due_on, false provisional
      from approval_case filed join approval_supplement supplement on supplement.zone_id = filed.zone_id and supplement.case_id = filed.id
      where filed.zone_id = ${actor.zoneId}::uuid and filed.state = 'SUPPLEMENT' and ${isFiledFor(actor, today)}
      order by supplement.due_on limit ${MOST_WORK}`,
  },
  {
    permission: "approvals.apply",
    find: (actor, today) => sql<WorkRow>`
      select 'deferral' kind, filed.id opens, ${materialName("owed")} title, filed.enterprise_name about, owed.due_on, owed.due_provisional provisional
      from approval_deferral owed join approval_case filed on filed.zone_id = owed.zone_id and filed.id = owed.case_id
      where owed.zone_id = ${actor.zoneId}::uuid and owed.state = 'OPEN' and filed.state not in ('WITHDRAWN', 'TERMINATED')
        and ${isFiledFor(actor, today)}
      order by owed.due_on limit ${MOST_WORK}`,
  },
  {
    // A false promise that is to be put right: looked at again by its day.
    permission: "approvals.verify",
    find: (actor) => sql<WorkRow>`
      select 'correction' kind, filed.id opens, ${materialName("promise")} title, filed.enterprise_name about, promise.correct_by due_on, false provisional
      from approval_commitment promise join approval_case filed on filed.zone_id = promise.zone_id and filed.id = promise.case_id
      where promise.zone_id = ${actor.zoneId}::uuid and promise.state = 'FALSE' and filed.state not in ('WITHDRAWN', 'TERMINATED')
        and ${isOfMyDepartment(actor)} and filed.applicant_id <> ${actor.id}
      order by promise.correct_by limit ${MOST_WORK}`,
  },
  {
    // Not put right in time: what it brought is revoked, by somebody else than who found it false.
    permission: "approvals.decide",
    find: (actor, today) => sql<WorkRow>`
      select 'revoke' kind, filed.id opens, ${materialName("promise")} title, filed.enterprise_name about, promise.correct_by due_on, false provisional
      from approval_commitment promise join approval_case filed on filed.zone_id = promise.zone_id and filed.id = promise.case_id
      where promise.zone_id = ${actor.zoneId}::uuid and promise.state = 'FALSE' and promise.correct_by < ${today}::date and filed.decision = 'granted'
        and (${actor.role} = 'leadership' or ${isOfMyDepartment(actor)})
        and filed.applicant_id <> ${actor.id} and promise.found_by is distinct from ${actor.id}
      order by promise.correct_by limit ${MOST_WORK}`,
  },
  {
    permission: "approvals.handle",
    find: (actor) => sql<WorkRow>`
      select 'compensation' kind, task.package_id opens, task.text_zh title, package.enterprise_name about, null::date due_on, false provisional
      from approval_compensation task join approval_package package on package.zone_id = task.zone_id and package.id = task.package_id
      where task.zone_id = ${actor.zoneId}::uuid and task.state = 'OPEN'
      order by task.opened_on limit ${MOST_WORK}`,
  },
];
