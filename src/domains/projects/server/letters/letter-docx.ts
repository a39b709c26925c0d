import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { PresentedLetter } from "#domains/projects/rules/present-letter.ts";
import { A4_PAGE, documentStyles, embeddedFace, GREY, pageFooter, paragraph, run } from "#kernel/server/documents/word-parts.ts";

const RED = "B3261E";
/** Half points: 23 is between 小四 and 五号. */
const SIZE = { title: 48, number: 22, body: 23, heading: 25, small: 18 };
const LABEL_MM = 32;
const VALUE_MM = 131;
/** Two characters of the body, in twentieths of a point. */
const TWO_CHARACTERS = 460;

export async function letterDocx(letter: PresentedLetter): Promise<Uint8Array> {
  const document = new Document({
    title: `${letter.title} ${letter.number}`,
    creator: letter.committee,
    fonts: [embeddedFace(JSON.stringify(letter))],
    styles: documentStyles,
    sections: [
      {
        properties: A4_PAGE,
        footers: { default: pageFooter(letter.page, SIZE.small) },
        children: [...head(letter), rows(letter), ...parts(letter), ...foot(letter)],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const head = ({ title, number }: PresentedLetter): Paragraph[] => [
  paragraph([run(title, { bold: true, size: SIZE.title, color: RED })], { align: AlignmentType.CENTER, after: 120 }),
  new Paragraph({
    children: [run(number, { size: SIZE.number })],
    alignment: AlignmentType.CENTER,
    border: { bottom: { style: BorderStyle.SINGLE, size: 10, color: RED, space: 6 } },
    spacing: { after: 240 },
  }),
];

const LINE = { style: BorderStyle.SINGLE, size: 4, color: "8C959F" };

function rows(letter: PresentedLetter): Table {
  const cell = (text: string, millimetres: number, bold: boolean) =>
    new TableCell({
      children: [paragraph([run(text, { bold, size: SIZE.body })], { after: 0 })],
      width: { size: convertMillimetersToTwip(millimetres), type: WidthType.DXA },
      margins: { top: 80, bottom: 80, left: 120, right: 120 },
      verticalAlign: VerticalAlignTable.CENTER,
      borders: { top: LINE, bottom: LINE, left: LINE, right: LINE },
    });
  return new Table({
    width: { size: convertMillimetersToTwip(LABEL_MM + VALUE_MM), type: WidthType.DXA },
    columnWidths: [convertMillimetersToTwip(LABEL_MM), convertMillimetersToTwip(VALUE_MM)],
    layout: TableLayoutType.FIXED,
    rows: letter.rows.map(
      ({ label, value }) => new TableRow({ cantSplit: true, children: [cell(label, LABEL_MM, true), cell(value, VALUE_MM, false)] }),
    ),
  });
}

const parts = ({ parts: all, language }: PresentedLetter): Paragraph[] =>
  all.flatMap(({ title, paragraphs, signed }) => [
    new Paragraph({
      children: [run(title, { bold: true, size: SIZE.heading })],
      heading: HeadingLevel.HEADING_1,
      spacing: { before: 240, after: 100 },
      keepNext: true,
    }),
    ...paragraphs.map((words) =>
      paragraph([run(words, { size: SIZE.body })], language === "zh" ? { firstLine: TWO_CHARACTERS, after: 80 } : { after: 80 }),
    ),
    ...(signed === "" ? [] : [paragraph([run(signed, { size: SIZE.small, color: GREY })], { align: AlignmentType.RIGHT })]),
  ]);

const foot = ({ signer, committee, date }: PresentedLetter): Paragraph[] =>
  [signer, committee, date].map((words, place) =>
    paragraph([run(words, { size: SIZE.body })], { align: AlignmentType.RIGHT, before: place === 0 ? 480 : 0, keepNext: place < 2 }),
  );
