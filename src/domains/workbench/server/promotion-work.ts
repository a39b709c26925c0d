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
  {
    // A paper that waits for its second person, and one that came back to who wrote it.
    permission: "promotion.diligence",
    find: (actor) => sql<WorkRow>`
      with paper as (
        select 'memo' of, lead_id, state, written_by, edition, written_on, max(edition) over (partition by lead_id) newest
          from diligence_memo where zone_id = ${actor.zoneId}::uuid
        union all
        select 'plan', lead_id, state, written_by, edition, written_on, max(edition) over (partition by lead_id)
          from dossier where zone_id = ${actor.zoneId}::uuid)
      select paper.of || case paper.state when 'SUBMITTED' then '-review' else '-returned' end kind, lead.id opens, lead.project_name title,
        lead.party_name about, null::date due_on, false provisional
      from paper join promotion_lead lead on lead.zone_id = ${actor.zoneId}::uuid and lead.id = paper.lead_id
      where lead.status = 'ACTIVE' and paper.edition = paper.newest
        and (paper.state = 'SUBMITTED' and paper.written_by <> ${actor.id} or paper.state = 'RETURNED' and paper.written_by = ${actor.id})
      order by paper.written_on limit ${MOST_WORK}`,
  },
  {
    // Residents whose liaison one is; those without one are for whoever decides. What is for attention only stands on the page.
    permission: "promotion.watch",
    find: (actor, today) => sql<WorkRow>`
      select 'warning-' || warning.kind kind, warning.enterprise_id opens, warning.enterprise_name title,
        coalesce(warning.content ->> 'subject', '') about, (warning.content ->> 'due')::date due_on, false provisional
      from resident_warning warning
        join enterprise_book book on book.zone_id = warning.zone_id and book.enterprise_id = warning.enterprise_id and book.kind = 'resident'
          and book.from_on <= ${today}::date and (book.to_on is null or book.to_on >= ${today}::date)
      where warning.zone_id = ${actor.zoneId}::uuid and warning.ended_on is null and warning.level in ('warning', 'urgent')
        and (book.liaison_id::text = ${actor.id} or book.liaison_id is null and ${actor.permissions.has("promotion.decide")}::boolean)
      order by due_on, warning.raised_on limit ${MOST_WORK}`,
  },
];
