import { presentLetter } from "#domains/projects/rules/present-letter.ts";
import type { SupervisionHandlers } from "#domains/projects/server/handler-shapes.ts";
import { getSupervision } from "#domains/projects/server/supervision-store.ts";
import { AppError } from "#kernel/app-error.ts";

const MIME = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

/** The letter on paper. Word and PDF bring heavy libraries, which are loaded with the first letter and not with the server. */
export const downloadSupervision: SupervisionHandlers["downloadSupervision"] = async (
  { supervisionId, format, language },
  { tx, today, actor },
) => {
  const letter = await getSupervision(tx, supervisionId, today);
  const zone = await tx.selectFrom("zone").select(["name", "name_en"]).where("id", "=", actor.zoneId).executeTakeFirstOrThrow();
  const presented = presentLetter(letter, { zh: zone.name, en: zone.name_en }, language);
  if (presented === undefined) throw new AppError("projects.letter-not-issued", "conflict");
  const bytes =
    format === "pdf"
      ? (await import("#domains/projects/server/letters/letter-pdf.ts")).letterPdf(presented)
      : await (await import("#domains/projects/server/letters/letter-docx.ts")).letterDocx(presented);
  const name = `${presented.number} ${letter.project.name}.${format}`.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_");
  return { name, mime: MIME[format], bytes: Uint8Array.from(bytes) };
};
