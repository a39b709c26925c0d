import { EXCLUDED_STATUSES, type ScoringContent, VetoKind } from "#domains/promotion/contract/screening.ts";
import { fitOf, type PreparedPlace } from "#domains/promotion/rules/chain-fit.ts";
import { MISSING, VETO_BITS, type ZoneColumns } from "#domains/promotion/rules/rank-pool.ts";
import type { Measured } from "#domains/promotion/rules/score-target.ts";
import { indexOf, type PoolRow, type ScreeningPool } from "#domains/promotion/rules/screening-pool.ts";
import {
  type DatedSignal,
  growthOf,
  innovationOf,
  linkageOf,
  type ResidentTie,
  signalsOf,
} from "#domains/promotion/rules/target-measures.ts";
import type { LocalDate } from "#kernel/local-date.ts";

/** What stands against an enterprise, from a day until the day on which it was taken off the list. */
export type Adverse = { readonly kind: "dishonest" | "penalty"; readonly on: LocalDate; readonly until: LocalDate | null };

/** What one zone knows of one enterprise beside the register. */
export type ZoneKnown = {
  readonly signals: readonly DatedSignal[];
  readonly adverse: readonly Adverse[];
  /** With residents, leader firms and funds of the zone. */
  readonly ties: readonly ResidentTie[];
  readonly resident: boolean;
};
export const NOTHING_KNOWN: ZoneKnown = { signals: [], adverse: [], ties: [], resident: false };

/** The five measures of one enterprise. @param placed a person has confirmed it at the place. */
export function measureTarget(
  row: PoolRow,
  known: ZoneKnown,
  {
    place,
    placed,
    measures,
    asOf,
  }: { readonly place: PreparedPlace; readonly placed: boolean; readonly measures: ScoringContent["measures"]; readonly asOf: LocalDate },
): Measured {
  return {
    fit: placed ? 100 : fitOf(place, row, measures.fit),
    growth: growthOf(row.growthPct, row.growthYear, measures.growth, asOf),
    signals: signalsOf(known.signals, measures.signals, asOf),
    linkage: linkageOf(known.ties, row.hasTies, measures.linkage),
    innovation: innovationOf(row.qualifications, measures.innovation, asOf),
  };
}

export const standsOn = ({ on, until }: Pick<Adverse, "on" | "until">, day: LocalDate): boolean =>
  on <= day && (until === null || day < until);

/** Why it is not ranked, by the vetoes of the table; nothing when it is. */
export function vetoesOf(
  row: Pick<PoolRow, "status">,
  known: ZoneKnown,
  { vetoes }: Pick<ScoringContent, "vetoes">,
  asOf: LocalDate,
): VetoKind[] {
  const holds: Readonly<Record<VetoKind, boolean>> = {
    dishonest: known.adverse.some((one) => one.kind === "dishonest" && standsOn(one, asOf)),
    penalty: known.adverse.some((one) => one.kind === "penalty" && standsOn(one, asOf)),
    resident: known.resident,
    "not-active": EXCLUDED_STATUSES.includes(row.status),
  };
  return VetoKind.options.filter((kind) => holds[kind] && vetoes.some((veto) => veto.kind === kind));
}

/** What a zone knows, laid beside the columns of the pool. Whoever is not in the pool is left out. */
export function layOutZone(
  pool: Pick<ScreeningPool, "ids" | "size">,
  known: ReadonlyMap<string, ZoneKnown>,
  { measures }: Pick<ScoringContent, "measures">,
  asOf: LocalDate,
): ZoneColumns {
  const signals = new Uint8Array(pool.size).fill(MISSING);
  const linkage = new Uint8Array(pool.size).fill(MISSING);
  const vetoes = new Uint8Array(pool.size);
  for (const [id, one] of known) {
    const index = indexOf(pool, id);
    if (index < 0) continue;
    signals[index] = signalsOf(one.signals, measures.signals, asOf) ?? MISSING;
    linkage[index] = linkageOf(one.ties, false, measures.linkage) ?? MISSING;
    let bits = one.resident ? VETO_BITS.resident : 0;
    for (const adverse of one.adverse) if (standsOn(adverse, asOf)) bits |= VETO_BITS[adverse.kind];
    vetoes[index] = bits;
  }
  return { signals, linkage, vetoes };
}
