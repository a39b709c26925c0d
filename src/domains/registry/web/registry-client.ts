import type { z } from "zod";
import { type ImportSubject, importOperations } from "#domains/registry/contract/import-operations.ts";
import { registryOperations } from "#domains/registry/contract/registry-operations.ts";
import { searchOperations } from "#domains/registry/contract/search-operations.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { callOf, createClient } from "#kernel/client.ts";
import type { Language } from "#kernel/texts.ts";
import { send, sendForFile, sendWithFiles } from "#ui/transport.ts";

export const registry = createClient(registryOperations, send);
export const jobs = createClient({ cancelJob: systemOperations.cancelJob }, send);

export const templateAddress = (subject: ImportSubject): string => callOf(importOperations.importTemplate, { subject }).url;
export const refusedAddress = (importId: string): string => callOf(importOperations.downloadRefusedRows, { importId }).url;

type Told = Omit<z.input<typeof importOperations.importEnterprises.input>, "hold">;

/** The file is only received: which of its columns are which is looked at before anything is read. */
export async function receiveImport(told: Told, file: File) {
  const operation = importOperations.importEnterprises;
  return operation.output.parse(await sendWithFiles(callOf(operation, { ...told, hold: true }), [file]));
}

type Search = z.input<typeof searchOperations.exportEnterprises.input>;
export const exportSearch = (search: Search, language: Language) =>
  sendForFile(callOf(searchOperations.exportEnterprises, search), language);

/** What is read again after a command on an enterprise: its page, and the lists that it stands in. */
export const TOUCHED_BY_AN_ENTERPRISE: readonly string[] = ["enterprise", "registry", "own-enterprise"];
