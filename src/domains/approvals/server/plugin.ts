import { approvalErrorTexts } from "#domains/approvals/contract/approval-texts.ts";
import { caseOperations } from "#domains/approvals/contract/case-operations.ts";
import { approvalGrants } from "#domains/approvals/rules/approval-policy.ts";
import { acceptCase } from "#domains/approvals/server/accept-case.ts";
import { draftCase, editCase } from "#domains/approvals/server/draft-case.ts";
import { caseTimeline, openCase } from "#domains/approvals/server/open-case.ts";
import { provideMaterial } from "#domains/approvals/server/provide-material.ts";
import { submitCase } from "#domains/approvals/server/submit-case.ts";
import { definePlugin } from "#kernel/server/plugin.ts";

const operations = {
  draftCase: caseOperations.draftCase,
  editCase: caseOperations.editCase,
  provideMaterial: caseOperations.provideMaterial,
  submitCase: caseOperations.submitCase,
  acceptCase: caseOperations.acceptCase,
  openCase: caseOperations.openCase,
  caseTimeline: caseOperations.caseTimeline,
};

export const approvalsPlugin = definePlugin({
  name: "approvals",
  operations,
  handlers: { draftCase, editCase, provideMaterial, submitCase, acceptCase, openCase, caseTimeline },
  grants: approvalGrants,
  texts: approvalErrorTexts,
});
