import type pg from "pg";
import type { LocalDate } from "#kernel/local-date.ts";

export type FoundZone = { readonly id: string; readonly businessDate: LocalDate | null };
const KEPT_MS = 30_000;
const SLUG = /^[a-z][a-z0-9-]{1,40}$/;

/** Zones by their slug, for pages that are read without a sign-in; remembered for half a minute. */
export function zoneFinder(pool: pg.Pool): (slug: string) => Promise<FoundZone | undefined> {
  const known = new Map<string, { readonly zone: FoundZone | undefined; readonly until: number }>();
  return async (slug) => {
    if (!SLUG.test(slug)) return undefined;
    const kept = known.get(slug);
    if (kept && kept.until > performance.now()) return kept.zone;
    const { rows } = await pool.query<FoundZone>('select id, business_date::text "businessDate" from zone where slug = $1', [slug]);
    if (known.size > 1000) known.clear();
    known.set(slug, { zone: rows[0], until: performance.now() + KEPT_MS });
    return rows[0];
  };
}
