import { targetListPolicy } from "#domains/promotion/rules/screening-policy.ts";
import type { TargetHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { officersOn } from "#domains/promotion/server/pool.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { appendTargetSteps, changeTarget, lockList, targetsOf } from "#domains/promotion/server/target-store.ts";
import { AppError } from "#kernel/app-error.ts";

/** The list is held until the end: of two who share out at the same instant the second finds nobody left, and takes nothing from anybody. */
export const assignTargets: TargetHandlers["assignTargets"] = async ({ listId, targetIds, ownerIds }, context) => {
  const { tx, actor, today } = context;
  const list = await lockList(tx, listId);
  requireDecision(targetListPolicy.change(actor, { open: list.state === "OPEN" }));
  const owners = [...new Set(ownerIds)];
  const officers = new Set((await officersOn(tx, today)).map(({ id }) => id));
  if (!owners.every((id) => officers.has(id))) throw new AppError("promotion.no-such-officer", "invalid");
  const wanted = new Set(targetIds);
  const rows = (await targetsOf(tx, listId)).filter(({ id }) => wanted.has(id));
  if (rows.length !== wanted.size) throw new AppError("promotion.no-such-target", "not-found");
  const free = rows.filter(({ status, owner_id }) => status === "LOCKED" && owner_id === null);
  for (const [place, row] of free.entries())
    await changeTarget(tx, row, { owner_id: owners[place % owners.length] ?? null, status: "ASSIGNED" });
  await appendTargetSteps(
    tx,
    free.map(({ id }) => ({ targetId: id, step: "ASSIGNED" as const, on: today, reason: "" })),
  );
  context.journal({
    subject: `target-list:${listId}`,
    after: { owners, assigned: free.length },
    items: free.map(({ enterprise_name }) => enterprise_name),
  });
  return { assigned: free.length, left: rows.length - free.length };
};
