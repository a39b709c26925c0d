import type { ReviewNode } from "#domains/approvals/contract/matter.ts";
import type { ReviewState } from "#domains/approvals/rules/case-course.ts";

type Node = Pick<ReviewNode, "key" | "after">;

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
