import { projectErrorTexts } from "#domains/projects/contract/project-texts.ts";
import { projectNameKey } from "#domains/projects/rules/project-name.ts";
import { type ProjectTableRow, updateProject } from "#domains/projects/server/project-store.ts";
import { addProject } from "#domains/projects/server/register-project.ts";
import { tellLeads } from "#domains/projects/server/tell-lead.ts";
import { readPayload, tellRefused } from "#domains/projects/server/told-by-event.ts";
import { LEAD_PROJECT_REFUSED, LEAD_SIGNED, SignedLead } from "#domains/promotion/contract/lead-event.ts";
import { AppError } from "#kernel/app-error.ts";
import { sentenceOf } from "#kernel/error-sentence.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { EventSubscriber } from "#kernel/server/background.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import type { Tx } from "#kernel/server/database.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import { actorOf, appendToJournal } from "#kernel/server/unit-of-work.ts";
import { normaliseUscc } from "#kernel/uscc.ts";

export type OpenedFromLead = { readonly id: string; readonly code: string; readonly opened: boolean };

/**
 * Opens the project of a signed lead, or ties the lead to the project that was registered before it, where the lead names one. Asked again for
 * the same lead, it says which project that was.
 * @throws AppError for what the register refuses: `projects.registered-already`, `projects.uscc`, `projects.order-of-dates`,
 * `projects.no-project-named`, `projects.lead-taken`, `projects.lead-other-enterprise`.
 */
export async function openProjectFromLead(tx: Tx, { lead, draft, project }: SignedLead, today: LocalDate): Promise<OpenedFromLead> {
  const there = await tx
    .selectFrom("project")
    .select(["id", "code"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("lead_ref", "=", lead)
    .executeTakeFirst();
  if (there !== undefined) return { ...there, opened: false };
  if (project !== undefined) return tieToProject(tx, { lead, draft, project }, today);
  const { id, code } = await addProject(tx, { ...draft, lead }, today);
  appendToJournal(tx, {
    operation: "projects.openProjectFromLead",
    subject: `project:${id}`,
    after: { code, name: draft.name, enterprise: draft.enterprise, lead },
  });
  await emitEvent(tx, "projects.registered", { projectId: id, lead });
  await tellLeads(tx, [id], today);
  return { id, code, opened: true };
}

type Tying = SignedLead & { readonly project: string };

/** Registered by hand before its lead was signed here: the two become one, if the enterprise is the same. */
async function tieToProject(tx: Tx, { lead, draft, project }: Tying, today: LocalDate): Promise<OpenedFromLead> {
  const row = await tx
    .selectFrom("project")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("code", "=", project)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("projects.no-project-named", "not-found", { name: project });
  if (row.lead_ref !== null) throw new AppError("projects.lead-taken", "conflict", { code: row.code });
  if (!isOneEnterprise(row, draft))
    throw new AppError("projects.lead-other-enterprise", "conflict", { code: row.code, own: row.enterprise_name, other: draft.enterprise });
  await updateProject(tx, row, { lead_ref: lead });
  appendToJournal(tx, {
    operation: "projects.openProjectFromLead",
    subject: `project:${row.id}`,
    before: { lead: null },
    after: { code: row.code, lead },
  });
  await tellLeads(tx, [row.id], today);
  return { id: row.id, code: row.code, opened: false };
}

/** By the code where both have one, otherwise by the name. */
function isOneEnterprise(row: ProjectTableRow, { uscc, enterprise }: SignedLead["draft"]): boolean {
  if (uscc !== undefined && row.uscc !== null) return normaliseUscc(uscc) === row.uscc;
  return projectNameKey(row.enterprise_name) === projectNameKey(enterprise);
}

/** What the register refuses would be refused again at every delivery: it is told back instead, to the journal and to whoever signed. */
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
      const say = (language: "zh" | "en") => sentenceOf(error, projectErrorTexts, language).slice(0, 600);
      await emitEvent(tx, LEAD_PROJECT_REFUSED, {
        lead: signed.lead,
        code: error.code,
        params: error.params,
        zh: say("zh"),
        en: say("en"),
      });
    }
  },
};
