import { diligenceOperations } from "#domains/promotion/contract/diligence-operations.ts";
import { dossierOperations } from "#domains/promotion/contract/dossier-operations.ts";
import { watchOperations } from "#domains/promotion/contract/watch-operations.ts";
import { enterpriseOperations } from "#domains/registry/contract/enterprise-operations.ts";
import { callOf, createClient } from "#kernel/client.ts";
import { send, sendWithFiles } from "#ui/transport.ts";

export const diligence = createClient(diligenceOperations, send);
export const dossiers = createClient(dossierOperations, send);
export const watch = createClient(watchOperations, send);
/** Residents by name, for whoever enters a permit or a sign of one that nothing was said of so far. */
export const book = createClient(enterpriseOperations, send);

export const importStatements = async (file: File, dryRun: boolean, source: string) =>
  diligenceOperations.importStatements.output.parse(
    await sendWithFiles(callOf(diligenceOperations.importStatements, { dryRun, ...(source === "" ? {} : { source }) }), [file]),
  );

export const statementTemplateAddress = (): string => callOf(diligenceOperations.statementTemplate, {}).url;
export const dossierAddress = (id: string, format: "docx" | "pdf", edition: number, language: "zh" | "en"): string =>
  callOf(dossierOperations.downloadDossier, { id, format, edition, language }).url;

/** What is read again after a command: a passed paper opens a gate of its lead. */
export const DILIGENCE_TOUCHED: readonly string[] = ["diligence", "dossier", "lead", "leads", "board", "work"];
export const WATCH_TOUCHED: readonly string[] = ["warnings", "watch", "work"];
