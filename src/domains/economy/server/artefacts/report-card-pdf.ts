import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { cardWords } from "#domains/economy/contract/card-words.ts";
import type { PresentedCard } from "#domains/economy/rules/present-report-card.ts";
import { drawable, FONT_FAMILY, loadFonts } from "#domains/economy/server/artefacts/fonts.ts";
import { CARD_TEMPLATE } from "#domains/economy/server/artefacts/report-card-typst.ts";

let compiler: NodeCompiler | undefined;

/** One compiler with our fonts only: it takes no font of the machine, so the same card gives the same pages everywhere. */
function getCompiler(): NodeCompiler {
  const fonts = loadFonts();
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [fonts.regular, fonts.bold] }] });
  return compiler;
}

/**
 * The card as a tagged PDF with embedded Chinese fonts. The card's words go in as data (JSON), never as markup,
 * so nothing in a quote is run or set as anything but text.
 */
export function reportCardPdf(card: PresentedCard): Uint8Array {
  const words = Object.fromEntries(Object.entries(cardWords).map(([name, text]) => [name, text[card.language]]));
  const data = deepDrawable({ ...card, words, family: FONT_FAMILY });
  const typst = getCompiler();
  const compiled = typst.compile({ mainFileContent: CARD_TEMPLATE, inputs: { card: JSON.stringify(data) } });
  const document = compiled.result;
  if (document === null) throw new Error(`The PDF could not be set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? [])}`);
  const pdf = typst.pdf(document, {});
  // Results are memoized by content and never asked for again.
  typst.evictCache(0);
  return new Uint8Array(pdf);
}

function deepDrawable(value: unknown): unknown {
  if (typeof value === "string") return drawable(value);
  if (Array.isArray(value)) return value.map(deepDrawable);
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deepDrawable(inner)]));
  return value;
}
