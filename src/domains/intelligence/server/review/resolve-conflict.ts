import { v7 } from "uuid";
import type { Conflict, intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { conflictPolicy } from "#domains/intelligence/rules/intelligence-policy.ts";
import { settleDocument } from "#domains/intelligence/server/documents/document-store.ts";
import { findOpenConflicts, presentConflicts } from "#domains/intelligence/server/review/list-conflicts.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import { decideFacts } from "#kernel/server/facts.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Operations = typeof intelligenceOperations;
const MOST_RESOLVED = 200;

/** Open conflicts are found anew each time; resolved ones are read as they were when somebody resolved them. */
export async function listConflicts(input: InputOf<Operations["listConflicts"]>, context: OperationContext) {
  const { tx, actor } = context;
  const open =
    input.resolved === true
      ? []
      : await presentConflicts(tx, actor, await findOpenConflicts(tx, { region: input.region, period: input.period }));
  const resolved = input.resolved === false ? [] : await listResolved(input, context);
  const all = [...open, ...resolved];
  const from = input.cursor === undefined ? 0 : Number(input.cursor) || 0;
  const next = from + input.limit;
  return { items: all.slice(from, next), next: next < all.length ? String(next) : null, total: all.length };
}

async function listResolved(
  { region, period }: InputOf<Operations["listConflicts"]>,
  { tx, actor }: OperationContext,
): Promise<Conflict[]> {
  const rows = await tx
    .selectFrom("conflict_resolution")
    .selectAll()
    .where("zone_id", "=", actor.zoneId)
    .orderBy("resolved_at", "desc")
    .limit(MOST_RESOLVED)
    .execute();
  return rows
    .map((row) => ({
      ...(row.sides as unknown as Conflict),
      resolved: true,
      resolution: row.reason,
      abilities: abilitiesOf(conflictPolicy, actor, { resolved: true }),
    }))
    .filter((conflict) => (region === undefined || conflict.region === region) && (period === undefined || conflict.period === period));
}

/** Keeps one side: it and what agrees with it is accepted, the others are rejected, all with the reason. */
export async function resolveConflict(
  { id, keep, reason }: InputOf<Operations["resolveConflict"]>,
  context: OperationContext,
): Promise<Conflict> {
  const { tx, actor } = context;
  const conflict = (await findOpenConflicts(tx)).find((candidate) => candidate.id === id);
  if (!conflict) throw new AppError("record.not-found", "not-found");
  const kept = conflict.sides.find((side) => side.includes(keep));
  if (!kept) throw new AppError("intelligence.conflict-side", "invalid");
  const [shown] = await presentConflicts(tx, actor, [conflict]);
  if (!shown) throw new AppError("record.not-found", "not-found");
  for (const fact of conflict.facts) {
    if (kept.includes(fact.id)) {
      if (fact.status === "proposed") await decideFacts(tx, [{ observationId: fact.id, decision: "accept", reason, seen: fact.decisions }]);
      continue;
    }
    if (fact.status === "accepted") await decideFacts(tx, [{ observationId: fact.id, decision: "reopen", reason }]);
    await decideFacts(tx, [{ observationId: fact.id, decision: "reject", reason }]);
  }
  await tx
    .insertInto("conflict_resolution")
    .values({
      zone_id: actor.zoneId,
      id: v7(),
      conflict_key: conflict.key,
      kept: keep,
      sides: JSON.stringify(shown),
      reason,
      resolved_by: actor.id,
      resolved_at: context.now,
    })
    .execute();
  for (const documentId of new Set(conflict.facts.flatMap((fact) => fact.originId ?? [])))
    await settleDocument(tx, documentId, context.now);
  context.journal({ subject: `conflict:${id}`, before: { sides: conflict.sides }, after: { kept: keep, reason } });
  return { ...shown, resolved: true, resolution: reason, abilities: abilitiesOf(conflictPolicy, actor, { resolved: true }) };
}
