import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { type ExtractionFile, extractionFileOf } from "#domains/intelligence/contract/extraction-file.ts";
import { extractFrom } from "#domains/intelligence/rules/extract-document.ts";
import { readDocument } from "#domains/intelligence/rules/read-document.ts";
import { sourceTextOf } from "#domains/intelligence/rules/source-text.ts";
import { LARGEST_FILE, readFileBytes } from "#domains/intelligence/server/reading/read-file.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";

export type ExtractFilesOptions = { readonly out: string; readonly published: LocalDate | null };

/** What became of one file: where its findings were written, or why it was refused. */
export type ExtractedFile =
  | { readonly path: string; readonly output: string; readonly articles: number; readonly findings: ExtractionFile }
  | { readonly path: string; readonly refused: AppError };

const MEGABYTE = 1024 * 1024;

async function load(path: string): Promise<Uint8Array> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    if (size > LARGEST_FILE) throw new AppError("document.too-large", "too-large", { name, megabytes: LARGEST_FILE / MEGABYTE });
    return await readFile(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("document.unreadable", "not-found", { name: path });
  }
}

async function save(output: string, findings: ExtractionFile): Promise<void> {
  const unfinished = `${output}.unfinished`;
  try {
    await writeFile(unfinished, `${JSON.stringify(findings, null, 1)}\n`);
    await rename(unfinished, output);
  } catch {
    throw new AppError("document.output", "unavailable", { name: output });
  }
}

async function extractFile(path: string, { out, published }: ExtractFilesOptions): Promise<ExtractedFile> {
  const name = basename(path);
  const original = await readFileBytes(await load(path), name);
  const document = readDocument(original.text, { mime: original.mime, published });
  const findings = extractionFileOf(
    extractFrom(document),
    document.articles.map((article) => sourceTextOf(article, document)).join("\n\n"),
  );
  const output = join(out, `${basename(path, extname(path))}.json`);
  await save(output, findings);
  return { path, output, articles: document.articles.length, findings };
}

/** Writes the findings of each file to `out`, one JSON a file; a file that is refused does not hold up the others. Needs no database. */
export async function extractFiles(paths: readonly string[], options: ExtractFilesOptions): Promise<ExtractedFile[]> {
  try {
    await mkdir(options.out, { recursive: true });
  } catch {
    throw new AppError("document.output", "unavailable", { name: options.out });
  }
  const taken = new Set<string>();
  const results: ExtractedFile[] = [];
  for (const path of paths) {
    const stem = basename(path, extname(path));
    try {
      if (taken.has(stem)) throw new AppError("document.same-name", "conflict", { name: basename(path) });
      taken.add(stem);
      results.push(await extractFile(path, options));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      results.push({ path, refused: error });
    }
  }
  return results;
}
