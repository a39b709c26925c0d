import { z } from "zod";
import { CANNOT_SAY, compileCondition, NO, YES } from "#kernel/compile-condition.ts";
import { Condition, inputsOf } from "#kernel/condition.ts";
import { add, Decimal, findDecimal, shift, smaller, sum, ZERO } from "#kernel/decimal.ts";
import { type Explained, explainCondition, missingInputs, type Verdict } from "#kernel/explain-condition.ts";
import { addScaled, findScaled, type InputFields, type Inputs, type PreparedRow, SCALED_PLACES, type Scaled } from "#kernel/rule-input.ts";

const Label = z.object({ zh: z.string(), en: z.string() });

/** Each item gives the points of the first band that holds, none when no band does. A veto takes all points, whatever they are. */
export const ScoreTable = z.object({
  items: z
    .array(
      z.object({
        name: z.string().min(1).max(60),
        label: Label,
        bands: z
          .array(z.object({ points: Decimal, when: Condition }))
          .min(1)
          .max(50),
      }),
    )
    .min(1)
    .max(100),
  most: Decimal.nullable(),
  veto: Condition.nullable(),
  source: z.string().min(1).max(400),
});
export type ScoreTable = z.infer<typeof ScoreTable>;
type Item = ScoreTable["items"][number];

export type ScoredItem = {
  readonly name: string;
  /** Null when it cannot be said: a band that might hold asks for something missing. */
  readonly points: Decimal | null;
  readonly bands: readonly { readonly points: Decimal; readonly explained: Explained; readonly taken: boolean }[];
  readonly missing: readonly string[];
};

export type Scored = {
  /** Null while something is missing. */
  readonly total: Decimal | null;
  /** Points that are certain already. */
  readonly known: Decimal;
  readonly vetoed: Verdict;
  readonly items: readonly ScoredItem[];
  readonly missing: readonly string[];
};

/** With every band of every item explained, those that failed included. */
export function explainScore(table: ScoreTable, fields: InputFields, inputs: Inputs): Scored {
  const veto = table.veto === null ? null : explainCondition(table.veto, fields, inputs);
  const items = table.items.map((item) => explainItem(item, fields, inputs));
  const vetoed = veto?.verdict ?? "no";
  const known = capped(sum(items.map(({ points }) => points ?? ZERO)), table.most);
  const missing = [...new Set([...items.flatMap((item) => item.missing), ...(veto === null ? [] : missingInputs(veto))])];
  if (vetoed === "yes") return { total: ZERO, known: ZERO, vetoed, items, missing: [] };
  return { total: missing.length === 0 ? known : null, known, vetoed, items, missing };
}

function explainItem(item: Item, fields: InputFields, inputs: Inputs): ScoredItem {
  const explained = item.bands.map(({ points, when }) => ({ points, explained: explainCondition(when, fields, inputs) }));
  const decisive = explained.findIndex(({ explained: { verdict } }) => verdict !== "no");
  const found = explained[decisive];
  const open = found !== undefined && found.explained.verdict === "cannot-say";
  return {
    name: item.name,
    points: found === undefined ? ZERO : open ? null : found.points,
    bands: explained.map((band, index) => ({ ...band, taken: index === decisive && !open })),
    missing: open ? missingInputs(found.explained) : [],
  };
}

const capped = (points: Decimal, most: Decimal | null): Decimal => (most === null ? points : smaller(points, most));

/** For batches: the total in multiples of 10⁻⁶, or undefined while something is missing. */
export type CompiledScore = (row: PreparedRow) => Scaled | undefined;

export function compileScore(table: ScoreTable, fields: InputFields): CompiledScore {
  const veto = table.veto === null ? () => NO : compileCondition(table.veto, fields);
  const most = table.most === null ? undefined : findScaled(table.most);
  const items = table.items.map(({ bands }) =>
    bands.map(({ points, when }) => ({ points: findScaled(points) ?? 0, holds: compileCondition(when, fields) })),
  );
  return (row) => {
    const stopped = veto(row);
    if (stopped === YES) return 0;
    let total: Scaled | undefined = stopped === CANNOT_SAY ? undefined : 0;
    for (const bands of items) {
      const points = pointsOf(bands, row);
      if (points === undefined) return undefined;
      if (total !== undefined) total = addScaled(total, points);
    }
    return most !== undefined && total !== undefined && total > most ? most : total;
  };
}

function pointsOf(
  bands: readonly { readonly points: Scaled; readonly holds: (row: PreparedRow) => number }[],
  row: PreparedRow,
): Scaled | undefined {
  for (const { points, holds } of bands) {
    const answer = holds(row);
    if (answer === YES) return points;
    if (answer === CANNOT_SAY) return undefined;
  }
  return 0;
}

/** A total of `compileScore` as a decimal number. */
export const pointsAsDecimal = (scaled: Scaled): Decimal => shift(findDecimal(String(scaled)) ?? ZERO, -SCALED_PLACES);

/** Every input that the table asks about. */
export const inputsOfScore = (table: ScoreTable): readonly string[] => [
  ...new Set([
    ...table.items.flatMap(({ bands }) => bands.flatMap(({ when }) => inputsOf(when))),
    ...(table.veto === null ? [] : inputsOf(table.veto)),
  ]),
];

/** The most that the table can give, its cap included. */
export function highestScore(table: ScoreTable): Decimal {
  const best = table.items.map(({ bands }) =>
    bands.map(({ points }) => points).reduce((left, right) => (smaller(left, right) === left ? right : left)),
  );
  return capped(best.reduce(add, ZERO), table.most);
}
