import { versionPolicy } from "#domains/chain/rules/chain-policy.ts";
import { checkDraft } from "#domains/chain/rules/check-draft.ts";
import { type VersionMove, versionMoves } from "#domains/chain/rules/version-lifecycle.ts";
import { requireEffective } from "#domains/chain/server/draft-version.ts";
import type { VersionHandlers } from "#domains/chain/server/handler-shapes.ts";
import { labelAllSoon } from "#domains/chain/server/label-placed.ts";
import { requireDecision } from "#domains/chain/server/require-decision.ts";
import { appendVersionStep, getVersion, loadContent, updateVersion, type VersionChange } from "#domains/chain/server/version-store.ts";
import { caseOf, draftReply } from "#domains/chain/server/version-view.ts";
import { AppError } from "#kernel/app-error.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Seen = { readonly id: string; readonly version: number };

export const submitVersion: VersionHandlers["submitVersion"] = async ({ note, ...seen }, context) =>
  move(context, seen, "submit", note ?? null, (authors) => ({ authors: [...new Set([...authors, context.actor.id])] }));

export const approveVersion: VersionHandlers["approveVersion"] = async ({ note, ...seen }, context) =>
  move(context, seen, "approve", note ?? null, () => ({
    approvedOn: context.today,
    approvedBy: context.actor.id,
    approvedByName: context.actor.name,
  }));

export const returnVersion: VersionHandlers["returnVersion"] = async ({ reason, ...seen }, context) =>
  move(context, seen, "sendBack", reason, () => ({}));

async function move(
  context: OperationContext,
  seen: Seen,
  name: VersionMove,
  reason: string | null,
  change: (authors: readonly string[]) => VersionChange,
) {
  const { tx, today, actor } = context;
  const row = await getVersion(tx, seen.id);
  if (row.version !== seen.version) throw new AppError("record.changed", "conflict");
  const content = await loadContent(tx, row.id);
  requireDecision(versionPolicy[name](actor, caseOf(row, content.nodes.length, checkDraft(content))));
  if (name !== "sendBack") await requireEffective(tx, row.effectiveFrom, today);
  const { to } = versionMoves[name];
  await updateVersion(tx, row, { ...change(row.authors), state: to });
  await appendVersionStep(tx, row.id, name, reason, today);
  context.journal({
    subject: `chain-version:${row.id}`,
    before: { state: row.state },
    after: { state: to },
    detail: { move: name, reason, effectiveFrom: row.effectiveFrom },
  });
  await context.emit(`chain.version-${name === "sendBack" ? "returned" : to.toLowerCase()}`, { versionId: row.id, number: row.number });
  if (name === "approve") await labelAllSoon(tx);
  return draftReply(tx, row.id, today, content);
}
