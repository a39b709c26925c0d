import { editLead } from "#domains/promotion/server/edit-lead.ts";
import { exportLeads } from "#domains/promotion/server/export-leads.ts";
import type { LeadHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { attachLeadEvidence, confirmLeadEvidence, downloadLeadEvidence } from "#domains/promotion/server/lead-evidence.ts";
import { leadFunnel } from "#domains/promotion/server/lead-funnel.ts";
import { changeLeadStatus, decideLead } from "#domains/promotion/server/lead-status.ts";
import { board, listLeads, openLead } from "#domains/promotion/server/list-leads.ts";
import { logInteraction, markLead } from "#domains/promotion/server/log-interaction.ts";
import { moveLead } from "#domains/promotion/server/move-lead.ts";
import { registerLead } from "#domains/promotion/server/register-lead.ts";
import { sendLeadToRegister } from "#domains/promotion/server/send-signed.ts";

export const leadHandlers: LeadHandlers = {
  registerLead,
  editLead,
  listLeads,
  exportLeads,
  board,
  leadFunnel,
  openLead,
  moveLead,
  changeLeadStatus,
  decideLead,
  markLead,
  logInteraction,
  attachLeadEvidence,
  confirmLeadEvidence,
  downloadLeadEvidence,
  sendLeadToRegister,
};
