import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readCoverage } from "#kernel/server/documents/font-coverage.ts";

/** Noto Sans SC (SIL Open Font License), as it comes with the package; no font of the machine is used. */
const fileOf = (weight: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`));

export const FONT_FAMILY = "Noto Sans SC";
type Fonts = { readonly regular: Buffer; readonly bold: Buffer; readonly covered: ReadonlySet<number> };
let loaded: Fonts | undefined;

/** Read once: 11 MB a weight. */
export function loadFonts(): Fonts {
  if (loaded === undefined) {
    const [regular, bold] = [readFileSync(fileOf("400Regular")), readFileSync(fileOf("700Bold"))];
    loaded = { regular, bold, covered: readCoverage(regular) };
  }
  return loaded;
}

/** 〓, the printers' mark for a missing sort. */
const GETA = "〓";

/** Setters drop a character that the font lacks without a word; here it becomes a visible 〓 instead. Line ends and tabs become spaces. */
export function drawable(text: string): string {
  const { covered } = loadFonts();
  let result = "";
  for (const character of text.replace(/[\r\n\t]+/g, " ")) {
    const code = character.codePointAt(0) ?? 0;
    result += covered.has(code) ? character : isInvisible(code) ? "" : GETA;
  }
  return result;
}

/** Control characters, zero-width joiners, variation selectors and byte-order marks leave nothing behind. */
const isInvisible = (code: number): boolean =>
  code < 0x20 ||
  (code >= 0x7f && code < 0xa0) ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  code === 0xfeff;
