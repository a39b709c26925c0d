import { sql } from "kysely";
import type { WorkKind, workbenchOperations } from "#domains/workbench/contract/workbench-operations.ts";
import { type FoundWork, sortWork } from "#domains/workbench/rules/sort-work.ts";
import { approvalWork } from "#domains/workbench/server/approval-work.ts";
import { projectWork } from "#domains/workbench/server/project-work.ts";
import { promotionWork } from "#domains/workbench/server/promotion-work.ts";
import { MOST_WORK, type WorkRow, type WorkSource } from "#domains/workbench/server/work-source.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

const sources: readonly WorkSource[] = [
  ...promotionWork,
  ...projectWork,
  ...approvalWork,
  {
    permission: "economy.approve",
    find: (actor) => sql<WorkRow>`
      select 'report-card' kind, edition.card_id opens, edition.title, card.region about, null::date due_on, false provisional
      from report_card_edition edition join report_card card on card.zone_id = edition.zone_id and card.id = edition.card_id
      where edition.zone_id = ${actor.zoneId}::uuid and edition.state = 'CHECKED' and edition.drafted_by <> ${actor.id}
        and not ${actor.id} = any(edition.editors) and edition.checked_by is distinct from ${actor.id}
      order by edition.updated_at limit ${MOST_WORK}`,
  },
  {
    permission: "intelligence.review",
    find: (actor) => sql<WorkRow>`
      select 'documents' kind, id::text opens, title, '' about, null::date due_on, false provisional
      from document where zone_id = ${actor.zoneId}::uuid and state = 'review' order by id limit ${MOST_WORK}`,
  },
];

type Handlers = HandlersOf<typeof workbenchOperations, OperationContext>;

/** What waits for this actor on a day, over all domains, in no order. */
export async function findWork(tx: Tx, actor: Actor, today: LocalDate): Promise<readonly FoundWork[]> {
  const found: FoundWork[] = [];
  for (const { permission, find } of sources) {
    // The local administrator is no person of the zone: nothing waits for it.
    if (!actor.permissions.has(permission) || !UUID.test(actor.id)) continue;
    const { rows } = await find(actor, today).execute(tx);
    for (const row of rows)
      found.push({
        kind: row.kind as WorkKind,
        opens: row.opens,
        title: row.title,
        titleEn: row.title_en ?? null,
        about: row.about,
        dueOn: row.due_on as LocalDate | null,
        provisional: row.provisional,
      });
  }
  return found;
}

/** One queue of what waits for this person in the present role, over all domains. */
export const myWork: Handlers["myWork"] = async (_, { tx, actor, today }) => {
  const { late, now, coming, whenever } = sortWork(await findWork(tx, actor, today), today);
  return { today, late: [...late], now: [...now], coming: [...coming], whenever: [...whenever] };
};

const UUID = /^[0-9a-f-]{36}$/;
