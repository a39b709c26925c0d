import { listPlaced } from "#domains/chain/server/api.ts";
import type { PoolFilter, ScoringVersion, TargetScore, VetoKind } from "#domains/promotion/contract/screening.ts";
import type { ChainQuestion } from "#domains/promotion/contract/screening-question.ts";
import type { KeptScore } from "#domains/promotion/contract/target.ts";
import { type PreparedPlace, preparePlace } from "#domains/promotion/rules/chain-fit.ts";
import { type Explaining, explainTarget, NOTHING_NOTED, type SourcedRow, sayFindings } from "#domains/promotion/rules/explain-target.ts";
import { inPool } from "#domains/promotion/rules/filter-pool.ts";
import { layOutZone, measureTarget, vetoesOf } from "#domains/promotion/rules/measure-target.ts";
import { type RankedPool, rankPool, type ZoneColumns } from "#domains/promotion/rules/rank-pool.ts";
import { TENTHS } from "#domains/promotion/rules/score-target.ts";
import { idAt, indexOf, type ScreeningPool } from "#domains/promotion/rules/screening-pool.ts";
import { type KeptPool, poolColumns, readSourced } from "#domains/promotion/server/pool-columns.ts";
import { type ZonePicture, zonePicture } from "#domains/promotion/server/zone-known.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

export type ScreeningAsked = {
  readonly place: ChainQuestion;
  readonly filter: PoolFilter;
  readonly scoring: ScoringVersion;
  readonly asOf: LocalDate;
};

export type ScreeningRun = ScreeningAsked & {
  readonly kept: KeptPool;
  readonly picture: ZonePicture;
  readonly prepared: PreparedPlace;
  readonly placed: ReadonlySet<string>;
  readonly ranking: RankedPool;
  readonly top: readonly string[];
  readonly excludedTop: readonly string[];
};

/** Ranks the register for a place of the chain, by whatever stands in it now. */
export async function runScreening(
  tx: Tx,
  asked: ScreeningAsked,
  limits: { readonly limit: number; readonly excludedLimit: number },
): Promise<ScreeningRun> {
  const picture = await zonePicture(tx, asked.asOf);
  const kept = await poolColumns(tx);
  const placed = await placedOn(tx, asked);
  const prepared = preparePlace(asked.place);
  const ranking = rankPool(kept.pool, {
    place: prepared,
    filter: asked.filter,
    content: asked.scoring.content,
    asOf: asked.asOf,
    zone: columnsOf(picture, kept.pool, asked),
    placed: [...placed].map((id) => indexOf(kept.pool, id)).filter((index) => index >= 0),
    ...limits,
  });
  const ids = (list: readonly { readonly index: number }[]) => list.map(({ index }) => idAt(kept.pool, index));
  return { ...asked, kept, picture, prepared, placed, ranking, top: ids(ranking.top), excludedTop: ids(ranking.excludedTop) };
}

/** Whom a person has confirmed at the place or below it, as it stands on the day. */
async function placedOn(tx: Tx, { place, asOf }: ScreeningAsked): Promise<ReadonlySet<string>> {
  const rows = await listPlaced(tx, place.nodes);
  return new Set(
    rows.flatMap(({ enterpriseId, until }) => (enterpriseId === null || (until !== null && until <= asOf) ? [] : [enterpriseId])),
  );
}

const laidOut = new WeakMap<ZonePicture, { readonly pool: ScreeningPool; readonly version: number; readonly columns: ZoneColumns }>();

function columnsOf(picture: ZonePicture, pool: ScreeningPool, { scoring, asOf }: ScreeningAsked): ZoneColumns {
  const there = laidOut.get(picture);
  if (there !== undefined && there.pool === pool && there.version === scoring.version) return there.columns;
  const columns = layOutZone(pool, picture.known, scoring.content, asOf);
  laidOut.set(picture, { pool, version: scoring.version, columns });
  return columns;
}

export type ScoredEnterprise = {
  readonly row: SourcedRow;
  readonly score: TargetScore;
  readonly vetoes: readonly VetoKind[];
  readonly inPool: boolean;
  readonly explaining: Explaining;
};

/** The plain rule for a few enterprises, with what each term rests on. Whoever is not in the register is left out. */
export async function scoreEnterprises(
  tx: Tx,
  ids: readonly string[],
  {
    prepared,
    placed,
    picture,
    scoring: { content },
    asOf,
    filter,
  }: Pick<ScreeningRun, "prepared" | "placed" | "picture" | "scoring" | "asOf" | "filter">,
): Promise<ReadonlyMap<string, ScoredEnterprise>> {
  const rows = await readSourced(tx, ids);
  return new Map(
    [...rows].map(([id, row]) => {
      const known = picture.known.get(id) ?? NOTHING_NOTED;
      const explaining: Explaining = { place: prepared, placed: placed.has(id), content, asOf };
      const values = measureTarget(row, known, { ...explaining, measures: content.measures });
      const fits = filter.fitFrom === undefined || filter.fitFrom === 0 || (values.fit !== null && values.fit >= filter.fitFrom);
      return [
        id,
        {
          row,
          score: explainTarget(row, known, values, explaining),
          vetoes: vetoesOf(row, known, content, asOf),
          inPool: fits && inPool(row, filter, asOf),
          explaining,
        },
      ];
    }),
  );
}

/** One enterprise for a place, without ranking anybody; undefined when it is not in the register. */
export async function scoreOne(tx: Tx, enterpriseId: string, asked: Omit<ScreeningAsked, "filter">): Promise<KeptScore | undefined> {
  const [picture, placed] = [await zonePicture(tx, asked.asOf), await placedOn(tx, { ...asked, filter: {} })];
  const scored = await scoreEnterprises(tx, [enterpriseId], { ...asked, filter: {}, picture, placed, prepared: preparePlace(asked.place) });
  const one = scored.get(enterpriseId);
  return one === undefined ? undefined : keepScore(one, asked);
}

/** As a list keeps it: points in tenths, the words beside them. */
export const keepScore = (
  { score, vetoes }: Pick<ScoredEnterprise, "score" | "vetoes">,
  { scoring, asOf }: Pick<ScreeningAsked, "scoring" | "asOf">,
): KeptScore => ({
  scoredOn: asOf,
  scoring: scoring.version,
  known: Math.round(score.known * TENTHS),
  possible: Math.round(score.possible * TENTHS),
  terms: score.terms.map((term) => ({
    measure: term.measure,
    value: term.value,
    least: Math.round(term.least * TENTHS),
    most: Math.round(term.most * TENTHS),
    because: sayFindings(term),
  })),
  vetoes: [...vetoes],
});
