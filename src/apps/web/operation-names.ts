import { approvalsOperations } from "#domains/approvals/contract/approvals-operations.ts";
import { chainOperations } from "#domains/chain/contract/chain-operations.ts";
import { economyOperations } from "#domains/economy/contract/economy-operations.ts";
import { exchangeOperations } from "#domains/exchange/contract/exchange-operations.ts";
import { intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { noticesOperations } from "#domains/notices/contract/notice-operations.ts";
import { projectsOperations } from "#domains/projects/contract/projects-operations.ts";
import { promotionOperations } from "#domains/promotion/contract/promotion-operations.ts";
import { registryOperations } from "#domains/registry/contract/registry-operations.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { workbenchOperations } from "#domains/workbench/contract/workbench-operations.ts";
import type { OperationTable } from "#kernel/contract.ts";
import type { ErrorTexts } from "#kernel/error-sentence.ts";

/** `intelligence.decide` in the words of its summary: the journal speaks of operations. */
const namesOf = (domain: string, table: OperationTable): ErrorTexts =>
  Object.fromEntries(Object.entries(table).map(([name, operation]) => [`${domain}.${name}`, operation.summary]));

/** Names of the operations of every domain; a new domain adds its table here. With them come all contracts, so only the journal asks for it. */
export const operationNames: ErrorTexts = {
  ...namesOf("system", systemOperations),
  ...namesOf("registry", registryOperations),
  ...namesOf("intelligence", intelligenceOperations),
  ...namesOf("promotion", promotionOperations),
  ...namesOf("chain", chainOperations),
  ...namesOf("projects", projectsOperations),
  ...namesOf("approvals", approvalsOperations),
  ...namesOf("economy", economyOperations),
  ...namesOf("exchange", exchangeOperations),
  ...namesOf("workbench", workbenchOperations),
  ...namesOf("notices", noticesOperations),
};
