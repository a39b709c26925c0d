import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findGuideRecords, GUIDE_PICTURES, type GuidePicture } from "./guide-pictures.ts";
import { SCREENS, settled, visit } from "./visit.ts";

const ROOT = resolve(import.meta.dirname, "..");
const GUIDE = join(ROOT, "docs/guide");
/** `npm run guide` writes the pictures of the repository anew; an ordinary run looks whether they could be taken. */
const RENEW = process.env["GUIDE"] === "1";

const COLOURS = 48;
const MOST_BYTES = 120_000;
const MOST_BYTES_IN_ALL = 3_000_000;
/** A blank page has a handful of shades; text and lines have hundreds. */
const LEAST_SHADES = 40;

let folder: string;
beforeAll(() => {
  folder = RENEW ? join(GUIDE, "pictures") : mkdtempSync(join(tmpdir(), "yuanshu-guide-"));
});
afterAll(() => {
  if (!RENEW) rmSync(folder, { recursive: true, force: true });
});

async function take(one: GuidePicture): Promise<{ readonly page: Page; readonly png: Buffer }> {
  const path = one.path(await findGuideRecords());
  const page = await visit(one.account, path, { screen: one.screen });
  if (one.english) {
    await settled(page);
    await page.getByRole("button", { name: "English" }).click();
  }
  await settled(page);
  await page.waitForLoadState("networkidle");
  await one.prepare(page);
  await settled(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { page, png: await page.screenshot({ caret: "hide", animations: "disabled" }) };
}

async function shadesOf(png: Buffer): Promise<number> {
  const pixels = await sharp(png).greyscale().raw().toBuffer();
  return new Set(pixels).size;
}

describe("手册插图", () => {
  test.each(GUIDE_PICTURES.map((one) => [one.name, one] as const))("%s", async (name, one) => {
    const { page, png } = await take(one);
    expect(await page.locator("body").innerText()).toContain(one.shows);
    const small = await sharp(png).png({ palette: true, colours: COLOURS, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer();
    const { width, height } = await sharp(small).metadata();
    expect({ width, height }).toEqual(SCREENS[one.screen]);
    expect(await shadesOf(png)).toBeGreaterThan(LEAST_SHADES);
    expect(small.length).toBeLessThan(MOST_BYTES);
    writeFileSync(join(folder, `${name}.png`), small);
  });
});

/** Every page of the guide with its links, pictures among them. */
const pages = () =>
  readdirSync(GUIDE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const text = readFileSync(path, "utf8");
      const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target.split("#")[0] ?? "");
      return { path, name: relative(GUIDE, path), text, links: links.filter((target) => target !== "" && !/^https?:/.test(target)) };
    });

/** Whatever stands in quotes in the source: words of the screens, and of the sample's own records. */
function wordsOfTheScreens(): ReadonlySet<string> {
  const words = new Set<string>();
  for (const room of ["src", "sample"])
    for (const entry of readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      for (const [, word = ""] of readFileSync(join(entry.parentPath, entry.name), "utf8").matchAll(/"([^"\n]+)"/g)) words.add(word);
    }
  return words;
}

describe("手册的页", () => {
  test("页间链接和插图都在；列出的插图都用上，用上的都列出", () => {
    const all = pages();
    const missing = all.flatMap(({ name, path, links }) =>
      links.filter((target) => !existsSync(resolve(dirname(path), target))).map((target) => `${name}: ${target}`),
    );
    expect(missing).toEqual([]);
    const used = new Set(
      all.flatMap(({ links }) => links.filter((target) => target.endsWith(".png")).map((target) => target.split("/").at(-1))),
    );
    expect([...used].sort()).toEqual(GUIDE_PICTURES.map(({ name }) => `${name}.png`).sort());
    expect(readdirSync(join(GUIDE, "pictures")).sort()).toEqual([...used].sort());
  });

  test("每一页中英文成对，都从目录走得到", () => {
    const all = pages();
    const named = (language: string) => all.flatMap(({ name }) => (name.startsWith(`${language}/`) ? [name.slice(3)] : [])).sort();
    expect(named("zh").length).toBeGreaterThanOrEqual(11);
    expect(named("en")).toEqual(named("zh"));
    const index = all.find(({ name }) => name === "README.md");
    expect(all.filter(({ name }) => name !== "README.md" && !index?.links.includes(name)).map(({ name }) => name)).toEqual([]);
  });

  test("中文页「」里的、英文页加粗的，都是界面上的原话", () => {
    const words = wordsOfTheScreens();
    const quoted = pages().flatMap(({ name, text }) =>
      [...text.matchAll(/「([^」]+)」|\*\*([^*]+)\*\*/g)].map(([, zh, en]) => ({ name, said: zh ?? en ?? "" })),
    );
    expect(quoted.length).toBeGreaterThan(100);
    expect(quoted.filter(({ said }) => !words.has(said)).map(({ name, said }) => `${name}: ${said}`)).toEqual([]);
  });

  test("仓库里的插图不大", () => {
    const sizes = readdirSync(join(GUIDE, "pictures")).map((file) => readFileSync(join(GUIDE, "pictures", file)).length);
    expect(Math.max(...sizes)).toBeLessThan(MOST_BYTES);
    expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThan(MOST_BYTES_IN_ALL);
  });
});
