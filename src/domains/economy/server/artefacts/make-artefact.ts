import type { ArtefactKind } from "#domains/economy/contract/report-card.ts";
import { type CardToPrint, presentReportCard } from "#domains/economy/rules/present-report-card.ts";
import { reportCardCsv } from "#domains/economy/server/artefacts/report-card-csv.ts";
import { reportCardJson } from "#domains/economy/server/artefacts/report-card-json.ts";
import type { FileReply } from "#kernel/contract.ts";
import type { Language } from "#kernel/texts.ts";

type Maker = { readonly mime: string; readonly make: (card: CardToPrint, language: Language) => Promise<Uint8Array> | Uint8Array };

/** Word, PDF and picture bring heavy libraries, which are loaded with the first such file and not with the server. */
const pictures = () => import("#domains/economy/server/artefacts/report-card-picture.ts");

const makers: Readonly<Record<ArtefactKind, Maker>> = {
  docx: {
    mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    make: async (card, language) => {
      const { reportCardDocx } = await import("#domains/economy/server/artefacts/report-card-docx.ts");
      return reportCardDocx(presentReportCard(card, language));
    },
  },
  pdf: {
    mime: "application/pdf",
    make: async (card, language) => {
      const { reportCardPdf } = await import("#domains/economy/server/artefacts/report-card-pdf.ts");
      return reportCardPdf(presentReportCard(card, language));
    },
  },
  svg: {
    mime: "image/svg+xml",
    make: async (card, language) => new TextEncoder().encode(await (await pictures()).reportCardSvg(presentReportCard(card, language))),
  },
  png: { mime: "image/png", make: async (card, language) => (await pictures()).reportCardPng(presentReportCard(card, language)) },
  csv: { mime: "text/csv; charset=utf-8", make: reportCardCsv },
  json: { mime: "application/json; charset=utf-8", make: reportCardJson },
};

/** One file of a card, named so that it can be filed: `重庆高新区-2020H1-成绩单-v1.pdf`. */
export async function makeArtefact(card: CardToPrint, format: ArtefactKind, language: Language): Promise<FileReply> {
  const { mime, make } = makers[format];
  const name = `${card.region}-${card.period}-${language === "zh" ? "成绩单" : "report-card"}-v${card.edition}.${format}`;
  return { name: name.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_"), mime, bytes: Uint8Array.from(await make(card, language)) };
}
