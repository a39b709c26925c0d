import { LEAD_SIGNED, type SentSignedLead } from "#domains/promotion/contract/lead-event.ts";
import { leadPolicy } from "#domains/promotion/rules/promotion-policy.ts";
import type { LeadHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { getLead, lockLead, requireVersion, subjectOf, updateLead } from "#domains/promotion/server/lead-store.ts";
import { promisesOf } from "#domains/promotion/server/promise-store.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { viewLead } from "#domains/promotion/server/view-lead.ts";
import { AppError } from "#kernel/app-error.ts";
import { decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Sending = { readonly category: "science" | "industry" | "city"; readonly project: string | undefined };

/**
 * Tells the register of projects that a lead was signed: name and party of the lead, amount and number of its formal contract, dates of its
 * promises. An entry agreement opens no project: nothing is built under it.
 */
export async function sendSigned(context: OperationContext, id: string, { category, project }: Sending): Promise<void> {
  const { tx } = context;
  const row = await getLead(tx, id);
  if (row.nature === "entry") return;
  const contract = await tx
    .selectFrom("promotion_contract")
    .selectAll()
    .where("zone_id", "=", row.zone_id)
    .where("lead_id", "=", id)
    .where("kind", "=", "formal")
    .where("state", "=", "SIGNED")
    .orderBy("signed_on", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  if (contract === undefined || contract.amount_yuan === null) throw new AppError("promotion.no-contract-to-send", "conflict");
  const promised = (await promisesOf(tx, [id])).get(id)?.promised;
  const plan = [
    { kind: "start" as const, plannedOn: promised?.startOn ?? null },
    { kind: "produce" as const, plannedOn: promised?.produceOn ?? null },
  ].filter(({ plannedOn }) => plannedOn !== null && plannedOn >= contract.signed_on);
  const signed: SentSignedLead = {
    lead: id,
    ...(project === undefined ? {} : { project }),
    draft: {
      name: row.project_name,
      enterprise: row.party_name,
      ...(row.party_kind === "enterprise" && row.party_identifier !== null ? { uscc: row.party_identifier } : {}),
      category,
      industry: row.industry,
      plannedTotalYuan: decimal(contract.amount_yuan),
      contractNumber: contract.number,
      signedOn: contract.signed_on as LocalDate,
      ...(row.owner_id === null ? {} : { ownerId: row.owner_id }),
      ...(row.department_id === null ? {} : { departmentId: row.department_id }),
      contactName: row.contact_name,
      contactPhone: row.contact_phone,
      description: row.summary,
      plan,
    },
  };
  await context.emit(LEAD_SIGNED, signed);
}

/** What the register refused is sent again, mended: under another category, or tied to the project that it has already. */
export const sendLeadToRegister: LeadHandlers["sendLeadToRegister"] = async ({ id, version, category, project }, context) => {
  const { tx, actor, today } = context;
  const row = await lockLead(tx, id);
  requireVersion(row, version);
  requireDecision(leadPolicy.send(actor, subjectOf(row)));
  if (row.project_id !== null) throw new AppError("promotion.project-there", "conflict", { code: row.project_code ?? "" });
  await sendSigned(context, id, { category, project });
  await updateLead(tx, row, { project_problem: null });
  context.journal({ subject: `lead:${id}`, after: { sent: true, category, project: project ?? null } });
  return viewLead(tx, id, today);
};
