import { type Selectable, sql } from "kysely";
import type { InvestorClass } from "#domains/promotion/contract/lead.ts";
import type { VetoKind } from "#domains/promotion/contract/screening.ts";
import { ScreeningQuestion } from "#domains/promotion/contract/screening-question.ts";
import type { KeptScore, KeptTerm, TargetListRow, TargetRow, TargetStatus, TargetStep } from "#domains/promotion/contract/target.ts";
import { targetListPolicy, targetPolicy } from "#domains/promotion/rules/screening-policy.ts";
import { namesOf } from "#domains/promotion/server/lead-store.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Instant, LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { DB, Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type ListRow = Selectable<DB["promotion_target_list"]>;
export type TargetTableRow = Selectable<DB["promotion_target"]>;

const lists = (tx: Tx) => tx.selectFrom("promotion_target_list").selectAll().where("zone_id", "=", actorOf(tx).zoneId);
const targets = (tx: Tx) => tx.selectFrom("promotion_target").selectAll().where("zone_id", "=", actorOf(tx).zoneId);

const found = <Row>(row: Row | undefined, code: string): Row => {
  if (row === undefined) throw new AppError(code, "not-found");
  return row;
};

export const getList = async (tx: Tx, id: string): Promise<ListRow> =>
  found(await lists(tx).where("id", "=", id).executeTakeFirst(), "promotion.no-such-list");
export const lockList = async (tx: Tx, id: string): Promise<ListRow> =>
  found(await lists(tx).where("id", "=", id).forUpdate().executeTakeFirst(), "promotion.no-such-list");
export const getTarget = async (tx: Tx, id: string): Promise<TargetTableRow> =>
  found(await targets(tx).where("id", "=", id).executeTakeFirst(), "promotion.no-such-target");
export const lockTarget = async (tx: Tx, id: string): Promise<TargetTableRow> =>
  found(await targets(tx).where("id", "=", id).forUpdate().executeTakeFirst(), "promotion.no-such-target");
export const listLists = (tx: Tx, state?: "OPEN" | "CLOSED"): Promise<readonly ListRow[]> =>
  lists(tx)
    .$if(state !== undefined, (query) => query.where("state", "=", state ?? "OPEN"))
    .orderBy("state", "desc")
    .orderBy("locked_on", "desc")
    .orderBy("id", "desc")
    .limit(500)
    .execute();
/** In the order of the locking; those that were added by hand behind. */
export const targetsOf = (tx: Tx, listId: string): Promise<readonly TargetTableRow[]> =>
  targets(tx).where("list_id", "=", listId).orderBy(sql`rank asc nulls last`).orderBy("id").execute();

export const questionOf = ({ question }: Pick<ListRow, "question">): ScreeningQuestion => ScreeningQuestion.parse(question);

export async function changeTarget(
  tx: Tx,
  row: Pick<TargetTableRow, "zone_id" | "id" | "version">,
  values: Partial<Pick<TargetTableRow, "owner_id" | "status" | "classes" | "reason" | "lead_id">>,
): Promise<TargetTableRow> {
  return tx
    .updateTable("promotion_target")
    .set({ ...values, version: row.version + 1 })
    .where("zone_id", "=", row.zone_id)
    .where("id", "=", row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export type NewStep = { readonly targetId: string; readonly step: TargetStep; readonly on: LocalDate; readonly reason: string };

/** Steps of several targets, each behind its earlier ones. */
export async function appendTargetSteps(tx: Tx, steps: readonly NewStep[]): Promise<void> {
  if (steps.length === 0) return;
  const { zoneId, id: by, name } = actorOf(tx);
  await sql`insert into promotion_target_step (zone_id, target_id, ordinal, step, happened_on, reason, by, by_name)
    select ${zoneId}::uuid, s.target_id, coalesce((select max(p.ordinal) from promotion_target_step p where p.zone_id = ${zoneId}::uuid and p.target_id = s.target_id), 0) + 1,
      s.step, s.on_day, s.reason, ${by}, ${name}
    from jsonb_to_recordset(${JSON.stringify(steps.map(({ targetId, step, on, reason }) => ({ target_id: targetId, step, on_day: on, reason })))}::jsonb)
      as s(target_id uuid, step text, on_day date, reason text)`.execute(tx);
}

export async function appendScores(tx: Tx, scores: readonly { readonly targetId: string; readonly score: KeptScore }[]): Promise<void> {
  if (scores.length === 0) return;
  const { zoneId, id: by, name } = actorOf(tx);
  const rows = scores.map(({ targetId, score }) => ({
    target_id: targetId,
    scored_on: score.scoredOn,
    scoring: score.scoring,
    known: score.known,
    possible: score.possible,
    terms: score.terms,
    vetoes: score.vetoes,
  }));
  await sql`insert into promotion_target_score (zone_id, target_id, ordinal, scored_on, scoring, known, possible, terms, vetoes, by, by_name)
    select ${zoneId}::uuid, s.target_id, coalesce((select max(p.ordinal) from promotion_target_score p where p.zone_id = ${zoneId}::uuid and p.target_id = s.target_id), 0) + 1,
      s.scored_on, s.scoring, s.known, s.possible, s.terms, array(select jsonb_array_elements_text(s.vetoes)), ${by}, ${name}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as s(target_id uuid, scored_on date, scoring integer, known integer, possible integer, terms jsonb, vetoes jsonb)`.execute(tx);
}

type ScoreRow = Selectable<DB["promotion_target_score"]>;

const presentScore = (row: ScoreRow): KeptScore => ({
  scoredOn: row.scored_on as LocalDate,
  scoring: row.scoring,
  known: row.known,
  possible: row.possible,
  terms: row.terms as unknown as KeptTerm[],
  vetoes: row.vetoes as VetoKind[],
});

/** Every score of each target, the newest last. */
export async function scoresOf(tx: Tx, targetIds: readonly string[]): Promise<ReadonlyMap<string, readonly KeptScore[]>> {
  if (targetIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("promotion_target_score")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("target_id", "=", sql<string>`any(${targetIds}::uuid[])`)
    .orderBy("ordinal")
    .execute();
  const scores = new Map<string, KeptScore[]>();
  for (const row of rows) scores.set(row.target_id, [...(scores.get(row.target_id) ?? []), presentScore(row)]);
  return scores;
}

export async function stepsOf(tx: Tx, targetId: string) {
  const rows = await tx
    .selectFrom("promotion_target_step")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("target_id", "=", targetId)
    .orderBy("ordinal")
    .execute();
  return rows.map((row) => ({
    step: row.step as TargetStep,
    on: row.happened_on as LocalDate,
    at: row.recorded_at as unknown as Instant,
    by: row.by_name,
    reason: row.reason,
  }));
}

export async function presentTargets(tx: Tx, list: Pick<ListRow, "state">, rows: readonly TargetTableRow[]): Promise<TargetRow[]> {
  const actor = actorOf(tx);
  const scores = await scoresOf(
    tx,
    rows.map(({ id }) => id),
  );
  const names = await namesOf(
    tx,
    rows.flatMap(({ owner_id }) => owner_id ?? []),
  );
  const leads = await leadCodes(
    tx,
    rows.flatMap(({ lead_id }) => lead_id ?? []),
  );
  return rows.flatMap((row) => {
    const score = scores.get(row.id)?.at(-1);
    if (score === undefined) return [];
    return [
      {
        id: row.id,
        listId: row.list_id,
        enterpriseId: row.enterprise_id,
        enterprise: row.enterprise_name,
        identifier: row.identifier,
        rank: row.rank,
        classes: row.classes as InvestorClass[],
        owner: row.owner_id === null ? null : { id: row.owner_id, name: names.get(row.owner_id) ?? "–" },
        status: row.status as TargetStatus,
        reason: row.reason,
        lead: row.lead_id === null ? null : { id: row.lead_id, code: leads.get(row.lead_id) ?? "" },
        enteredOn: row.entered_on as LocalDate,
        score,
        version: row.version,
        abilities: abilitiesOf(targetPolicy, actor, { status: row.status as TargetStatus, listOpen: list.state === "OPEN" }),
      },
    ];
  });
}

async function leadCodes(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("promotion_lead")
    .select(["id", "code"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "in", [...ids])
    .execute();
  return new Map(rows.map(({ id, code }) => [id, code]));
}

export async function presentLists(tx: Tx, rows: readonly ListRow[]): Promise<TargetListRow[]> {
  if (rows.length === 0) return [];
  const actor = actorOf(tx);
  const counted = await tx
    .selectFrom("promotion_target")
    .select(["list_id", "status", (by) => by.fn.countAll<string>().as("count"), (by) => by.fn.count<string>("owner_id").as("owned")])
    .where("zone_id", "=", actor.zoneId)
    .where(
      "list_id",
      "in",
      rows.map(({ id }) => id),
    )
    .groupBy(["list_id", "status"])
    .execute();
  return rows.map((row) => {
    const own = counted.filter(({ list_id }) => list_id === row.id);
    const count = (status?: TargetStatus) =>
      own.filter((one) => status === undefined || one.status === status).reduce((all, one) => all + Number(one.count), 0);
    const { filter } = questionOf(row);
    return {
      id: row.id,
      name: row.name,
      node: row.node,
      nodeName: { zh: row.node_name, en: row.node_name_en === "" ? row.node_name : row.node_name_en },
      asOf: row.as_of as LocalDate,
      scoring: row.scoring,
      pool: row.pool,
      ranked: row.ranked,
      excluded: row.excluded as Record<VetoKind, number>,
      filter,
      reason: row.reason,
      state: row.state as "OPEN" | "CLOSED",
      closedBecause: row.closed_because,
      lockedOn: row.locked_on as LocalDate,
      lockedAt: row.locked_at as unknown as Instant,
      by: row.by_name,
      counts: {
        all: count() - count("DROPPED"),
        owned: own.filter(({ status }) => status !== "DROPPED").reduce((all, one) => all + Number(one.owned), 0),
        leads: count("LEAD"),
        dropped: count("DROPPED"),
      },
      version: row.version,
      abilities: abilitiesOf(targetListPolicy, actor, { open: row.state === "OPEN" }),
    };
  });
}

export async function presentList(tx: Tx, row: ListRow): Promise<TargetListRow> {
  return found((await presentLists(tx, [row]))[0], "promotion.no-such-list");
}

export async function presentTarget(tx: Tx, row: TargetTableRow): Promise<TargetRow> {
  const list = await getList(tx, row.list_id);
  return found((await presentTargets(tx, list, [row]))[0], "promotion.no-such-target");
}
