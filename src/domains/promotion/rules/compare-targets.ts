import type { KeptScore, TermMove } from "#domains/promotion/contract/target.ts";

/** Which terms of a score are not what they were: another value, other points, or known where it was missing. */
export function termMoves(before: Pick<KeptScore, "terms">, after: Pick<KeptScore, "terms">): TermMove[] {
  return before.terms.flatMap((was) => {
    const is = after.terms.find(({ measure }) => measure === was.measure);
    if (is === undefined) return [];
    const moved = is.value !== was.value || is.least !== was.least || is.most !== was.most;
    return moved ? [{ measure: was.measure, before: was, after: is }] : [];
  });
}

export type Standing = "ranked" | "excluded" | "outside" | "unregistered";

/** Where a target stands today; `ranked` and `excluded` also when it has moved out of the length of the list. */
export function standingOf({
  registered,
  inPool,
  vetoes,
}: {
  readonly registered: boolean;
  readonly inPool: boolean;
  readonly vetoes: readonly string[];
}): Standing {
  if (!registered) return "unregistered";
  if (!inPool) return "outside";
  return vetoes.length > 0 ? "excluded" : "ranked";
}

/** A target is told of when its score moved, or when it no longer stands where it stood. */
export const hasMoved = (moves: readonly TermMove[], standing: Standing, thenExcluded: boolean): boolean =>
  moves.length > 0 || (standing === "excluded" ? !thenExcluded : standing !== "ranked");
