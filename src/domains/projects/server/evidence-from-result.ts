import { v7 } from "uuid";
import { RESULT_DELIVERED, RESULT_REVOKED, ResultDelivered, ResultRevoked } from "#domains/projects/contract/evidence-event.ts";
import { getProject } from "#domains/projects/server/project-store.ts";
import { readPayload, tellRefused } from "#domains/projects/server/told-by-event.ts";
import { AppError } from "#kernel/app-error.ts";
import type { EventSubscriber } from "#kernel/server/background.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import { appendToJournal } from "#kernel/server/unit-of-work.ts";

/** A delivered result becomes evidence of the project, at which its gates look: once, however often it is told. */
export const resultDelivered: EventSubscriber = {
  kind: RESULT_DELIVERED,
  handle: async (event, tx) => {
    const result = await readPayload(tx, event, ResultDelivered);
    if (result === undefined) return;
    try {
      await getProject(tx, result.projectId);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return tellRefused(tx, event, error);
    }
    const id = v7();
    const attached = await tx
      .insertInto("project_evidence")
      .values({
        zone_id: event.zoneId,
        id,
        project_id: result.projectId,
        kind: result.evidenceKind,
        number: result.number,
        dated_on: result.datedOn,
        note: result.title,
        origin: `approvals:${result.caseId}`,
        recorded_on: await businessDayOf(tx),
        by: event.actor.id,
        by_name: event.actor.name,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .executeTakeFirst();
    if (attached === undefined) return;
    appendToJournal(tx, {
      operation: "projects.attachEvidence",
      subject: `project:${result.projectId}`,
      after: { evidence: id, kind: result.evidenceKind, number: result.number, case: result.caseId },
    });
    await emitEvent(tx, "projects.evidence-attached", { projectId: result.projectId, evidenceId: id, kind: result.evidenceKind });
  },
};

/** The result was revoked: what it proved of whatever project is marked as withdrawn, once, and opens no gate from now on. */
export const resultRevoked: EventSubscriber = {
  kind: RESULT_REVOKED,
  handle: async (event, tx) => {
    const revoked = await readPayload(tx, event, ResultRevoked);
    if (revoked === undefined) return;
    const pieces = await tx
      .selectFrom("project_evidence")
      .select(["id", "project_id", "kind", "number"])
      .where("zone_id", "=", event.zoneId)
      .where("origin", "=", `approvals:${revoked.caseId}`)
      .execute();
    for (const piece of pieces) {
      const withdrawn = await tx
        .insertInto("project_evidence_withdrawal")
        .values({
          zone_id: event.zoneId,
          evidence_id: piece.id,
          withdrawn_on: revoked.on,
          because: revoked.because,
          by: event.actor.id,
          by_name: event.actor.name,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning("evidence_id")
        .executeTakeFirst();
      if (withdrawn === undefined) continue;
      appendToJournal(tx, {
        operation: "projects.withdrawEvidence",
        subject: `project:${piece.project_id}`,
        before: { evidence: piece.id, kind: piece.kind, number: piece.number },
        after: { evidence: piece.id, withdrawnOn: revoked.on, case: revoked.caseId },
        detail: { because: revoked.because },
      });
      await emitEvent(tx, "projects.evidence-withdrawn", { projectId: piece.project_id, evidenceId: piece.id, kind: piece.kind });
    }
  },
};
