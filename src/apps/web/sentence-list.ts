import { approvalErrorTexts, approvalReasons } from "#domains/approvals/contract/approval-texts.ts";
import { approvalsOperations } from "#domains/approvals/contract/approvals-operations.ts";
import { economyOperations } from "#domains/economy/contract/economy-operations.ts";
import { economyErrorTexts, moveReasons } from "#domains/economy/contract/economy-texts.ts";
import { intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { intelligenceTexts } from "#domains/intelligence/contract/intelligence-texts.ts";
import { dispatchErrorTexts, dispatchReasons } from "#domains/projects/contract/dispatch-texts.ts";
import { projectErrorTexts, projectReasons } from "#domains/projects/contract/project-texts.ts";
import { projectsOperations } from "#domains/projects/contract/projects-operations.ts";
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
  ...namesOf("projects", projectsOperations),
  ...namesOf("approvals", approvalsOperations),
  ...namesOf("economy", economyOperations),
  ...systemTexts,
  ...intelligenceTexts,
  ...projectErrorTexts,
  ...projectReasons,
  ...dispatchErrorTexts,
  ...dispatchReasons,
  ...approvalErrorTexts,
  ...approvalReasons,
  // The import of past cases shortens these; a form says the whole sentence.
  ...clockTexts,
  ...economyErrorTexts,
  ...moveReasons,
};
