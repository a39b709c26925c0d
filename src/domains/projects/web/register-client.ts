import type { z } from "zod";
import { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import { type ProjectFilter, registerOperations } from "#domains/projects/contract/register-operations.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { callOf, createClient } from "#kernel/client.ts";
import type { SentInputOf } from "#kernel/contract.ts";
import { send, sendWithFiles } from "#ui/transport.ts";

/** Departments are the zone's own; every signed-in person may read them. */
export const { listDepartments } = createClient({ listDepartments: systemOperations.listDepartments }, send);

export const exportAddress = (filter: ProjectFilter, format: "xlsx" | "csv"): string =>
  callOf(registerOperations.exportProjects, { ...filter, format }).url;
export const templateAddress = (): string => callOf(registerOperations.projectsTemplate, {}).url;
export const evidenceAddress = (evidenceId: string): string => callOf(registerOperations.downloadEvidence, { evidenceId }).url;
export const thumbnailAddress = (photoId: string): string => callOf(investmentOperations.downloadThumbnail, { photoId }).url;
export const photoAddress = (photoId: string): string => callOf(investmentOperations.downloadPhoto, { photoId }).url;

export async function importProjects(file: File, dryRun: boolean) {
  const operation = registerOperations.importProjects;
  return operation.output.parse(await sendWithFiles(callOf(operation, { dryRun }), [file]));
}

export async function attachEvidence(
  piece: SentInputOf<typeof registerOperations.attachEvidence>,
  files: readonly File[],
): Promise<z.infer<typeof registerOperations.attachEvidence.output>> {
  const operation = registerOperations.attachEvidence;
  return operation.output.parse(await sendWithFiles(callOf(operation, piece), files));
}
