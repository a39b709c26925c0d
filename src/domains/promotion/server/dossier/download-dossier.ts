import { type DossierPaper, printDossier } from "#domains/promotion/rules/dossier-paper.ts";
import { viewDossier } from "#domains/promotion/server/dossier/dossier-store.ts";
import type { DossierHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { AppError } from "#kernel/app-error.ts";
import { maskName, maskPhone } from "#kernel/personal.ts";

type Maker = { readonly mime: string; readonly make: (paper: DossierPaper) => Promise<Uint8Array> };

/** Word and PDF bring heavy libraries, which are loaded with the first such file and not with the server. */
const makers: Readonly<Record<"docx" | "pdf", Maker>> = {
  docx: {
    mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    make: async (paper) => (await import("#domains/promotion/server/dossier/dossier-docx.ts")).dossierDocx(paper),
  },
  pdf: {
    mime: "application/pdf",
    make: async (paper) => (await import("#domains/promotion/server/dossier/dossier-pdf.ts")).dossierPdf(paper),
  },
};

export const downloadDossier: DossierHandlers["downloadDossier"] = async (input, { tx, today, language: spoken }) => {
  const { id, format, edition, language = spoken } = input;
  const { contact, now, editions } = await viewDossier(tx, id, today);
  const chosen =
    edition === undefined
      ? (editions.find(({ state }) => state === "APPROVED") ?? editions[0])
      : editions.find((one) => one.edition === edition);
  if (chosen === undefined) throw new AppError("promotion.no-such-dossier", "not-found");
  // A paper is handed on: nobody is named in full in it, whoever prints it.
  const masked = { name: maskName(contact.name), phone: maskPhone(contact.phone) };
  const paper = printDossier({ edition: chosen, facts: chosen.facts ?? now, contact: masked }, language);
  const { mime, make } = makers[format];
  return { name: `${paper.file}.${format}`, mime, bytes: Uint8Array.from(await make(paper)) };
};
