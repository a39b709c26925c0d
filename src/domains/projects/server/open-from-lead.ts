import { LEAD_SIGNED, SignedLead } from "#domains/projects/contract/lead-event.ts";
import { addProject } from "#domains/projects/server/register-project.ts";
import { readPayload, tellRefused } from "#domains/projects/server/told-by-event.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { EventSubscriber } from "#kernel/server/background.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import type { Tx } from "#kernel/server/database.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import { actorOf, appendToJournal } from "#kernel/server/unit-of-work.ts";

export type OpenedFromLead = { readonly id: string; readonly code: string; readonly opened: boolean };

/**
 * Opens the project of a signed lead; asked again for the same lead, it says which project that was.
 * @throws AppError for what the register refuses: `projects.registered-already`, `projects.uscc`, `projects.order-of-dates`.
 */
export async function openProjectFromLead(tx: Tx, { lead, draft }: SignedLead, today: LocalDate): Promise<OpenedFromLead> {
  const there = await tx
    .selectFrom("project")
    .select(["id", "code"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("lead_ref", "=", lead)
    .executeTakeFirst();
  if (there !== undefined) return { ...there, opened: false };
  const { id, code } = await addProject(tx, { ...draft, lead }, today);
  appendToJournal(tx, {
    operation: "projects.openProjectFromLead",
    subject: `project:${id}`,
    after: { code, name: draft.name, enterprise: draft.enterprise, lead },
  });
  await emitEvent(tx, "projects.registered", { projectId: id, lead });
  return { id, code, opened: true };
}

/** What the register refuses would be refused again at every delivery: it is told back instead. */
export const leadSigned: EventSubscriber = {
  kind: LEAD_SIGNED,
  handle: async (event, tx) => {
    const signed = await readPayload(tx, event, SignedLead);
    if (signed === undefined) return;
    try {
      await openProjectFromLead(tx, signed, await businessDayOf(tx));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await tellRefused(tx, event, error);
    }
  },
};
