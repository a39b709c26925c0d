import { AlignmentType, Document, HeadingLevel, Packer, Paragraph } from "docx";
import type { DossierPaper } from "#domains/promotion/rules/dossier-paper.ts";
import { A4_PAGE, documentStyles, embeddedFace, GREY, pageFooter, paragraph, run } from "#kernel/server/documents/word-parts.ts";

/** Half points: 小二 for the title, 小四 for the text. */
const SIZE = { title: 40, heading: 26, body: 24, small: 20 };
/** Two characters. */
const INDENT = 480;
const BLACK = "1A1A1A";

const text = (words: string, bold = false) => run(words, { size: SIZE.body, bold, color: BLACK });

/** The tailored plan as an A4 Word document. */
export async function dossierDocx(paper: DossierPaper): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title,
    fonts: [embeddedFace(JSON.stringify(paper))],
    styles: documentStyles,
    sections: [
      {
        properties: A4_PAGE,
        footers: { default: pageFooter(paper.page, SIZE.small) },
        children: [
          paragraph([run(paper.title, { bold: true, size: SIZE.title, color: BLACK })], {
            align: AlignmentType.CENTER,
            before: 120,
            after: 120,
          }),
          paragraph([text(paper.subtitle)], { align: AlignmentType.CENTER, after: 40 }),
          paragraph([run(paper.status, { size: SIZE.small, color: GREY })], { align: AlignmentType.CENTER, after: 200 }),
          ...paper.sections.flatMap(section),
          ...paper.signed.map((words, place) =>
            paragraph([text(words)], { align: AlignmentType.RIGHT, before: place === 0 ? 360 : 0, after: 40 }),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const section = ({ heading, facts, paragraphs, note }: DossierPaper["sections"][number]): Paragraph[] => [
  new Paragraph({
    children: [run(heading, { bold: true, size: SIZE.heading, color: BLACK })],
    heading: HeadingLevel.HEADING_1,
    spacing: { before: 260, after: 100 },
    keepNext: true,
  }),
  ...facts.map((fact) => paragraph([text(fact.label, true), text(fact.text)], { after: 40 })),
  ...paragraphs.map((words) => paragraph([text(words)], { firstLine: INDENT, after: 80 })),
  ...(note === null ? [] : [paragraph([run(note, { size: SIZE.small, color: GREY })], { after: 60 })]),
];
