import type ExcelJS from "exceljs";
import { type ChainContent, edgeKindWords, evidenceWords, levelWords } from "#domains/chain/contract/chain.ts";
import { edgeColumns, graphNames, nodeColumns } from "#domains/chain/contract/chain-columns.ts";
import type { GraphFormat } from "#domains/chain/contract/version-operations.ts";
import { harmless } from "#kernel/harmless-cell.ts";
import { csvFile } from "#kernel/server/csv-file.ts";
import { templateWords } from "#kernel/sheet-texts.ts";
import type { Language } from "#kernel/texts.ts";

type File = { readonly name: string; readonly mime: string; readonly bytes: Uint8Array<ArrayBuffer> };
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** A version as a file that can be imported again as it is. CSV holds the places alone. */
export async function writeGraphFile(content: ChainContent, format: GraphFormat, title: string, language: Language): Promise<File> {
  const name = `${graphNames.file[language]}-${title}.${format}`;
  if (format === "json") return { name, mime: "application/json", bytes: encode(`${JSON.stringify(content, null, 2)}\n`) };
  if (format === "graphml") return { name, mime: "application/xml", bytes: encode(graphmlOf(content)) };
  if (format === "csv") {
    const head = nodeColumns.map((column) => column.head[language]);
    return { name, mime: "text/csv; charset=utf-8", bytes: csvFile(head, nodeRows(content, language)) };
  }
  return { name, mime: XLSX, bytes: await workbookOf(content, language, false) };
}

/** The empty workbook to fill in, with a sheet that explains its columns. */
export const graphTemplateFile = async (language: Language): Promise<File> => ({
  name: `${graphNames.file[language]}.xlsx`,
  mime: XLSX,
  bytes: await workbookOf({ nodes: [], edges: [] }, language, true),
});

const nodeRows = ({ nodes }: ChainContent, language: Language): readonly (readonly string[])[] =>
  nodes.map((node) => [
    node.code,
    levelWords[node.level][language],
    node.name,
    node.parent ?? "",
    node.nameEn,
    node.classCodes.join("、"),
    node.products.join("、"),
    node.note,
  ]);

async function workbookOf(content: ChainContent, language: Language, explained: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const { default: library } = await import("exceljs");
  const workbook: ExcelJS.Workbook = new library.Workbook();
  const add = (title: string, columns: typeof nodeColumns, rows: readonly (readonly string[])[]) => {
    const sheet = workbook.addWorksheet(title, { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.columns = columns.map(({ key, head, width }) => ({ key, header: head[language], width }));
    sheet.getRow(1).font = { bold: true };
    for (const row of rows) sheet.addRow(row.map(harmless));
  };
  add(graphNames.nodes[language], nodeColumns, nodeRows(content, language));
  add(
    graphNames.edges[language],
    edgeColumns,
    content.edges.map(({ from, to, kind, strength, evidence }) => [
      from,
      to,
      edgeKindWords[kind][language],
      evidenceWords[strength][language],
      evidence,
    ]),
  );
  if (explained) {
    const help = workbook.addWorksheet(templateWords.help[language]);
    help.columns = [{ width: 18 }, { width: 10 }, { width: 70 }];
    for (const { head, required, expected } of [...nodeColumns, ...edgeColumns])
      help.addRow([head[language], (required ? templateWords.required : templateWords.optional)[language], expected[language]]);
  }
  return Uint8Array.from(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

const NODE_KEYS = ["level", "name", "parent", "nameEn", "classes", "products", "note"] as const;
const EDGE_KEYS = ["kind", "strength", "evidence"] as const;

function graphmlOf({ nodes, edges }: ChainContent): string {
  const declared = (keys: readonly string[], of: "node" | "edge") =>
    keys.map((key) => `  <key id="${key}" for="${of}" attr.name="${key}" attr.type="string"/>`);
  const data = (pairs: Readonly<Record<string, string>>) =>
    Object.entries(pairs).flatMap(([key, text]) => (text === "" ? [] : [`      <data key="${key}">${escaped(text)}</data>`]));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...declared(NODE_KEYS, "node"),
    ...declared(EDGE_KEYS, "edge"),
    '  <graph id="chain" edgedefault="directed">',
    ...nodes.flatMap(({ code, level, name, parent, nameEn, classCodes, products, note }) => [
      `    <node id="${escaped(code)}">`,
      ...data({ level, name, parent: parent ?? "", nameEn, classes: classCodes.join("、"), products: products.join("、"), note }),
      "    </node>",
    ]),
    ...edges.flatMap(({ from, to, kind, strength, evidence }, place) => [
      `    <edge id="e${place + 1}" source="${escaped(from)}" target="${escaped(to)}">`,
      ...data({ kind, strength, evidence }),
      "    </edge>",
    ]),
    "  </graph>",
    "</graphml>",
    "",
  ].join("\n");
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** Without the control characters that XML cannot hold. */
const escaped = (text: string): string =>
  text.replace(/[\p{Cc}]/gu, (found) => (/[\t\n\r]/.test(found) ? found : "")).replace(/[&<>"]/g, (found) => ENTITIES[found] ?? found);
