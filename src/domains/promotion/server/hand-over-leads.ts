import { z } from "zod";
import { keepDue } from "#domains/promotion/server/keep-due.ts";
import { appendOwnership, updateLead } from "#domains/promotion/server/lead-store.ts";
import { officersOn } from "#domains/promotion/server/pool.ts";
import { LocalDate } from "#kernel/local-date.ts";
import type { EventSubscriber } from "#kernel/server/background.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import { actorOf, appendToJournal } from "#kernel/server/unit-of-work.ts";

const HandedOver = z.object({ fromId: z.uuid(), toId: z.uuid(), on: LocalDate.optional(), reason: z.string().default("") });

/**
 * An official leaves a post: his leads go to the same colleague as his projects. To one who may not work on leads they do not go: they fall
 * back into their pools, where an officer finds them; what is signed is left without an owner too, and its project goes on.
 */
export const handOverLeads: EventSubscriber = {
  kind: "projects.handed-over",
  handle: async (event, tx) => {
    const { fromId, toId, on = await businessDayOf(tx), reason } = HandedOver.parse(event.payload);
    const rows = await tx
      .selectFrom("promotion_lead")
      .selectAll()
      .where("zone_id", "=", actorOf(tx).zoneId)
      .where("owner_id", "=", fromId)
      .where("status", "in", ["ACTIVE", "PARKED"])
      .orderBy("code")
      .forUpdate()
      .execute();
    if (rows.length === 0) return;
    const officer = (await officersOn(tx, on)).find(({ id }) => id === toId);
    for (const row of rows) {
      const to = officer?.id ?? null;
      await appendOwnership(tx, row.id, {
        change: to === null ? "RELEASED" : "ASSIGNED",
        fromId,
        toId: to,
        pool: row.pool,
        on,
        reason,
        automatic: true,
      });
      await updateLead(tx, row, {
        owner_id: to,
        owned_since: to === null ? null : on,
        ...(officer === undefined ? {} : { department_id: officer.departmentId }),
      });
      await keepDue(tx, row.id, on);
    }
    appendToJournal(tx, {
      operation: "promotion.handOver",
      subject: `person:${fromId}`,
      after: { to: officer?.id ?? null, leads: rows.length },
      detail: { reason },
      items: rows.map(({ code }) => code),
    });
  },
};
