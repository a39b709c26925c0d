import { sql } from "kysely";
import type { RetentionLine, retentionOperations } from "#domains/system/contract/retention-operations.ts";
import { type RetentionRule, retentionRules } from "#domains/system/rules/retention-rules.ts";
import { retentionPolicy } from "#domains/system/rules/system-policy.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { Instant } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { RunningJob } from "#kernel/server/background.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { actorOf, appendToJournal, recordedAt } from "#kernel/server/unit-of-work.ts";

type Handlers = HandlersOf<typeof retentionOperations, OperationContext>;
type Rows = { readonly count: (tx: Tx, before: string) => Promise<string>; readonly remove: (tx: Tx, before: string) => Promise<bigint> };

const personalBefore = (tx: Tx, before: string) =>
  tx.selectFrom("journal_entry").select("sequence").where("zone_id", "=", actorOf(tx).zoneId).where("at", "<", before);
const counted = async (query: { executeTakeFirstOrThrow(): Promise<{ n: string }> }): Promise<string> =>
  (await query.executeTakeFirstOrThrow()).n;

/** Where the rows of each rule lie. */
const ROWS: Readonly<Record<RetentionRule["key"], Rows>> = {
  "journal-personal": {
    count: (tx, before) =>
      counted(
        tx
          .selectFrom("journal_personal")
          .select((eb) => eb.fn.countAll<string>().as("n"))
          .where("zone_id", "=", actorOf(tx).zoneId)
          .where("sequence", "in", personalBefore(tx, before)),
      ),
    remove: async (tx, before) =>
      (
        await tx
          .deleteFrom("journal_personal")
          .where("zone_id", "=", actorOf(tx).zoneId)
          .where("sequence", "in", personalBefore(tx, before))
          .executeTakeFirst()
      ).numDeletedRows,
  },
  "stored-replies": {
    count: (tx, before) =>
      counted(
        tx
          .selectFrom("idempotency_key")
          .select((eb) => eb.fn.countAll<string>().as("n"))
          .where("zone_id", "=", actorOf(tx).zoneId)
          .where("recorded_at", "<", before),
      ),
    remove: async (tx, before) =>
      (
        await tx
          .deleteFrom("idempotency_key")
          .where("zone_id", "=", actorOf(tx).zoneId)
          .where("recorded_at", "<", before)
          .executeTakeFirst()
      ).numDeletedRows,
  },
  "personal-leaves": {
    count: (tx, before) =>
      counted(
        tx
          .selectFrom("personal_leave")
          .select((eb) => eb.fn.countAll<string>().as("n"))
          .where("zone_id", "=", actorOf(tx).zoneId)
          .where("expires_at", "<", before),
      ),
    remove: async (tx, before) =>
      (await tx.deleteFrom("personal_leave").where("zone_id", "=", actorOf(tx).zoneId).where("expires_at", "<", before).executeTakeFirst())
        .numDeletedRows,
  },
  "ended-jobs": {
    count: (tx, before) =>
      counted(
        tx
          .selectFrom("job")
          .select((eb) => eb.fn.countAll<string>().as("n"))
          .where("zone_id", "=", actorOf(tx).zoneId)
          .where("finished_at", "<", before),
      ),
    remove: async (tx, before) =>
      (await tx.deleteFrom("job").where("zone_id", "=", actorOf(tx).zoneId).where("finished_at", "<", before).executeTakeFirst())
        .numDeletedRows,
  },
};

/** Everything before this instant has been kept long enough. */
const cutoffOf = (rule: RetentionRule, now: string): string => new Date(Date.parse(now) - rule.days * 86_400_000).toISOString();
const lineOf = (rule: RetentionRule, before: string, rows: number): RetentionLine => ({ ...rule, before: before as Instant, rows });

/** Leaves and stored replies are each person's own; how many of all have had their time is the platform's to know. Nothing of them is read. */
async function asPlatform<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const { id } = actorOf(tx);
  await sql`select set_config('app.actor', 'platform', true)`.execute(tx);
  const result = await work();
  await sql`select set_config('app.actor', ${id}, true)`.execute(tx);
  return result;
}

/** The dry run: what would go now. */
export const listRetention: Handlers["listRetention"] = async (_, { tx, now, actor }) => {
  const items = await asPlatform(tx, async () => {
    const lines: RetentionLine[] = [];
    for (const rule of retentionRules) {
      const before = cutoffOf(rule, now);
      lines.push(lineOf(rule, before, Number(await ROWS[rule.key].count(tx, before))));
    }
    return lines;
  });
  return { items, abilities: abilitiesOf(retentionPolicy, actor, {}) };
};

export const runRetention: Handlers["runRetention"] = async (_, { tx }) => ({ items: await applyRetention(tx) });

/** Each rule with its own line in the journal: how much went, by which rule, up to when. */
async function applyRetention(tx: Tx): Promise<RetentionLine[]> {
  const lines = await asPlatform(tx, async () => {
    const removed: RetentionLine[] = [];
    for (const rule of retentionRules) {
      const before = cutoffOf(rule, recordedAt(tx));
      removed.push(lineOf(rule, before, Number(await ROWS[rule.key].remove(tx, before))));
    }
    return removed;
  });
  for (const { key, rows, before, days } of lines.filter((line) => line.rows > 0))
    appendToJournal(tx, { operation: "system.runRetention", subject: `retention:${key}`, after: { rows, before, days } });
  return lines;
}

export async function retainDaily(job: RunningJob): Promise<void> {
  await job.step(async (tx) => {
    await applyRetention(tx);
    return { done: 1, total: 1 };
  });
}
