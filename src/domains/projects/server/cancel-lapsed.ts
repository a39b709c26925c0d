import { sql } from "kysely";
import type { Colour } from "#domains/projects/contract/colour.ts";
import type { CancelReason, SupervisionKind } from "#domains/projects/contract/supervision-operations.ts";
import { lapsesBecause } from "#domains/projects/rules/asked-by-colour.ts";
import type { Look } from "#domains/projects/server/colour-look.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import { actorOf, appendToJournal } from "#kernel/server/unit-of-work.ts";

const CANCEL = "projects.cancel-supervision";
/** Who cancels: nobody decided it, the colour did. */
const SYSTEM = "system";

type Lapsed = {
  readonly id: string;
  readonly projectId: string;
  readonly kind: string;
  readonly because: CancelReason;
  readonly colour: Colour | null;
};

/** Cancels what waits for its issue although the colour that asked for it has gone. What was issued stays: somebody owes an answer to it. */
export async function cancelLapsed(tx: Tx, looks: readonly Look[], today: LocalDate): Promise<void> {
  const { zoneId } = actorOf(tx);
  const colours = new Map(looks.map(({ record, reading }) => [record.id, reading?.colour]));
  const waiting = await tx
    .selectFrom("project_supervision")
    .select(["id", "project_id", "kind"])
    .where("zone_id", "=", zoneId)
    .where("state", "=", "OPEN")
    .where(sql<boolean>`project_id = any(${[...colours.keys()]}::uuid[])`)
    .execute();
  const lapsed = waiting.flatMap((row): readonly Lapsed[] => {
    const colour = colours.get(row.project_id);
    const because = lapsesBecause(row.kind as SupervisionKind, colour);
    return because === undefined ? [] : [{ id: row.id, projectId: row.project_id, kind: row.kind, because, colour: colour ?? null }];
  });
  const cancelled: Lapsed[] = [];
  for (const one of lapsed) if (await cancel(tx, one, today)) cancelled.push(one);
  if (cancelled.length === 0) return;
  appendToJournal(tx, {
    operation: CANCEL,
    subject: "projects",
    after: { cancelled: cancelled.length },
    items: cancelled.map(({ id, projectId, kind, because, colour }) => ({ supervision: id, project: projectId, kind, because, colour })),
  });
  for (const { id, projectId, because } of cancelled)
    await emitEvent(tx, "projects.supervision-cancelled", { projectId, supervisionId: id, because });
}

/** @returns false when it was issued meanwhile. */
async function cancel(tx: Tx, { id, because, colour }: Lapsed, today: LocalDate): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("project_supervision")
    .set((by) => ({
      state: "CANCELLED",
      cancelled_because: because,
      cancelled_colour: colour,
      closed_on: today,
      closed_by: SYSTEM,
      version: by("version", "+", 1),
    }))
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .where("state", "=", "OPEN")
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
