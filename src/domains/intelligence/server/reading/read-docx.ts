import { scanHtml } from "#domains/intelligence/rules/cleaning/markup/scan-html.ts";

/** A Word document as plain text: a paragraph a line, a row of a table a line with its cells side by side. Pictures are left out. */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import("mammoth");
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })), externalFileAccess: false },
  );
  return scanHtml(value, 0, true)
    .text.text.replaceAll("\u00a0", " ")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
