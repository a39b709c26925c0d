import { sql } from "kysely";
import type { z } from "zod";
import { calibreInWords } from "#domains/economy/contract/card-words.ts";
import { definitionRows } from "#domains/economy/contract/indicator-definitions.ts";
import type { ReportCardFigure } from "#domains/economy/contract/report-card.ts";
import { composeCurrentCard, loadExpected } from "#domains/economy/server/compose-current-card.ts";
import { findRegionRelations } from "#domains/economy/server/region-relations.ts";
import { findLatestEditionOf } from "#domains/economy/server/report-card-store.ts";
import { listDocuments } from "#domains/intelligence/server/documents/list-documents.ts";
import { findOpenConflicts } from "#domains/intelligence/server/review/list-conflicts.ts";
import { nextForReview } from "#domains/intelligence/server/review/open-review.ts";
import type { Cockpit, Tile, workbenchOperations } from "#domains/workbench/contract/workbench-operations.ts";
import { type ChosenTile, chooseTiles } from "#domains/workbench/rules/choose-tiles.ts";
import { approvalStanding, projectStanding } from "#domains/workbench/server/standing.ts";
import type { InputOf } from "#kernel/contract.ts";
import { endDay, findPeriod, hasYear, isYearToDate } from "#kernel/period.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type View = z.input<typeof Cockpit>;
const projectRows = definitionRows.filter(([, profile]) => profile === "projects");
const OF_PROJECTS: ReadonlySet<string> = new Set(projectRows.map(([code]) => code));
const COUNTS: ReadonlySet<string> = new Set(projectRows.flatMap(([code, , unit]) => (unit === "个" ? [code] : [])));
const TREND_POINTS = 12;
const MOST_CONFLICTS = 5;
const RECENT = 6;
const CUMULATIVE = "^[0-9]{4}(Q1|H1|Q1-Q3)?$";

/** The first screen of the zone's own region: the newest period that has figures, unless one is asked for. Reads across domains, writes nothing. */
export async function cockpit(
  { period: asked }: InputOf<(typeof workbenchOperations)["cockpit"]>,
  context: OperationContext,
): Promise<View> {
  const { tx, actor } = context;
  const zone = await tx.selectFrom("zone").select("region").where("id", "=", actor.zoneId).executeTakeFirstOrThrow();
  const { names } = await findRegionRelations(tx, zone.region);
  const period = (asked === undefined ? undefined : findPeriod(asked)) ?? (await newestPeriod(tx, actor.zoneId, names));
  const content = period === undefined ? undefined : await composeCurrentCard(tx, zone.region, period);
  const edition = period === undefined ? undefined : await findLatestEditionOf(tx, zone.region, period);
  const conflicts = await openConflicts(tx);
  const { backlog } = await nextForReview({}, context);
  const recent = await listDocuments({ limit: RECENT }, context);
  const chosen = chooseTiles(content?.figures ?? [], {
    headlines: await loadExpected(tx),
    ofProjects: OF_PROJECTS,
    counts: (code) => COUNTS.has(code),
  });
  const points = await loadTrends(
    tx,
    actor.zoneId,
    names,
    chosen.flatMap(({ figure }) => figure.code ?? []),
  );
  const tiles = chosen.map((tile) => tileOf(tile, points));
  return {
    region: zone.region,
    period: period ?? null,
    card: edition ? { id: edition.id, state: edition.state, version: edition.edition } : null,
    tiles,
    conflicts,
    backlog,
    missing: (content?.missing ?? []).map(({ code, indicator, indicatorEn }) => ({ code, name: { zh: indicator, en: indicatorEn } })),
    recent: recent.items,
    projects: await projectStanding(tx, context.today),
    approvals: await approvalStanding(tx, context.today),
  };
}

/** The latest period with accepted figures of the catalogue; the cumulative one where a month and a half-year end together. */
async function newestPeriod(tx: Tx, zoneId: string, names: readonly string[]): Promise<string | undefined> {
  const { rows } = await sql<{ period: string; n: string }>`
    select period, count(distinct code) n from fact_current
    where zone_id = ${zoneId}::uuid and region = any(${names}::text[]) and status = 'accepted' and scope = 'region' and kind = 'actual' and code is not null and period ~ '^[0-9]{4}'
    group by period`.execute(tx);
  const candidates = rows.flatMap(({ period, n }) => {
    const read = findPeriod(period);
    return read && hasYear(read) ? [{ period: read, end: endOf(read), figures: Number(n), cumulative: isYearToDate(read) }] : [];
  });
  // A handful of early figures does not make a period: three at least, unless there is nothing else.
  const enough = candidates.filter((candidate) => candidate.figures >= 3 && candidate.cumulative);
  const best = (enough.length > 0 ? enough : candidates).toSorted((one, other) =>
    one.end === other.end ? other.figures - one.figures : one.end < other.end ? 1 : -1,
  )[0];
  return best?.period;
}

function endOf(period: NonNullable<ReturnType<typeof findPeriod>>): string {
  return endDay(period) ?? "";
}

async function openConflicts(tx: Tx): Promise<View["conflicts"]> {
  const open = await findOpenConflicts(tx);
  const items = open.slice(0, MOST_CONFLICTS).map(({ id, facts }) => ({
    id,
    indicator: facts[0]?.indicator ?? "",
    period: facts[0]?.period ?? null,
    values: [...new Set(facts.map((fact) => `${fact.value}${fact.unit}`))],
  }));
  return { open: open.length, items };
}

type Point = { readonly code: string; readonly period: string; readonly yoy_pct: string | null };

/** The growth of all tiles over the cumulative periods in one look: levels that begin anew each year would only zigzag, in the order of time; of what several sources say of one period the later recorded comes last. */
async function loadTrends(tx: Tx, zoneId: string, names: readonly string[], codes: readonly string[]): Promise<readonly Point[]> {
  if (codes.length === 0) return [];
  const { rows } = await sql<Point>`
    select code, period, yoy_pct from fact_current
    where zone_id = ${zoneId}::uuid and region = any(${names}::text[]) and code = any(${codes}::text[]) and status = 'accepted'
      and scope = 'region' and kind = 'actual' and calibre is null and period ~ ${CUMULATIVE}
    order by id`.execute(tx);
  return rows;
}

function tileOf({ figure, others }: ChosenTile<ReportCardFigure>, points: readonly Point[]): z.input<typeof Tile> {
  // One point a period: several sources of one figure say the same, or are a conflict that is shown elsewhere.
  const trend = new Map<string, string>();
  for (const point of points) {
    if (point.code === figure.code && point.yoy_pct !== null) trend.set(point.period, point.yoy_pct);
  }
  const inOrder = [...trend].toSorted(([one], [other]) => (orderOf(one) < orderOf(other) ? -1 : 1));
  const stated = figure.comparisons.find((comparison) => comparison.with === "city");
  return {
    code: figure.code ?? "",
    name: { zh: figure.indicator, en: figure.indicatorEn ?? figure.indicator },
    period: figure.period,
    value: figure.value,
    unit: figure.unit ?? "",
    yoyPct: figure.yoyPct,
    againstCity: stated?.points ?? null,
    trend: inOrder.slice(-TREND_POINTS).map(([period, value]) => ({ period, value })),
    observationId: figure.observationId,
    calibre: calibreInWords(figure),
    others: others.map((other) => ({
      calibre: calibreInWords(other) ?? { zh: "", en: "" },
      value: other.value,
      unit: other.unit ?? "",
      yoyPct: other.yoyPct,
      observationId: other.observationId,
    })),
  };
}

/** The day on which a cumulative period ends, so that periods sort by time. */
function orderOf(written: string): string {
  const read = findPeriod(written);
  return read ? endOf(read) : written;
}
