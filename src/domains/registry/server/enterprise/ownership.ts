import { sql } from "kysely";
import { type Decimal, decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type RegisterHolding = {
  readonly holder: { readonly id: string; readonly name: string };
  readonly held: { readonly id: string; readonly name: string };
  readonly sharePct: Decimal | null;
  readonly evidence: string;
  readonly asOf: LocalDate | null;
};

const HIGHEST = 12;

/** Who holds shares of an enterprise, and of its holders, upwards: ties of investment of the register and of the zone. Circles end where they close. */
export async function holdingsAbove(tx: Tx, enterpriseId: string): Promise<readonly RegisterHolding[]> {
  const { rows } = await sql<{
    holder_id: string;
    holder: string;
    held_id: string;
    held: string;
    share: string | null;
    evidence: string;
    as_of: string | null;
  }>`with recursive tie as (
      select from_id, to_id, share_pct, evidence, as_of from enterprise_tie where kind = 'investment'
      union all select from_id, to_id, share_pct, evidence, as_of from zone_tie
        where zone_id = ${actorOf(tx).zoneId}::uuid and kind = 'investment' and removed_on is null and to_id is not null
    ), above (id, height) as (
      select ${enterpriseId}::uuid, 0 union select tie.from_id, above.height + 1 from above join tie on tie.to_id = above.id where above.height < ${HIGHEST}
    )
    select distinct holder.id holder_id, holder.name holder, held.id held_id, held.name held, tie.share_pct share, tie.evidence, tie.as_of
    from (select distinct id from above) up join tie on tie.to_id = up.id
      join enterprise holder on holder.id = tie.from_id join enterprise held on held.id = tie.to_id
    order by held.name, holder.name limit 2000`.execute(tx);
  return rows.map((row) => ({
    holder: { id: row.holder_id, name: row.holder },
    held: { id: row.held_id, name: row.held },
    sharePct: row.share === null ? null : decimal(row.share),
    evidence: row.evidence,
    asOf: row.as_of as LocalDate | null,
  }));
}
