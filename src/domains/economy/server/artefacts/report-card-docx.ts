import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { cardWords } from "#domains/economy/contract/card-words.ts";
import type { PresentedCard, PresentedCheck, PresentedFigure } from "#domains/economy/rules/present-report-card.ts";
import { A4_PAGE, documentStyles, embeddedFace, FACE, GREY, pageFooter, paragraph, run } from "#kernel/server/documents/word-parts.ts";

const INK = "1F4E8C";
/** Half points: 21 is 五号. */
const SIZE = { small: 18, title: 36, heading: 28 };

const heading = (text: string): Paragraph =>
  new Paragraph({
    children: [run(text, { bold: true, color: INK, size: SIZE.heading })],
    heading: HeadingLevel.HEADING_1,
    spacing: { before: 320, after: 120 },
    keepNext: true,
  });

/** The card as an A4 Word document: figures, checks, what is missing, and every source in its own words. */
export async function reportCardDocx(card: PresentedCard): Promise<Uint8Array> {
  const document = new Document({
    title: card.title,
    creator: card.signed,
    fonts: [embedded(card)],
    styles: documentStyles,
    sections: [
      {
        properties: A4_PAGE,
        footers: { default: pageFooter(cardWords.page[card.language], SIZE.small) },
        children: [...head(card), ...figures(card), ...checks(card), ...gaps(card), ...sources(card)],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function embedded(card: PresentedCard) {
  const words = Object.values(cardWords).map((word) => word[card.language]);
  return embeddedFace(`${words.join("")}${JSON.stringify(card)}`);
}

function head(card: PresentedCard): Paragraph[] {
  const lines = [card.state, card.published, card.signed].filter((line) => line !== "");
  return [
    paragraph([run(card.title, { bold: true, size: SIZE.title, color: INK })], {
      align: AlignmentType.CENTER,
      before: 120,
      after: 160,
    }),
    paragraph([run(lines.join("　"), { size: SIZE.small, color: GREY })], { align: AlignmentType.CENTER, after: 120 }),
  ];
}

/** Share of the width in per mille. */
const COLUMNS = [270, 180, 200, 260, 90] as const;
const TABLE_WIDTH = convertMillimetersToTwip(163);
const line = (color = "C8CDD4") => ({ style: BorderStyle.SINGLE, size: 4, color });
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };

function cell(paragraphs: readonly Paragraph[], column: number, head = false): TableCell {
  return new TableCell({
    children: [...paragraphs],
    width: { size: Math.round((TABLE_WIDTH * (COLUMNS[column] ?? 200)) / 1000), type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    verticalAlign: VerticalAlignTable.CENTER,
    borders: { top: head ? line(INK) : none, bottom: head ? line(INK) : line(), left: none, right: none },
    ...(head ? { shading: { type: ShadingType.CLEAR, fill: "EEF3F9", color: "auto" } } : {}),
  });
}

function figures(card: PresentedCard): (Paragraph | Table)[] {
  const words = [cardWords.indicator, cardWords.value, cardWords.growth, cardWords.comparison, cardWords.source].map(
    (word) => word[card.language],
  );
  const headRow = new TableRow({
    tableHeader: true,
    children: words.map((word, column) =>
      cell([paragraph([run(word, { bold: true, size: SIZE.small })], { align: alignOf(column), after: 0 })], column, true),
    ),
  });
  const table = new Table({
    width: { size: TABLE_WIDTH, type: WidthType.DXA },
    columnWidths: COLUMNS.map((share) => Math.round((TABLE_WIDTH * share) / 1000)),
    layout: TableLayoutType.FIXED,
    rows: [headRow, ...card.figures.map(figureRow)],
  });
  return [heading(cardWords.figures[card.language]), table];
}

const alignOf = (column: number) =>
  column === 1 || column === 2 ? AlignmentType.RIGHT : column === 4 ? AlignmentType.CENTER : AlignmentType.LEFT;

function figureRow(figure: PresentedFigure): TableRow {
  const { before, number, unit } = figure.amount;
  const lead = [figure.approximation.before, before].filter((word) => word !== "").join(" ");
  const name = [run(figure.label), ...(figure.remark === "" ? [] : [run(`  ${figure.remark}`, { size: SIZE.small, color: GREY })])];
  const value = figure.growthOnly
    ? [run("—", { color: GREY })]
    : [
        ...(lead === "" ? [] : [run(`${lead} `, { size: SIZE.small, color: GREY })]),
        run(number, { bold: true, color: INK }),
        run(`\u2009${unit}${figure.approximation.behind}`, { size: SIZE.small, color: GREY }),
      ];
  const beside = [...figure.comparisons, ...(figure.lastYear === "" ? [] : [figure.lastYear])];
  const aligned = (runs: readonly TextRun[], column: number) => cell([paragraph(runs, { align: alignOf(column), after: 0 })], column);
  return new TableRow({
    cantSplit: true,
    children: [
      aligned(name, 0),
      aligned(value, 1),
      aligned([run(figure.growth, figure.growthOnly ? { bold: true, color: INK } : {})], 2),
      cell(
        beside.length === 0
          ? [paragraph([run("")], { after: 0 })]
          : beside.map((text) => paragraph([run(text, { size: SIZE.small })], { after: 0 })),
        3,
      ),
      aligned([run(figure.sources.map((number) => `[${number}]`).join(""), { size: SIZE.small, color: INK })], 4),
    ],
  });
}

function checks(card: PresentedCard): Paragraph[] {
  if (card.checks.length === 0) return [];
  const rows = card.checks.map((check) =>
    paragraph([
      run(`${MARKS[check.outcome]} ${check.word}`, { bold: true, size: SIZE.small, color: colourOf(check) }),
      run(`　${check.detail}`),
    ]),
  );
  const remarks = card.remarks.map((remark) => paragraph([run(`${cardWords.remarks[card.language]}：`, { color: GREY }), run(remark)]));
  return [heading(cardWords.checks[card.language]), ...rows, ...remarks];
}

/** Never the colour alone. */
const MARKS = { passed: "✔", failed: "✘", unsaid: "—" } as const;
const colourOf = (check: PresentedCheck): string => (check.outcome === "failed" ? "A61D24" : check.outcome === "passed" ? "1F6B3A" : GREY);

function gaps(card: PresentedCard): Paragraph[] {
  const comma = card.language === "zh" ? "、" : ", ";
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [cardWords.missing[card.language], card.missing],
    [cardWords.conflicts[card.language], card.conflicts],
  ];
  return lists.flatMap(([title, items]) => (items.length === 0 ? [] : [heading(title), paragraph([run(items.join(comma))])]));
}

function sources(card: PresentedCard): Paragraph[] {
  return [
    heading(cardWords.sources[card.language]),
    ...card.sources.flatMap(({ title, date, quotes }) => [
      new Paragraph({
        children: [run(title, { bold: true }), ...(date === "" ? [] : [run(`　${date}`, { color: GREY, size: SIZE.small })])],
        spacing: { before: 80, after: 40 },
        keepNext: true,
      }),
      ...quotes.map(
        ({ number, words }) =>
          new Paragraph({
            children: [
              new TextRun({ children: [`[${number}]`, new Tab()], color: INK, bold: true, size: SIZE.small, font: FACE }),
              run(words, { color: "444444" }),
            ],
            indent: { left: 560, hanging: 560 },
            tabStops: [{ type: TabStopType.LEFT, position: 560 }],
            spacing: { after: 40, line: 300 },
          }),
      ),
    ]),
  ];
}
