import { v7 } from "uuid";
import { RESULT_DELIVERED, ResultDelivered } from "#domains/projects/contract/evidence-event.ts";
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
