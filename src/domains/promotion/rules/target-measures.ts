import type { ExpansionKind, MeasureRules } from "#domains/promotion/contract/screening.ts";
import type { QualificationKind, QualificationLevel, TieKind } from "#domains/registry/contract/enterprise.ts";
import { type LocalDate, yearOf } from "#kernel/local-date.ts";

/** Growth beyond these counts as these: a start-up that sold nothing the year before is no thousand times better. */
export const GROWTH_LEAST = -100;
export const GROWTH_MOST = 1000;

/** In whole percent, half away from nothing. Null when the year is not known or lies too far back. */
export function growthOf(
  growthPct: string | null,
  year: number | null,
  { yearsOld }: MeasureRules["growth"],
  asOf: LocalDate,
): number | null {
  if (growthPct === null || year === null || year < yearOf(asOf) - yearsOld || year > yearOf(asOf)) return null;
  const percent = Number(growthPct);
  const rounded = Math.sign(percent) * Math.round(Math.abs(percent));
  return Math.min(GROWTH_MOST, Math.max(GROWTH_LEAST, rounded === 0 ? 0 : rounded));
}

/** The best of several and a little for each further one: two hints are more than one, and ten are no proof. */
export function bestAndMore(points: readonly number[], { more, moreMost }: { readonly more: number; readonly moreMost: number }): number {
  const counting = points.filter((one) => one > 0);
  if (counting.length === 0) return 0;
  return Math.min(100, Math.max(...counting) + more * Math.min(moreMost, counting.length - 1));
}

export type DatedSignal = { readonly kind: ExpansionKind; readonly on: LocalDate };

/** Full months from one day to a later one. */
export function monthsBetween(from: LocalDate, to: LocalDate): number {
  const months = (yearOf(to) - yearOf(from)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return months - (to.slice(8) < from.slice(8) ? 1 : 0);
}

/** What one sign still gives on a day; nothing before it was seen. */
export function signalPoints(
  { kind, on }: DatedSignal,
  { kinds, fullMonths, halfMonths }: MeasureRules["signals"],
  asOf: LocalDate,
): number {
  if (on > asOf) return 0;
  const age = monthsBetween(on, asOf);
  const full = kinds[kind];
  return age < fullMonths ? full : age < halfMonths ? Math.floor(full / 2) : 0;
}

/** Null when nothing was ever noted: then nobody has looked, and nothing is not known to be absent. */
export function signalsOf(signals: readonly DatedSignal[], rules: MeasureRules["signals"], asOf: LocalDate): number | null {
  const seen = signals.filter(({ on }) => on <= asOf);
  if (seen.length === 0) return null;
  return Math.min(
    100,
    seen.reduce((all, one) => all + signalPoints(one, rules, asOf), 0),
  );
}

/** A tie to a resident, a leader firm or a fund of the zone. `strength` is 0 to 100. */
export type ResidentTie = { readonly kind: TieKind; readonly strength: number };

export const tiePoints = ({ kind, strength }: ResidentTie, { kinds }: MeasureRules["linkage"]): number =>
  Math.floor((kinds[kind] * strength) / 100);

/** Null when the register knows no tie of the enterprise at all. */
export function linkageOf(ties: readonly ResidentTie[], hasTies: boolean, rules: MeasureRules["linkage"]): number | null {
  if (ties.length === 0) return hasTies ? 0 : null;
  return bestAndMore(
    ties.map((tie) => tiePoints(tie, rules)),
    rules,
  );
}

export type HeldQualification = {
  readonly kind: QualificationKind;
  readonly level: QualificationLevel | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
};

/** On the last day too; without a day, at any time. */
export const isValidOn = ({ from, to }: Pick<HeldQualification, "from" | "to">, day: LocalDate): boolean =>
  (from === null || from <= day) && (to === null || day <= to);

/** The line of its level, else the line for any level. */
export function qualificationPoints(
  { kind, level }: Pick<HeldQualification, "kind" | "level">,
  { kinds }: MeasureRules["innovation"],
): number {
  const lines = kinds.filter((line) => line.kind === kind);
  return (lines.find((line) => line.level !== null && line.level === level) ?? lines.find((line) => line.level === null))?.points ?? 0;
}

/** Null when no qualification of the enterprise was ever entered. */
export function innovationOf(held: readonly HeldQualification[], rules: MeasureRules["innovation"], asOf: LocalDate): number | null {
  if (held.length === 0) return null;
  return bestAndMore(
    held.filter((one) => isValidOn(one, asOf)).map((one) => qualificationPoints(one, rules)),
    rules,
  );
}
