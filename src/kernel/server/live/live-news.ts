import { sql } from "kysely";
import type { Tx } from "#kernel/server/database.ts";

/** That something changed: kind and ids, so that whoever shows it asks again under his own rights. `person`: it concerns this one alone. */
export type LiveNews = {
  readonly zone: string;
  /** Of the event or notice; ids of version 7 sort by time, so that a stream can be taken up again. */
  readonly id: string;
  readonly kind: string;
  readonly ids: readonly string[];
  readonly person?: string;
};

export const LIVE_CHANNEL = "yuanshu_live";
const MOST_IDS = 20;
const ID = /^[\w-]{8,60}$/;

/** The records that an event is about: every field that is an id. */
export const idsOf = (payload: unknown): readonly string[] =>
  Object.entries(typeof payload === "object" && payload !== null ? payload : {})
    .flatMap(([field, value]) => (field.endsWith("Id") && typeof value === "string" && ID.test(value) ? [value] : []))
    .slice(0, MOST_IDS);

/** Heard by every server process once this transaction has committed, and never when it did not. */
export async function tellLive(tx: Tx, news: LiveNews): Promise<void> {
  await sql`select pg_notify(${LIVE_CHANNEL}, ${JSON.stringify(news)})`.execute(tx);
}
