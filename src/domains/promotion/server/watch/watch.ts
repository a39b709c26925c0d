import { v7 } from "uuid";
import type { z } from "zod";
import { WarningLevel } from "#domains/promotion/contract/distress-warning.ts";
import type { watchOperations } from "#domains/promotion/contract/watch-operations.ts";
import { offsetOf } from "#domains/promotion/server/choose-leads.ts";
import type { WatchHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { requireVersion } from "#domains/promotion/server/lead-store.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { requireResident, warningViews, watchEntry, watchRows } from "#domains/promotion/server/watch/watch-store.ts";
import { getEnterprise, listResidents, noteActivity } from "#domains/registry/server/api.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { allow, holds, refuse } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** Most pressing first. */
export const listWarnings: WatchHandlers["listWarnings"] = async (input, { tx, actor, today }) => {
  const offset = offsetOf(input.cursor);
  let query = tx.selectFrom("resident_warning").where("zone_id", "=", actor.zoneId);
  query = input.ended ? query.where("ended_on", "is not", null) : query.where("ended_on", "is", null);
  if (input.q) query = query.where("enterprise_name", "ilike", `%${input.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
  if (input.kind) query = query.where("kind", "=", input.kind);
  if (input.mine) {
    const own = (await listResidents(tx, today)).flatMap(({ enterpriseId, liaisonId }) => (liaisonId === actor.id ? [enterpriseId] : []));
    query = own.length === 0 ? query.where((by) => by.lit(false)) : query.where("enterprise_id", "in", own);
  }
  const counted = await query
    .select(["level", (by) => by.fn.countAll<string>().as("count")])
    .groupBy("level")
    .execute();
  const levels = WarningLevel.options
    .toReversed()
    .map((level) => ({ level, count: Number(counted.find((row) => row.level === level)?.count ?? 0) }));
  if (input.level) query = query.where("level", "=", input.level);
  const rows = await query
    .selectAll()
    .orderBy((by) => by.case().when("level", "=", "urgent").then(0).when("level", "=", "warning").then(1).else(2).end())
    .orderBy("raised_on", "desc")
    .orderBy("id")
    .offset(offset)
    .limit(input.limit)
    .execute();
  const total = levels.filter(({ level }) => input.level === undefined || level === input.level).reduce((all, { count }) => all + count, 0);
  const { last } = await tx
    .selectFrom("resident_look")
    .select((by) => by.fn.max("looked_on").as("last"))
    .where("zone_id", "=", actor.zoneId)
    .executeTakeFirstOrThrow();
  return {
    items: await warningViews(tx, rows, today),
    next: offset + rows.length < total ? String(offset + rows.length) : null,
    total,
    levels,
    lookedOn: last as LocalDate | null,
    abilities: { look: holds(actor, "promotion.watch") },
  };
};

async function viewWatch(tx: Tx, enterpriseId: string, today: LocalDate): Promise<z.input<typeof watchOperations.openWatch.output>> {
  const actor = actorOf(tx);
  await requireResident(tx, enterpriseId, today);
  const warnings = await tx
    .selectFrom("resident_warning")
    .selectAll()
    .where("zone_id", "=", actor.zoneId)
    .where("enterprise_id", "=", enterpriseId)
    .orderBy("raised_on", "desc")
    .orderBy("id", "desc")
    .execute();
  return {
    enterpriseId,
    enterprise: (await getEnterprise(tx, enterpriseId, today)).name,
    entries: (await watchRows(tx, enterpriseId)).map(watchEntry),
    warnings: await warningViews(tx, warnings, today),
    abilities: { enter: holds(actor, "promotion.watch") },
  };
}

export const openWatch: WatchHandlers["openWatch"] = ({ enterpriseId }, { tx, today }) => viewWatch(tx, enterpriseId, today);

type NewEntry = {
  readonly kind: "permit" | "sign";
  readonly sign: string | null;
  readonly subject: string;
  readonly on: LocalDate;
  readonly renewalAskedOn: LocalDate | null;
  readonly source: string;
};

async function addEntry(context: OperationContext, enterpriseId: string, entry: NewEntry): Promise<void> {
  const { tx, actor, today } = context;
  await requireResident(tx, enterpriseId, today);
  const id = v7();
  await tx
    .insertInto("resident_watch")
    .values({
      zone_id: actor.zoneId,
      id,
      enterprise_id: enterpriseId,
      kind: entry.kind,
      sign: entry.sign,
      subject: entry.subject,
      on_day: entry.on,
      renewal_asked_on: entry.renewalAskedOn,
      source: entry.source,
      recorded_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  await noteActivity(tx, { enterpriseId, on: today, kind: "promotion.watch", subject: `watch:${id}`, summary: entry.subject });
  context.journal({ subject: `enterprise:${enterpriseId}`, after: { watch: id, ...entry } });
  await context.emit("promotion.watch-entered", { enterpriseId, watchId: id, kind: entry.kind });
}

export const enterPermit: WatchHandlers["enterPermit"] = async ({ enterpriseId, name, expiresOn, renewalAskedOn, source }, context) => {
  const { tx, today } = context;
  if (renewalAskedOn !== undefined && renewalAskedOn > today)
    throw new AppError("promotion.date-in-future", "invalid", { date: renewalAskedOn, today });
  const entry: NewEntry = { kind: "permit", sign: null, subject: name, on: expiresOn, renewalAskedOn: renewalAskedOn ?? null, source };
  await addEntry(context, enterpriseId, entry);
  return viewWatch(tx, enterpriseId, today);
};

export const enterSign: WatchHandlers["enterSign"] = async ({ enterpriseId, sign, on, subject, source }, context) => {
  const { tx, today } = context;
  if (on > today) throw new AppError("promotion.date-in-future", "invalid", { date: on, today });
  await addEntry(context, enterpriseId, { kind: "sign", sign, subject, on, renewalAskedOn: null, source });
  return viewWatch(tx, enterpriseId, today);
};

/** The permit was given up, the sign has been cleared up: it weighs no longer, and stays on record. */
export const closeWatch: WatchHandlers["closeWatch"] = async ({ enterpriseId, watchId, version, because }, context) => {
  const { tx, actor, today } = context;
  await requireResident(tx, enterpriseId, today);
  const row = (await watchRows(tx, enterpriseId)).find(({ id }) => id === watchId);
  if (row === undefined) throw new AppError("promotion.no-such-watch", "not-found");
  requireVersion(row, version);
  requireDecision(row.closed_on === null ? allow : refuse("watch-closed"));
  const { numUpdatedRows } = await tx
    .updateTable("resident_watch")
    .set({ closed_on: today, closed_because: because, version: version + 1 })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", watchId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError("record.changed", "conflict");
  context.journal({ subject: `enterprise:${enterpriseId}`, after: { watch: watchId, closedOn: today }, detail: { because } });
  await context.emit("promotion.watch-closed", { enterpriseId, watchId });
  return viewWatch(tx, enterpriseId, today);
};
