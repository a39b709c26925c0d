import { Resvg } from "@resvg/resvg-js";
import satori from "satori";
import { cardWords } from "#domains/economy/contract/card-words.ts";
import type { PresentedCard, PresentedFigure } from "#domains/economy/rules/present-report-card.ts";
import { box, column, type Element, GREY, INK, PALE, RULE, row, TEXT, words } from "#domains/economy/server/artefacts/picture-layout.ts";
import { drawable, FONT_FAMILY, loadFonts } from "#kernel/server/documents/fonts.ts";
import { say } from "#kernel/texts.ts";

const WIDTH = 1080;
const MARGIN = 72;
const INNER = WIDTH - MARGIN * 2;
/** More than twelve tiles nobody reads; the rest stands in the report card. */
const MOST_TILES = 12;
/** A phone shows the picture at a third of this. */
const PNG_WIDTH = WIDTH * 2;

/** 数读: the card as one picture, text drawn as paths, so that it looks the same on every machine. */
export async function reportCardSvg(card: PresentedCard): Promise<string> {
  const fonts = loadFonts();
  const svg = await satori(draw(card) as unknown as Parameters<typeof satori>[0], {
    width: WIDTH,
    fonts: [
      { name: FONT_FAMILY, data: fonts.regular, weight: 400, style: "normal" },
      { name: FONT_FAMILY, data: fonts.bold, weight: 700, style: "normal" },
    ],
  });
  return named(svg, card);
}

export async function reportCardPng(card: PresentedCard): Promise<Uint8Array> {
  const picture = new Resvg(await reportCardSvg(card), {
    fitTo: { mode: "width", value: PNG_WIDTH },
    font: { loadSystemFonts: false },
    background: "#ffffff",
  });
  return new Uint8Array(picture.render().asPng());
}

/** A screen reader gets the figures as text, since the picture holds paths only. */
function named(svg: string, card: PresentedCard): string {
  const description = card.figures.map((figure) => [figure.label, figureInWords(figure)].join(" ")).join("; ");
  return svg.replace(
    /^<svg([^>]*)>/,
    (_, attributes: string) => `<svg${attributes} role="img"><title>${escapeXml(card.title)}</title><desc>${escapeXml(description)}</desc>`,
  );
}

const figureInWords = ({ amount, growthOnly, growth, approximation }: PresentedFigure): string =>
  growthOnly
    ? growth
    : [approximation.before, amount.before, amount.number, amount.unit, approximation.behind, growth]
        .filter((part) => part !== "")
        .join(" ");

const escapeXml = (text: string): string => drawable(text).replace(/[<>&"']/g, (character) => `&#${character.codePointAt(0)};`);

function draw(card: PresentedCard): Element {
  const shown = card.figures.slice(0, MOST_TILES);
  return column(
    {
      width: WIDTH,
      paddingTop: MARGIN,
      paddingBottom: MARGIN,
      paddingLeft: MARGIN,
      paddingRight: MARGIN,
      backgroundColor: "#ffffff",
      color: TEXT,
      fontFamily: FONT_FAMILY,
      fontSize: 28,
    },
    drawHead(card),
    drawTiles(shown),
    drawFoot(card, card.figures.length - shown.length),
  );
}

function drawHead(card: PresentedCard): Element {
  return column(
    { width: INNER, borderBottom: `3px solid ${INK}`, paddingBottom: 36, marginBottom: 12 },
    row(
      { alignItems: "center", marginBottom: 20 },
      words(cardWords.picture[card.language], {
        backgroundColor: INK,
        color: "#ffffff",
        fontSize: 26,
        fontWeight: 700,
        padding: "6px 18px",
      }),
      words(card.state, { color: GREY, fontSize: 24, marginLeft: 20 }),
    ),
    words(drawable(card.title), { fontSize: 58, fontWeight: 700, color: INK, lineHeight: 1.3 }),
  );
}

/** Two columns of tiles, a hairline below each; an odd last one stands alone. */
function drawTiles(figures: readonly PresentedFigure[]): Element {
  const width = (INNER - 48) / 2;
  return row({ flexWrap: "wrap", justifyContent: "space-between", width: INNER }, ...figures.map((figure) => drawTile(figure, width)));
}

function drawTile(figure: PresentedFigure, width: number): Element {
  const { before, number, unit } = figure.amount;
  const lead = [figure.approximation.before, before].filter((part) => part !== "").join(" ");
  const beside = [...figure.comparisons, figure.lastYear].filter((part) => part !== "");
  return column(
    { width, paddingTop: 30, paddingBottom: 28, borderBottom: `1px solid ${RULE}` },
    row(
      { alignItems: "baseline", flexWrap: "wrap" },
      words(drawable(figure.label), { fontSize: 28, color: TEXT, lineHeight: 1.35 }),
      words(drawable(figure.remark), { fontSize: 22, color: GREY, marginLeft: 14 }),
    ),
    row(
      { alignItems: "baseline", marginTop: 6 },
      words(drawable(figure.growthOnly ? growthWord(figure) : lead), { fontSize: 26, color: GREY, marginRight: 12 }),
      words(number, { fontSize: numberSize(number), fontWeight: 700, color: INK, lineHeight: 1.2 }),
      words(drawable(`${unit}${figure.approximation.behind}`), {
        fontSize: unit === "%" ? 40 : 28,
        color: unit === "%" ? INK : GREY,
        marginLeft: unit === "%" ? 3 : 10,
      }),
    ),
    figure.growthOnly ? null : words(drawable(figure.growth), { fontSize: 26, color: INK, marginTop: 4 }),
    ...beside.map((text) => words(drawable(text), { fontSize: 22, color: GREY, marginTop: 6, lineHeight: 1.4 })),
  );
}

/** 同比, without the number that stands beside it. */
const growthWord = (figure: PresentedFigure): string => figure.growth.replace(/\s*[+−]?[\d.,]+\s*%\s*/, "");

const numberSize = (number: string): number => (number.length <= 8 ? 64 : number.length <= 11 ? 52 : 42);

function drawFoot(card: PresentedCard, more: number): Element {
  const titles = [...new Set(card.sources.map((source) => source.title))];
  const shown = titles.slice(0, 3).join(card.language === "zh" ? "；" : "; ") + (titles.length > 3 ? " …" : "");
  const line = { fontSize: 22, color: GREY, lineHeight: 1.5, marginTop: 8 };
  const passed = card.checks.find((check) => check.outcome === "passed");
  return column(
    { width: INNER, marginTop: 40 },
    passed === undefined
      ? null
      : row(
          { backgroundColor: PALE, padding: "18px 24px", alignItems: "center", marginBottom: 20 },
          words(cardWords.checks[card.language], { fontSize: 22, fontWeight: 700, color: INK, marginRight: 18, flexShrink: 0 }),
          box({ fontSize: 22, color: TEXT, lineHeight: 1.5, flexShrink: 1 }, drawable(passed.detail)),
        ),
    more > 0 ? words(say(cardWords.moreFigures, card.language, { count: card.figures.length }), line) : null,
    words(drawable(say(cardWords.dataFrom, card.language, { sources: shown })), line),
    words(drawable([card.signed, card.published].filter((part) => part !== "").join("　")), line),
    words(cardWords.everyFigureOpens[card.language], line),
  );
}
