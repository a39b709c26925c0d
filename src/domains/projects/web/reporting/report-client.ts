import { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import { callOf } from "#kernel/client.ts";
import type { SentInputOf } from "#kernel/contract.ts";
import { sendWithFiles } from "#ui/transport.ts";

type Report = SentInputOf<typeof investmentOperations.reportMonth>;

/** @param key kept while the report stays as it is, so that one sent twice is done once. */
export async function sendReport(report: Report, files: readonly File[], key: string) {
  const operation = investmentOperations.reportMonth;
  return operation.output.parse(await sendWithFiles(callOf(operation, report), files, key));
}
