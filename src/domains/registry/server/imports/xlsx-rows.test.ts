import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { sheetRows } from "#domains/registry/server/imports/xlsx-rows.ts";
import type { FileStore } from "#kernel/server/files.ts";

const holding = (bytes: Buffer): FileStore => ({ read: async () => Readable.from([bytes]) }) as unknown as FileStore;

async function read(bytes: Buffer): Promise<string> {
  let rows = 0;
  try {
    for await (const _ of sheetRows(holding(bytes), "zone", { hash: "hash", name: "名录.xlsx" })) rows += 1;
    return `${rows} rows`;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

async function workbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("名录");
  for (let row = 0; row < 200; row += 1) sheet.addRow([`企业${row}`, `91500000MA${row}`, "某街道某路"]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

test("完好的工作簿逐行读完", async () => {
  expect(await read(await workbook())).toBe("200 rows");
});

test("任何一处损坏都有个了结：读得出的读出，读不出的说一句话，没有一个永远等下去", async () => {
  const whole = await workbook();
  const damaged = Array.from({ length: 40 }, (_, number) => {
    const place = Math.floor((whole.length * (number + 0.5)) / 40);
    const bytes = Buffer.from(whole);
    if (number % 4 === 0) return bytes.subarray(0, place);
    if (number % 4 === 1) bytes.writeUInt8(bytes.readUInt8(place) ^ 0xff, place);
    if (number % 4 === 2) return Buffer.concat([bytes.subarray(0, place), Buffer.alloc(24, number), bytes.subarray(place)]);
    if (number % 4 === 3) bytes.writeUInt32LE(0xfffffff0, Math.min(place, bytes.length - 4));
    return bytes;
  });
  const ends = await Promise.all(damaged.map(read));
  expect(ends.filter((end) => !/^\d+ rows$|^registry\.import-cut$/.test(end))).toEqual([]);
  expect(ends).toContain("registry.import-cut");
});
