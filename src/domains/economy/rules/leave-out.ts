import type { AcceptedFact } from "#domains/economy/rules/accepted-fact.ts";
import { composeFigure } from "#domains/economy/rules/compose-figure.ts";

const NOTHING_BESIDE = { region: "", period: "", wider: [], earlier: [] } as const;

/**
 * Facts of one key without the figures that were left out. A figure is left out with everything that was joined into it:
 * a second paper that says the same must not bring it back. Of a conflict only the side goes.
 */
export function leaveOut(id: string, facts: readonly AcceptedFact[], excluded: ReadonlySet<string>): readonly AcceptedFact[] {
  const isExcluded = (observationId: string): boolean => excluded.has(observationId);
  let left = facts;
  while (left.some((fact) => isExcluded(fact.observationId))) {
    const { figure, conflict } = composeFigure(id, left, NOTHING_BESIDE);
    const joined = figure ? [figure.observationIds] : (conflict?.sides.map((side) => side.observationIds) ?? []);
    const gone = new Set(joined.filter((ids) => ids.some(isExcluded)).flat());
    // What an agreement passed over (a preliminary value beside the verified one) was joined into nothing.
    left = left.filter((fact) => (gone.size === 0 ? !isExcluded(fact.observationId) : !gone.has(fact.observationId)));
  }
  return left;
}
