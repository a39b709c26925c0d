import { caseImportOperations } from "#domains/approvals/contract/case-import.ts";
import { caseOperations } from "#domains/approvals/contract/case-operations.ts";
import { matterOperations } from "#domains/approvals/contract/matter-operations.ts";
import { packageOperations } from "#domains/approvals/contract/package-operations.ts";
import { promiseOperations } from "#domains/approvals/contract/promise-operations.ts";
import { registerOperations } from "#domains/projects/contract/register-operations.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { callOf, createClient } from "#kernel/client.ts";
import type { InputOf } from "#kernel/contract.ts";
import { send, sendWithFiles } from "#ui/transport.ts";

export const cases = createClient(caseOperations, send);
export const matters = createClient(matterOperations, send);
export const promises = createClient(promiseOperations, send);
export const packages = createClient(packageOperations, send);
/** The notices from which working days are counted. */
export const calendarNotices = createClient({ list: systemOperations.listCalendarNotices }, send);

export const projectList = createClient({ list: registerOperations.listProjects, own: registerOperations.listOwnProjects }, send);

/** A move of a case changes the desk, who is blocking, the promises and the chain: everything read here is read again. */
export const APPROVALS = ["approvals"] as const;

export async function provideMaterial(input: InputOf<typeof caseOperations.provideMaterial>, file: File) {
  const operation = caseOperations.provideMaterial;
  return operation.output.parse(await sendWithFiles(callOf(operation, input), [file]));
}

export async function decideCase(input: InputOf<typeof caseOperations.decideCase>, file: File | undefined) {
  const operation = caseOperations.decideCase;
  const call = callOf(operation, input);
  return operation.output.parse(await (file ? sendWithFiles(call, [file]) : send(call)));
}

export async function providePackageMaterial(input: InputOf<typeof packageOperations.providePackageMaterial>, file: File) {
  const operation = packageOperations.providePackageMaterial;
  return operation.output.parse(await sendWithFiles(callOf(operation, input), [file]));
}

export async function importMatters(input: InputOf<typeof matterOperations.importMatters>, file: File) {
  const operation = matterOperations.importMatters;
  return operation.output.parse(await sendWithFiles(callOf(operation, input), [file]));
}

export const pieceAddress = (pieceId: string): string => callOf(caseOperations.downloadMaterial, { pieceId }).url;
export const matterTemplateAddress = (): string => callOf(matterOperations.matterTemplate, {}).url;
export const caseTemplateAddress = (): string => callOf(caseImportOperations.casesTemplate, {}).url;

export async function importCases(file: File, dryRun: boolean) {
  const operation = caseImportOperations.importCases;
  return operation.output.parse(await sendWithFiles(callOf(operation, { dryRun }), [file]));
}
