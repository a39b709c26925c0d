import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import { extractFrom } from "#domains/intelligence/rules/extract-document.ts";
import { readDocument } from "#domains/intelligence/rules/read-document.ts";
import { decodeText } from "#domains/intelligence/server/reading/decode-text.ts";
import { type Table, takeTurns, timed } from "./measure.ts";

const ARTICLES = resolve(import.meta.dirname, "../sample/articles");
const ROUNDS = 7;
/** The sample's articles over and over, each with its own number in it so that nothing is remembered from one to the next. */
const COPIES = 12;

type Text = { readonly text: string; readonly mime: "text/plain" | "text/html" };

function corpus(): readonly Text[] {
  const files = existsSync(ARTICLES) ? readdirSync(ARTICLES).filter((file) => /\.(txt|html|md)$/.test(file)) : [];
  const texts = files.map((file) => decodeText(readFileSync(join(ARTICLES, file))).text);
  return Array.from({ length: COPIES }, (_, copy) =>
    texts.map(
      (text): Text => ({
        text: text.replace("2026", String(2026 - (copy % 10))),
        mime: /<html|<!doctype/i.test(text.slice(0, 2000)) ? "text/html" : "text/plain",
      }),
    ),
  ).flat();
}

/** Cleaning and extraction of documents on one core, beside jieba segmenting the same cleaned bytes: the floor of any Chinese pipeline. */
export async function run(): Promise<Table> {
  const texts = corpus();
  const read = texts.map(({ text, mime }) => readDocument(text, { mime, published: null }));
  const cleaned = read.map((document) => document.articles.map((article) => article.text.text).join("\n"));
  const raw = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
  const clean = cleaned.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const jieba = Jieba.withDict(dict);
  const rows = await takeTurns(
    [
      { name: "extraction of the cleaned text", run: () => timed(() => read.map((document) => extractFrom(document))) },
      {
        name: "reading: cleaning, splitting, regions",
        run: () => timed(() => texts.map(({ text, mime }) => readDocument(text, { mime, published: null }))),
      },
      {
        name: "jieba, the same cleaned text by line",
        run: () => timed(() => cleaned.map((text) => text.split("\n").map((line) => jieba.cut(line, true)))),
      },
    ],
    ROUNDS,
  );
  const [extraction, reading, floor] = rows.map((row) => row.median) as [number, number, number];
  const rate = (milliseconds: number, megabytes: number): string => `${((megabytes / milliseconds) * 1000).toFixed(1)} MB/s`;
  return {
    title: "ingest",
    unit: "ms",
    rows,
    lines: [
      `${texts.length} documents, ${raw.toFixed(2)} MB as they came, ${clean.toFixed(2)} MB cleaned; ${((texts.length / (extraction + reading)) * 1000).toFixed(0)} documents/s, ${rate(extraction + reading, clean)} of cleaned text, reading included`,
      `extraction ÷ jieba = ${(extraction / floor).toFixed(2)}; reading and extraction ÷ jieba = ${((extraction + reading) / floor).toFixed(2)} (to reach: ≤ 3)`,
      `reading (HTML cleaning included) ${rate(reading, raw)} of what came; jieba ${rate(floor, clean)}`,
    ],
  };
}
