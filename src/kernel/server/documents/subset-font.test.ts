import { expect, test } from "vitest";
import { listTables, readGlyphIds } from "#kernel/server/documents/font-coverage.ts";
import { loadFonts } from "#kernel/server/documents/fonts.ts";
import { subsetFont } from "#kernel/server/documents/subset-font.ts";
import { hashOf } from "#kernel/server/files.ts";

const view = (font: Uint8Array) => new DataView(font.buffer, font.byteOffset, font.byteLength);
/** The outline of a glyph, byte by byte. */
function outline(font: Uint8Array, glyph: number): string {
  const tables = listTables(view(font));
  const at = (tag: string) => tables.get(tag)?.start ?? 0;
  const long = view(font).getInt16(at("head") + 50) === 1;
  const offset = (place: number) =>
    long ? view(font).getUint32(at("loca") + place * 4) : view(font).getUint16(at("loca") + place * 2) * 2;
  return Buffer.from(font.slice(at("glyf") + offset(glyph), at("glyf") + offset(glyph + 1))).toString("hex");
}

test.each(["regular", "bold"] as const)("%s：只留要的字，字形一笔不差，其余是空的", (weight) => {
  const whole = loadFonts()[weight];
  const small = subsetFont(whole, "云岭高新区2025é，𠮷云");
  const [before, after] = [readGlyphIds(whole), readGlyphIds(small)];
  const expected = [..."云岭高新区2025é，"].map((character) => character.codePointAt(0) ?? 0);
  expect([...after.keys()].sort()).toEqual([...new Set(expected)].sort());
  for (const code of expected) {
    expect(after.get(code)).toBe(before.get(code));
    expect(outline(small, after.get(code) ?? 0).replace(/0+$/, "")).toBe(outline(whole, before.get(code) ?? 0).replace(/0+$/, ""));
  }
  expect(outline(small, before.get("缺".codePointAt(0) ?? 0) ?? 0)).toBe("");
  expect(small.length).toBeLessThan(300_000);
});

test("取子集不动原来的字体：之后排的文书字宽不变", () => {
  const whole = loadFonts().regular;
  const before = hashOf(whole);
  subsetFont(whole, "督办单");
  expect(hashOf(whole)).toBe(before);
});

test("整个文件的校验和照规定", () => {
  const small = subsetFont(loadFonts().regular, "数");
  let sum = 0;
  for (let at = 0; at < small.length; at += 4) sum = (sum + view(small).getUint32(at)) >>> 0;
  expect(sum).toBe(0xb1b0afba);
});
