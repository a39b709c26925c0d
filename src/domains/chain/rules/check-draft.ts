import {
  type ChainContent,
  type ChainEdge,
  ChainLevel,
  type ChainNode,
  type DraftProblem,
  levelWords,
} from "#domains/chain/contract/chain.ts";
import { draftTexts } from "#domains/chain/contract/chain-texts.ts";
import { say } from "#kernel/texts.ts";

type Params = Readonly<Record<string, unknown>>;
type Said = (language: "zh" | "en") => Params;

const problem = (severity: DraftProblem["severity"], code: keyof typeof draftTexts, node: string | null, params: Said): DraftProblem => ({
  severity,
  code,
  node,
  text: { zh: say(draftTexts[code], "zh", params("zh")), en: say(draftTexts[code], "en", params("en")) },
});

/** As the language has it; without an English name the Chinese stands for both. */
const named = ({ name, nameEn }: Pick<ChainNode, "name" | "nameEn">, language: "zh" | "en"): string =>
  (language === "en" && nameEn) || name;

/** The level that stands above another; an industry has none. */
export const levelAbove = (level: ChainLevel): ChainLevel | null => ChainLevel.options[ChainLevel.options.indexOf(level) - 1] ?? null;

/** Everything that is wrong with a draft, errors first, in the order of the nodes. Whether a class is one is for the register to say. */
export function checkDraft({ nodes, edges }: ChainContent, isClass: (code: string) => boolean = () => true): readonly DraftProblem[] {
  const byCode = new Map(nodes.map((node) => [node.code, node]));
  const problems = [
    ...nodes.flatMap((node, place) => [...checkNode(node, byCode), ...checkTwice(node, place, nodes, byCode)]),
    ...edges.flatMap((edge) => checkEdge(edge, byCode)),
    ...materialCycles(edges).map((cycle) => {
      return problem("warning", "draft.material-cycle", cycle[0] ?? null, (language) => ({
        path: [...cycle, ...cycle.slice(0, 1)].map((code) => nameOf(byCode, code, language)).join(" → "),
      }));
    }),
    ...nodes.flatMap((node) =>
      node.classCodes
        .filter((code) => !isClass(code))
        .map((code) => problem("warning", "draft.no-such-class", node.code, (language) => ({ name: named(node, language), code }))),
    ),
    ...nodes.flatMap((node) =>
      node.level === "direction" && node.classCodes.length === 0 && node.products.length === 0
        ? [problem("warning", "draft.nothing-to-match", node.code, (language) => ({ name: named(node, language) }))]
        : [],
    ),
  ];
  return problems.toSorted((one, other) => (one.severity === other.severity ? 0 : one.severity === "error" ? -1 : 1));
}

function checkNode(node: ChainNode, byCode: ReadonlyMap<string, ChainNode>): readonly DraftProblem[] {
  const wanted = levelAbove(node.level);
  const params: Said = (language) => ({
    name: named(node, language),
    code: node.code,
    parent: node.parent ?? "",
    level: levelWords[node.level][language],
    wanted: wanted === null ? "" : levelWords[wanted][language],
  });
  if (wanted === null) return node.parent === null ? [] : [problem("error", "draft.industry-with-parent", node.code, params)];
  if (node.parent === null) return [problem("error", "draft.no-parent", node.code, params)];
  const parent = byCode.get(node.parent);
  if (parent === undefined) return [problem("error", "draft.parent-missing", node.code, params)];
  if (parent.level === wanted) return [];
  return [
    problem("error", "draft.wrong-level", node.code, (language) => ({
      ...params(language),
      parent: named(parent, language),
      found: levelWords[parent.level][language],
    })),
  ];
}

function checkTwice(
  node: ChainNode,
  place: number,
  nodes: readonly ChainNode[],
  byCode: ReadonlyMap<string, ChainNode>,
): readonly DraftProblem[] {
  if (byCode.get(node.code) !== node)
    return [problem("error", "draft.code-twice", node.code, (language) => ({ code: node.code, name: named(node, language) }))];
  const before = firstOfName(nodes).get(`${node.parent ?? ""}\n${node.name}`);
  return before === undefined || before === place
    ? []
    : [
        problem("warning", "draft.name-twice", node.code, (language) => ({
          name: named(node, language),
          other: nodes[before]?.code ?? "",
        })),
      ];
}

const firsts = new WeakMap<readonly ChainNode[], ReadonlyMap<string, number>>();
function firstOfName(nodes: readonly ChainNode[]): ReadonlyMap<string, number> {
  const there = firsts.get(nodes);
  if (there) return there;
  const made = new Map<string, number>();
  nodes.forEach(({ parent, name }, place) => {
    const key = `${parent ?? ""}\n${name}`;
    if (!made.has(key)) made.set(key, place);
  });
  firsts.set(nodes, made);
  return made;
}

const nameOf = (byCode: ReadonlyMap<string, ChainNode>, code: string, language: "zh" | "en"): string => {
  const node = byCode.get(code);
  return node === undefined ? code : named(node, language);
};

function checkEdge({ from, to }: ChainEdge, byCode: ReadonlyMap<string, ChainNode>): readonly DraftProblem[] {
  if (from === to) return [problem("error", "draft.edge-to-itself", from, (language) => ({ name: nameOf(byCode, from, language) }))];
  const missing = [from, to].find((code) => !byCode.has(code));
  return missing === undefined
    ? []
    : [
        problem("error", "draft.edge-end-missing", null, (language) => ({
          from: nameOf(byCode, from, language),
          to: nameOf(byCode, to, language),
          missing,
        })),
      ];
}

/**
 * Rings of material edges, each once, as the codes along it. Recycling makes real rings, so a ring is a warning with its path and no refusal.
 * Walked with a stack of one's own: a chain may be thousands long.
 */
export function materialCycles(edges: readonly ChainEdge[]): readonly (readonly string[])[] {
  const next = new Map<string, string[]>();
  for (const { from, to, kind } of edges) {
    if (kind !== "material" || from === to) continue;
    const there = next.get(from);
    if (there) there.push(to);
    else next.set(from, [to]);
  }
  const done = new Set<string>();
  const cycles: string[][] = [];
  for (const start of next.keys()) {
    if (done.has(start)) continue;
    const path: { readonly code: string; place: number }[] = [{ code: start, place: 0 }];
    const onPath = new Map([[start, 0]]);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = next.get(top.code)?.[top.place];
      top.place += 1;
      if (to === undefined) {
        done.add(top.code);
        onPath.delete(top.code);
        path.pop();
        continue;
      }
      const begins = onPath.get(to);
      if (begins !== undefined) cycles.push(path.slice(begins).map(({ code }) => code));
      else if (!done.has(to)) {
        onPath.set(to, path.length);
        path.push({ code: to, place: 0 });
      }
    }
  }
  return cycles;
}
