import { AppError } from "#kernel/app-error.ts";

const MOST_PAGES = 500;
/** Fewer characters a page than this, and the pages are pictures. */
const LEAST_A_PAGE = 12;

/** The text of a PDF, its lines as they stand on the page, a blank line between pages. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<string> {
  const { extractText, getDocumentProxy } = await import("unpdf");
  // The reader takes possession of the bytes that it is given, and refuses Node's own kind of buffer, whose slice is no copy besides.
  const proxy = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  try {
    if (proxy.numPages > MOST_PAGES)
      throw new AppError("document.too-many-pages", "too-large", { name, pages: proxy.numPages, most: MOST_PAGES });
    const { text } = await extractText(proxy, { mergePages: false });
    const characters = text.reduce((sum, page) => sum + page.replace(/\s+/g, "").length, 0);
    if (characters < Math.max(1, text.length) * LEAST_A_PAGE) throw new AppError("document.scanned", "invalid", { name });
    return text.map((page) => page.trimEnd()).join("\n\n");
  } finally {
    await proxy.destroy();
  }
}
