import type { Selectable } from "kysely";
import { v7 } from "uuid";
import { type SignalKind, signalWords } from "#domains/promotion/contract/screening.ts";
import type { SignalView } from "#domains/promotion/contract/screening-operations.ts";
import { screeningPolicy, signalPolicy } from "#domains/promotion/rules/screening-policy.ts";
import { offsetOf } from "#domains/promotion/server/choose-leads.ts";
import type { ScreeningHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { enterpriseNames } from "#domains/promotion/server/zone-known.ts";
import { getEnterprise, noteActivity } from "#domains/registry/server/api.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { DB, Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type Row = Selectable<DB["promotion_signal"]>;

const subjectOf = (row: Row) => ({
  kind: row.kind as SignalKind,
  ended: row.until_day !== null,
  withdrawn: row.withdrawn_on !== null,
  fromDocument: row.document_id !== null,
});

async function viewsOf(tx: Tx, rows: readonly Row[]): Promise<SignalView[]> {
  const actor = actorOf(tx);
  const names = await enterpriseNames(tx, [...new Set(rows.map(({ enterprise_id }) => enterprise_id))]);
  return rows.map((row) => ({
    id: row.id,
    enterprise: { id: row.enterprise_id, name: names.get(row.enterprise_id) ?? "" },
    kind: row.kind as SignalKind,
    on: row.on_day as LocalDate,
    until: row.until_day as LocalDate | null,
    note: row.note,
    source: row.source,
    document: row.document_id === null ? null : { id: row.document_id, quote: row.quote },
    recordedOn: row.recorded_on as LocalDate,
    by: row.by_name,
    withdrawn:
      row.withdrawn_on === null
        ? null
        : { on: row.withdrawn_on as LocalDate, by: row.withdrawn_by ?? "", because: row.withdrawn_because ?? "" },
    version: row.version,
    abilities: abilitiesOf(signalPolicy, actor, subjectOf(row)),
  }));
}

async function viewOne(tx: Tx, row: Row): Promise<SignalView> {
  const [view] = await viewsOf(tx, [row]);
  if (view === undefined) throw new AppError("promotion.no-such-signal", "not-found");
  return view;
}

export const listSignals: ScreeningHandlers["listSignals"] = async ({ limit, cursor, enterpriseId, kind, withdrawn }, { tx, actor }) => {
  const offset = offsetOf(cursor);
  let query = tx.selectFrom("promotion_signal").where("zone_id", "=", actor.zoneId);
  if (enterpriseId !== undefined) query = query.where("enterprise_id", "=", enterpriseId);
  if (kind !== undefined) query = query.where("kind", "=", kind);
  if (withdrawn !== true) query = query.where("withdrawn_on", "is", null);
  const { total } = await query.select((by) => by.fn.countAll<string>().as("total")).executeTakeFirstOrThrow();
  const rows = await query.selectAll().orderBy("on_day", "desc").orderBy("id", "desc").offset(offset).limit(limit).execute();
  return {
    items: await viewsOf(tx, rows),
    next: offset + rows.length < Number(total) ? String(offset + rows.length) : null,
    total: Number(total),
    abilities: abilitiesOf(screeningPolicy, actor, null),
  };
};

export const noteSignal: ScreeningHandlers["noteSignal"] = async ({ enterpriseId, kind, on, note, source }, context) => {
  const { tx, actor, today } = context;
  if (on > today) throw new AppError("promotion.date-in-future", "invalid", { date: on, today });
  const enterprise = await getEnterprise(tx, enterpriseId, today);
  const row = await tx
    .insertInto("promotion_signal")
    .values({
      zone_id: actor.zoneId,
      id: v7(),
      enterprise_id: enterprise.id,
      kind,
      on_day: on,
      note,
      source,
      recorded_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await noteActivity(tx, {
    enterpriseId: enterprise.id,
    on,
    kind: "promotion.signal",
    subject: `signal:${row.id}`,
    summary: `${signalWords[kind].zh}：${note}`,
  });
  context.journal({ subject: `signal:${row.id}`, after: { enterpriseId: enterprise.id, kind, on, note, source } });
  return viewOne(tx, row);
};

async function lockSignal(tx: Tx, id: string, version: number): Promise<Row> {
  const row = await tx
    .selectFrom("promotion_signal")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new AppError("promotion.no-such-signal", "not-found");
  if (row.version !== version) throw new AppError("record.changed", "conflict");
  return row;
}

async function change(tx: Tx, row: Row, values: Partial<Row>): Promise<Row> {
  return tx
    .updateTable("promotion_signal")
    .set({ ...values, version: row.version + 1 })
    .where("zone_id", "=", row.zone_id)
    .where("id", "=", row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export const endSignal: ScreeningHandlers["endSignal"] = async ({ signalId, version, until }, context) => {
  const { tx, actor, today } = context;
  const row = await lockSignal(tx, signalId, version);
  requireDecision(signalPolicy.end(actor, subjectOf(row)));
  if (until > today) throw new AppError("promotion.date-in-future", "invalid", { date: until, today });
  if (until <= row.on_day)
    throw new AppError("promotion.before-event", "invalid", {
      date: until,
      event: signalWords[row.kind as SignalKind].zh,
      last: row.on_day,
    });
  const changed = await change(tx, row, { until_day: until });
  context.journal({ subject: `signal:${row.id}`, before: { until: row.until_day }, after: { until } });
  return viewOne(tx, changed);
};

export const withdrawSignal: ScreeningHandlers["withdrawSignal"] = async ({ signalId, version, because }, context) => {
  const { tx, actor, today } = context;
  const row = await lockSignal(tx, signalId, version);
  requireDecision(signalPolicy.withdraw(actor, subjectOf(row)));
  const changed = await change(tx, row, { withdrawn_on: today, withdrawn_by: actor.name, withdrawn_because: because });
  context.journal({
    subject: `signal:${row.id}`,
    before: { kind: row.kind, note: row.note },
    after: { withdrawn: true },
    detail: { because },
  });
  return viewOne(tx, changed);
};
