import { decodeText } from "#domains/intelligence/server/reading/decode-text.ts";
import { readDocx } from "#domains/intelligence/server/reading/read-docx.ts";
import { readMhtml } from "#domains/intelligence/server/reading/read-mhtml.ts";
import { readPdf } from "#domains/intelligence/server/reading/read-pdf.ts";
import { readXlsx } from "#domains/intelligence/server/reading/read-xlsx.ts";
import { type FileFormat, sniffFormat } from "#domains/intelligence/server/reading/sniff-format.ts";
import { isZipBomb, MOST_UNPACKED, unpacksAsStated } from "#domains/intelligence/server/reading/zip-directory.ts";
import { AppError } from "#kernel/app-error.ts";

const MEGABYTE = 1024 * 1024;
/** The longest novels have a million characters; what is longer is data, or an attack on the reader. */
export const LONGEST_TEXT = 3_000_000;
export const LARGEST_FILE = 50 * MEGABYTE;

/** The text that is stored as the original: every place of a finding refers to it. */
export type OriginalText = {
  readonly text: string;
  readonly mime: "text/plain" | "text/html";
  readonly format: "text" | "html" | "mhtml" | "docx" | "pdf" | "xlsx";
  readonly encoding: string | null;
};

const isPage = (text: string) => /<(?:!doctype\s+html|html|head|body)[\s>]/i.test(text.slice(0, 20_000));

function checkZip(format: Extract<FileFormat, { entries: unknown }>, bytes: Uint8Array, name: string): void {
  if (format.entries.some((entry) => entry.encrypted)) throw new AppError("document.encrypted", "invalid", { name });
  if (isZipBomb(format.entries) || !unpacksAsStated(bytes, format.entries))
    throw new AppError("document.zip-bomb", "too-large", { name, megabytes: MOST_UNPACKED / MEGABYTE });
}

async function convert(bytes: Uint8Array, name: string): Promise<OriginalText> {
  const format = await sniffFormat(bytes);
  switch (format.kind) {
    case "text": {
      const { text, encoding } = decodeText(bytes);
      const html = isPage(text);
      return { text, mime: html ? "text/html" : "text/plain", format: html ? "html" : "text", encoding };
    }
    case "mhtml":
      return { ...(await readMhtml(bytes, name)), format: "mhtml", encoding: null };
    case "docx":
      checkZip(format, bytes, name);
      return { text: await readDocx(bytes), mime: "text/plain", format: "docx", encoding: null };
    case "xlsx":
      checkZip(format, bytes, name);
      return { text: await readXlsx(bytes, name), mime: "text/plain", format: "xlsx", encoding: null };
    case "pdf":
      return { text: await readPdf(bytes, name), mime: "text/plain", format: "pdf", encoding: null };
    case "old-office":
    case "rtf":
      throw new AppError("document.old-office", "invalid", { name });
    case "ofd":
      throw new AppError("document.ofd", "invalid", { name });
    case "picture":
      throw new AppError("document.picture", "invalid", { name });
    case "zip":
    case "archive":
      throw new AppError("document.archive", "invalid", { name });
    case "broken-zip":
      throw new AppError("document.damaged", "invalid", { name });
    case "binary":
      throw new AppError("document.binary", "invalid", { name });
  }
}

/** A password is asked for in these libraries' own ways. */
const isPassword = (error: unknown) =>
  error instanceof Error && (error.name === "PasswordException" || /password|encrypted/i.test(error.message));

/**
 * Reads the bytes of a file of any supported kind into the text that is stored.
 * @throws AppError `document.*` saying what is wrong and what to do instead.
 */
export async function readFileBytes(bytes: Uint8Array, name: string): Promise<OriginalText> {
  if (bytes.length > LARGEST_FILE) throw new AppError("document.too-large", "too-large", { name, megabytes: LARGEST_FILE / MEGABYTE });
  if (bytes.length === 0) throw new AppError("document.empty", "invalid", { name });
  let original: OriginalText;
  try {
    original = await convert(bytes, name);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(isPassword(error) ? "document.encrypted" : "document.damaged", "invalid", { name });
  }
  if (original.text.length > LONGEST_TEXT)
    throw new AppError("document.too-long", "too-large", { name, characters: original.text.length, most: LONGEST_TEXT });
  if (original.text.trim() === "") throw new AppError("document.empty", "invalid", { name });
  return original;
}
