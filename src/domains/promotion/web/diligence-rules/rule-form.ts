import { DiligenceRules } from "#domains/promotion/contract/diligence-rules.ts";
import { RelocationSign } from "#domains/promotion/contract/distress-warning.ts";
import type { ContractClause, DiligenceEventKind, RedLineBand } from "#domains/promotion/contract/statement-red-lines.ts";
import {
  type LadderName,
  ladderFrom,
  ladderShapes,
  RED_LADDERS,
  type RedLadder,
  type Threshold,
  thresholdsOf,
  WARNING_LADDERS,
} from "#domains/promotion/rules/rule-thresholds.ts";
import { type Decimal, findDecimal } from "#kernel/decimal.ts";
import type { Ladder } from "#kernel/ladder.ts";

/** Rules as they are typed: every figure is a text until the whole is tried. */
export type TypedThreshold = { readonly at: string; readonly including: boolean };
export type TypedLadder = { readonly source: string; readonly bands: Readonly<Record<string, TypedThreshold>> };
export type TypedEvent = {
  readonly kind: DiligenceEventKind;
  readonly band: RedLineBand;
  readonly days: string;
  readonly clauses: readonly ContractClause[];
  readonly source: string;
};
export type TypedRules = {
  readonly ladders: Readonly<Record<LadderName, TypedLadder>>;
  readonly clauses: Readonly<Record<RedLadder, readonly ContractClause[]>>;
  readonly events: readonly TypedEvent[];
  readonly weights: Readonly<Record<RelocationSign, string>>;
  readonly cashYears: string;
  readonly relocationDays: string;
  readonly withoutNetAssets: RedLineBand;
};

export function typedRules({ redLines, warnings }: DiligenceRules): TypedRules {
  const ladder = (name: LadderName, { source, ...given }: Ladder): [LadderName, TypedLadder] => {
    const shape = ladderShapes[name];
    const known = thresholdsOf({ source, ...given }, shape);
    return [
      name,
      {
        source,
        bands: Object.fromEntries(
          shape.bands.map((band) => [band, { at: known.get(band)?.at ?? "", including: known.get(band)?.including ?? false }]),
        ),
      },
    ];
  };
  return {
    ladders: Object.fromEntries([
      ...RED_LADDERS.map((name) => ladder(name, redLines[name].ladder)),
      ...WARNING_LADDERS.map((name) => ladder(name, warnings[name])),
    ]) as Record<LadderName, TypedLadder>,
    clauses: Object.fromEntries(RED_LADDERS.map((name) => [name, redLines[name].clauses])) as unknown as TypedRules["clauses"],
    events: redLines.events.map((event) => ({ ...event, days: event.days === null ? "" : String(event.days) })),
    weights: warnings.relocationWeights,
    cashYears: String(redLines.cashYears),
    relocationDays: String(warnings.relocationDays),
    withoutNetAssets: redLines.withoutNetAssets,
  };
}

/** Undefined where something typed is no number, or a ladder does not rise: the shape of the rules itself decides. */
export function findRules(typed: TypedRules): DiligenceRules | undefined {
  const wrong = "?" as Decimal;
  const ladder = (name: LadderName) => {
    const { source, bands } = typed.ladders[name];
    const given = Object.entries(bands).flatMap(([band, { at, including }]): [string, Threshold][] =>
      at.trim() === "" ? [] : [[band, { at: findDecimal(at.trim()) ?? wrong, including }]],
    );
    return ladderFrom(new Map(given), ladderShapes[name], source.trim());
  };
  const whole = (written: string) => (/^\d{1,5}$/.test(written.trim()) ? Number(written.trim()) : Number.NaN);
  const red = (name: RedLadder) => ({ ladder: ladder(name), clauses: typed.clauses[name] });
  return DiligenceRules.safeParse({
    redLines: {
      debtRatio: red("debtRatio"),
      currentRatio: red("currentRatio"),
      negativeCash: red("negativeCash"),
      commitment: red("commitment"),
      cashYears: whole(typed.cashYears),
      withoutNetAssets: typed.withoutNetAssets,
      events: typed.events.map((event) => ({
        ...event,
        source: event.source.trim(),
        days: event.days.trim() === "" ? null : whole(event.days),
      })),
    },
    warnings: {
      permitDaysLeft: ladder("permitDaysLeft"),
      distressPercentile: ladder("distressPercentile"),
      relocationWeight: ladder("relocationWeight"),
      relocationDays: whole(typed.relocationDays),
      relocationWeights: Object.fromEntries(RelocationSign.options.map((sign) => [sign, findDecimal(typed.weights[sign].trim()) ?? wrong])),
    },
  }).data;
}
