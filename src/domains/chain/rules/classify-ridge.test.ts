import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitRidge, type RidgeRow } from "#domains/chain/rules/classify-ridge.ts";
import { innerProduct, type SparseVector } from "#domains/chain/rules/product-vectors.ts";

const vectorOf = (values: readonly number[]): SparseVector => {
  const at = values.flatMap((value, place) => (value === 0 ? [] : [place]));
  const value = Float64Array.from(at, (place) => values[place] ?? 0);
  return { at: Int32Array.from(at), value, square: value.reduce((sum, one) => sum + one * one, 0) };
};

/** The same by elimination: scores = k · (K + ridge)⁻¹ · targets. */
function solved(rows: readonly RidgeRow[], ridge: number, query: SparseVector): number[] {
  const n = rows.length;
  const system = rows.map(({ vector, target }, row) => [
    ...rows.map((other, column) => innerProduct(vector, other.vector) + (row === column ? ridge : 0)),
    ...target,
  ]);
  for (let pivot = 0; pivot < n; pivot += 1) {
    const top = system[pivot] as number[];
    for (let row = 0; row < n; row += 1) {
      if (row === pivot) continue;
      const line = system[row] as number[];
      const factor = (line[pivot] ?? 0) / (top[pivot] ?? 1);
      for (let column = pivot; column < line.length; column += 1) line[column] = (line[column] ?? 0) - factor * (top[column] ?? 0);
    }
  }
  const classes = rows[0]?.target.length ?? 0;
  return Array.from({ length: classes }, (_, at) =>
    rows.reduce((sum, { vector }, row) => {
      const line = system[row] as number[];
      return sum + innerProduct(query, vector) * ((line[n + at] ?? 0) / (line[row] ?? 1));
    }, 0),
  );
}

describe("岭回归", () => {
  const amounts = fc.array(fc.constantFrom(0, 0, 0.3, -0.5, 1), { minLength: 6, maxLength: 6 });
  const rowsOf = fc.array(fc.record({ values: amounts, column: fc.nat(2) }), { minLength: 1, maxLength: 9 });

  test("与直接解方程一致，无论片段为一行或多行所有", () => {
    fc.assert(
      fc.property(rowsOf, amounts, (given, asked) => {
        const rows = given.map(({ values, column }) => ({
          vector: vectorOf(values),
          target: Float64Array.from([0, 1, 2], (at) => (at === column ? 1 : 0.2)),
        }));
        const query = vectorOf(asked);
        const fitted = fitRidge(rows, { terms: 6, classes: 3, ridge: 0.4, rounds: 400 });
        const expected = solved(rows, 0.4, query);
        fitted.all(query).forEach((score, at) => {
          expect(score).toBeCloseTo(expected[at] ?? Number.NaN, 2);
          expect(fitted.one(query, at)).toBeCloseTo(score, 10);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("没有样本：什么也不说", () => {
    const fitted = fitRidge([], { terms: 3, classes: 2, ridge: 0.4, rounds: 5 });
    expect([...fitted.all(vectorOf([1, 0, 1]))]).toEqual([0, 0]);
  });
});
