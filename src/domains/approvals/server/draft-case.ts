import type { caseOperations } from "#domains/approvals/contract/case-operations.ts";
import { casePolicy } from "#domains/approvals/rules/approval-policy.ts";
import { type CaseChange, getCase, requireVersion, updateCase } from "#domains/approvals/server/case-store.ts";
import { matterVersion } from "#domains/approvals/server/matter-store.ts";
import { openNewCase } from "#domains/approvals/server/open-new-case.ts";
import { requireAnswers } from "#domains/approvals/server/require-answers.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { requireProject } from "#domains/approvals/server/require-project.ts";
import { subjectFor, viewCase } from "#domains/approvals/server/view-case.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

export type CaseHandlers = HandlersOf<typeof caseOperations, OperationContext>;

export const draftCase: CaseHandlers["draftCase"] = async (draft, context) => {
  const { row, accessCode } = await openNewCase(context.tx, draft, context.today);
  context.journal({
    subject: `case:${row.id}`,
    after: { number: row.number, matter: row.matter_code, version: row.matter_version, enterprise: row.enterprise_name, title: row.title },
    personal: { contactName: row.contact_name, contactPhone: row.contact_phone },
  });
  return { case: await viewCase(context.tx, row.id, context.today), accessCode };
};

export const editCase: CaseHandlers["editCase"] = async (input, context) => {
  const { tx, today } = context;
  const row = await getCase(tx, input.id);
  requireVersion(row, input.version);
  requireDecision(casePolicy.edit(context.actor, await subjectFor(tx, row, today)));
  const { matter } = await matterVersion(tx, row.matter_code, row.matter_version);
  if (input.form !== undefined) requireAnswers(matter.form, input.form);
  const change: CaseChange = {
    ...(input.title === undefined ? {} : { title: input.title }),
    ...(input.projectId === undefined ? {} : { project_id: await requireProject(tx, input.projectId) }),
    ...(input.contactName === undefined ? {} : { contact_name: input.contactName }),
    ...(input.contactPhone === undefined ? {} : { contact_phone: input.contactPhone }),
    ...(input.form === undefined ? {} : { form: input.form }),
  };
  await updateCase(tx, row, change);
  const { contact_name: contactName, contact_phone: contactPhone, ...plain } = change;
  context.journal({
    subject: `case:${row.id}`,
    before: { title: row.title, project_id: row.project_id, form: row.form },
    after: plain,
    ...(contactName === undefined && contactPhone === undefined ? {} : { personal: { contactName, contactPhone } }),
  });
  return viewCase(tx, row.id, today);
};
