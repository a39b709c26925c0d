import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as OpenCC from "opencc-js";
import { beforeAll, describe, expect, test } from "vitest";
import type { Extraction, Figure } from "#domains/intelligence/contract/extraction.ts";
import { extractDocument } from "#domains/intelligence/rules/extract-document.ts";
import { isSameStory, outlineOf } from "#domains/intelligence/rules/review/story-likeness.ts";
import { type OriginalText, readFileBytes } from "#domains/intelligence/server/reading/read-file.ts";
import { DIRT, isWaiting, SAMPLE_ARTICLES, type SampleArticle } from "./articles.ts";
import { sampleFacts, sampleFactsToCome } from "./indicators.ts";

const FOLDER = join(import.meta.dirname, "articles");
const SEEDS = join(import.meta.dirname, "../../shared/seeds");
const simplify: (text: string) => string = OpenCC.Converter({ from: "t", to: "cn" });

type Read = { readonly original: OriginalText; readonly extraction: Extraction };
const read = new Map<string, Read>();

beforeAll(async () => {
  for (const { file, published } of SAMPLE_ARTICLES) {
    const original = await readFileBytes(readFileSync(join(FOLDER, file)), file);
    read.set(file, { original, extraction: extractDocument(original.text, { mime: original.mime, published }) });
  }
});

function readOf(file: string): Read {
  const found = read.get(file);
  if (found === undefined) throw new Error(`not read: ${file}`);
  return found;
}

const sameNumber = (left: string | null, right: string | null): boolean =>
  left === null || right === null ? left === right : Number(left) === Number(right);

describe("样例文章", () => {
  test("every file of the folder is listed, and every listed file is there", () => {
    expect([...readdirSync(FOLDER)].sort()).toEqual(SAMPLE_ARTICLES.map(({ file }) => file).sort());
    expect(SAMPLE_ARTICLES.length).toBeGreaterThanOrEqual(34);
    expect(SAMPLE_ARTICLES.filter(isWaiting).length).toBe(10);
  });

  test("every kind of damage is shown at least once", () => {
    const shown = new Set(SAMPLE_ARTICLES.flatMap(({ dirt }) => dirt));
    expect(DIRT.filter((kind) => !shown.has(kind))).toEqual([]);
  });

  test.each(SAMPLE_ARTICLES.map((one) => [one.file, one] as const))(
    "%s is read as promised",
    (file, { encoding, format, articles, figures }) => {
      const { original, extraction } = readOf(file);
      expect(original.encoding).toBe(encoding);
      // A fragment of HTML is kept as text: the cleaning finds the markup itself.
      expect(original.format === format || original.format === "text").toBe(true);
      expect(extraction.articles.length).toBe(articles);
      for (const [region, code, period, value, yoyPct] of figures) {
        const found = extraction.figures.find(
          (figure) =>
            figure.region === region &&
            figure.code === code &&
            figure.period === period &&
            figure.kind === "actual" &&
            sameNumber(figure.value, value) &&
            sameNumber(figure.yoyPct, yoyPct),
        );
        expect(found, `${region} ${code} ${period} ${value} ${yoyPct ?? ""}`).toBeDefined();
      }
    },
  );

  test("readable length: 500 to 2,500 characters of Chinese and figures", () => {
    for (const { file } of SAMPLE_ARTICLES) {
      const length = readOf(file).extraction.articles.reduce((sum, { text }) => sum + text.length, 0);
      expect(length, file).toBeGreaterThanOrEqual(480);
      expect(length, file).toBeLessThanOrEqual(2500);
    }
  });
});

/** What must be cut, or must not get through, of one kind of damage. */
const CUTS: Partial<Record<SampleArticle["dirt"][number], string>> = {
  navigation: "navigation",
  "link-farm": "links",
  pinyin: "pinyin",
  "spam-tail": "spam",
  "script-and-style": "script",
  "caption-in-sentence": "caption",
};

describe("清洗", () => {
  test.each(
    SAMPLE_ARTICLES.flatMap((one) => one.dirt.flatMap((kind) => (CUTS[kind] === undefined ? [] : [[one.file, kind, CUTS[kind]] as const]))),
  )("%s: %s is cut", (file, _, reason) => {
    const { cuts } = readOf(file).extraction;
    const cut = cuts.some((one) => one.reason === reason || (reason === "navigation" && one.reason === "links"));
    expect(cut).toBe(true);
  });

  test("a story and its reprints are told as the same, other documents are not", () => {
    const text = (file: string) => outlineOf(readOf(file).extraction.articles[0]?.text ?? "");
    const stories = SAMPLE_ARTICLES.filter(({ story }) => story !== undefined);
    expect(stories.length).toBeGreaterThanOrEqual(4);
    for (const one of stories)
      for (const other of stories)
        expect(isSameStory(text(one.file), text(other.file)), `${one.file} ${other.file}`).toBe(one.story === other.story);
  });
});

describe("与样例指标相符", () => {
  const truth = new Map(
    [...sampleFacts(), ...sampleFactsToCome()].map((fact) => [
      `${fact.region} ${fact.code} ${fact.period} ${fact.basis === "single"}`,
      fact,
    ]),
  );
  /** Written to contradict: the retail sales of the weekly, the exports of the rival. */
  const meant = SAMPLE_ARTICLES.filter(({ dirt }) => dirt.includes("contradiction")).flatMap(({ figures }) => figures);

  test("what the articles promise is what the spreadsheets and the months to come say, but for two contradictions", () => {
    let compared = 0;
    const differing = SAMPLE_ARTICLES.flatMap(({ figures }) => figures).filter((figure) => {
      const [region, code, period, value, yoyPct] = figure;
      const said = truth.get(`${region} ${code} ${period} false`) ?? truth.get(`${region} ${code} ${period} true`);
      if (said === undefined) return false;
      compared += 1;
      return !sameNumber(said.value, value) || (yoyPct !== null && !sameNumber(said.yoyPct, yoyPct));
    });
    expect(differing).toEqual(meant);
    expect(compared).toBeGreaterThan(30);
  });

  test("figures that stand in several documents say the same there", () => {
    const places = Map.groupBy(
      SAMPLE_ARTICLES.flatMap(({ file }) => readOf(file).extraction.figures.map((figure): [string, Figure] => [file, figure])).filter(
        ([, figure]) => figure.code === "gdp" && figure.region === "云岭高新区" && figure.unit === "亿元",
      ),
      ([, figure]) => figure.period,
    );
    expect(new Set(places.get("2025")?.map(([, figure]) => Number(figure.value)))).toEqual(new Set([478.08]));
    expect(new Set(places.get("2025")?.map(([file]) => file)).size).toBeGreaterThanOrEqual(2);
  });
});

/** An official title, longer than a run. */
const OFFICIAL = "专精特新“小巨人”企业";

/** Runs of twelve Chinese characters inside one sentence; figures break a run, so that official wording between two figures is not counted. */
function shingles(text: string): Set<string> {
  const runs = simplify(text)
    .replaceAll(OFFICIAL, "\n")
    .replace(/\([a-zà-ǜ]+\)/g, "")
    .split(/[\d。！？!?；;\n]/)
    .map((run) => run.replace(/[^\u4e00-\u9fff]/g, ""));
  return new Set(runs.flatMap((run) => Array.from({ length: Math.max(0, run.length - 11) }, (_, place) => run.slice(place, place + 12))));
}

// Held back where the published examples are not at hand: then there is nothing to compare with.
if (existsSync(SEEDS)) {
  test("no sentence of the published examples is repeated", () => {
    const foreign = new Set(readdirSync(SEEDS).flatMap((name) => [...shingles(readFileSync(join(SEEDS, name), "utf8"))]));
    expect(foreign.size).toBeGreaterThan(1000);
    const repeated = SAMPLE_ARTICLES.flatMap(({ file }) =>
      [...shingles(readOf(file).original.text)].filter((run) => foreign.has(run)).map((run) => `${file}: ${run}`),
    );
    expect(repeated).toEqual([]);
  });
}
