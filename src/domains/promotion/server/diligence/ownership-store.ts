import { sql } from "kysely";
import type { HoldingView, ParentageReading } from "#domains/promotion/contract/diligence.ts";
import { ownerKey } from "#domains/promotion/rules/owner-key.ts";
import { checkParentage, type Denial, type Holding } from "#domains/promotion/rules/parentage.ts";
import type { Party } from "#domains/promotion/server/diligence/party.ts";
import type { LeadTableRow } from "#domains/promotion/server/lead-store.ts";
import { holdingsAbove } from "#domains/registry/server/api.ts";
import { decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type Ownership = {
  readonly holdings: readonly HoldingView[];
  readonly denials: readonly { readonly parent: string; readonly party: string; readonly on: LocalDate; readonly evidence: string }[];
  readonly parentage: readonly ParentageReading[];
};

/** Names are what a claim is made of (“belongs to X”), so ownership is followed by them. What the zone entered and what the register has, from the party upwards, and what that says of each claimed parent. */
export async function ownershipOf(tx: Tx, lead: LeadTableRow, party: Party, asOf: LocalDate): Promise<Ownership> {
  const zone = actorOf(tx).zoneId;
  const registered = party.enterpriseId === null ? [] : await holdingsAbove(tx, party.enterpriseId);
  const start = [ownerKey(party.name), ...registered.flatMap(({ holder, held }) => [ownerKey(holder.name), ownerKey(held.name)])];
  const { rows } = await sql<{
    id: string;
    holder_name: string;
    held_name: string;
    share_pct: string | null;
    evidence: string | null;
    from_on: string | null;
    to_on: string | null;
    source: string;
    version: number;
  }>`with recursive above (key) as (
      select unnest(${[...new Set(start)]}::text[]) union select h.holder_key from above join diligence_holding h on h.zone_id = ${zone}::uuid and h.held_key = above.key
    )
    select h.* from diligence_holding h where h.zone_id = ${zone}::uuid and h.held_key in (select key from above) order by h.held_name, h.holder_name, h.id limit 2000`.execute(
    tx,
  );
  const own = rows.map(
    (row): HoldingView => ({
      id: row.id,
      holder: row.holder_name,
      held: row.held_name,
      sharePct: row.share_pct === null ? null : decimal(row.share_pct),
      evidence: row.evidence,
      from: row.from_on as LocalDate | null,
      to: row.to_on as LocalDate | null,
      source: row.source,
      version: row.version,
    }),
  );
  // What the zone looked into wins over what the register says of the same two.
  const looked = new Set(own.map(({ holder, held }) => `${ownerKey(holder)}→${ownerKey(held)}`));
  const known = registered.filter(({ holder, held }) => !looked.has(`${ownerKey(holder.name)}→${ownerKey(held.name)}`));
  const holdings = [
    ...own,
    ...known.map(
      (tie): HoldingView => ({
        id: null,
        holder: tie.holder.name,
        held: tie.held.name,
        sharePct: tie.sharePct,
        evidence: null,
        from: null,
        to: null,
        source: tie.evidence === "" ? "企业库" : `企业库：${tie.evidence}`,
        version: null,
      }),
    ),
  ];
  const denials = await tx
    .selectFrom("diligence_denial")
    .selectAll()
    .where("zone_id", "=", zone)
    .where("party_key", "=", ownerKey(party.name))
    .orderBy("denied_on")
    .execute();
  const claims = await tx
    .selectFrom("diligence_parent_claim")
    .selectAll()
    .where("zone_id", "=", zone)
    .where("lead_id", "=", lead.id)
    .orderBy("claimed_on")
    .orderBy("id")
    .execute();
  const names = new Map([
    ...claims.map((claim) => [claim.parent_key, claim.parent_name] as const),
    ...holdings.flatMap(({ holder, held }) => [[ownerKey(holder), holder] as const, [ownerKey(held), held] as const]),
    [ownerKey(party.name), party.name] as const,
  ]);
  return {
    holdings,
    denials: denials.map((row) => ({
      parent: row.parent_name,
      party: row.party_name,
      on: row.denied_on as LocalDate,
      evidence: row.evidence,
    })),
    parentage: claims.map((claim) => {
      const { verdict, zh, en, warnings } = checkParentage({
        enterprise: ownerKey(party.name),
        parent: claim.parent_key,
        holdings: holdings.map(holdingOf),
        denials: denials.map(
          (row): Denial => ({ by: row.parent_key, enterprise: row.party_key, on: row.denied_on as LocalDate, evidence: row.evidence }),
        ),
        asOf,
        nameOf: (key) => names.get(key) ?? key,
      });
      return {
        parent: claim.parent_name,
        claimedOn: claim.claimed_on as LocalDate,
        source: claim.source,
        verdict,
        zh,
        en,
        warnings: [...warnings],
      };
    }),
  };
}

const holdingOf = ({ holder, held, sharePct, evidence, from, to }: HoldingView): Holding => ({
  holder: ownerKey(holder),
  held: ownerKey(held),
  share: sharePct,
  evidence,
  from,
  to,
});
