import {
  AlignmentType,
  BorderStyle,
  CharacterSet,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
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

import { FONT_FAMILY, loadFonts } from "#domains/economy/server/artefacts/fonts.ts";
import { subsetFont } from "#domains/economy/server/artefacts/subset-font.ts";

const INK = "1F4E8C";
const GREY = "666666";
/** One face for everything; the document carries what of it is needed, so that it looks the same on a machine without Chinese fonts. */
const FACE = { ascii: FONT_FAMILY, hAnsi: FONT_FAMILY, eastAsia: FONT_FAMILY, cs: FONT_FAMILY };
/** Half points: 21 is 五号. */
const SIZE = { body: 21, small: 18, title: 36, heading: 28 };

type RunOptions = { readonly bold?: boolean; readonly color?: string; readonly size?: number };
const run = (text: string, { bold = false, color = "222222", size = SIZE.body }: RunOptions = {}): TextRun =>
  new TextRun({ text: printable(text), bold, color, size, font: FACE });

/** Control characters make a file that Word refuses. */
const printable = (text: string): string => text.replace(/[\p{Cc}\ufffe\uffff]/gu, " ");

const paragraph = (
  runs: readonly TextRun[],
  more: { readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType]; readonly before?: number; readonly after?: number } = {},
): Paragraph =>
  new Paragraph({
    children: [...runs],
    alignment: more.align ?? AlignmentType.LEFT,
    spacing: { before: more.before ?? 0, after: more.after ?? 60, line: 320, lineRule: LineRuleType.AUTO },
  });

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
    styles: { default: { document: { run: { font: FACE, size: SIZE.body, language: { value: "en-US", eastAsia: "zh-CN" } } } } },
    sections: [
      {
        properties: page,
        footers: { default: footer(card) },
        children: [...head(card), ...figures(card), ...checks(card), ...gaps(card), ...sources(card)],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Every character of the card, and those that a correction by hand is likely to need. */
const LATIN = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place)).join("");
const MARKS_OF_BOTH = "，。、；：？！（）“”《》—…·％〓　\u2009\u2212";

function embedded(card: PresentedCard) {
  const { regular, bold } = loadFonts();
  const words = Object.values(cardWords).map((word) => word[card.language]);
  const text = `${LATIN}${MARKS_OF_BOTH}${words.join("")}${JSON.stringify(card)}`;
  return {
    name: FONT_FAMILY,
    data: Buffer.from(subsetFont(regular, text)),
    bold: Buffer.from(subsetFont(bold, text)),
    characterSet: CharacterSet.GB_2312,
  };
}

const page: NonNullable<ISectionOptions["properties"]> = {
  page: {
    size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
    margin: {
      top: convertMillimetersToTwip(28),
      bottom: convertMillimetersToTwip(25),
      left: convertMillimetersToTwip(25),
      right: convertMillimetersToTwip(22),
    },
  },
};

function footer(card: PresentedCard): Footer {
  const [before = "", between = "", after = ""] = cardWords.page[card.language].split(/\{page\}|\{pages\}/);
  const grey = { size: SIZE.small, color: GREY, font: FACE };
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ ...grey, children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after] })],
      }),
    ],
  });
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
