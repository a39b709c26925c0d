import type { ChainNode } from "#domains/chain/contract/chain.ts";
import { coverageOf } from "#domains/chain/rules/strength.ts";
import type { GraphHandlers } from "#domains/chain/server/handler-shapes.ts";
import { measureGraph, namesOf, pathTo, presentNode, refOf, strengthAt } from "#domains/chain/server/measured-graph.ts";
import { countPlacements } from "#domains/chain/server/placement-store.ts";

export const graph: GraphHandlers["graph"] = async ({ asOf, versionId }, { tx, today }) => {
  const measured = await measureGraph(tx, asOf ?? today, versionId);
  const { content, version, rule } = measured;
  const nodes = content.nodes.map((node) => presentNode(measured, node));
  const directions = nodes.filter(({ level }) => level === "direction");
  const known = new Set(nodes.map(({ code }) => code));
  const counts = await countPlacements(tx);
  const strengths = { missing: 0, weak: 0, present: 0, strong: 0 };
  for (const { strength } of directions) strengths[strength] += 1;
  return {
    asOf: measured.asOf,
    version: refOf(version),
    nodes,
    edges: content.edges.map(({ evidence: _, ...edge }) => edge),
    coverage: coverageOf(directions),
    strengths,
    rule,
    proposed: [...counts].reduce((all, [code, { proposed }]) => all + (known.has(code) ? proposed : 0), 0),
  };
};

/** Of the whole, and of each industry and field. */
export const coverage: GraphHandlers["coverage"] = async ({ asOf }, { tx, today }) => {
  const measured = await measureGraph(tx, asOf ?? today);
  const { nodes } = measured.content;
  const byCode = new Map(nodes.map((node) => [node.code, node]));
  const directions = nodes.filter(({ level }) => level === "direction").map((node) => ({ node, ...strengthAt(measured, node.code) }));
  const above = directions.map((direction) => ({ direction, path: new Set(pathTo(byCode, direction.node.code).map(({ code }) => code)) }));
  const of = (code: string) => coverageOf(above.filter(({ path }) => path.has(code)).map(({ direction }) => direction));
  return {
    asOf: measured.asOf,
    version: refOf(measured.version),
    ...coverageOf(directions),
    rows: nodes
      .filter(({ level }) => level === "industry" || level === "field")
      .map((node) => ({ code: node.code, name: namesOf(node), level: node.level, parent: node.parent, ...of(node.code) })),
  };
};

const NONE = { preparing: 0, elsewhere: 0, proposed: 0 };

export const gaps: GraphHandlers["gaps"] = async ({ asOf, industry, action, level }, { tx, today }) => {
  const measured = await measureGraph(tx, asOf ?? today);
  const byCode = new Map(measured.content.nodes.map((node) => [node.code, node]));
  const counts = await countPlacements(tx);
  const items = [...measured.gaps.values()].flatMap((gap) => {
    const node = byCode.get(gap.code);
    if (node === undefined || node.level !== level || (action !== undefined && gap.action !== action)) return [];
    const path = pathTo(byCode, gap.code);
    const [top, field] = [path[0] ?? node, path[1] ?? node] satisfies [ChainNode, ChainNode];
    if (industry !== undefined && top.code !== industry) return [];
    const { producers, strength } = strengthAt(measured, gap.code);
    return [
      {
        code: gap.code,
        name: namesOf(node),
        industry: namesOf(top),
        field: namesOf(field),
        strength,
        action: gap.action,
        end: gap.end,
        pull: gap.pull,
        producers,
        ...(counts.get(gap.code) ?? NONE),
      },
    ];
  });
  return { asOf: measured.asOf, version: refOf(measured.version), items };
};
