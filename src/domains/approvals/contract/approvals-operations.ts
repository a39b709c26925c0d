import { caseImportOperations } from "#domains/approvals/contract/case-import.ts";
import { caseOperations } from "#domains/approvals/contract/case-operations.ts";
import { matterOperations } from "#domains/approvals/contract/matter-operations.ts";
import { packageOperations } from "#domains/approvals/contract/package-operations.ts";
import { promiseOperations } from "#domains/approvals/contract/promise-operations.ts";

/** Everything that can be asked of approvals, from all the tables of this folder. */
export const approvalsOperations = {
  ...matterOperations,
  ...caseOperations,
  ...caseImportOperations,
  ...promiseOperations,
  ...packageOperations,
};
