import { v7 } from "uuid";
import { diligencePolicy, paperPolicy } from "#domains/promotion/rules/paper-policy.ts";
import { copyClauses } from "#domains/promotion/server/diligence/clauses.ts";
import { attachConfirmed } from "#domains/promotion/server/diligence/confirmed-evidence.ts";
import { findingsOf } from "#domains/promotion/server/diligence/findings.ts";
import { lockMemo, memoRows, missingOf, paperSubject } from "#domains/promotion/server/diligence/memo-store.ts";
import { viewDiligence } from "#domains/promotion/server/diligence/view-diligence.ts";
import type { DiligenceHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { lockLead, requireVersion, subjectOf } from "#domains/promotion/server/lead-store.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { AppError } from "#kernel/app-error.ts";

/** Begins an edition, or changes the draft of which the version is given. */
export const writeMemo: DiligenceHandlers["writeMemo"] = async ({ id, version, recommendation, summary, conditions }, context) => {
  const { tx, actor, today } = context;
  const lead = await lockLead(tx, id);
  const [last] = await memoRows(tx, id);
  const said = { recommendation, summary, conditions: JSON.stringify(conditions) };
  if (version === undefined) {
    const open = last?.state === "DRAFT" || last?.state === "SUBMITTED";
    requireDecision(diligencePolicy.write(actor, { lead: subjectOf(lead), open }));
    const edition = (last?.edition ?? 0) + 1;
    await tx
      .insertInto("diligence_memo")
      .values({
        zone_id: actor.zoneId,
        id: v7(),
        lead_id: id,
        edition,
        ...said,
        written_on: today,
        written_by: actor.id,
        written_by_name: actor.name,
      })
      .execute();
    context.journal({ subject: `lead:${id}`, after: { memo: edition, recommendation, conditions } });
  } else {
    if (last === undefined) throw new AppError("promotion.no-such-memo", "not-found");
    requireVersion(last, version);
    requireDecision(paperPolicy.edit(actor, paperSubject(last)));
    await tx
      .updateTable("diligence_memo")
      .set({ ...said, written_on: today, version: version + 1 })
      .where("zone_id", "=", actor.zoneId)
      .where("id", "=", last.id)
      .execute();
    context.journal({
      subject: `lead:${id}`,
      before: { recommendation: last.recommendation, conditions: last.conditions },
      after: { memo: last.edition, recommendation, conditions },
    });
  }
  await context.emit("promotion.memo-written", { leadId: id });
  return viewDiligence(tx, id, today);
};

/** What is known on this day goes with it, so that the reviewer and anybody later sees on what the advice rests. */
export const submitMemo: DiligenceHandlers["submitMemo"] = async ({ id, memoId, version }, context) => {
  const { tx, actor, today } = context;
  const lead = await lockLead(tx, id);
  const row = await lockMemo(tx, id, memoId);
  requireVersion(row, version);
  requireDecision(paperPolicy.submit(actor, paperSubject(row)));
  const { findings } = await findingsOf(tx, lead, today);
  const [missing] = missingOf(row, findings);
  if (missing !== undefined) throw new AppError(`promotion.refused.${missing}`, "conflict");
  await tx
    .updateTable("diligence_memo")
    .set({ state: "SUBMITTED", submitted_on: today, findings: JSON.stringify(findings), version: version + 1 })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", memoId)
    .execute();
  context.journal({
    subject: `lead:${id}`,
    before: { state: "DRAFT" },
    after: { memo: row.edition, state: "SUBMITTED", band: findings.report?.band ?? null },
  });
  await context.emit("promotion.memo-submitted", { leadId: id, memoId });
  return viewDiligence(tx, id, today);
};

/** Approved advice to go on opens the gate of the lead and enters its conditions into the contract; advice against it opens nothing. */
export const reviewMemo: DiligenceHandlers["reviewMemo"] = async ({ id, memoId, version, approve, review }, context) => {
  const { tx, actor, today } = context;
  const lead = await lockLead(tx, id);
  const row = await lockMemo(tx, id, memoId);
  requireVersion(row, version);
  requireDecision(paperPolicy.review(actor, paperSubject(row)));
  const opens = approve && row.recommendation !== "stop";
  const evidenceId = opens
    ? await attachConfirmed(tx, {
        leadId: id,
        kind: "risk-memo",
        number: `${lead.code}-风评-${row.edition}`,
        origin: "memo",
        writtenBy: { id: row.written_by, name: row.written_by_name },
        review,
        on: today,
      })
    : null;
  const state = approve ? "APPROVED" : "RETURNED";
  await tx
    .updateTable("diligence_memo")
    .set({
      state,
      reviewed_on: today,
      reviewed_by: actor.id,
      reviewed_by_name: actor.name,
      review,
      evidence_id: evidenceId,
      version: version + 1,
    })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", memoId)
    .execute();
  const clauses = opens ? await copyClauses(tx, id, today) : 0;
  context.journal({
    subject: `lead:${id}`,
    before: { state: "SUBMITTED" },
    after: { memo: row.edition, state, evidence: evidenceId, clauses },
    detail: { review },
  });
  if (evidenceId !== null) await context.emit("promotion.evidence-confirmed", { leadId: id, evidenceId, kind: "risk-memo" });
  await context.emit("promotion.memo-reviewed", { leadId: id, memoId, approve, recommendation: row.recommendation });
  return viewDiligence(tx, id, today);
};
