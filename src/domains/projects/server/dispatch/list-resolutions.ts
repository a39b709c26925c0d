import type { ResolutionState } from "#domains/projects/contract/dispatch.ts";
import { burnDown } from "#domains/projects/rules/burn-down.ts";
import type { DispatchHandlers } from "#domains/projects/server/dispatch/handler-shapes.ts";
import { countResolutions, extensionsOf, resolutionViews } from "#domains/projects/server/dispatch/resolution-store.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export const listResolutions: DispatchHandlers["listResolutions"] = async ({ limit, cursor, mine, ...asked }, { tx, today, actor }) => {
  const choice = { ...asked, ownerId: mine ? actor.id : asked.ownerId };
  const offset = Math.max(0, Number.parseInt(cursor ?? "0", 10) || 0);
  const items = await resolutionViews(tx, { ...choice, limit, offset }, today);
  const total = await countResolutions(tx, choice, today);
  return { items, next: offset + items.length < total ? String(offset + items.length) : null, total };
};

export const resolutionBurnDown: DispatchHandlers["resolutionBurnDown"] = async ({ weeks }, { tx, today }) => {
  const extensions = await extensionsOf(tx);
  const rows = await tx
    .selectFrom("dispatch_resolution")
    .select(["id", "made_on", "due_on", "state", "closed_on"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .execute();
  const resolutions = rows.map((row) => ({
    madeOn: row.made_on as LocalDate,
    dueOn: row.due_on as LocalDate,
    state: row.state as ResolutionState,
    closedOn: row.closed_on as LocalDate | null,
    extensions: (extensions.get(row.id) ?? []).map((one) => ({ from: one.from_day as LocalDate, on: one.said_on as LocalDate })),
  }));
  return { asOf: today, weeks: [...burnDown(resolutions, today, weeks)] };
};
