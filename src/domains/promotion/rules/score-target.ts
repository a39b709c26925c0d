import { MEASURES, type Measure, type ScoreTerm, type ScoringContent } from "#domains/promotion/contract/screening.ts";

// kernel/score-table.ts gives points by bands of conditions over any inputs. Here each term has one whole number, and between two marks points
// rise evenly, so that a million enterprises do not stand in a few heaps; a table of all values then ranks them by looking up.

/** Points are counted in tenths: sums are exact. */
export const TENTHS = 10;

export type Measured = Readonly<Record<Measure, number | null>>;

/** In tenths of a point, rounded down. */
export function pointsAt({ marks }: Pick<ScoreTerm, "marks">, value: number): number {
  let before = marks[0];
  if (before === undefined || value <= before.at) return tenths(before?.points ?? 0);
  for (const mark of marks.slice(1)) {
    if (value <= mark.at) {
      const [low, high] = [tenths(before.points), tenths(mark.points)];
      return low + Math.floor(((high - low) * (value - before.at)) / (mark.at - before.at));
    }
    before = mark;
  }
  return tenths(before.points);
}

const tenths = (points: number): number => Math.round(points * TENTHS);

export const leastOf = ({ marks }: Pick<ScoreTerm, "marks">): number => tenths(marks[0]?.points ?? 0);
export const mostOf = ({ marks }: Pick<ScoreTerm, "marks">): number => tenths(marks.at(-1)?.points ?? 0);

export type Scored = {
  /** Tenths of a point that are certain. */
  readonly known: number;
  /** And what it may come to once all is known. */
  readonly possible: number;
  readonly terms: readonly { readonly measure: Measure; readonly value: number | null; readonly least: number; readonly most: number }[];
};

/** What is missing is a range, and no zero. */
export function scoreTarget(values: Measured, { terms }: Pick<ScoringContent, "terms">): Scored {
  const scored = MEASURES.map((measure) => {
    const [term, value] = [terms[measure], values[measure]];
    if (value === null) return { measure, value, least: leastOf(term), most: mostOf(term) };
    const points = pointsAt(term, value);
    return { measure, value, least: points, most: points };
  });
  return {
    known: scored.reduce((all, { least }) => all + least, 0),
    possible: scored.reduce((all, { most }) => all + most, 0),
    terms: scored,
  };
}

export type Ranked = { readonly id: string; readonly known: number; readonly possible: number; readonly prominence: number };

/** What is certain counts first, then what is possible, then how well known the enterprise is. */
export const byRank = (one: Ranked, other: Ranked): number =>
  other.known - one.known || other.possible - one.possible || other.prominence - one.prominence || (one.id < other.id ? -1 : 1);
