import { sql } from "kysely";
import { v7 } from "uuid";
import { z } from "zod";
import { type BookKind, bookWords } from "#domains/registry/contract/enterprise.ts";
import { nameKey } from "#domains/registry/rules/enterprise-name.ts";
import { bookPolicy } from "#domains/registry/rules/registry-policy.ts";
import { noteActivity } from "#domains/registry/server/enterprise/activities.ts";
import { getForChange } from "#domains/registry/server/enterprise/enterprise-row.ts";
import type { EnterpriseHandlers } from "#domains/registry/server/handler-shapes.ts";
import { makeMark, readMark } from "#domains/registry/server/page-marks.ts";
import { listRows } from "#domains/registry/server/search/present-enterprise.ts";
import { AppError } from "#kernel/app-error.ts";
import { LocalDate } from "#kernel/local-date.ts";
import { type Actor, abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";

export const bookQuery = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom("enterprise_book as b")
    .leftJoin("person as p", (join) => join.onRef("p.zone_id", "=", "b.zone_id").onRef("p.id", "=", "b.liaison_id"))
    .selectAll("b")
    .select("p.name as liaison")
    .where("b.zone_id", "=", actor.zoneId);
type BookRow = Awaited<ReturnType<ReturnType<typeof bookQuery>["execute"]>>[number];

export const presentEntry = (row: BookRow, actor: Actor) => ({
  id: row.id,
  enterpriseId: row.enterprise_id,
  kind: row.kind as BookKind,
  from: row.from_on as unknown as LocalDate,
  to: row.to_on as unknown as LocalDate | null,
  liaisonId: row.liaison_id,
  liaison: row.liaison,
  note: row.note,
  endedBecause: row.ended_because,
  version: row.version,
  abilities: abilitiesOf(bookPolicy, actor, { to: row.to_on as unknown as string | null }),
});

async function getEntry(tx: Tx, actor: Actor, id: string, version?: number): Promise<BookRow> {
  const row = await bookQuery(tx, actor).where("b.id", "=", id).executeTakeFirst();
  if (row === undefined) throw new AppError("registry.no-such-entry", "not-found");
  if (version !== undefined && row.version !== version) throw new AppError("registry.changed-meanwhile", "conflict");
  return row;
}

/** @throws AppError `registry.no-such-official`: a liaison is somebody of the committee who has not left. */
export async function requireOfficial(tx: Tx, actor: Actor, id: string): Promise<string> {
  const row = await tx
    .selectFrom("person")
    .select("name")
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", id)
    .where("enterprise_id", "is", null)
    .where("left_at", "is", null)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("registry.no-such-official", "invalid");
  return row.name;
}

export const enterBook: EnterpriseHandlers["enterBook"] = async ({ id, kind, from, to, liaisonId, note }, context) => {
  const { tx, actor, today, journal, emit } = context;
  const { name } = await getForChange(tx, id);
  if (to !== undefined && to < from) throw new AppError("registry.dates-reversed", "invalid", { from, to });
  if (liaisonId !== undefined) await requireOfficial(tx, actor, liaisonId);
  const open = await bookQuery(tx, actor)
    .where("b.enterprise_id", "=", id)
    .where("b.kind", "=", kind)
    .where("b.to_on", "is", null)
    .executeTakeFirst();
  if (open !== undefined)
    throw new AppError("registry.in-book-already", "conflict", {
      name,
      from: String(open.from_on),
      kind: bookWords[kind][context.language],
    });
  const entryId = v7();
  await tx
    .insertInto("enterprise_book")
    .values({
      zone_id: actor.zoneId,
      id: entryId,
      enterprise_id: id,
      kind,
      from_on: from,
      to_on: to ?? null,
      liaison_id: liaisonId ?? null,
      note,
      entered_by: actor.id,
    })
    .execute();
  await noteActivity(tx, {
    enterpriseId: id,
    on: from > today ? today : from,
    kind: "book",
    subject: `enterprise-book:${entryId}`,
    summary: `列入名册：${bookWords[kind].zh}，自 ${from}${to === undefined ? "" : ` 至 ${to}`}`,
  });
  journal({
    subject: `enterprise-book:${entryId}`,
    after: { enterpriseId: id, name, kind, from, to: to ?? null, liaisonId: liaisonId ?? null, note },
  });
  await emit("registry.book-entered", { enterpriseId: id, kind, from });
  return presentEntry(await getEntry(tx, actor, entryId), actor);
};

export const changeBook: EnterpriseHandlers["changeBook"] = async ({ entryId, version, from, liaisonId, note }, { tx, actor, journal }) => {
  const before = await getEntry(tx, actor, entryId, version);
  const to = before.to_on as unknown as LocalDate | null;
  if (from !== undefined && to !== null && to < from) throw new AppError("registry.dates-reversed", "invalid", { from, to });
  if (liaisonId !== undefined && liaisonId !== null) await requireOfficial(tx, actor, liaisonId);
  await tx
    .updateTable("enterprise_book")
    .set({
      ...(from === undefined ? {} : { from_on: from }),
      ...(liaisonId === undefined ? {} : { liaison_id: liaisonId }),
      ...(note === undefined ? {} : { note }),
      version: version + 1,
    })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", entryId)
    .execute();
  const row = await getEntry(tx, actor, entryId);
  if (liaisonId !== undefined && liaisonId !== before.liaison_id)
    await noteActivity(tx, {
      enterpriseId: row.enterprise_id,
      on: (from ?? (row.from_on as unknown as LocalDate)) as LocalDate,
      kind: "liaison",
      subject: `enterprise-book:${entryId}`,
      summary: `联络员：${before.liaison ?? "无"} → ${row.liaison ?? "无"}`,
    });
  journal({
    subject: `enterprise-book:${entryId}`,
    before: { from: before.from_on, liaisonId: before.liaison_id, note: before.note },
    after: { from: row.from_on, liaisonId: row.liaison_id, note: row.note },
  });
  return presentEntry(row, actor);
};

export const endBook: EnterpriseHandlers["endBook"] = async ({ entryId, version, to, because }, { tx, actor, today, journal, emit }) => {
  const row = await getEntry(tx, actor, entryId, version);
  const may = bookPolicy.end(actor, { to: row.to_on as unknown as string | null });
  if (!may.allowed) throw new AppError(may.because, "conflict");
  const from = row.from_on as unknown as LocalDate;
  if (to < from) throw new AppError("registry.dates-reversed", "invalid", { from, to });
  if (to > today) throw new AppError("registry.date-in-future", "invalid", { date: to, today });
  await tx
    .updateTable("enterprise_book")
    .set({ to_on: to, ended_because: because, version: version + 1 })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", entryId)
    .execute();
  const kind = row.kind as BookKind;
  await noteActivity(tx, {
    enterpriseId: row.enterprise_id,
    on: to,
    kind: "book",
    subject: `enterprise-book:${entryId}`,
    summary: `移出名册：${bookWords[kind].zh}，${because}`,
  });
  journal({ subject: `enterprise-book:${entryId}`, after: { to, because } });
  await emit("registry.book-ended", { enterpriseId: row.enterprise_id, kind, to });
  return presentEntry(await getEntry(tx, actor, entryId), actor);
};

const BookMark = z.object({ from: LocalDate, id: z.uuid() });

export const listBook: EnterpriseHandlers["listBook"] = async ({ kind, liaisonId, q, asOf, cursor, limit }, { tx, actor, today }) => {
  const day = asOf ?? today;
  const after = readMark(cursor, BookMark);
  let query = bookQuery(tx, actor)
    .where(sql<boolean>`b.from_on <= ${day}::date and (b.to_on is null or b.to_on >= ${day}::date)`)
    .orderBy("b.from_on", "desc")
    .orderBy("b.id", "desc")
    .limit(limit + 1);
  if (kind !== undefined) query = query.where("b.kind", "=", kind);
  if (liaisonId !== undefined) query = query.where("b.liaison_id", "=", liaisonId);
  if (q !== undefined && q !== "")
    query = query.where(
      sql<boolean>`exists (select from enterprise e where e.id = b.enterprise_id and strpos(e.name_key, ${nameKey(q)}) > 0)`,
    );
  if (after !== undefined) query = query.where(sql<boolean>`(b.from_on, b.id) < (${after.from}::date, ${after.id}::uuid)`);
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const enterprises = new Map((await listRows(tx, [...new Set(page.map((row) => row.enterprise_id))], today)).map((row) => [row.id, row]));
  const last = page.at(-1);
  return {
    items: page.flatMap((row) => {
      const enterprise = enterprises.get(row.enterprise_id);
      return enterprise === undefined ? [] : [{ entry: presentEntry(row, actor), enterprise }];
    }),
    next: rows.length > limit && last !== undefined ? makeMark({ from: last.from_on, id: last.id }) : null,
    total: null,
  };
};
