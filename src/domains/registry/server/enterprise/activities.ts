import { sql } from "kysely";
import { v7 } from "uuid";
import { z } from "zod";
import { getProfile } from "#domains/registry/server/enterprise/enterprise-row.ts";
import type { EnterpriseHandlers } from "#domains/registry/server/handler-shapes.ts";
import { makeMark, readMark } from "#domains/registry/server/page-marks.ts";
import { AppError } from "#kernel/app-error.ts";
import { LocalDate as Day, type Instant, type LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf, recordedAt } from "#kernel/server/unit-of-work.ts";

export type Activity = {
  readonly enterpriseId: string;
  readonly on: LocalDate;
  /** What was done, such as `visit` or `registry.book`. */
  readonly kind: string;
  /** The record that it was done to, such as `lead:0198…`. */
  readonly subject: string;
  readonly summary: string;
  /** Not a second time for the same subject, for what is told again whenever it is looked at again. */
  readonly once?: true;
};

/** One line in the timeline of an enterprise, told by whichever domain did something with it. @returns its id. */
export async function noteActivity(tx: Tx, { enterpriseId, on, kind, subject, summary, once }: Activity): Promise<string> {
  const actor = actorOf(tx);
  const id = v7();
  // Whoever belongs to an enterprise may add a line and read none: nothing is asked back.
  await sql`insert into enterprise_activity (zone_id, id, enterprise_id, on_day, kind, subject, summary, by_name, recorded_at)
    select ${actor.zoneId}::uuid, ${id}::uuid, ${enterpriseId}::uuid, ${on}::date, ${kind.slice(0, 60)}::text, ${subject.slice(0, 120)}::text, ${summary.slice(0, 500)}::text, ${actor.name}::text, ${recordedAt(tx)}::timestamptz
    where not ${once ?? false}::boolean or not exists (select from enterprise_activity a where a.zone_id = ${actor.zoneId}::uuid
      and a.enterprise_id = ${enterpriseId}::uuid and a.kind = ${kind} and a.subject = ${subject})`.execute(tx);
  return id;
}

const TimelineMark = z.object({ on: Day, id: z.uuid() });

/** Of the enterprise and of those that were merged into it. */
export const enterpriseTimeline: EnterpriseHandlers["enterpriseTimeline"] = async ({ id, kind, cursor, limit }, { tx, actor }) => {
  await getProfile(tx, id);
  const after = readMark(cursor, TimelineMark);
  let query = tx
    .selectFrom("enterprise_activity")
    .selectAll()
    .where("zone_id", "=", actor.zoneId)
    .where(sql<boolean>`enterprise_id in (select e.id from enterprise e where e.id = ${id}::uuid or e.merged_into = ${id}::uuid)`)
    .orderBy("on_day", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1);
  if (kind !== undefined) query = query.where("kind", "=", kind);
  if (after !== undefined) query = query.where(sql<boolean>`(on_day, id) < (${after.on}::date, ${after.id}::uuid)`);
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      id: row.id,
      on: row.on_day as unknown as LocalDate,
      kind: row.kind,
      subject: row.subject,
      summary: row.summary,
      by: row.by_name,
      recordedAt: row.recorded_at as unknown as Instant,
    })),
    next: rows.length > limit && last !== undefined ? makeMark({ on: last.on_day, id: last.id }) : null,
    total: null,
  };
};

export const noteOnEnterprise: EnterpriseHandlers["noteOnEnterprise"] = async ({ id, on, summary }, { tx, actor, today, now, journal }) => {
  await getProfile(tx, id);
  if (on > today) throw new AppError("registry.date-in-future", "invalid", { date: on, today });
  const noted = await noteActivity(tx, { enterpriseId: id, on, kind: "note", subject: `enterprise:${id}`, summary });
  journal({ subject: `enterprise:${id}`, after: { note: summary, on } });
  return { id: noted, on, kind: "note", subject: `enterprise:${id}`, summary, by: actor.name, recordedAt: now };
};
