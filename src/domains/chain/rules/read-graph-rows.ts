import {
  type ChainEdge,
  ChainLevel,
  type ChainNode,
  ClassCode,
  EdgeKind,
  EvidenceStrength,
  edgeKindWords,
  evidenceWords,
  levelWords,
  NodeCode,
} from "#domains/chain/contract/chain.ts";
import { candidateColumns, edgeColumns, nodeColumns } from "#domains/chain/contract/chain-columns.ts";
import type { Candidate } from "#domains/chain/contract/placement.ts";
import { RowReader, type SheetCells, upTo } from "#kernel/sheet-cells.ts";
import type { Text } from "#kernel/texts.ts";
import { isUscc, normaliseUscc } from "#kernel/uscc.ts";

export type Reading<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly Text[] };

/** One row of the sheet of places; every bad cell becomes one sentence. */
export function readNodeRow(row: number, cells: SheetCells): Reading<ChainNode> {
  const reader = new RowReader(row, cells, nodeColumns);
  const code = reader.read("code", (found) => NodeCode.safeParse(found).data);
  const level = reader.read("level", (found) => keyOf(levelWords, ChainLevel.options, found));
  const name = reader.read("name", upTo(60));
  const parent = reader.read("parent", (found) => NodeCode.safeParse(found).data);
  const nameEn = reader.read("nameEn", upTo(120));
  const classCodes = reader.read(
    "classes",
    listOf((one) => ClassCode.safeParse(one.toUpperCase()).data, 20),
  );
  const products = reader.read("products", listOf(upTo(60), 60));
  const note = reader.read("note", upTo(500));
  if (reader.problems.length > 0 || code === undefined || level === undefined || name === undefined)
    return { ok: false, problems: reader.problems };
  return {
    ok: true,
    value: {
      code,
      level,
      name,
      parent: parent ?? null,
      nameEn: nameEn ?? "",
      classCodes: [...(classCodes ?? [])],
      products: [...(products ?? [])],
      note: note ?? "",
    },
  };
}

export function readEdgeRow(row: number, cells: SheetCells): Reading<ChainEdge> {
  const reader = new RowReader(row, cells, edgeColumns);
  const from = reader.read("from", (found) => NodeCode.safeParse(found).data);
  const to = reader.read("to", (found) => NodeCode.safeParse(found).data);
  const kind = reader.read("kind", (found) => keyOf(edgeKindWords, EdgeKind.options, found));
  const strength = reader.read("strength", (found) => keyOf(evidenceWords, EvidenceStrength.options, found));
  const evidence = reader.read("evidence", upTo(500));
  if (reader.problems.length > 0 || from === undefined || to === undefined || kind === undefined)
    return { ok: false, problems: reader.problems };
  return { ok: true, value: { from, to, kind, strength: strength ?? "weak", evidence: evidence ?? "" } };
}

export function readCandidateRow(row: number, cells: SheetCells): Reading<Candidate> {
  const reader = new RowReader(row, cells, candidateColumns);
  const name = reader.read("name", (found) => (found.length >= 2 && found.length <= 120 ? found : undefined));
  const uscc = reader.read("uscc", (found) => (isUscc(normaliseUscc(found)) ? normaliseUscc(found) : undefined));
  const classCode = reader.read("classCode", (found) => ClassCode.safeParse(found.toUpperCase()).data);
  const products = reader.read("products", listOf(upTo(60), 60));
  const segments = reader.read("segments", listOf(upTo(60), 60));
  if (reader.problems.length > 0 || name === undefined) return { ok: false, problems: reader.problems };
  return {
    ok: true,
    value: {
      name,
      ...(uscc === undefined ? {} : { uscc }),
      ...(classCode === undefined ? {} : { classCode }),
      products: [...(products ?? [])],
      segments: [...(segments ?? [])],
    },
  };
}

/** Several values in one cell; one that will not do spoils the cell. */
const listOf =
  <Value>(read: (one: string) => Value | undefined, most: number) =>
  (found: string): readonly Value[] | undefined => {
    const parts = found
      .split(/[、，,；;]/)
      .map((one) => one.trim())
      .filter((one) => one !== "");
    const values = parts.flatMap((one) => read(one) ?? []);
    return values.length === parts.length && parts.length <= most ? [...new Set(values)] : undefined;
  };

/** By either word as the template has it, by its beginning, or by the key itself. */
const keyOf = <Key extends string>(words: Readonly<Record<Key, Text>>, keys: readonly Key[], found: string): Key | undefined => {
  const asked = found.toLowerCase();
  return (
    keys.find((key) => key === asked || words[key].zh === found || words[key].en.toLowerCase() === asked) ??
    keys.find((key) => words[key].zh.startsWith(found) || words[key].zh.endsWith(found) || words[key].en.toLowerCase().startsWith(asked))
  );
};
