import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFolderStore, type FileStore, hashOf, keepFile } from "#kernel/server/files.ts";
import { sniffType } from "#kernel/server/sniff-type.ts";
import { createTestDatabase, type TestDatabase } from "#kernel/server/test-database.ts";

let database: TestDatabase;
let store: FileStore;
const bytesOf = (text: string) => new TextEncoder().encode(text);
beforeAll(async () => {
  database = await createTestDatabase();
  store = createFolderStore(join(database.dataDir, "files"));
});
afterAll(() => database.close());
const keep = (bytes: Uint8Array, limits = { maxBytes: 1_048_576 }, actor = database.actor("statistics")) =>
  database.uow.run(actor, {}, (tx) => keepFile(tx, store, bytes, limits));

test("存取一致；同样的内容只存一份", async () => {
  const bytes = bytesOf("园区成绩单");
  const first = await keep(bytes);
  expect(await keep(bytes)).toEqual(first);
  expect(first).toEqual({ hash: hashOf(bytes), size: 15, mime: "text/plain" });
  expect(await store.get(database.zoneId, first.hash)).toEqual(Buffer.from(bytes));
  expect(await database.tamper("select 1 from file where hash = $1", [first.hash])).toHaveLength(1);
});

test("园区之间不共用：别的园区取不到", async () => {
  const { hash } = await keep(bytesOf("甲区的文件"));
  await expect(store.get(database.otherZoneId, hash)).rejects.toMatchObject({ code: "file.missing", kind: "not-found" });
});

test("企业用户只见自己存的文件", async () => {
  const { hash } = await keep(bytesOf("机关文件"));
  const enterprise = database.actor("enterprise");
  const own = await keep(bytesOf("企业文件"), { maxBytes: 100 }, enterprise);
  const seen = await database.uow.run(enterprise, { readOnly: true }, (tx) => tx.selectFrom("file").select("hash").execute());
  expect(seen).toEqual([{ hash: own.hash }]);
  expect(hash).not.toBe(own.hash);
});

test("太大、空的、种类不对：一句话拒绝，什么也不留下", async () => {
  await expect(keep(new Uint8Array(0))).rejects.toMatchObject({ code: "file.empty" });
  await expect(keep(bytesOf("12345"), { maxBytes: 4 })).rejects.toMatchObject({ code: "file.too-large", kind: "too-large" });
  const limits = { maxBytes: 100, types: ["application/pdf"] };
  await expect(keep(bytesOf("<html>"), limits)).rejects.toMatchObject({ code: "file.type-refused", params: { found: "text/html" } });
});

test("路径穿越：不是哈希就没有这份文件", async () => {
  for (const hash of ["../../etc/passwd", "..", "", "A".repeat(64), `${"a".repeat(63)}/`])
    await expect(store.get(database.zoneId, hash)).rejects.toMatchObject({ code: "file.missing" });
  await expect(store.put("../x", bytesOf("x"))).rejects.toMatchObject({ code: "file.missing" });
});

test("磁盘上的内容坏了：说出来，不拿坏的当好的", async () => {
  const { hash } = await keep(bytesOf("完好的内容"));
  await writeFile(join(database.dataDir, "files", database.zoneId, hash.slice(0, 2), hash), "坏了的内容!");
  await expect(store.get(database.zoneId, hash)).rejects.toMatchObject({ code: "file.damaged" });
});

test("并发写同一份：完整，且不留半截", async () => {
  const bytes = new Uint8Array(300_000).fill(7);
  await Promise.all(Array.from({ length: 8 }, () => store.put(database.zoneId, bytes)));
  const hash = hashOf(bytes);
  expect((await store.get(database.zoneId, hash)).byteLength).toBe(300_000);
  expect(await readdir(join(database.dataDir, "files", database.zoneId, hash.slice(0, 2)))).toEqual([hash]);
});

test("流式存入：边来边算，从任意位置读出；超过上限的一个字节也不留", async () => {
  const pieces = Array.from({ length: 40 }, (_, place) => new Uint8Array(10_000).fill(place));
  const whole = Buffer.concat(pieces);
  const stream = async function* () {
    yield* pieces;
  };
  const stored = await store.putStream(database.zoneId, stream(), whole.byteLength);
  expect(stored).toEqual({ hash: hashOf(whole), size: 400_000 });
  const read: Buffer[] = [];
  for await (const piece of await store.read(database.zoneId, stored.hash, 390_000)) read.push(piece as Buffer);
  expect(Buffer.concat(read)).toEqual(whole.subarray(390_000));
  await expect(store.putStream(database.zoneId, stream(), 399_999)).rejects.toMatchObject({ code: "file.too-large", kind: "too-large" });
  expect((await readdir(join(database.dataDir, "files", database.zoneId))).filter((name) => name.startsWith("incoming"))).toEqual([]);
  await expect(store.read(database.zoneId, "0".repeat(64))).rejects.toMatchObject({ code: "file.missing" });
});

test.each([
  ["%PDF-1.7\n%âãÏÓ", "application/pdf"],
  ["\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"],
  ["<!DOCTYPE html><p>园区", "text/html"],
  ["  \n<html lang=zh>", "text/html"],
  ["MIME-Version: 1.0\r\nContent-Type: multipart/related", "message/rfc822"],
  ['<?xml version="1.0"?><rss></rss>', "application/xml"],
  ['{"figures": []}', "application/json"],
  ["上半年出口881.7亿元", "text/plain"],
  ["MZ\0\0binary", "application/x-msdownload"],
  ["\0\0\0\0", "application/octet-stream"],
])("按内容识别：%j → %s", async (text, expected) => {
  const bytes = [...text].every((character) => character.charCodeAt(0) < 256)
    ? Uint8Array.from(text, (character) => character.charCodeAt(0))
    : bytesOf(text);
  expect(await sniffType(bytes)).toBe(expected);
});
