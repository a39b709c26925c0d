import { sql } from "kysely";
import type { Tx } from "#kernel/server/database.ts";

/** Below so many rows a register is as good as empty: searching it without indexes costs a few milliseconds. */
const AS_GOOD_AS_EMPTY = 5_000;
/** From so many bytes on, a file is worth it. */
const LARGE_FILE = 8 * 1_048_576;

/**
 * Filling an empty register: its indexes are taken away, and made anew when all rows are in. Whoever searches meanwhile searches what little
 * was there before. @returns whether it was done.
 */
export async function beginFirstFilling(tx: Tx, bytes: number): Promise<boolean> {
  if (bytes < LARGE_FILE) return false;
  const { rows } = await sql<{ n: number }>`select count(*)::integer n from (select from enterprise limit ${AS_GOOD_AS_EMPTY}) e`.execute(
    tx,
  );
  if ((rows[0]?.n ?? 0) >= AS_GOOD_AS_EMPTY) return false;
  const { rows: done } = await sql<{ taken: boolean }>`select registry_drop_indexes() taken`.execute(tx);
  return done[0]?.taken ?? false;
}

/** What is built side by side: what the register is found by, and the orders in which it is shown. */
export const INDEX_PARTS = ["tokens", "orders"] as const;

/** Puts back whatever is not there of a part; it may take half a minute for a million rows, and nothing when all is there. */
export async function endFirstFilling(tx: Tx, part: (typeof INDEX_PARTS)[number]): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(tx);
  await sql`set local maintenance_work_mem = '512MB'`.execute(tx);
  await sql`select registry_build_indexes(${part})`.execute(tx);
}
