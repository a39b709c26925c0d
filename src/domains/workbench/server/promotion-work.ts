import { sql } from "kysely";
import { MOST_WORK, type WorkRow, type WorkSource } from "#domains/workbench/server/work-source.ts";

/** What leads, contracts and funds ask of a person. */
export const promotionWork: readonly WorkSource[] = [
  {
    // Of one's own active leads what falls due next, by the clock that it is of.
    permission: "promotion.work",
    find: (actor) => sql<WorkRow>`
      select 'lead-' || due_kind kind, id opens, project_name title, party_name about, due_on, due_provisional provisional
      from promotion_lead
      where zone_id = ${actor.zoneId}::uuid and owner_id = ${actor.id}::uuid and status = 'ACTIVE' and due_on is not null
      order by due_on limit ${MOST_WORK}`,
  },
  {
    // Nobody decides on his own lead.
    permission: "promotion.decide",
    find: (actor) => sql<WorkRow>`
      select 'lead-decide' kind, id opens, project_name title, party_name about, null::date due_on, false provisional
      from promotion_lead lead
      where zone_id = ${actor.zoneId}::uuid and status = 'ACTIVE' and stage = 'DECISION' and owner_id is distinct from ${actor.id}::uuid
        and not exists (select from promotion_evidence piece where piece.zone_id = lead.zone_id and piece.lead_id = lead.id and piece.kind = 'decision')
      order by stage_since limit ${MOST_WORK}`,
  },
  {
    permission: "promotion.decide",
    find: (actor) => sql<WorkRow>`
      select 'lead-claim' kind, claim.id opens, lead.project_name title, claim.team about, null::date due_on, false provisional
      from promotion_claim claim
        join promotion_lead lead on lead.zone_id = claim.zone_id and lead.id = claim.lead_id
        left join promotion_claim standing on standing.zone_id = claim.zone_id and standing.id = claim.against_id
      where claim.zone_id = ${actor.zoneId}::uuid and claim.state = 'DISPUTED' and claim.by <> ${actor.id} and standing.by is distinct from ${actor.id}
      order by claim.recorded_on limit ${MOST_WORK}`,
  },
  {
    permission: "promotion.diligence",
    find: (actor) => sql<WorkRow>`
      select 'lead-confirm' kind, lead.id opens, lead.project_name title, lead.party_name about, null::date due_on, false provisional
      from promotion_evidence piece join promotion_lead lead on lead.zone_id = piece.zone_id and lead.id = piece.lead_id
      where piece.zone_id = ${actor.zoneId}::uuid and piece.kind in ('fair-competition-review', 'risk-memo') and piece.confirmed_on is null
        and piece.by <> ${actor.id} and lead.status = 'ACTIVE'
      order by piece.recorded_on limit ${MOST_WORK}`,
  },
  {
    // Opens the ledger of contracts at the number of the one that it came under.
    permission: "promotion.diligence",
    find: (actor) => sql<WorkRow>`
      select 'funds-confirm' kind, contract.number opens, contract.title, contract.party_name about, null::date due_on, false provisional
      from promotion_funds funds join promotion_contract contract on contract.zone_id = funds.zone_id and contract.id = funds.contract_id
      where funds.zone_id = ${actor.zoneId}::uuid and funds.state = 'ENTERED' and funds.by <> ${actor.id}
      order by funds.arrived_on limit ${MOST_WORK}`,
  },
];
