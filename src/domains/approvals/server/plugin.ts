import { approvalErrorTexts } from "#domains/approvals/contract/approval-texts.ts";
import { caseOperations } from "#domains/approvals/contract/case-operations.ts";
import { approvalGrants } from "#domains/approvals/rules/approval-policy.ts";
import { caseHandlers } from "#domains/approvals/server/case-handlers.ts";
import { definePlugin } from "#kernel/server/plugin.ts";

export const approvalsPlugin = definePlugin({
  name: "approvals",
  operations: { ...caseOperations },
  handlers: { ...caseHandlers },
  grants: approvalGrants,
  texts: approvalErrorTexts,
});
