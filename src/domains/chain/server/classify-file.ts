import { type ClassifyModel, learn } from "#domains/chain/rules/classify.ts";
import type { RankedClass } from "#domains/chain/rules/classify-example.ts";
import { type RowNote, readExamples } from "#domains/chain/server/classify-examples.ts";
import { readTable, type TableRow } from "#domains/chain/server/classify-table.ts";

export type ClassifiedRow = { readonly id: string; readonly industries: readonly RankedClass[] };

/** The first three industries of each row of a CSV file, learned from a folder of labelled examples. */
export async function classifyFile(path: string, folder: string, note: (note: RowNote) => void): Promise<readonly ClassifiedRow[]> {
  const table = await readTable(path, ["id", "products"]);
  const { examples, classes, notes } = await readExamples(folder);
  notes.forEach(note);
  if (table.brokenAt !== null) note({ code: "classify.row-quotes", params: { row: table.brokenAt } });
  const model = learn(examples, classes);
  return table.rows.flatMap((row) => {
    if (row.found !== table.columns.length)
      note({ code: "classify.row-cells", params: { row: row.row, found: row.found, expected: table.columns.length } });
    return classifyRow(row, model, note);
  });
}

function classifyRow({ row, cells }: TableRow, model: ClassifyModel, note: (note: RowNote) => void): readonly ClassifiedRow[] {
  const id = cells["id"] ?? "";
  if (id === "") {
    note({ code: "classify.row-no-id", params: { row } });
    return [];
  }
  if (Object.values(cells).some((cell) => cell.includes("\ufffd"))) note({ code: "classify.row-damaged", params: { row } });
  const products = productsOf(cells["products"] ?? "");
  const name = whole(cells["name"] ?? "");
  if (products.length === 0 && name === "") note({ code: "classify.row-no-evidence", params: { row, id } });
  return [{ id, industries: model.rank({ name, products }) }];
}

/** A row that names more is a catalogue: what comes first says what the enterprise is. */
const MOST_PRODUCTS = 500;

const productsOf = (text: string): readonly string[] =>
  text
    .split(/[;；\n]/)
    .map((product) => whole(product.trim()))
    .filter((product) => product !== "")
    .slice(0, MOST_PRODUCTS);

/** Characters that were lost on the way say nothing. */
const whole = (text: string): string => text.replaceAll("\ufffd", "");
