import { z } from "zod";
import { officersOn } from "#domains/promotion/server/pool.ts";
import { appendTargetSteps, changeTarget } from "#domains/promotion/server/target-store.ts";
import { LocalDate } from "#kernel/local-date.ts";
import type { EventSubscriber } from "#kernel/server/background.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import { actorOf, appendToJournal } from "#kernel/server/unit-of-work.ts";

const HandedOver = z.object({ fromId: z.uuid(), toId: z.uuid(), on: LocalDate.optional(), reason: z.string().default("") });

/** An official leaves a post: his targets go to the same colleague as his leads, or are nobody's again where that one may not work on them. */
export const handOverTargets: EventSubscriber = {
  kind: "projects.handed-over",
  handle: async (event, tx) => {
    const { fromId, toId, on = await businessDayOf(tx), reason } = HandedOver.parse(event.payload);
    const rows = await tx
      .selectFrom("promotion_target")
      .selectAll()
      .where("zone_id", "=", actorOf(tx).zoneId)
      .where("owner_id", "=", fromId)
      .where("status", "=", "ASSIGNED")
      .orderBy("id")
      .forUpdate()
      .execute();
    if (rows.length === 0) return;
    const to = (await officersOn(tx, on)).find(({ id }) => id === toId)?.id ?? null;
    for (const row of rows) await changeTarget(tx, row, { owner_id: to, status: to === null ? "LOCKED" : "ASSIGNED" });
    await appendTargetSteps(
      tx,
      rows.map(({ id }) => ({ targetId: id, step: "ASSIGNED" as const, on, reason })),
    );
    appendToJournal(tx, {
      operation: "promotion.handOverTargets",
      subject: `person:${fromId}`,
      after: { to, targets: rows.length },
      detail: { reason },
      items: rows.map(({ enterprise_name }) => enterprise_name),
    });
  },
};
