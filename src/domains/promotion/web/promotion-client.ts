import { contractOperations } from "#domains/promotion/contract/contract-operations.ts";
import { leadOperations } from "#domains/promotion/contract/lead-operations.ts";
import { poolOperations } from "#domains/promotion/contract/pool-operations.ts";
import { promiseOperations } from "#domains/promotion/contract/promise-operations.ts";
import { callOf, createClient } from "#kernel/client.ts";
import type { Operation, OutputOf, SentInputOf } from "#kernel/contract.ts";
import { send, sendWithFiles } from "#ui/transport.ts";

export const leads = createClient(leadOperations, send);
export const pool = createClient(poolOperations, send);
export const contracts = createClient(contractOperations, send);
export const promises = createClient(promiseOperations, send);

/** A command with at most one paper beside its input; without one it is sent as any other. */
const withPaper =
  <O extends Operation>(operation: O) =>
  async (input: SentInputOf<O>, files: readonly File[]): Promise<OutputOf<O>> =>
    operation.output.parse(
      await (files.length === 0 ? send(callOf(operation, input)) : sendWithFiles(callOf(operation, input), files)),
    ) as OutputOf<O>;

export const attachLeadEvidence = withPaper(leadOperations.attachLeadEvidence);
export const addContract = withPaper(contractOperations.addContract);
export const enterFunds = withPaper(contractOperations.enterFunds);

export const leadEvidenceAddress = (evidenceId: string): string => callOf(leadOperations.downloadLeadEvidence, { evidenceId }).url;
export const contractAddress = (contractId: string): string => callOf(contractOperations.downloadContract, { contractId }).url;
export const fundsAddress = (fundsId: string): string => callOf(contractOperations.downloadFunds, { fundsId }).url;
export const leadsExportAddress = (filter: Omit<SentInputOf<typeof leadOperations.exportLeads>, "format">): string =>
  callOf(leadOperations.exportLeads, { ...filter, format: "xlsx" }).url;
export const promisesExportAddress = (): string => callOf(promiseOperations.exportPromises, { format: "xlsx" }).url;

/** What is read again after a command: a lead stands on the board, in lists, in its pool and in the ledger. */
export const TOUCHED: readonly string[] = [
  "lead",
  "leads",
  "board",
  "funnel",
  "pool",
  "claims",
  "duplicates",
  "contracts",
  "promises",
  "work",
];

/** Papers that a person has: scanned, written or computed. */
export const PAPERS = ".pdf,.ofd,.png,.jpg,.jpeg,.webp,.doc,.docx,.xls,.xlsx";
