import { approvalErrorTexts, approvalReasons } from "#domains/approvals/contract/approval-texts.ts";
import { caseImportOperations } from "#domains/approvals/contract/case-import.ts";
import { caseOperations } from "#domains/approvals/contract/case-operations.ts";
import { matterOperations } from "#domains/approvals/contract/matter-operations.ts";
import { packageOperations } from "#domains/approvals/contract/package-operations.ts";
import { promiseOperations } from "#domains/approvals/contract/promise-operations.ts";
import { economyOperations } from "#domains/economy/contract/economy-operations.ts";
import { economyErrorTexts, moveReasons } from "#domains/economy/contract/economy-texts.ts";
import { intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { intelligenceTexts } from "#domains/intelligence/contract/intelligence-texts.ts";
import { colourOperations } from "#domains/projects/contract/colour-operations.ts";
import { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import { projectErrorTexts, projectReasons } from "#domains/projects/contract/project-texts.ts";
import { conflictOperations } from "#domains/projects/contract/register-conflict.ts";
import { registerOperations } from "#domains/projects/contract/register-operations.ts";
import { taskForceOperations } from "#domains/projects/contract/task-force-operations.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { systemTexts } from "#domains/system/contract/system-texts.ts";
import { clockTexts } from "#kernel/clock-texts.ts";
import type { OperationTable } from "#kernel/contract.ts";
import type { ErrorTexts } from "#kernel/error-sentence.ts";

/** `intelligence.decide` in the words of its summary: the journal speaks of operations. */
const namesOf = (domain: string, table: OperationTable): ErrorTexts =>
  Object.fromEntries(Object.entries(table).map(([name, operation]) => [`${domain}.${name}`, operation.summary]));

/** Every domain's sentences of refusal and reasons, and the names of its operations, by code; a new domain adds its texts here. */
export const sentenceList: ErrorTexts = {
  ...namesOf("system", systemOperations),
  ...namesOf("intelligence", intelligenceOperations),
  ...namesOf("projects", {
    ...registerOperations,
    ...investmentOperations,
    ...colourOperations,
    ...taskForceOperations,
    ...conflictOperations,
  }),
  ...namesOf("approvals", {
    ...caseOperations,
    ...caseImportOperations,
    ...matterOperations,
    ...promiseOperations,
    ...packageOperations,
  }),
  ...namesOf("economy", economyOperations),
  ...systemTexts,
  ...intelligenceTexts,
  ...projectErrorTexts,
  ...projectReasons,
  ...approvalErrorTexts,
  ...approvalReasons,
  // The import of past cases shortens these; a form says the whole sentence.
  ...clockTexts,
  ...economyErrorTexts,
  ...moveReasons,
};
