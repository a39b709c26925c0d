import { sql } from "kysely";
import type { Tx } from "#kernel/server/database.ts";

/** How often tokens are found, as the database's own statistics say. What is not among them is rare. */
export type Frequencies = {
  /** Rows of the register. */
  readonly rows: number;
  /** The share of rows that carry a token, 0 to 1. */
  of(token: string): number;
};

const KEPT_MS = 60_000;
/** What ANALYZE does not list is at most this frequent. */
const RARE = 0.0005;
let kept: { readonly at: number; readonly frequencies: Frequencies } | undefined;

/** Read once a minute: searching is planned by them, nothing is decided. */
export async function tokenFrequencies(tx: Tx): Promise<Frequencies> {
  const now = performance.now();
  if (kept === undefined || now - kept.at > KEPT_MS) kept = { at: now, frequencies: await readFrequencies(tx) };
  return kept.frequencies;
}

async function readFrequencies(tx: Tx): Promise<Frequencies> {
  const { rows } = await sql<{ rows: number; tokens: string[] | null; shares: number[] | null }>`
    select greatest(c.reltuples, 0)::float8 "rows", s.most_common_elems::text::text[] tokens, s.most_common_elem_freqs::float8[] shares
    from pg_class c left join pg_stats s on s.schemaname = 'public' and s.tablename = 'enterprise' and s.attname = 'tokens'
    where c.oid = 'enterprise'::regclass`.execute(tx);
  const [found] = rows;
  const shares = new Map((found?.tokens ?? []).map((token, place) => [token, found?.shares?.[place] ?? RARE]));
  return { rows: found?.rows ?? 0, of: (token) => shares.get(token) ?? RARE };
}

/** After an import that tells of other rows than before. */
export const forgetFrequencies = (): void => {
  kept = undefined;
};
