import type { Span } from "#domains/intelligence/contract/extraction.ts";

/** Quotes this close stand in one sentence: "由去年同期的60%" and "提高至今年的85%" touch. In characters of the original. */
const NEAR = 12;

/** Where a figure was said: its document and its words there. */
export type Told = { readonly document: string | null; readonly quote: string; readonly spans: readonly Span[] };

/**
 * Takes out of a conflict what one sentence says in one breath: "从72%提升到131%" gives two values for one key and contradicts nothing.
 * Two figures oppose each other when they were said apart, and neither's sentence says the other's value too.
 * @returns the sides that are left, without those that nobody opposes.
 */
export function opposedSides(sides: readonly (readonly string[])[], told: ReadonlyMap<string, Told>): readonly (readonly string[])[] {
  const together = (one: string, other: string): boolean => saidTogether(told.get(one), told.get(other));
  const echoes = (id: string, side: readonly string[]): boolean => side.some((member) => together(id, member));
  const opposes = (one: string, other: string, ownSide: readonly string[], otherSide: readonly string[]): boolean =>
    !together(one, other) && !echoes(one, otherSide) && !echoes(other, ownSide);
  return sides
    .map((side) =>
      side.filter((id) => sides.some((against) => against !== side && against.some((other) => opposes(id, other, side, against)))),
    )
    .filter((side) => side.length > 0);
}

function saidTogether(one: Told | undefined, other: Told | undefined): boolean {
  if (!one || !other || one.document === null || one.document !== other.document) return false;
  if (one.quote !== "" && one.quote === other.quote) return true;
  return one.spans.some((span) => other.spans.some((against) => span.start <= against.end + NEAR && against.start <= span.end + NEAR));
}
