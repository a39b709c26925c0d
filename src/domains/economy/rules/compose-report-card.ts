import type { FigureConflict, ReportCardContent, ReportCardFigure } from "#domains/economy/contract/report-card.ts";
import { type AcceptedFact, plainRegion, plainWords } from "#domains/economy/rules/accepted-fact.ts";
import { belongsToCard, calibreOf } from "#domains/economy/rules/calibre-of.ts";
import type { WiderFigure } from "#domains/economy/rules/checks/check-input.ts";
import { listMissing } from "#domains/economy/rules/checks/missing-indicators.ts";
import { runChecks } from "#domains/economy/rules/checks/run-checks.ts";
import { composeFigure } from "#domains/economy/rules/compose-figure.ts";
import { listEarlier } from "#domains/economy/rules/earlier-figures.ts";
import { leaveOut } from "#domains/economy/rules/leave-out.ts";
import { findMonths, type Months, sameMonths } from "#domains/economy/rules/period-months.ts";
import { readShare } from "#domains/economy/rules/share-of-wider-region.ts";
import { findIndicator, indicators } from "#domains/intelligence/contract/indicators.ts";

export type CardRequest = {
  readonly region: string;
  /** Other names of the same region, as the catalogue has them. */
  readonly names?: readonly string[];
  readonly period: string;
  /** All accepted facts that the zone holds about the region, its wider regions and its relatives, of any period. */
  readonly facts: readonly AcceptedFact[];
  readonly expected: readonly string[];
  readonly wider: readonly { readonly with: WiderFigure["with"]; readonly region: string }[];
  /** Regions with a recorded alias relation: their figures are counted beside the card, never put into it. */
  readonly related: readonly string[];
  readonly excluded: readonly string[];
};

const ORDER = new Map(indicators.map(({ code }, place) => [code, place]));

/** Current accepted facts of one region and period become figures in the order of the catalogue, with conflicts, checks and what is missing. */
export function composeReportCard(request: CardRequest): ReportCardContent {
  const months = findMonths(request.period);
  const excluded = new Set(request.excluded);
  const known = request.facts.filter((fact) => fact.kind === "actual" && fact.scope === "region");
  const usable = known.filter((fact) => !excluded.has(fact.observationId));
  const about = (regions: readonly string[], among = usable) => {
    const names = new Set(regions.map(plainRegion));
    return among.filter((fact) => fact.region !== null && names.has(plainRegion(fact.region)));
  };
  const names = [request.region, ...(request.names ?? [])];
  const own = about(names);
  const present = about(names, known).filter((fact) => belongsToCard(fact.code) && fallsInto(fact, request.period, months));
  const figures: ReportCardFigure[] = [];
  const conflicts: FigureConflict[] = [];
  const wider = listWider(request, (region) => about([region]), months);
  const earlier = listEarlier(own, months);
  for (const [id, facts] of groupByKey(present)) {
    const { figure, conflict } = composeFigure(id, leaveOut(id, facts, excluded), {
      region: request.region,
      period: request.period,
      wider,
      earlier,
    });
    if (figure !== undefined) figures.push(figure);
    if (conflict !== undefined) conflicts.push(conflict);
  }
  figures.sort(byCatalogue);
  const disputed = new Set(conflicts.map((conflict) => conflict.key));
  const expected = request.expected.filter((code) => !disputed.has(code));
  return {
    figures,
    conflicts,
    checks: runChecks({ figures, earlier, wider, expected }),
    missing: listMissing(figures, expected),
    relatedRegions: request.related.map((region) => ({
      region,
      figures: about([region]).filter((fact) => fallsInto(fact, request.period, months)).length,
    })),
  };
}

/** The same months; or a level on a day, at the end of the card's period (截至6月底 belongs to the first half). */
function fallsInto(fact: AcceptedFact, period: string, months: Months | undefined): boolean {
  if (fact.period === null) return false;
  const own = findMonths(fact.period);
  if (own === undefined || months === undefined) return fact.period === period;
  if (sameMonths(own, months)) return true;
  return fact.basis === "point" && own.last === months.last && own.first >= months.first;
}

function groupByKey(facts: readonly AcceptedFact[]): Map<string, AcceptedFact[]> {
  const groups = new Map<string, AcceptedFact[]>();
  for (const fact of facts) {
    const key = keyOf(fact);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fact]);
    else group.push(fact);
  }
  return groups;
}

/** One key, one figure: the code with its calibre, a share by what it is a share of, the words where there is no code. */
export function keyOf(fact: Pick<AcceptedFact, "indicator" | "code" | "unit" | "calibre">): string {
  const share = readShare(fact);
  const stated = calibreOf(fact);
  const calibre = stated === null ? "" : `@${stated}`;
  if (share !== undefined) return `share:${share.of}:${share.code ?? plainWords(fact.indicator)}${calibre}`;
  // A code with a rank or a proportion of something else behind it is another figure than the indicator's own level.
  if (fact.code !== null && !isAboutIt(fact)) return `${fact.code}:${plainWords(fact.indicator)}${calibre}`;
  return `${fact.code ?? `words:${plainWords(fact.indicator)}`}${calibre}`;
}

const isAboutIt = (fact: Pick<AcceptedFact, "indicator" | "unit">): boolean =>
  fact.unit !== "位" && !/(排名|位次|占比|比重|贡献率)$/.test(fact.indicator);

function byCatalogue(left: ReportCardFigure, right: ReportCardFigure): number {
  return placeOf(left) - placeOf(right) || startOf(left) - startOf(right) || left.id.localeCompare(right.id);
}

/** A share stands just behind its indicator; what the catalogue does not know stands last, in the order of the text. */
function placeOf(figure: ReportCardFigure): number {
  const code = figure.code ?? readShare(figure)?.code;
  const place = code === undefined ? undefined : ORDER.get(code);
  if (place === undefined) return ORDER.size;
  // Shares of trade stand behind exports and imports, which are its parts.
  if (figure.id.startsWith("share:") && code === "trade") return (ORDER.get("imports") ?? place) + 0.5;
  return figure.id === code ? place : place + 0.5;
}

function startOf(figure: ReportCardFigure): number {
  const [source] = figure.sources;
  return source?.kind === "document" ? source.start : 0;
}

function listWider(request: CardRequest, about: (region: string) => readonly AcceptedFact[], months: Months | undefined): WiderFigure[] {
  return request.wider.flatMap((wider) => {
    const present = about(wider.region).filter((fact) => fallsInto(fact, request.period, months));
    return [...groupByKey(present)].flatMap(([id, facts]) => {
      if (findIndicator(id) === undefined) return [];
      const { figure } = composeFigure(id, facts, { region: wider.region, period: request.period, wider: [], earlier: [] });
      if (figure === undefined) return [];
      return [{ with: wider.with, region: wider.region, code: id, value: figure.value, unit: figure.unit, yoyPct: figure.yoyPct }];
    });
  });
}
