import type { Colour } from "#domains/projects/contract/colour.ts";
import type { Decimal } from "#kernel/decimal.ts";

const SMALLEST = 4;
const LARGEST = 11;
const TEN_MILLION = 1e7;

/** Half the width of a mark in pixels: its area grows with the investment, between a dot that can be hit and one that hides no parcel. */
export const sizeOf = (yuan: Decimal): number => Math.min(LARGEST, Math.max(SMALLEST, Math.sqrt(Number(yuan) / TEN_MILLION) * 0.75));

/** The shapes of SupervisionLight, drawn: red ●, yellow ▲, blue ■, green ✔ in its ring; a hollow diamond is not supervised. */
export function markPath(colour: Colour | null, half: number): string {
  const h = half;
  switch (colour) {
    case "red":
      return circle(h);
    case "yellow":
      return `M0 ${-h * 1.15}L${h * 1.1} ${h * 0.85}H${-h * 1.1}z`;
    case "blue":
      return `M${-h * 0.9} ${-h * 0.9}H${h * 0.9}V${h * 0.9}H${-h * 0.9}z`;
    case "green":
      return circle(h);
    case null:
      return `M0 ${-h}L${h} 0L0 ${h}L${-h} 0z`;
  }
}

const circle = (r: number): string => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

/** The tick within the ring of green. */
export const tickPath = (half: number): string => `M${-half * 0.5} 0L${-half * 0.12} ${half * 0.42}L${half * 0.55} ${-half * 0.42}`;
