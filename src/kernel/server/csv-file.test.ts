import { expect, test } from "vitest";
import { csvFile } from "#kernel/server/csv-file.ts";

test("a file that Excel reads: byte-order mark, quotes where needed, no cell a formula, negative numbers as they are", () => {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
    csvFile(
      ["名称", "数值"],
      [
        ["=1+1", "-5"],
        ["＝cmd", " =1"],
        ['甲"乙,丙', ""],
      ],
    ),
  );
  expect(text).toBe(`\ufeff名称,数值\r\n'=1+1,-5\r\n'＝cmd,' =1\r\n"甲""乙,丙",\r\n`);
});
