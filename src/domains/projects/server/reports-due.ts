import { sql } from "kysely";
import type { ProjectStage } from "#domains/projects/contract/project.ts";
import { lastClosedMonth } from "#domains/projects/rules/months.ts";
import { lastReportedOn, reportsUpTo } from "#domains/projects/rules/project-record.ts";
import { owesReport } from "#domains/projects/rules/reporting.ts";
import type { InvestmentHandlers } from "#domains/projects/server/handler-shapes.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import { namesOf } from "#domains/projects/server/project-store.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** Who has to report the month that is over, and who has not. Not reported first, then mine, then by code. */
export const reportsDue: InvestmentHandlers["reportsDue"] = async ({ mine, missing, q, asOf: asked, limit }, { tx, today }) => {
  const asOf = asked ?? today;
  const month = lastClosedMonth(asOf);
  const people = await loadPeople(tx, mine);
  const words = (q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const rows = (await loadProjectRecords(tx, mine ? { ids: [...people.keys()] } : {})).flatMap((record) => {
    const said = `${record.name} ${record.enterprise} ${record.code}`.toLowerCase();
    const stage = owesReport(record, asOf);
    const by = people.get(record.id);
    if (stage === undefined || by === undefined || !words.every((word) => said.includes(word))) return [];
    const reports = reportsUpTo(record, asOf);
    return [
      {
        id: record.id,
        code: record.code,
        name: record.name,
        enterprise: record.enterprise,
        stage: stage as ProjectStage,
        ...by,
        reported: reports.has(month),
        lastMonth: [...reports.keys()].sort().at(-1) ?? null,
        lastReportedOn: lastReportedOn(record, asOf),
      },
    ];
  });
  const names = await namesOf(
    tx,
    rows.flatMap((row) => [row.owner, row.lead]),
  );
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return {
    asOf,
    month,
    due: rows.length,
    reported: rows.filter((row) => row.reported).length,
    items: rows
      .filter((row) => !missing || !row.reported)
      .sort(
        (one, other) =>
          Number(one.reported) - Number(other.reported) || Number(other.mine) - Number(one.mine) || (one.code < other.code ? -1 : 1),
      )
      .slice(0, limit)
      .map((row) => ({ ...row, owner: nameOf(row.owner), lead: nameOf(row.lead) })),
  };
};

type People = {
  readonly owner: string | null;
  readonly lead: string | null;
  readonly mine: boolean;
  readonly longitude: number | null;
  readonly latitude: number | null;
};

/** Of each project who answers for it, where it stands, and whether the caller owns it, leads it, or works in its task force. */
async function loadPeople(tx: Tx, onlyMine: boolean): Promise<ReadonlyMap<string, People>> {
  const actor = actorOf(tx);
  const rows = await tx
    .selectFrom("project")
    .leftJoin("project_task_force as force", (join) =>
      join.onRef("force.zone_id", "=", "project.zone_id").onRef("force.project_id", "=", "project.id").on("force.disbanded_on", "is", null),
    )
    .leftJoin("task_force_member as member", (join) =>
      join
        .onRef("member.zone_id", "=", "project.zone_id")
        .onRef("member.project_id", "=", "project.id")
        .on(sql<boolean>`member.person_id::text = ${actor.id}`)
        .on("member.to_day", "is", null),
    )
    .select(["project.id", "owner_id", "leader_id", "force.lead_id", "member.person_id", "longitude", "latitude"])
    .where("project.zone_id", "=", actor.zoneId)
    .execute();
  const place = (degrees: string | null) => (degrees === null ? null : Number(degrees));
  return new Map(
    rows
      .map((row) => {
        const mine = [row.owner_id, row.leader_id, row.lead_id, row.person_id].includes(actor.id);
        const of = {
          owner: row.owner_id,
          lead: row.lead_id ?? row.leader_id,
          mine,
          longitude: place(row.longitude),
          latitude: place(row.latitude),
        };
        return [row.id, of] as const;
      })
      .filter(([, { mine }]) => mine || !onlyMine),
  );
}
