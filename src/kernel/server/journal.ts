import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { canonicalJson } from "#kernel/canonical-json.ts";
import type { Actor } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { digestPersonal, FIRST_HASH, hashEntry, MerkleTree } from "#kernel/server/journal-hash.ts";

/** What a command tells the journal. Who, when, from where and in which zone come from its unit of work. */
export type JournalLine = {
  readonly operation: string;
  /** Kind and id of what was changed: `report-card:0198…`. */
  readonly subject?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly detail?: unknown;
  /** Names, telephone numbers, bank accounts: stored beside the chain, which holds their salted digest, so that they can be erased. */
  readonly personal?: unknown;
  /** One line for each thing that a bulk command changed; the entry holds their Merkle root. */
  readonly items?: readonly unknown[];
};

export type JournalAuthor = { readonly actor: Actor; readonly origin: string };
export type PendingLine = JournalLine & { readonly at: string };

const ITEMS_A_STATEMENT = 5000;
const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, " ").slice(0, 400);

/** Writes the lines of one command and locks the zone's head: nothing else may follow before the commit. */
export async function writeJournal(tx: Tx, { actor, origin }: JournalAuthor, lines: readonly PendingLine[]): Promise<void> {
  const head = await lockHead(tx, actor.zoneId);
  let { sequence, hash } = head;
  for (const line of lines) {
    sequence += 1;
    const items = line.items?.map(canonicalJson) ?? [];
    const personal =
      line.personal === undefined ? undefined : { salt: randomBytes(16).toString("hex"), payload: canonicalJson(line.personal) };
    const entry = {
      zoneId: actor.zoneId,
      sequence,
      at: line.at,
      actorId: oneLine(actor.id),
      role: actor.role,
      origin: oneLine(origin),
      operation: oneLine(line.operation),
      subject: oneLine(line.subject ?? ""),
      payload: canonicalJson({ before: line.before, after: line.after, detail: line.detail, onBehalfOf: actor.onBehalfOf }),
      items: items.length,
      itemsRoot: rootOf(items),
      personalDigest: personal ? digestPersonal(personal.salt, personal.payload) : "",
      previousHash: hash,
    };
    hash = hashEntry(entry);
    await tx
      .insertInto("journal_entry")
      .values({
        zone_id: entry.zoneId,
        sequence,
        at: entry.at,
        actor_id: entry.actorId,
        role: entry.role,
        origin: entry.origin,
        operation: entry.operation,
        subject: entry.subject,
        payload: entry.payload,
        items: entry.items,
        items_root: entry.itemsRoot,
        personal_digest: entry.personalDigest,
        previous_hash: entry.previousHash,
        hash,
      })
      .execute();
    if (personal)
      await tx
        .insertInto("journal_personal")
        .values({ zone_id: actor.zoneId, sequence, ...personal })
        .execute();
    await writeItems(tx, actor.zoneId, sequence, items);
  }
  await tx.updateTable("journal_head").set({ sequence, hash }).where("zone_id", "=", actor.zoneId).execute();
}

async function lockHead(tx: Tx, zoneId: string): Promise<{ sequence: number; hash: string }> {
  const find = () =>
    tx.selectFrom("journal_head").select(["sequence", "hash"]).where("zone_id", "=", zoneId).forUpdate().executeTakeFirst();
  let head = await find();
  if (!head) {
    await tx
      .insertInto("journal_head")
      .values({ zone_id: zoneId, hash: FIRST_HASH })
      .onConflict((on) => on.doNothing())
      .execute();
    head = await find();
  }
  return { sequence: Number(head?.sequence ?? 0), hash: head?.hash ?? FIRST_HASH };
}

function rootOf(items: readonly string[]): string {
  const tree = new MerkleTree();
  for (const item of items) tree.add(item);
  return tree.root();
}

async function writeItems(tx: Tx, zoneId: string, sequence: number, items: readonly string[]): Promise<void> {
  for (let start = 0; start < items.length; start += ITEMS_A_STATEMENT) {
    const part = items.slice(start, start + ITEMS_A_STATEMENT);
    await sql`insert into journal_item (zone_id, sequence, position, payload)
      select ${zoneId}::uuid, ${sequence}::bigint, ${start}::bigint + ordinality, payload
      from unnest(${part}::text[]) with ordinality as given(payload, ordinality)`.execute(tx);
  }
}
