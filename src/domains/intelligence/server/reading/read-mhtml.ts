import { AppError } from "#kernel/app-error.ts";

/** The page inside a saved web page or a mail. */
export async function readMhtml(bytes: Uint8Array, name: string): Promise<{ text: string; mime: "text/html" | "text/plain" }> {
  const { default: PostalMime } = await import("postal-mime");
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 20 });
  if (mail.html) return { text: mail.html, mime: "text/html" };
  if (mail.text) return { text: mail.text, mime: "text/plain" };
  throw new AppError("document.empty", "invalid", { name });
}
