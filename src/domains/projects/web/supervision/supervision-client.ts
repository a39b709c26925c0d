import { supervisionOperations } from "#domains/projects/contract/supervision-operations.ts";
import { callOf } from "#kernel/client.ts";
import type { Language } from "#kernel/texts.ts";

export const letterAddress = (supervisionId: string, format: "pdf" | "docx", language: Language): string =>
  callOf(supervisionOperations.downloadSupervision, { supervisionId, format, language }).url;
