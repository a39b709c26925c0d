import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import type { ChainEdge, ChainNode } from "#domains/chain/contract/chain.ts";
import { edgeColumns, nodeColumns } from "#domains/chain/contract/chain-columns.ts";
import { type Reading, readEdgeRow, readNodeRow } from "#domains/chain/rules/read-graph-rows.ts";
import { AppError } from "#kernel/app-error.ts";
import type { UploadedFile } from "#kernel/server/operation-context.ts";
import { readColumns } from "#kernel/server/read-columns.ts";
import type { SheetCells } from "#kernel/sheet-cells.ts";

export type ReadRow<Item> = { readonly row: number; readonly name: string | null; readonly reading: Reading<Item> };
export type GraphRows = { readonly nodes: readonly ReadRow<ChainNode>[]; readonly edges: readonly ReadRow<ChainEdge>[] };
type CellRow = { readonly row: number; readonly cells: SheetCells };

/** A whole graph out of one or two files, each row read by itself. @throws AppError `chain.file-…` for a file that is none. */
export async function readGraphFiles(files: readonly UploadedFile[]): Promise<GraphRows> {
  const read = await Promise.all(files.map(readCells));
  const nodes = read.flatMap((one) => one.nodes);
  const edges = read.flatMap((one) => one.edges);
  return {
    nodes: nodes.map(({ row, cells }) => ({ row, name: cells["name"]?.text.slice(0, 60) ?? null, reading: readNodeRow(row, cells) })),
    edges: edges.map(({ row, cells }) => ({
      row,
      name: `${cells["from"]?.text.slice(0, 40) ?? ""} → ${cells["to"]?.text.slice(0, 40) ?? ""}`,
      reading: readEdgeRow(row, cells),
    })),
  };
}

type CellRows = { readonly nodes: readonly CellRow[]; readonly edges: readonly CellRow[] };

function readCells(file: UploadedFile): Promise<CellRows> | CellRows {
  const ending = /\.([a-z]+)$/i.exec(file.name)?.[1]?.toLowerCase();
  if (ending === "json") return readJson(file);
  if (ending === "graphml" || ending === "xml") return readGraphml(file);
  if (ending === "xlsx" || ending === "csv") return readSheets(file);
  throw new AppError("chain.file-type", "invalid", { name: file.name });
}

/** A workbook holds places and edges on two sheets in either order; a CSV file one of them. */
async function readSheets(file: UploadedFile): Promise<CellRows> {
  const tryRead = async (columns: typeof nodeColumns, sheet: number) => {
    try {
      return await readColumns(file, columns, { sheet });
    } catch (error) {
      if (error instanceof AppError && error.code === "sheet.no-columns") return undefined;
      throw error;
    }
  };
  const [nodes, edges] = [await tryRead(nodeColumns, 0), await tryRead(edgeColumns, 0)];
  if (nodes === undefined && edges === undefined) throw new AppError("chain.file-columns", "invalid", { name: file.name });
  return nodes === undefined
    ? { nodes: (await tryRead(nodeColumns, 1)) ?? [], edges: edges ?? [] }
    : { nodes, edges: edges ?? (await tryRead(edgeColumns, 1)) ?? [] };
}

const decode = (bytes: Uint8Array): string => new TextDecoder("utf-8").decode(bytes);

const Told = z.record(z.string(), z.unknown());
const JsonGraph = z.object({ nodes: z.array(Told).max(20_000), edges: z.array(Told).max(80_000).default([]) });

function readJson({ name, bytes }: UploadedFile): CellRows {
  let told: unknown;
  try {
    told = JSON.parse(decode(bytes));
  } catch {
    throw new AppError("chain.file-json", "invalid", { name });
  }
  const graph = JsonGraph.safeParse(told);
  if (!graph.success) throw new AppError("chain.file-json", "invalid", { name });
  const cellsOf = (item: z.infer<typeof Told>, aliases: Readonly<Record<string, string>>): SheetCells =>
    Object.fromEntries(Object.entries(item).map(([key, value]) => [aliases[key] ?? key, { text: textOf(value) }]));
  return {
    nodes: graph.data.nodes.map((item, place) => ({ row: place + 1, cells: cellsOf(item, { classCodes: "classes" }) })),
    edges: graph.data.edges.map((item, place) => ({ row: place + 1, cells: cellsOf(item, {}) })),
  };
}

const textOf = (value: unknown): string =>
  value === null || value === undefined
    ? ""
    : Array.isArray(value)
      ? value.map(textOf).join("、")
      : typeof value === "object"
        ? JSON.stringify(value).slice(0, 100)
        : String(value);

const Attributes = z.object({ "@id": z.string().optional(), "@for": z.string().optional(), "@attr.name": z.string().optional() });
const Data = z.union([z.string(), z.object({ "@key": z.string().optional(), "#text": z.string().default("") })]);
const Element = z.object({
  "@id": z.string().optional(),
  "@source": z.string().optional(),
  "@target": z.string().optional(),
  data: z.array(Data).default([]),
});
const Graphml = z.object({
  graphml: z.object({
    key: z.array(Attributes).default([]),
    graph: z.union([
      z.object({ node: z.array(Element).max(20_000).default([]), edge: z.array(Element).max(80_000).default([]) }),
      z.literal(""),
    ]),
  }),
});

/** As other tools write it: what a key is called stands in its declaration. A document type is refused, for it can name files and grow without end. */
function readGraphml({ name, bytes }: UploadedFile): CellRows {
  const text = decode(bytes);
  const refusal = new AppError("chain.file-graphml", "invalid", { name });
  if (/<!DOCTYPE/i.test(text)) throw refusal;
  let told: unknown;
  try {
    told = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: "@",
      parseTagValue: false,
      parseAttributeValue: false,
      removeNSPrefix: true,
      isArray: (tag) => ["key", "node", "edge", "data"].includes(tag),
    }).parse(text, true);
  } catch {
    throw refusal;
  }
  const read = Graphml.safeParse(told);
  if (!read.success) throw refusal;
  const { key: keys, graph } = read.data.graphml;
  if (graph === "") return { nodes: [], edges: [] };
  const nameOf = new Map(keys.map((key) => [key["@id"] ?? "", key["@attr.name"] ?? key["@id"] ?? ""]));
  const cellsOf = (element: z.infer<typeof Element>, own: Readonly<Record<string, string | undefined>>): SheetCells =>
    Object.fromEntries([
      ...element.data.flatMap((data) =>
        typeof data === "string" ? [] : [[nameOf.get(data["@key"] ?? "") ?? data["@key"] ?? "", { text: data["#text"] }] as const],
      ),
      ...Object.entries(own).map(([field, value]) => [field, { text: value ?? "" }] as const),
    ]);
  return {
    nodes: graph.node.map((node, place) => ({ row: place + 1, cells: cellsOf(node, { code: node["@id"] }) })),
    edges: graph.edge.map((edge, place) => ({ row: place + 1, cells: cellsOf(edge, { from: edge["@source"], to: edge["@target"] }) })),
  };
}
