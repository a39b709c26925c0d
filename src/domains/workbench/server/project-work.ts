import { sql } from "kysely";
import { MOST_WORK, type WorkRow, type WorkSource } from "#domains/workbench/server/work-source.ts";
import type { Actor } from "#kernel/policy.ts";

/** Owned, led, or worked on in its task force. */
const isMine = (
  actor: Actor,
) => sql`(project.owner_id = ${actor.id}::uuid or project.leader_id = ${actor.id}::uuid or exists (select from project_task_force force
          where force.zone_id = project.zone_id and force.project_id = project.id and force.disbanded_on is null and force.lead_id = ${actor.id}::uuid)
          or exists (select from task_force_member member where member.zone_id = project.zone_id and member.project_id = project.id
            and member.person_id = ${actor.id}::uuid and member.to_day is null))`;

/** What a letter was opened for, in English; its own text is Chinese. */
const ASKED_EN = sql`(select string_agg(reason ->> 'en', '; ') from project_colour colour, jsonb_array_elements(colour.reasons) reason
  where colour.zone_id = letter.zone_id and colour.project_id = letter.project_id and colour.ordinal = letter.colour_ordinal)`;

/** What projects, their supervision and the dispatch meeting ask of a person. */
export const projectWork: readonly WorkSource[] = [
  {
    permission: "projects.report",
    find: (actor) => sql<WorkRow>`
      select case task.kind when 'issue' then 'issue' when 'calendar' then 'calendar-item' else 'task' end kind,
        task.project_id opens, task.title, project.name about, task.due_on, false provisional
      from project_task task join project on project.zone_id = task.zone_id and project.id = task.project_id
      where task.zone_id = ${actor.zoneId}::uuid and task.owner_id = ${actor.id}::uuid and task.state = 'OPEN' order by task.due_on limit ${MOST_WORK}`,
  },
  {
    permission: "projects.work",
    find: (actor) => sql<WorkRow>`
      select 'supervision-reply' kind, letter.project_id opens, letter.text title, ${ASKED_EN} title_en, project.name about, letter.due_on, letter.due_provisional provisional
      from project_supervision letter join project on project.zone_id = letter.zone_id and project.id = letter.project_id
      where letter.zone_id = ${actor.zoneId}::uuid and letter.state = 'ISSUED' and letter.kind <> 'reminder'
        and (project.owner_id = ${actor.id}::uuid or exists (select from task_force_member member where member.zone_id = letter.zone_id
          and member.project_id = letter.project_id and member.person_id = ${actor.id}::uuid and member.to_day is null))
      order by letter.due_on limit ${MOST_WORK}`,
  },
  {
    permission: "projects.supervise",
    find: (actor) => sql<WorkRow>`
      select 'supervision-issue' kind, letter.project_id opens, letter.text title, ${ASKED_EN} title_en, project.name about, letter.issue_by due_on, letter.due_provisional provisional
      from project_supervision letter join project on project.zone_id = letter.zone_id and project.id = letter.project_id
      where letter.zone_id = ${actor.zoneId}::uuid and letter.state = 'OPEN'
        and (${actor.role} = 'leadership' or project.department_id = ${actor.departmentId}::uuid) order by letter.issue_by limit ${MOST_WORK}`,
  },
  {
    permission: "projects.decide",
    find: (actor) => sql<WorkRow>`
      select 'date-request' kind, request.project_id opens, request.reason title, project.name about, null::date due_on, false provisional
      from project_date_request request join project on project.zone_id = request.zone_id and project.id = request.project_id
      where request.zone_id = ${actor.zoneId}::uuid and request.state = 'REQUESTED' and request.requested_by <> ${actor.id}
      order by request.requested_on limit ${MOST_WORK}`,
  },
  {
    // The newest month that is over, of projects that report: from the signing until completion.
    permission: "projects.report",
    find: (actor, today) => sql<WorkRow>`
      select 'month-report' kind, project.id opens, project.name title, project.enterprise_name about, closed.last_day due_on, false provisional
      from project, (select (date_trunc('month', ${today}::date + 1) - interval '1 day')::date last_day) closed
      where project.zone_id = ${actor.zoneId}::uuid and project.stage in ('SIGNED', 'LAND', 'BUILDING') and project.signed_on <= closed.last_day
        and ${isMine(actor)}
        and not exists (select from project_report report where report.zone_id = project.zone_id and report.project_id = project.id
          and report.month = date_trunc('month', closed.last_day)::date)
      order by project.code limit ${MOST_WORK}`,
  },
  {
    permission: "projects.resolve",
    find: (actor) => sql<WorkRow>`
      select 'resolution' kind, resolution.meeting_id opens, resolution.text title, item.title about, resolution.due_on, false provisional
      from dispatch_resolution resolution
        join dispatch_agenda_item item on item.zone_id = resolution.zone_id and item.id = resolution.item_id
      where resolution.zone_id = ${actor.zoneId}::uuid and resolution.state = 'OPEN' and resolution.owner_id = ${actor.id}::uuid
      order by resolution.due_on limit ${MOST_WORK}`,
  },
  {
    // Nobody approves the minutes that he wrote.
    permission: "projects.decide",
    find: (actor) => sql<WorkRow>`
      select 'minutes-review' kind, minutes.meeting_id opens, meeting.year || '年第' || meeting.number || '次调度会纪要' title, minutes.written_by_name about,
        null::date due_on, false provisional
      from dispatch_minutes minutes
        join dispatch_meeting meeting on meeting.zone_id = minutes.zone_id and meeting.id = minutes.meeting_id
      where minutes.zone_id = ${actor.zoneId}::uuid and minutes.state = 'WRITTEN' and minutes.written_by <> ${actor.id}
      order by minutes.written_on limit ${MOST_WORK}`,
  },
  {
    permission: "projects.settle",
    find: (actor) => sql<WorkRow>`
      select 'register-conflict' kind, contradiction.project_id opens, contradiction.document_title title, project.name about,
        null::date due_on, false provisional
      from project_register_conflict contradiction
        join project on project.zone_id = contradiction.zone_id and project.id = contradiction.project_id
      where contradiction.zone_id = ${actor.zoneId}::uuid and contradiction.state = 'OPEN' and ${isMine(actor)}
      order by contradiction.found_on limit ${MOST_WORK}`,
  },
];
