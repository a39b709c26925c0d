import { sql } from "kysely";
import type { Tx } from "#kernel/server/database.ts";

/** Said once a transaction by everything that changes enterprises, their qualifications or their ties. */
export async function noteRegisterChange(tx: Tx): Promise<void> {
  await sql`insert into register_change default values on conflict do nothing`.execute(tx);
}

/** Stands still as long as nobody changed the register: what was made of it may be kept as long. */
export async function registerGeneration(tx: Tx): Promise<string> {
  const { rows } = await sql<{
    generation: string;
  }>`select current_database() || ':' || count(*) || ':' || coalesce(max(transaction_id::text::numeric), 0) generation
    from register_change`.execute(tx);
  return rows[0]?.generation ?? "";
}
