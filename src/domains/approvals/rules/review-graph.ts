import type { ReviewNode } from "#domains/approvals/contract/matter.ts";
import type { ReviewState } from "#domains/approvals/rules/case-course.ts";

type Node = Pick<ReviewNode, "key" | "after">;

/** The keys of one circle, the first again at its end; undefined when every node can be reached in order. */
export function findCycle(nodes: readonly Node[]): readonly string[] | undefined {
  const after = new Map(nodes.map((node) => [node.key, node.after]));
  const done = new Set<string>();
  const walk = (key: string, path: readonly string[]): readonly string[] | undefined => {
    const place = path.indexOf(key);
    if (place >= 0) return [...path.slice(place), key];
    if (done.has(key)) return undefined;
    for (const next of after.get(key) ?? []) {
      const found = walk(next, [...path, key]);
      if (found !== undefined) return found;
    }
    done.add(key);
    return undefined;
  };
  for (const { key } of nodes) {
    const found = walk(key, []);
    if (found !== undefined) return found;
  }
  return undefined;
}

const CLOSED: readonly ReviewState[] = ["agreed", "objected", "silent"];
export const isClosed = (state: ReviewState): boolean => CLOSED.includes(state);

/** The nodes that may begin now: those that wait, and all before them are closed. An objection closes a node as an agreement does. */
export function nodesToOpen(nodes: readonly Node[], states: ReadonlyMap<string, ReviewState>): readonly string[] {
  return nodes
    .filter(
      ({ key, after }) => (states.get(key) ?? "waiting") === "waiting" && after.every((other) => isClosed(states.get(other) ?? "waiting")),
    )
    .map(({ key }) => key);
}

export const allClosed = (reviews: readonly { readonly state: ReviewState }[]): boolean => reviews.every(({ state }) => isClosed(state));
