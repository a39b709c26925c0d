import { sql } from "kysely";
import { noticesOfWork } from "#domains/notices/rules/notices-of-work.ts";
import { DIGEST, tell } from "#domains/notices/server/notice-store.ts";
import { findWork } from "#domains/workbench/server/api.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import { COMMITTEE_ROLES, type Role } from "#kernel/role.ts";
import type { PermissionsByRole } from "#kernel/server/access.ts";
import type { JobHandler } from "#kernel/server/background.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import type { DailyJob } from "#kernel/server/daily-jobs.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import { enqueueOutgoing } from "#kernel/server/outgoing.ts";
import { actorOf, recordedAt } from "#kernel/server/unit-of-work.ts";
import { isWorkday } from "#kernel/work-calendar.ts";

export const LOOK_AT_WORK = "notices.look-at-work";
export const SEND_DIGESTS = "notices.send-digests";

/** Beginning of office hours, and shortly before their end. */
export const noticeDays: readonly DailyJob[] = [
  {
    kind: LOOK_AT_WORK,
    title: { zh: "查看各岗位的待办，提醒临期与逾期", en: "Look at everybody's work and tell what is due" },
    at: "08:20",
  },
  { kind: SEND_DIGESTS, title: { zh: "发送每日提醒摘要", en: "Send the digests of the day" }, at: "17:20" },
];

/** Everybody of the committee, in each of the roles that are held today. */
async function listHolders(tx: Tx, permissions: PermissionsByRole, today: LocalDate): Promise<readonly Actor[]> {
  const rows = await tx
    .selectFrom("membership as m")
    .innerJoin("person as p", (join) => join.onRef("p.zone_id", "=", "m.zone_id").onRef("p.id", "=", "m.person_id"))
    .select(["m.id", "m.person_id", "p.name", "m.role", "m.department_id", "m.enterprise_id"])
    .where("m.zone_id", "=", actorOf(tx).zoneId)
    .where("m.revoked_at", "is", null)
    .where("p.left_at", "is", null)
    .where("m.role", "in", [...COMMITTEE_ROLES])
    .where(sql<boolean>`m.valid_from <= ${today}::date and (m.valid_to is null or m.valid_to >= ${today}::date)`)
    .orderBy("m.person_id")
    .orderBy("m.id")
    .execute();
  return rows.map((row) => ({
    id: row.person_id,
    name: row.name,
    zoneId: actorOf(tx).zoneId,
    role: row.role as Role,
    permissions: permissions[row.role as Role],
    enterpriseId: row.enterprise_id,
    departmentId: row.department_id,
  }));
}

/** On working days tells what fell due, falls due soon or is new; person by person, and where it broke off it goes on. */
export function lookAtWork(permissions: PermissionsByRole): JobHandler {
  return async (job) => {
    const { today, calendar, holders } = await job.read(async (tx) => {
      const day = await businessDayOf(tx);
      return { today: day, calendar: await loadCalendar(tx), holders: await listHolders(tx, permissions, day) };
    });
    if (!isWorkday(calendar, today)) return { told: 0 };
    let told = 0;
    for (let place = Number(job.cursor ?? 0); place < holders.length; place++) {
      const holder = holders[place];
      if (holder === undefined) break;
      await job.step(async (tx) => {
        for (const notice of noticesOfWork(await findWork(tx, holder, today), today, calendar))
          if (await tell(tx, holder.id, notice, calendar)) told += 1;
        return { cursor: place + 1, done: place + 1, total: holders.length };
      });
    }
    return { told };
  };
}

/** One mail a day to whoever wants one: what it says is put together when it is sent. */
export const sendDigests: JobHandler = async (job) => {
  await job.step(async (tx) => {
    const today = await businessDayOf(tx);
    if (!isWorkday(await loadCalendar(tx), today)) return {};
    const wanting = await tx
      .selectFrom("notice_setting")
      .select("person_id")
      .where("zone_id", "=", actorOf(tx).zoneId)
      .where("digest", "=", true)
      .where("mail_sealed", "is not", null)
      .execute();
    for (const { person_id } of wanting)
      await enqueueOutgoing(tx, { channel: DIGEST, target: person_id, dedup: today, content: { until: recordedAt(tx) } });
    return { done: wanting.length, total: wanting.length };
  });
  return null;
};
