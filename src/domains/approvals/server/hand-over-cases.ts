import { v7 } from "uuid";
import { z } from "zod";
import { noteStep } from "#domains/approvals/server/move-case.ts";
import { LocalDate } from "#kernel/local-date.ts";
import type { EventSubscriber } from "#kernel/server/background.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf, appendToJournal } from "#kernel/server/unit-of-work.ts";

export const CLOSED = ["DELIVERED", "WITHDRAWN", "TERMINATED"] as const;
const HandedOver = z.object({ fromId: z.uuid(), toId: z.uuid(), on: LocalDate.optional(), reason: z.string().default("") });

/** An official leaves a post: the open cases that he held, and those he helps with, go to the same colleague as his projects. */
export const handOverCases: EventSubscriber = {
  kind: "projects.handed-over",
  handle: async (event, tx) => {
    const { fromId, toId, on = await businessDayOf(tx), reason } = HandedOver.parse(event.payload);
    const colleague = await tx
      .selectFrom("person")
      .select(["id", "name"])
      .where("zone_id", "=", actorOf(tx).zoneId)
      .where("id", "=", toId)
      .executeTakeFirst();
    if (colleague === undefined) return;
    const numbers = await handOverHeld(tx, fromId, colleague, on);
    const assists = await handOverAssists(tx, fromId, colleague, on);
    if (numbers.length + assists === 0) return;
    appendToJournal(tx, {
      operation: "approvals.handOver",
      subject: `person:${fromId}`,
      after: { to: toId, cases: numbers.length, assists },
      detail: { reason },
      items: numbers,
    });
  },
};

type Colleague = { readonly id: string; readonly name: string };

async function handOverHeld(tx: Tx, fromId: string, { id, name }: Colleague, on: LocalDate): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("approval_case")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("holder_id", "=", fromId)
    .where("state", "not in", CLOSED)
    .orderBy("number")
    .execute();
  for (const row of rows)
    await noteStep(tx, row, "handOver", {
      on: await notBefore(tx, row.id, on),
      note: name,
      detail: { from: fromId, to: id },
      change: { holder_id: id },
    });
  return rows.map(({ number }) => number);
}

/** A step never lies before the last one, however old the event is. */
async function notBefore(tx: Tx, caseId: string, on: LocalDate): Promise<LocalDate> {
  const { last } = await tx
    .selectFrom("approval_step")
    .select((of) => of.fn.max("happened_on").as("last"))
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("case_id", "=", caseId)
    .executeTakeFirstOrThrow();
  return last !== null && last > on ? (last as LocalDate) : on;
}

/** The authorisation stays; who acts under it changes from this day. */
async function handOverAssists(tx: Tx, fromId: string, { id, name }: Colleague, on: LocalDate): Promise<number> {
  const zone = actorOf(tx).zoneId;
  const rows = await tx
    .selectFrom("approval_assist as assist")
    .innerJoin("approval_case as of", (join) => join.onRef("of.zone_id", "=", "assist.zone_id").onRef("of.id", "=", "assist.case_id"))
    .selectAll("assist")
    .where("assist.zone_id", "=", zone)
    .where("assist.helper_id", "=", fromId)
    .where("of.state", "not in", CLOSED)
    .where((by) => by.or([by("assist.to_day", "is", null), by("assist.to_day", ">", on)]))
    .execute();
  for (const row of rows) {
    await tx.updateTable("approval_assist").set({ to_day: on }).where("zone_id", "=", zone).where("id", "=", row.id).execute();
    await tx
      .insertInto("approval_assist")
      .values({ ...row, id: v7(), helper_id: id, helper_name: name, from_day: on })
      .execute();
  }
  return rows.length;
}
