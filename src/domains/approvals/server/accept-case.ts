import { casePolicy } from "#domains/approvals/rules/approval-policy.ts";
import { type CaseTableRow, getCase, requireVersion } from "#domains/approvals/server/case-store.ts";
import type { CaseHandlers } from "#domains/approvals/server/draft-case.ts";
import { moveCase, type StepGiven } from "#domains/approvals/server/move-case.ts";
import { openPromises } from "#domains/approvals/server/open-promises.ts";
import { listPieces } from "#domains/approvals/server/pieces.ts";
import { requireCredit } from "#domains/approvals/server/promise-material.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { subjectOf, viewCase } from "#domains/approvals/server/view-case.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";

export const acceptCase: CaseHandlers["acceptCase"] = async (input, context) => {
  const { tx, today, actor } = context;
  const row = await getCase(tx, input.id);
  requireVersion(row, input.version);
  requireDecision(casePolicy.accept(actor, subjectOf(row)));
  // Promised before the applicant was found to promise falsely: now the proof itself is asked for.
  if ((await promisedIn(tx, row)).length > 0) await requireCredit(tx, row);
  const accepted = await takeIn(tx, row, "accept", {
    on: today,
    note: input.note,
    change: { accepted_by: actor.id, holder_id: await holderOf(tx, actor) },
  });
  context.journal({
    subject: `case:${row.id}`,
    before: { state: row.state },
    after: {
      state: accepted.state,
      acceptedOn: accepted.accepted_on,
      legalDueOn: accepted.legal_due_on,
      promisedDueOn: accepted.promised_due_on,
    },
  });
  return viewCase(tx, row.id, today);
};

/** Materials for which a promise stands. */
async function promisedIn(tx: Tx, row: CaseTableRow): Promise<readonly string[]> {
  const newest = new Map((await listPieces(tx, { caseId: row.id })).map((piece) => [piece.material_key, piece.how]));
  return [...newest].flatMap(([key, how]) => (how === "commitment" ? [key] : []));
}

/** Accepts a case, by a person or by the rule of the notice that never came, and opens what was promised in place of papers. */
export async function takeIn(tx: Tx, row: CaseTableRow, move: "accept" | "deemAccepted", given: StepGiven): Promise<CaseTableRow> {
  const accepted = await moveCase(tx, row, move, given);
  await openPromises(tx, accepted, (accepted.accepted_on ?? given.on) as LocalDate);
  return accepted;
}

/** A case is held by somebody of the zone; the local administrator is nobody there. */
async function holderOf(tx: Tx, actor: Actor): Promise<string | null> {
  if (!/^[0-9a-f-]{36}$/.test(actor.id)) return null;
  const person = await tx
    .selectFrom("person")
    .select("id")
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", actor.id)
    .executeTakeFirst();
  return person?.id ?? null;
}
