import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ExpansionKind, type PoolFilter, type VetoKind } from "#domains/promotion/contract/screening.ts";
import { preparePlace } from "#domains/promotion/rules/chain-fit.ts";
import { DEFAULT_SCORING } from "#domains/promotion/rules/default-scoring.ts";
import { EMPTY_ROW, POWER_PLACE, poolOf, SAMPLE_DAY } from "#domains/promotion/rules/example-pool.ts";
import { inPool } from "#domains/promotion/rules/filter-pool.ts";
import { layOutZone, measureTarget, NOTHING_KNOWN, vetoesOf, type ZoneKnown } from "#domains/promotion/rules/measure-target.ts";
import { rankPool } from "#domains/promotion/rules/rank-pool.ts";
import { byRank, scoreTarget } from "#domains/promotion/rules/score-target.ts";
import { idAt, indexOf, type PoolRow } from "#domains/promotion/rules/screening-pool.ts";
import { Controller, EnterpriseStatus, QualificationKind, QualificationLevel, TieKind } from "#domains/registry/contract/enterprise.ts";
import type { LocalDate } from "#kernel/local-date.ts";

const place = preparePlace(POWER_PLACE);
const day = fc.constantFrom(
  "2019-01-01",
  "2024-06-30",
  "2024-07-01",
  "2025-06-30",
  "2025-07-01",
  "2026-06-30",
  "2026-07-01",
) as fc.Arbitrary<LocalDate>;
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const code = fc.constantFrom("C3972", "C3973", "C3811", "C3824", "C397", "C38", "I6513", "C39");
const product = fc.constantFrom(
  "功率半导体",
  "车规功率半导体",
  "igbt模块",
  "IGBT 模块",
  "碳化硅",
  "面包",
  "阀",
  "半导体设备零部件精密加工",
);

const row: fc.Arbitrary<PoolRow> = fc.record({
  id: fc.uuid(),
  status: fc.constantFrom(...EnterpriseStatus.options),
  classCode: maybe(code),
  otherClasses: fc.array(code, { maxLength: 2 }),
  products: fc.array(product, { maxLength: 4 }),
  regionCode: maybe(fc.constantFrom("500112", "500000", "510104", "310115")),
  foundedOn: maybe(day),
  capitalYuan: maybe(fc.constantFrom("0", "5000000.00", "10000000", "10000000.01", "99999999999.99")),
  employees: maybe(fc.constantFrom(0, 20, 300, 301)),
  revenueYuan: maybe(fc.constantFrom("-3.50", "0", "20000000", "400000000")),
  controller: maybe(fc.constantFrom(...Controller.options)),
  listed: fc.boolean(),
  growthPct: maybe(fc.constantFrom("-250", "-20.50", "-0.4", "0", "12.5", "19.49", "35", "2000.00")),
  growthYear: maybe(fc.constantFrom(2022, 2023, 2025, 2026, 2027)),
  prominence: fc.constantFrom(0, 1, 400, 1000),
  hasTies: fc.boolean(),
  qualifications: fc.array(
    fc.record({
      kind: fc.constantFrom(...QualificationKind.options),
      level: maybe(fc.constantFrom(...QualificationLevel.options)),
      from: maybe(day),
      to: maybe(day),
    }),
    { maxLength: 3 },
  ),
});

const known: fc.Arbitrary<ZoneKnown> = fc.record({
  signals: fc.array(fc.record({ kind: fc.constantFrom(...ExpansionKind.options), on: day }), { maxLength: 2 }),
  adverse: fc.array(fc.record({ kind: fc.constantFrom("dishonest" as const, "penalty" as const), on: day, until: maybe(day) }), {
    maxLength: 1,
  }),
  ties: fc.array(fc.record({ kind: fc.constantFrom(...TieKind.options), strength: fc.integer({ min: 1, max: 100 }) }), { maxLength: 3 }),
  resident: fc.boolean(),
});

const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const filter = fc
  .record({
    regions: some(fc.constantFrom(["50"], ["510104", "31"], [])),
    notRegions: some(fc.constantFrom(["5001"], ["31"])),
    classes: some(fc.constantFrom(["C"], ["C39"], ["C3972", "I"])),
    capitalFrom: some(fc.constantFrom("0", "10000000")),
    capitalTo: some(fc.constantFrom("10000000")),
    revenueFrom: some(fc.constantFrom("0", "20000000")),
    employeesTo: some(fc.constantFrom(0, 300)),
    foundedFrom: some(day),
    controllers: some(fc.constantFrom(["private"], ["foreign", "central-state"])),
    listed: some(fc.boolean()),
    qualifications: some(fc.constantFrom(["high-tech"], ["champion", "unicorn", "other", "gazelle"])),
    fitFrom: some(fc.constantFrom(0, 1, 40, 100)),
  })
  .map((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as PoolFilter);

/** The plain rule applied to each enterprise, one after the other, and everything sorted. */
function rankPlainly(rows: readonly PoolRow[], zone: ReadonlyMap<string, ZoneKnown>, wanted: PoolFilter, placed: ReadonlySet<string>) {
  const scored = rows
    .filter((one) => inPool(one, wanted, SAMPLE_DAY))
    .map((one) => {
      const own = zone.get(one.id) ?? NOTHING_KNOWN;
      const values = measureTarget(one, own, { place, placed: placed.has(one.id), measures: DEFAULT_SCORING.measures, asOf: SAMPLE_DAY });
      const { known: least, possible } = scoreTarget(values, DEFAULT_SCORING);
      return {
        id: one.id,
        known: least,
        possible,
        prominence: one.prominence,
        fit: values.fit,
        vetoes: vetoesOf(one, own, DEFAULT_SCORING, SAMPLE_DAY),
      };
    })
    .filter(({ fit }) => !wanted.fitFrom || (fit !== null && fit >= wanted.fitFrom))
    .toSorted(byRank);
  return { ranked: scored.filter(({ vetoes }) => vetoes.length === 0), excluded: scored.filter(({ vetoes }) => vetoes.length > 0) };
}

describe("按列排名与逐家计算一致", () => {
  test("任意企业、任意条件：名次、确定分、可能分、排除原因都相同", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 40 }),
        fc.array(known, { maxLength: 40 }),
        filter,
        fc.integer({ min: 0, max: 12 }),
        fc.array(fc.nat(39), { maxLength: 2 }),
        (unsorted, knowns, wanted, limit, places) => {
          const rows = unsorted.toSorted((one, other) => (one.id < other.id ? -1 : 1));
          const zone = new Map(rows.slice(0, knowns.length).map((one, index) => [one.id, knowns[index] ?? NOTHING_KNOWN]));
          const placed = new Set(places.flatMap((index) => rows[index]?.id ?? []));
          const pool = poolOf(rows);
          const plain = rankPlainly(rows, zone, wanted, placed);
          const byColumns = rankPool(pool, {
            place,
            filter: wanted,
            content: DEFAULT_SCORING,
            asOf: SAMPLE_DAY,
            zone: layOutZone(pool, zone, DEFAULT_SCORING, SAMPLE_DAY),
            placed: [...placed].map((id) => indexOf(pool, id)),
            limit,
            excludedLimit: limit,
          });
          const shown = ({ index, known: least, possible }: { index: number; known: number; possible: number }) => ({
            id: idAt(pool, index),
            known: least,
            possible,
          });
          const cut = ({ id, known: least, possible }: { id: string; known: number; possible: number }) => ({ id, known: least, possible });
          expect(byColumns.top.map(shown)).toEqual(plain.ranked.slice(0, limit).map(cut));
          expect(byColumns.excludedTop.map(shown)).toEqual(plain.excluded.slice(0, limit).map(cut));
          expect(byColumns.excludedTop.map(({ vetoes }) => [...vetoes].sort())).toEqual(
            plain.excluded.slice(0, limit).map(({ vetoes }) => [...vetoes].sort()),
          );
          expect(byColumns.pool).toBe(plain.ranked.length + plain.excluded.length);
          expect(byColumns.ranked).toBe(plain.ranked.length);
          for (const kind of ["dishonest", "penalty", "not-active", "resident"] as const satisfies readonly VetoKind[])
            expect(byColumns.excluded[kind]).toBe(plain.excluded.filter(({ vetoes }) => vetoes.includes(kind)).length);
          expect(byColumns.spread.reduce((all, count) => all + count, 0)).toBe(plain.ranked.length);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("许多企业同分时，名单的末尾仍按知名度、再按编号取舍", () => {
    const rows = Array.from(
      { length: 300 },
      (_, index): PoolRow => ({
        ...EMPTY_ROW,
        id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
        classCode: "C3972",
        prominence: index % 3,
      }),
    );
    const pool = poolOf(rows);
    const { top } = rankPool(pool, {
      place,
      filter: {},
      content: DEFAULT_SCORING,
      asOf: SAMPLE_DAY,
      zone: layOutZone(pool, new Map(), DEFAULT_SCORING, SAMPLE_DAY),
      placed: [],
      limit: 102,
      excludedLimit: 0,
    });
    expect(top.map(({ index }) => index)).toEqual([...rows.flatMap((one, index) => (one.prominence === 2 ? [index] : [])), 1, 4]);
  });

  test("编号必须递增：乱序的企业被拒绝", () => {
    expect(() => poolOf([{ ...EMPTY_ROW, id: "b0000000-0000-4000-8000-000000000000" }, EMPTY_ROW])).toThrow("ids must rise");
  });
});
