import { NoticeKind, type NoticeRow, type noticesOperations } from "#domains/notices/contract/notice-operations.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { Instant, LocalDate } from "#kernel/local-date.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

export type NoticeHandlers = HandlersOf<typeof noticesOperations, OperationContext>;

const mine = ({ tx, actor }: OperationContext) =>
  tx.selectFrom("notice").where("zone_id", "=", actor.zoneId).where("person_id", "=", actor.id);

/** The local administrator is no person of the zone: nobody tells it anything. */
const isPerson = ({ actor }: OperationContext): boolean => /^[0-9a-f-]{36}$/.test(actor.id);

export const listNotices: NoticeHandlers["listNotices"] = async ({ unread, cursor, limit }, context) => {
  if (!isPerson(context)) return { items: [], next: null, total: null };
  let query = mine(context)
    .selectAll()
    .orderBy("id", "desc")
    .limit(limit + 1);
  if (unread) query = query.where("read_at", "is", null);
  if (cursor !== undefined) query = query.where("id", "<", cursor);
  const rows = await query.execute();
  const items = rows.slice(0, limit).map(
    (row): NoticeRow => ({
      id: row.id,
      kind: NoticeKind.parse(row.kind),
      title: row.title,
      titleEn: row.title_en,
      about: row.about,
      link: row.link,
      dueOn: row.due_on as LocalDate | null,
      at: row.at as Instant,
      read: row.read_at !== null,
    }),
  );
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null, total: null };
};

async function countUnread(context: OperationContext): Promise<number> {
  if (!isPerson(context)) return 0;
  const { unread } = await mine(context)
    .select((select) => select.fn.countAll<string>().as("unread"))
    .where("read_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(unread);
}

export const countNotices: NoticeHandlers["countNotices"] = async (_, context) => ({ unread: await countUnread(context) });

export const readNotices: NoticeHandlers["readNotices"] = async ({ ids }, context) => {
  const { tx, actor, now } = context;
  if (isPerson(context)) {
    let change = tx
      .updateTable("notice")
      .set({ read_at: now })
      .where("zone_id", "=", actor.zoneId)
      .where("person_id", "=", actor.id)
      .where("read_at", "is", null);
    if (ids !== undefined) change = change.where("id", "in", ids);
    const done = await change.executeTakeFirst();
    context.journal({ subject: `person:${actor.id}`, detail: { read: Number(done.numUpdatedRows) } });
  }
  return { unread: await countUnread(context) };
};
