import type { JournalEntry, systemOperations } from "#domains/system/contract/system-operations.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { Instant } from "#kernel/local-date.ts";
import { csvFile } from "#kernel/server/csv-file.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Operations = typeof systemOperations;
type Filter = Omit<InputOf<Operations["searchJournal"]>, "limit">;

/** Midnight in Shanghai at the start of a day, and at the end of it. */
const startOf = (day: string): string => `${day}T00:00:00+08:00`;
const endOf = (day: string): string => `${day}T23:59:59.999+08:00`;
const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;

function select(filter: Filter, { tx, actor }: OperationContext) {
  let query = tx
    .selectFrom("journal_entry as e")
    .leftJoin("person as p", (join) =>
      join
        .onRef("p.zone_id", "=", "e.zone_id")
        .on((is) =>
          is("p.id", "=", is.cast<string>(is.case().when("e.actor_id", "~", "^[0-9a-f-]{36}$").then(is.ref("e.actor_id")).end(), "uuid")),
        ),
    )
    .select([
      "e.sequence",
      "e.at",
      "e.actor_id",
      "p.name as actor_name",
      "e.role",
      "e.origin",
      "e.operation",
      "e.subject",
      "e.payload",
      "e.hash",
    ])
    .where("e.zone_id", "=", actor.zoneId)
    .orderBy("e.sequence", "desc");
  if (filter.cursor !== undefined) query = query.where("e.sequence", "<", filter.cursor);
  if (filter.actor !== undefined) query = query.where("e.actor_id", "=", filter.actor);
  if (filter.operation !== undefined) query = query.where("e.operation", "like", likePattern(filter.operation));
  if (filter.from !== undefined) query = query.where("e.at", ">=", startOf(filter.from));
  if (filter.to !== undefined) query = query.where("e.at", "<=", endOf(filter.to));
  const { q } = filter;
  if (q !== undefined)
    query = query.where((is) =>
      is.or([is("e.subject", "like", likePattern(q)), is("e.payload", "like", likePattern(q)), is("p.name", "like", likePattern(q))]),
    );
  return query;
}

type Row = Awaited<ReturnType<ReturnType<typeof select>["execute"]>>[number];

function viewOf(row: Row): JournalEntry {
  const payload = JSON.parse(row.payload) as { before?: unknown; after?: unknown; detail?: unknown };
  return {
    sequence: Number(row.sequence),
    at: row.at as Instant,
    actor: row.actor_id,
    actorName: row.actor_name ?? row.actor_id,
    role: row.role,
    from: row.origin || null,
    operation: row.operation,
    subject: row.subject || null,
    before: payload.before ?? null,
    after: payload.after ?? payload.detail ?? null,
    hash: row.hash,
  };
}

export async function searchJournal(input: InputOf<Operations["searchJournal"]>, context: OperationContext) {
  const rows = await select(input, context)
    .limit(input.limit + 1)
    .execute();
  const page = rows.slice(0, input.limit);
  return { items: page.map(viewOf), next: rows.length > input.limit ? (page.at(-1)?.sequence ?? null) : null, total: null };
}

const MOST_EXPORTED = 10_000;
const cell = (value: unknown): string =>
  value === null || value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);

export async function exportJournal(input: InputOf<Operations["exportJournal"]>, context: OperationContext) {
  const rows = (await select(input, context).limit(MOST_EXPORTED).execute()).map(viewOf);
  const head =
    context.language === "zh"
      ? ["序号", "时间", "办理人", "岗位", "来源", "操作", "对象", "办理前", "办理后", "摘要值"]
      : ["No.", "At", "Who", "Role", "From", "Operation", "Subject", "Before", "After", "Hash"];
  const lines = rows.map((row) =>
    [row.sequence, row.at, row.actorName, row.role, row.from, row.operation, row.subject, row.before, row.after, row.hash].map(cell),
  );
  return {
    name: `journal-${context.today}.csv`,
    mime: "text/csv; charset=utf-8",
    bytes: csvFile(head, lines),
  };
}
