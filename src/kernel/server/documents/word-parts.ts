import {
  AlignmentType,
  CharacterSet,
  convertMillimetersToTwip,
  Footer,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { FONT_FAMILY, loadFonts } from "#kernel/server/documents/fonts.ts";
import { subsetFont } from "#kernel/server/documents/subset-font.ts";

/** One face for everything; the document carries what of it is needed, so that it looks the same on a machine without Chinese fonts. */
export const FACE = { ascii: FONT_FAMILY, hAnsi: FONT_FAMILY, eastAsia: FONT_FAMILY, cs: FONT_FAMILY };
export const GREY = "666666";
/** Half points: 21 is 五号. */
const BODY = 21;

export type RunOptions = { readonly bold?: boolean; readonly color?: string; readonly size?: number };
export const run = (text: string, { bold = false, color = "222222", size = BODY }: RunOptions = {}): TextRun =>
  new TextRun({ text: printable(text), bold, color, size, font: FACE });

/** Control characters make a file that Word refuses. */
const printable = (text: string): string => text.replace(/[\p{Cc}\ufffe\uffff]/gu, " ");

type Spacing = {
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly before?: number;
  readonly after?: number;
  /** Twentieths of a point. */
  readonly firstLine?: number;
  readonly keepNext?: boolean;
};

export const paragraph = (runs: readonly TextRun[], more: Spacing = {}): Paragraph =>
  new Paragraph({
    children: [...runs],
    alignment: more.align ?? AlignmentType.LEFT,
    spacing: { before: more.before ?? 0, after: more.after ?? 60, line: 320, lineRule: LineRuleType.AUTO },
    ...(more.firstLine === undefined ? {} : { indent: { firstLine: more.firstLine } }),
    ...(more.keepNext ? { keepNext: true } : {}),
  });

export const A4_PAGE: NonNullable<ISectionOptions["properties"]> = {
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

/** @param words such as `第{page}页，共{pages}页`. */
export function pageFooter(words: string, size: number): Footer {
  const [before = "", between = "", after = ""] = words.split(/\{page\}|\{pages\}/);
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            size,
            color: GREY,
            font: FACE,
            children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
          }),
        ],
      }),
    ],
  });
}

export const documentStyles = {
  default: { document: { run: { font: FACE, size: BODY, language: { value: "en-US", eastAsia: "zh-CN" } } } },
};

/** Every character of the document, and those that a correction by hand is likely to need. */
const LATIN = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place)).join("");
const MARKS_OF_BOTH = "，。、；：？！（）“”《》—…·％〓　\u2009\u2212";

/** The part of the face that a document needs, to be put into it. @param words everything that stands in it. */
export function embeddedFace(words: string) {
  const { regular, bold } = loadFonts();
  const text = `${LATIN}${MARKS_OF_BOTH}${words}`;
  return {
    name: FONT_FAMILY,
    data: Buffer.from(subsetFont(regular, text)),
    bold: Buffer.from(subsetFont(bold, text)),
    characterSet: CharacterSet.GB_2312,
  };
}
