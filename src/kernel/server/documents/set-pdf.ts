import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { drawable, FONT_FAMILY, loadFonts } from "#kernel/server/documents/fonts.ts";
import { currentMark } from "#kernel/server/export-mark.ts";

/** An export says on every page who took it; the words of the mark are data like all others. */
const MARKED = `#set page(foreground: place(bottom + center, dy: -5mm, text(font: json(bytes(sys.inputs.data)).family, size: 6.5pt, fill: luma(130), sys.inputs.mark)))
`;

let compiler: NodeCompiler | undefined;

/** One compiler with our fonts only: it takes no font of the machine, so the same words give the same pages everywhere. */
function getCompiler(): NodeCompiler {
  const fonts = loadFonts();
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [fonts.regular, fonts.bold] }] });
  return compiler;
}

/**
 * A tagged PDF with embedded Chinese fonts, set by a Typst template. The words go in as data (`sys.inputs.data`, JSON, with the face's name
 * as `family`), never as markup, so nothing in a quote is run or set as anything but text.
 */
export function setPdf(template: string, data: Readonly<Record<string, unknown>>): Uint8Array {
  const typst = getCompiler();
  const mark = currentMark();
  const inputs = { data: JSON.stringify(deepDrawable({ ...data, family: FONT_FAMILY })), mark: drawable(mark?.text ?? "") };
  const compiled = typst.compile({ mainFileContent: mark ? `${MARKED}${template}` : template, inputs });
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
