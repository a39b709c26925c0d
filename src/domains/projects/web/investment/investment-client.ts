import { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import { callOf } from "#kernel/client.ts";
import { sendWithFiles } from "#ui/transport.ts";

export const investmentTemplateAddress = (): string => callOf(investmentOperations.investmentTemplate, {}).url;

export async function importInvestment(file: File, dryRun: boolean, revisionReason: string) {
  const operation = investmentOperations.importInvestment;
  const input = { dryRun, ...(revisionReason === "" ? {} : { revisionReason }) };
  return operation.output.parse(await sendWithFiles(callOf(operation, input), [file]));
}
