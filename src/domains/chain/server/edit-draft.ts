import type { ChainContent, ChainNode } from "#domains/chain/contract/chain.ts";
import { checkDraft } from "#domains/chain/rules/check-draft.ts";
import type { VersionHandlers } from "#domains/chain/server/handler-shapes.ts";
import { deleteEdge, deleteNodes, placeNodes, putEdge, putNode } from "#domains/chain/server/version-store.ts";
import { draftReply, openDraft, touchDraft } from "#domains/chain/server/version-view.ts";
import { AppError } from "#kernel/app-error.ts";

/** As many as the page still draws (quality: 5,000 usable), with room for a national chain. */
export const MOST_NODES = 10_000;
export const MOST_EDGES = 40_000;

export function requireSize({ nodes, edges }: ChainContent): void {
  if (nodes.length > MOST_NODES || edges.length > MOST_EDGES)
    throw new AppError("chain.too-many-nodes", "too-large", { most: MOST_NODES, edges: MOST_EDGES });
}

/** @throws AppError `chain.draft-problem` with the sentence of the first error that the change would make. */
function requireNoNewError(before: ChainContent, after: ChainContent): void {
  const errorsOf = (content: ChainContent) => checkDraft(content).filter(({ severity }) => severity === "error");
  const known = new Set(errorsOf(before).map(({ text }) => text.zh));
  const [made] = errorsOf(after).filter(({ text }) => !known.has(text.zh));
  if (made) throw new AppError("chain.draft-problem", "invalid", { problem: made.text.zh, problemEn: made.text.en });
}

export const saveNode: VersionHandlers["saveNode"] = async ({ node, add, ...seen }, context) => {
  const { tx, today } = context;
  const { row, content } = await openDraft(context, seen);
  const was = content.nodes.find(({ code }) => code === node.code);
  if (add && was) throw new AppError("chain.node-exists", "conflict", { code: node.code, name: was.name });
  if (!add && !was) throw new AppError("chain.no-such-node", "not-found", { code: node.code });
  const nodes = was ? content.nodes.map((one) => (one === was ? node : one)) : [...content.nodes, node];
  const after = { nodes, edges: content.edges };
  requireSize(after);
  requireNoNewError(content, after);
  await putNode(tx, row.id, node);
  await touchDraft(context, row);
  context.journal({ subject: `chain-version:${row.id}`, before: was ?? null, after: node, detail: { code: node.code } });
  return draftReply(tx, row.id, today, after);
};

/** A place and, where asked for, everything below it. */
export const removeNode: VersionHandlers["removeNode"] = async ({ code, withChildren, ...seen }, context) => {
  const { tx, today } = context;
  const { row, content } = await openDraft(context, seen);
  const node = content.nodes.find((one) => one.code === code);
  if (node === undefined) throw new AppError("chain.no-such-node", "not-found", { code });
  const below = codesBelow(content.nodes, code);
  if (below.length > 0 && !withChildren)
    throw new AppError("chain.node-has-children", "conflict", { name: node.name, count: below.length });
  const gone = new Set([code, ...below]);
  const after = {
    nodes: content.nodes.filter((one) => !gone.has(one.code)),
    edges: content.edges.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
  };
  await deleteNodes(tx, row.id, [...gone]);
  await touchDraft(context, row);
  context.journal({
    subject: `chain-version:${row.id}`,
    before: node,
    after: null,
    detail: { code, removed: [...gone], edges: content.edges.length - after.edges.length },
  });
  return draftReply(tx, row.id, today, after);
};

function codesBelow(nodes: readonly ChainNode[], code: string): readonly string[] {
  const children = Map.groupBy(nodes, ({ parent }) => parent);
  const found: string[] = [];
  for (let next = [code]; next.length > 0; ) {
    next = next.flatMap((one) => (children.get(one) ?? []).map((child) => child.code)).filter((child) => !found.includes(child));
    found.push(...next);
  }
  return found;
}

export const orderNodes: VersionHandlers["orderNodes"] = async ({ parent, codes, ...seen }, context) => {
  const { tx, today } = context;
  const { row, content } = await openDraft(context, seen);
  const siblings = content.nodes.filter((node) => node.parent === parent).map(({ code }) => code);
  const named = new Set(codes);
  if (named.size !== codes.length || siblings.length !== codes.length || siblings.some((code) => !named.has(code)))
    throw new AppError("chain.order-incomplete", "invalid", { count: siblings.length, found: codes.length });
  const queue = [...codes];
  const order = content.nodes.map((node) => (node.parent === parent ? (queue.shift() ?? node.code) : node.code));
  await placeNodes(tx, row.id, order);
  await touchDraft(context, row);
  context.journal({ subject: `chain-version:${row.id}`, before: { parent, codes: siblings }, after: { parent, codes } });
  return draftReply(tx, row.id, today);
};

export const saveEdge: VersionHandlers["saveEdge"] = async ({ edge, ...seen }, context) => {
  const { tx, today } = context;
  const { row, content } = await openDraft(context, seen);
  const isSame = (one: typeof edge) => one.from === edge.from && one.to === edge.to && one.kind === edge.kind;
  const was = content.edges.find(isSame);
  const after = { nodes: content.nodes, edges: [...content.edges.filter((one) => !isSame(one)), edge] };
  requireSize(after);
  requireNoNewError(content, after);
  await putEdge(tx, row.id, edge);
  await touchDraft(context, row);
  context.journal({ subject: `chain-version:${row.id}`, before: was ?? null, after: edge });
  return draftReply(tx, row.id, today, after);
};

export const removeEdge: VersionHandlers["removeEdge"] = async ({ from, to, kind, ...seen }, context) => {
  const { tx, today } = context;
  const { row } = await openDraft(context, seen);
  if (!(await deleteEdge(tx, row.id, { from, to, kind }))) throw new AppError("chain.no-such-edge", "not-found");
  await touchDraft(context, row);
  context.journal({ subject: `chain-version:${row.id}`, before: { from, to, kind }, after: null });
  return draftReply(tx, row.id, today);
};
