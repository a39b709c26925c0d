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
import type { MinutesPaper } from "#domains/projects/rules/minutes-paper.ts";
import { A4_PAGE, documentStyles, embeddedFace, GREY, pageFooter, paragraph, run } from "#kernel/server/documents/word-parts.ts";

/** Half points, after the format of official documents: 2号 for the title, 小四 for the text. */
const SIZE = { title: 44, heading: 26, body: 24, small: 20 };
/** Two characters. */
const INDENT = 480;
const BLACK = "1A1A1A";

const text = (words: string, bold = false) => run(words, { size: SIZE.body, bold, color: BLACK });
const colon = ({ language }: MinutesPaper) => (language === "zh" ? "：" : ": ");
const body = (words: string) => paragraph([text(words)], { firstLine: INDENT, after: 80 });

const heading = (words: string): Paragraph =>
  new Paragraph({
    children: [run(words, { bold: true, size: SIZE.heading, color: BLACK })],
    heading: HeadingLevel.HEADING_1,
    spacing: { before: 260, after: 100 },
    keepNext: true,
  });

/** The minutes as an A4 Word document. */
export async function minutesDocx(paper: MinutesPaper): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title,
    fonts: [embeddedFace(JSON.stringify(paper))],
    styles: documentStyles,
    sections: [
      {
        properties: A4_PAGE,
        footers: { default: pageFooter(paper.page, SIZE.small) },
        children: [...head(paper), ...items(paper), ...lists(paper), ...resolutions(paper), ...end(paper)],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function head(paper: MinutesPaper): Paragraph[] {
  return [
    paragraph([run(paper.title, { bold: true, size: SIZE.title, color: BLACK })], { align: AlignmentType.CENTER, before: 120, after: 120 }),
    paragraph([text(paper.number)], { align: AlignmentType.CENTER, after: 40 }),
    paragraph([run(paper.status, { size: SIZE.small, color: GREY })], { align: AlignmentType.CENTER, after: 240 }),
    ...paper.head.map((line) => paragraph([text(`${line.label}${colon(paper)}`, true), text(line.text)], { after: 40 })),
    paragraph([text(paper.opening)], { firstLine: INDENT, before: 200, after: 80 }),
  ];
}

function items(paper: MinutesPaper): Paragraph[] {
  return paper.items.flatMap((item) => [
    heading(item.heading),
    body(`${item.cause.label}${colon(paper)}${item.cause.text}`),
    // Notes keep their own lines.
    ...(item.discussion === null
      ? []
      : item.discussion.text
          .split(/\n+/)
          .map((line, place) => body(place === 0 ? `${item.discussion?.label ?? ""}${colon(paper)}${line}` : line))),
    ...(item.resolutions.length === 0 ? [] : [paragraph([text(item.resolved, true)], { firstLine: INDENT, after: 40, keepNext: true })]),
    ...item.resolutions.map(body),
  ]);
}

const lists = (paper: MinutesPaper): Paragraph[] =>
  [paper.notTaken, paper.leftOut].flatMap((list) =>
    list === null ? [] : [heading(list.heading), ...list.lines.map((line, place) => body(`${place + 1}. ${line}`))],
  );

/** Share of the width in per mille. */
const COLUMNS = [80, 420, 150, 190, 160] as const;
const WIDTH = convertMillimetersToTwip(163);
const line = { style: BorderStyle.SINGLE, size: 4, color: "555555" };

const cell = (words: string, column: number, bold: boolean): TableCell =>
  new TableCell({
    children: [
      paragraph([run(words, { size: SIZE.small, bold, color: BLACK })], {
        align: column === 1 && !bold ? AlignmentType.LEFT : AlignmentType.CENTER,
        after: 0,
      }),
    ],
    width: { size: Math.round((WIDTH * (COLUMNS[column] ?? 0)) / 1000), type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    verticalAlign: VerticalAlignTable.CENTER,
    borders: { top: line, bottom: line, left: line, right: line },
  });

function resolutions({ list }: MinutesPaper): (Paragraph | Table)[] {
  if (list === null) return [];
  return [
    heading(list.heading),
    new Table({
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: COLUMNS.map((share) => Math.round((WIDTH * share) / 1000)),
      layout: TableLayoutType.FIXED,
      rows: [
        new TableRow({ tableHeader: true, children: list.columns.map((words, column) => cell(words, column, true)) }),
        ...list.rows.map((row) => new TableRow({ cantSplit: true, children: row.map((words, column) => cell(words, column, false)) })),
      ],
    }),
  ];
}

const end = (paper: MinutesPaper): Paragraph[] => [
  ...(paper.remarks === null ? [] : [heading(paper.remarks.label), body(paper.remarks.text)]),
  ...paper.signed.map((words, place) => paragraph([text(words)], { align: AlignmentType.RIGHT, before: place === 0 ? 400 : 0, after: 40 })),
];
