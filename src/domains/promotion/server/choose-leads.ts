import type { LeadFilter } from "#domains/promotion/contract/lead-operations.ts";
import { leadNameKey, partyNameKey } from "#domains/promotion/rules/lead-keys.ts";
import { personId } from "#domains/promotion/server/lead-store.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const like = (words: string): string => `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** The leads that a filter means: a query to be counted, ordered and cut. Without a status those that were joined to others are left out. */
export function chooseLeads(tx: Tx, filter: LeadFilter, today: LocalDate) {
  const actor = actorOf(tx);
  let query = tx.selectFrom("promotion_lead").where("zone_id", "=", actor.zoneId);
  if (filter.q) {
    const words = like(filter.q);
    const [name, party] = [like(leadNameKey(filter.q)), like(partyNameKey(filter.q))];
    query = query.where((by) =>
      by.or([
        by("code", "ilike", words),
        by("project_name", "ilike", words),
        by("party_name", "ilike", words),
        by("name_key", "like", name),
        by("party_key", "like", party),
      ]),
    );
  }
  if (filter.stage) query = query.where("stage", "=", filter.stage);
  query = filter.status ? query.where("status", "=", filter.status) : query.where("status", "<>", "JOINED");
  if (filter.channel) query = query.where("channel", "=", filter.channel);
  if (filter.nature) query = query.where("nature", "=", filter.nature);
  if (filter.ownerId) query = query.where("owner_id", "=", filter.ownerId);
  if (filter.mine) {
    const own = personId(actor.id);
    query = own === null ? query.where((by) => by.lit(false)) : query.where("owner_id", "=", own);
  }
  if (filter.pooled) query = query.where("owner_id", "is", null).where("status", "=", "ACTIVE");
  if (filter.late) query = query.where("status", "=", "ACTIVE").where("due_on", "<", today);
  return query;
}

export const offsetOf = (cursor: string | undefined): number => (cursor === undefined ? 0 : Math.max(0, Number.parseInt(cursor, 10) || 0));
