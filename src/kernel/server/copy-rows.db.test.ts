import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { arrayLiteral, copyRows, copyValue } from "#kernel/server/copy-rows.ts";
import { createTestDatabase, type TestDatabase } from "#kernel/server/test-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const hostile = ["制表\t换行\n回车\r反斜\\", "\\N", "\\.", '引号"和{花}括号,逗号', "", "null", "NULL", " 空格 ", "芯曜𠮷"];

test("COPY 在本事务的连接里：特殊字符原样进去，空值是空，事务回滚就什么都没有", async () => {
  const read = await database.uow.run(database.actor("statistics"), {}, async (tx) => {
    await sql`create temporary table copied (place integer, words text, list text[]) on commit drop`.execute(tx);
    const lines = hostile.map((words, place) => `${[place, copyValue(words), copyValue(arrayLiteral([words, "乙"]))].join("\t")}\n`);
    await copyRows(
      tx,
      "copied",
      ["place", "words", "list"],
      [Buffer.from(lines.slice(0, 4).join("")), Buffer.from(lines.slice(4).join(""))],
    );
    await copyRows(tx, "copied", ["place", "words"], [Buffer.from(`99\t${copyValue(null)}\n`)]);
    return (await sql<{ place: number; words: string | null; list: string[] | null }>`select * from copied order by place`.execute(tx))
      .rows;
  });
  expect(read.slice(0, -1).map((row) => [row.words, row.list])).toEqual(hostile.map((words) => [words, [words, "乙"]]));
  expect(read.at(-1)).toEqual({ place: 99, words: null, list: null });
});

test("坏的行、不存在的表、没有权限的表：如数据库所说地失败，连接还能用", async () => {
  const actor = database.actor("statistics");
  const copy = (table: string, text: string) =>
    database.uow.run(actor, {}, async (tx) => {
      await sql`create temporary table copied (place integer) on commit drop`.execute(tx);
      await copyRows(tx, table, ["place"], [Buffer.from(text)]);
    });
  await expect(copy("copied", "不是数\n")).rejects.toMatchObject({ code: "database.bad-value" });
  await expect(copy("no_such_table", "1\n")).rejects.toThrow(/does not exist/);
  await expect(copy("migration", "1\n")).rejects.toThrow();
  await expect(copy("copied; drop", "1\n")).rejects.toThrow(/not a name/);
  await copy("copied", "1\n2\n");
});
