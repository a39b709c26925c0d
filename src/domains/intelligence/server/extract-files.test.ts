import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ExtractionFile } from "#domains/intelligence/contract/extraction-file.ts";
import { extractFiles } from "#domains/intelligence/server/extract-files.ts";
import { localDate } from "#kernel/local-date.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "extract-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("each readable file gets its findings, a refused one holds up nobody", async () => {
  const good = join(folder, "季度.快报.txt");
  await writeFile(good, "云岭高新区一季度开局良好\n\n今年一季度,云岭高新区完成固定资产投资36.5亿元,同比增长9.2%。\n");
  await writeFile(join(folder, "旧.doc"), Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]));
  const out = join(folder, "out");
  const results = await extractFiles([good, join(folder, "旧.doc"), join(folder, "没有.txt"), good], {
    out,
    published: localDate("2023-04-20"),
  });
  expect(results.map((result) => ("refused" in result ? result.refused.code : "written"))).toEqual([
    "written",
    "document.old-office",
    "document.unreadable",
    "document.same-name",
  ]);
  const written = ExtractionFile.parse(JSON.parse(await readFile(join(out, "季度.快报.json"), "utf8")));
  expect(written.text).toContain("完成固定资产投资36.5亿元");
  expect(written.metrics).toContainEqual(expect.objectContaining({ value: 36.5, unit: "亿元", yoy_pct: 9.2, region: "云岭高新区" }));
});

test("a folder that cannot be written is one clear refusal", async () => {
  const file = join(folder, "平常文件");
  await writeFile(file, "x");
  await expect(extractFiles([file], { out: join(file, "里面"), published: null })).rejects.toMatchObject({ code: "document.output" });
});
