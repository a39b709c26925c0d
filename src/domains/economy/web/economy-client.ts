import { economyOperations } from "#domains/economy/contract/economy-operations.ts";
import { callOf, createClient } from "#kernel/client.ts";
import type { Language } from "#kernel/texts.ts";
import { send, sendWithFiles } from "#ui/transport.ts";

export const economy = createClient(economyOperations, send);

export type CardFormat = "docx" | "pdf" | "svg" | "png" | "csv" | "json";
export const CARD_FORMATS: readonly CardFormat[] = ["pdf", "docx", "png", "svg", "csv", "json"];

export const cardAddress = (id: string, format: CardFormat, language: Language): string =>
  callOf(economyOperations.downloadReportCard, { id, format, language }).url;

export const publishedAddress = (
  place: { readonly zone: string; readonly slug: string; readonly version?: number },
  format: CardFormat,
  language: Language,
): string => callOf(economyOperations.downloadPublished, { ...place, format, language }).url;

export const catalogueAddress = (zone: string): string => callOf(economyOperations.dataCatalogue, { zone }).url;

export const templateAddress = (): string => callOf(economyOperations.factsTemplate, {}).url;

export async function importFacts(file: File, dryRun: boolean) {
  const operation = economyOperations.importFacts;
  return operation.output.parse(await sendWithFiles(callOf(operation, { dryRun }), [file]));
}
