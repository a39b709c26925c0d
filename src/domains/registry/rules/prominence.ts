import type { Decimal } from "#kernel/decimal.ts";

export type Known = {
  readonly capitalYuan?: Decimal | null;
  readonly revenueYuan?: Decimal | null;
  readonly employees?: number | null;
  readonly listed?: boolean;
  readonly qualifications?: readonly string[];
};

const MOST = 1000;
const LISTED_POINTS = 200;
/** What an authority has attested says more than what was paid in. */
const QUALIFICATION_POINTS: Readonly<Record<string, number>> = {
  "top-500": 200,
  champion: 120,
  unicorn: 120,
  "little-giant": 100,
  gazelle: 60,
  specialised: 60,
  "technology-centre": 50,
  "high-tech": 50,
  "above-scale": 40,
  "innovative-sme": 20,
  "tech-sme": 15,
};

/** Digits before the point, and a half for 4 and above: a logarithm in whole numbers, the same on every machine. */
function magnitude(amount: Decimal | null | undefined): number {
  if (amount === null || amount === undefined || amount.startsWith("-") || amount.startsWith("0")) return 0;
  const point = amount.indexOf(".");
  const digits = point < 0 ? amount.length : point;
  return digits * 2 - (amount.charCodeAt(0) >= 52 ? 0 : 1);
}

/** How well known an enterprise is, 0 to 1000: the order of a search that asks for none. Nothing is decided by it. */
export function prominenceOf({ capitalYuan, revenueYuan, employees, listed, qualifications = [] }: Known): number {
  const capital = Math.max(0, magnitude(capitalYuan) - 8) * 12;
  const revenue = Math.max(0, magnitude(revenueYuan) - 8) * 20;
  const people = employees ? String(employees).length * 20 : 0;
  const attested = qualifications.reduce((points, kind) => points + (QUALIFICATION_POINTS[kind] ?? 0), 0);
  return Math.min(MOST, capital + revenue + people + Math.min(300, attested) + (listed === true ? LISTED_POINTS : 0));
}
