import type { ChainContent, ChainEdge, ChainNode, EdgeKind } from "#domains/chain/contract/chain.ts";
import { got, type Outcome, refused } from "#kernel/outcome.ts";

/** Rows of one file of the data set by their heads. */
export type EtoRow = Readonly<Record<string, string>>;
export type EtoFiles = {
  readonly stages: readonly EtoRow[];
  readonly inputs: readonly EtoRow[];
  readonly sequence: readonly EtoRow[];
};
export type EtoReading = { readonly content: ChainContent; readonly warnings: readonly string[] };

const NEEDED: Readonly<Record<keyof EtoFiles, readonly string[]>> = {
  stages: ["stage_id", "stage_name"],
  inputs: ["input_id", "input_name", "type", "stage_id"],
  sequence: ["input_id", "goes_into_id", "is_type_of_id"],
};
const ROOT: ChainNode = {
  code: "SC",
  level: "industry",
  parent: null,
  name: "半导体",
  nameEn: "Semiconductors",
  classCodes: ["C3972", "C3973", "C3562"],
  products: [],
  note: "Emerging Technology Observatory, Advanced Semiconductor Supply Chain Dataset (CC BY-NC 4.0)",
};
const LONGEST_NAME = 60;
const LONGEST_NOTE = 500;

const KIND_OF: Readonly<Record<string, EdgeKind>> = {
  tool_resource: "equipment",
  material_resource: "material",
  process: "service",
  ultimate_output: "component",
};

/**
 * The open semiconductor data set as a graph: one industry; its stages are fields; what a stage consists of, and the tools and materials of
 * each process, are directions, and types of these are nodes. `goes into` becomes an edge from upstream to downstream.
 */
export function readEto(files: EtoFiles): Outcome<EtoReading, "chain.eto-columns"> {
  for (const [file, heads] of Object.entries(NEEDED) as [keyof EtoFiles, readonly string[]][]) {
    const missing = heads.find((head) => files[file][0] !== undefined && !(head in files[file][0]));
    if (missing !== undefined || files[file].length === 0)
      return refused("chain.eto-columns", { name: `${file}.csv`, column: missing ?? (heads[0] as string) });
  }
  const warnings: string[] = [];
  const inputs = new Map(files.inputs.map((row) => [row["input_id"] ?? "", row]));
  const parentType = new Map(
    files.sequence.flatMap((row) => (row["is_type_of_id"] ? [[row["input_id"] ?? "", row["is_type_of_id"]] as const] : [])),
  );
  const into = Map.groupBy(
    files.sequence.filter((row) => row["goes_into_id"]),
    (row) => row["input_id"] ?? "",
  );
  const stageOf = (id: string): string | undefined => findStage(id, { inputs, parentType, into });
  const rootOf = (id: string): string => {
    const seen = new Set<string>();
    let here = id;
    for (let above = parentType.get(here); above !== undefined && inputs.has(above) && !seen.has(here); above = parentType.get(here)) {
      seen.add(here);
      here = above;
    }
    return here;
  };
  const fields = files.stages.map((row) =>
    nodeOf(row["stage_id"] ?? "", row["stage_name"] ?? "", "field", ROOT.code, row["description"] ?? ""),
  );
  const known = new Set(fields.map(({ code }) => code));
  const unplaced: ChainNode = {
    ...ROOT,
    code: "S0",
    level: "field",
    parent: ROOT.code,
    name: "其他投入",
    nameEn: "Other inputs",
    classCodes: [],
    note: "",
  };
  const places = [...inputs].map(([id, row]): ChainNode => {
    const root = rootOf(id);
    if (root !== id) return nodeOf(id, row["input_name"] ?? id, "node", root, row["description"] ?? "");
    const stage = stageOf(id);
    if (stage === undefined || !known.has(stage))
      warnings.push(`${row["input_name"] ?? id}: no stage is known; put under “${unplaced.nameEn}”`);
    return nodeOf(
      id,
      row["input_name"] ?? id,
      "direction",
      stage !== undefined && known.has(stage) ? stage : unplaced.code,
      row["description"] ?? "",
    );
  });
  const edges = new Map<string, ChainEdge>();
  for (const row of files.sequence) {
    const [from, to] = [row["input_id"] ?? "", row["goes_into_id"] ?? ""];
    if (to === "" || from === to) continue;
    if (!inputs.has(from) || !inputs.has(to)) {
      warnings.push(`${row["input_name"] ?? from} → ${row["goes_into_name"] ?? to}: an end is not among the inputs; left out`);
      continue;
    }
    const kind = KIND_OF[inputs.get(from)?.["type"] ?? ""] ?? "material";
    edges.set(`${from} ${to} ${kind}`, { from, to, kind, strength: "medium", evidence: "ETO sequence.csv" });
  }
  const needsRest = places.some(({ parent }) => parent === unplaced.code);
  return got({ content: { nodes: [ROOT, ...fields, ...(needsRest ? [unplaced] : []), ...places], edges: [...edges.values()] }, warnings });
}

const nodeOf = (code: string, name: string, level: ChainNode["level"], parent: string, note: string): ChainNode => ({
  code,
  level,
  parent,
  name: name.slice(0, LONGEST_NAME),
  nameEn: name.slice(0, LONGEST_NAME * 2),
  classCodes: [],
  products: [],
  note: note.replace(/\s+/g, " ").trim().slice(0, LONGEST_NOTE),
});

type Ways = {
  readonly inputs: ReadonlyMap<string, EtoRow>;
  readonly parentType: ReadonlyMap<string, string>;
  readonly into: ReadonlyMap<string, readonly EtoRow[]>;
};

/** The stage of the first process that an input goes into, however many steps on; of a type, that of what it is a type of. */
function findStage(id: string, { inputs, parentType, into }: Ways): string | undefined {
  const seen = new Set<string>();
  for (let next = [id]; next.length > 0; ) {
    const here = next.filter((one) => !seen.has(one));
    for (const one of here) seen.add(one);
    const stage = here.map((one) => inputs.get(one)?.["stage_id"]).find((found) => found !== undefined && found !== "");
    if (stage !== undefined) return stage;
    next = here.flatMap((one) => [
      ...(into.get(one) ?? []).flatMap((row) => row["goes_into_id"] ?? []),
      ...(parentType.get(one) === undefined ? [] : [parentType.get(one) ?? ""]),
    ]);
  }
  return undefined;
}
