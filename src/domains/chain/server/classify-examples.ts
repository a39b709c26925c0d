import { access } from "node:fs/promises";
import { join } from "node:path";
import { ancestorsOf } from "#domains/chain/rules/classify-codes.ts";
import type { ClassifyClass, ClassifyExample } from "#domains/chain/rules/classify-example.ts";
import { readTable } from "#domains/chain/server/classify-table.ts";
import { AppError, type ErrorParams } from "#kernel/app-error.ts";

export type RowNote = { readonly code: string; readonly params: ErrorParams };
export type ReadExamples = {
  readonly classes: readonly ClassifyClass[];
  readonly examples: readonly ClassifyExample[];
  readonly notes: readonly RowNote[];
};

/** `600373.SH` and `600373` are one company: the exchange is no part of the number. */
const plainCode = (code: string): string => code.replace(/\.[A-Za-z]{2,4}$/, "");

/** The file as named, or packed with gzip under the same name. */
async function whichever(folder: string, name: string): Promise<string> {
  const packed = name.endsWith(".gz") ? name : `${name}.gz`;
  const plain = packed.slice(0, -3);
  for (const path of [join(folder, name), join(folder, packed), join(folder, plain)]) {
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (there) return path;
  }
  return join(folder, name);
}

/** Labelled companies with their products, and the industries. A row that cannot be used is noted and left out alone. */
export async function readExamples(folder: string): Promise<ReadExamples> {
  const industries = await readTable(await whichever(folder, "sw_industries.csv"), ["code", "name"]);
  const labels = await readTable(await whichever(folder, "company_industry.csv"), ["stock_code", "sw_code"]);
  const products = await readTable(await whichever(folder, "company_product.csv.gz"), ["stock_code", "product"]);
  const notes: RowNote[] = [];
  const classes = new Map<string, string>();
  for (const { cells } of industries.rows) if (cells["code"]) classes.set(cells["code"], cells["name"] ?? "");

  const sold = new Map<string, { text: string; share: number | null }[]>();
  const names = new Map<string, Set<string>>();
  const addName = (id: string, text: string | undefined): void => {
    if (text) names.set(id, (names.get(id) ?? new Set()).add(text));
  };
  for (const { row, cells } of products.rows) {
    const id = plainCode(cells["stock_code"] ?? "");
    if (id === "") {
      notes.push({ code: "classify.example-no-id", params: { file: "company_product", row } });
      continue;
    }
    const share = Number.parseFloat(cells["weight"] ?? "");
    const list = sold.get(id) ?? [];
    list.push({ text: cells["product"] ?? "", share: Number.isFinite(share) ? share : null });
    sold.set(id, list);
    addName(id, cells["company_full_name"]);
  }
  const examples: ClassifyExample[] = [];
  for (const { row, cells } of labels.rows) {
    const [id, code, said] = [plainCode(cells["stock_code"] ?? ""), cells["sw_code"] ?? "", cells["sw_name"] ?? ""];
    if (id === "") notes.push({ code: "classify.example-no-id", params: { file: "company_industry", row } });
    else if (code === "" || (!classes.has(code) && said === "")) {
      notes.push({ code: "classify.example-unknown-code", params: { row, code } });
    } else {
      // A code that the list lacks, of another year's edition, is named by the example itself.
      if (!classes.has(code)) classes.set(code, said);
      addName(id, cells["short_name"]);
      examples.push({ id, code, names: [...(names.get(id) ?? [])].reverse(), products: sold.get(id) ?? [] });
    }
  }
  if (examples.length === 0) throw new AppError("classify.no-examples", "invalid", { path: folder });
  return { classes: [...classes].map(([code, name]) => ({ code, name, ancestors: ancestorsOf(code) })), examples, notes };
}
