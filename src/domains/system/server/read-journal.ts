import { sql } from "kysely";
import type { JournalEntry, journalOperations } from "#domains/system/contract/journal-operations.ts";
import { withinZone } from "#domains/system/server/zone-store.ts";
import { AppError } from "#kernel/app-error.ts";
import type { HandlersOf, InputOf } from "#kernel/contract.ts";
import type { Instant } from "#kernel/local-date.ts";
import { csvFile } from "#kernel/server/csv-file.ts";
import { SYSTEM_ZONE_ID } from "#kernel/server/database.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Handlers = HandlersOf<typeof journalOperations, OperationContext>;
type Filter = InputOf<(typeof journalOperations)["exportJournal"]> & { readonly cursor?: string | undefined };

/** Midnight in Shanghai at the start of a day, and at the end of it. */
const startOf = (day: string): string => `${day}T00:00:00+08:00`;
const endOf = (day: string): string => `${day}T23:59:59.999+08:00`;
const escaped = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`);
const holding = (text: string): string => `%${escaped(text)}%`;

function select(filter: Filter, zoneId: string, { tx }: OperationContext) {
  let query = tx
    .selectFrom("journal_entry as e")
    .leftJoin("person as p", (join) =>
      join
        .onRef("p.zone_id", "=", "e.zone_id")
        .on((is) =>
          is("p.id", "=", is.cast<string>(is.case().when("e.actor_id", "~", "^[0-9a-f-]{36}$").then(is.ref("e.actor_id")).end(), "uuid")),
        ),
    )
    .leftJoin("journal_personal as o", (join) => join.onRef("o.zone_id", "=", "e.zone_id").onRef("o.sequence", "=", "e.sequence"))
    .select([
      "e.sequence",
      "e.at",
      "e.actor_id",
      "p.name as actor_name",
      sql<string | null>`(select l.name from person l where l.zone_id = e.zone_id and l.id::text = e.payload::jsonb ->> 'onBehalfOf')`.as(
        "lender_name",
      ),
      "e.role",
      "e.origin",
      "e.operation",
      "e.subject",
      "e.payload",
      "e.items",
      "e.personal_digest",
      "o.sequence as personal",
      "e.hash",
    ])
    .where("e.zone_id", "=", zoneId)
    .orderBy("e.sequence", "desc");
  const { who, role, operation, subject, q } = filter;
  if (filter.cursor !== undefined) query = query.where("e.sequence", "<", filter.cursor);
  if (who !== undefined)
    query = query.where((is) =>
      is.or([
        is("e.actor_id", "=", who),
        is(
          "e.actor_id",
          "in",
          tx
            .selectFrom("person")
            .select(sql<string>`id::text`.as("id"))
            .where("zone_id", "=", zoneId)
            .where((or) => or.or([or("name", "like", holding(who)), or("username", "=", who)])),
        ),
      ]),
    );
  if (role !== undefined) query = query.where("e.role", "=", role);
  if (operation !== undefined)
    query = operation.includes(".")
      ? query.where("e.operation", "=", operation)
      : query.where((is) =>
          is.or([is("e.operation", "like", `${escaped(operation)}.%`), is("e.operation", "like", `%.${escaped(operation)}`)]),
        );
  if (subject !== undefined)
    query = subject.includes(":") ? query.where("e.subject", "=", subject) : query.where("e.subject", "like", `${escaped(subject)}:%`);
  if (filter.from !== undefined) query = query.where("e.at", ">=", startOf(filter.from));
  if (filter.to !== undefined) query = query.where("e.at", "<=", endOf(filter.to));
  if (q !== undefined)
    query = query.where((is) =>
      is.or([is("e.subject", "like", holding(q)), is("e.payload", "like", holding(q)), is("p.name", "like", holding(q))]),
    );
  return query;
}

type Row = Awaited<ReturnType<ReturnType<typeof select>["execute"]>>[number];

function viewOf(row: Row): JournalEntry {
  const payload = JSON.parse(row.payload) as { before?: unknown; after?: unknown; detail?: unknown; onBehalfOf?: string };
  return {
    sequence: Number(row.sequence),
    at: row.at as Instant,
    actor: row.actor_id,
    actorName: row.actor_name ?? row.actor_id,
    onBehalfOf: payload.onBehalfOf === undefined ? null : { id: payload.onBehalfOf, name: row.lender_name ?? payload.onBehalfOf },
    role: row.role,
    from: row.origin || null,
    operation: row.operation,
    subject: row.subject || null,
    before: payload.before ?? null,
    after: both(payload.after, payload.detail),
    items: Number(row.items),
    personal: row.personal_digest === "" ? "none" : row.personal === null ? "erased" : "kept",
    hash: row.hash,
  };
}

/** What became of it, and what else was told, in one: a reason stands beside what it is the reason for. */
function both(after: unknown, detail: unknown): unknown {
  if (after === undefined || after === null) return detail ?? null;
  if (detail === undefined || detail === null) return after;
  const plain = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);
  return plain(after) && plain(detail) ? { ...detail, ...after } : { after, detail };
}

/** Reads in the chain that was asked for: one's own, or as the platform's auditor any zone's. */
async function inChain<T>(chain: string | undefined, context: OperationContext, work: (zoneId: string) => Promise<T>): Promise<T> {
  const { tx, actor } = context;
  if (chain === undefined) return work(actor.zoneId);
  const zone = await tx.selectFrom("zone").select("id").where("slug", "=", chain).executeTakeFirst();
  if (!zone || (zone.id !== actor.zoneId && actor.zoneId !== SYSTEM_ZONE_ID))
    throw new AppError("journal.chain-unknown", "not-found", { chain });
  return withinZone(tx, zone.id, actor.zoneId, () => work(zone.id));
}

const isNumber = (cursor: string | undefined): boolean => cursor === undefined || /^\d{1,18}$/.test(cursor);

export const searchJournal: Handlers["searchJournal"] = async ({ limit, chain, ...filter }, context) => {
  if (!isNumber(filter.cursor)) throw new AppError("database.bad-value", "invalid");
  return inChain(chain, context, async (zoneId) => {
    const rows = await select(filter, zoneId, context)
      .limit(limit + 1)
      .execute();
    const page = rows.slice(0, limit);
    return { items: page.map(viewOf), next: rows.length > limit ? (page.at(-1)?.sequence ?? null) : null, total: null };
  });
};

export const listJournalItems: Handlers["listJournalItems"] = async ({ sequence, cursor, limit }, { tx, actor }) => {
  if (!isNumber(cursor)) throw new AppError("database.bad-value", "invalid");
  const rows = await tx
    .selectFrom("journal_item")
    .select(["position", "payload"])
    .where("zone_id", "=", actor.zoneId)
    .where("sequence", "=", String(sequence))
    .where("position", ">", cursor ?? "0")
    .orderBy("position")
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return {
    items: page.map(({ position, payload }) => ({ position: Number(position), item: JSON.parse(payload) as unknown })),
    next: rows.length > limit ? (page.at(-1)?.position ?? null) : null,
    total: null,
  };
};

const MOST_EXPORTED = 10_000;
const cell = (value: unknown): string =>
  value === null || value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);

export const exportJournal: Handlers["exportJournal"] = async ({ chain, ...filter }, context) => {
  const rows = await inChain(chain, context, async (zoneId) =>
    (await select(filter, zoneId, context).limit(MOST_EXPORTED).execute()).map(viewOf),
  );
  const head =
    context.language === "zh"
      ? ["序号", "时间", "办理人", "受谁委托", "岗位", "来源", "操作", "操作代码", "对象", "办理前", "办理后", "摘要值"]
      : ["No.", "At", "Who", "On behalf of", "Role", "From", "Operation", "Code", "Subject", "Before", "After", "Hash"];
  const lines = rows.map((row) =>
    [
      row.sequence,
      row.at,
      row.actorName,
      row.onBehalfOf?.name,
      row.role,
      row.from,
      context.nameOf(row.operation),
      row.operation,
      row.subject,
      row.before,
      row.after,
      row.hash,
    ].map(cell),
  );
  return {
    name: `journal-${context.today}.csv`,
    mime: "text/csv; charset=utf-8",
    bytes: csvFile(head, lines),
  };
};
