import { z } from "zod";
import { AppError } from "#kernel/app-error.ts";
import { compare, Decimal } from "#kernel/decimal.ts";

const Step = z.object({ band: z.string().min(1).max(60), upTo: Decimal.nullable(), including: z.boolean().default(false) });
type Step = z.infer<typeof Step>;

/**
 * Thresholds from low to high. A step reaches up to `upTo`, which belongs to it when `including`; the last step has no end.
 * The progress gap of the four colours: green up to 0 including, blue up to 10, yellow up to 30 including, red.
 */
export const Ladder = z.object({
  steps: z.array(Step).min(1).max(50).refine(isRising, { error: "ladder.not-rising" }),
  source: z.string().min(1).max(400),
});
export type Ladder = z.infer<typeof Ladder>;

function isRising(steps: readonly Step[]): boolean {
  return steps.every((step, index) => {
    const next = steps[index + 1];
    if (next === undefined) return step.upTo === null;
    return step.upTo !== null && (next.upTo === null || compare(step.upTo, next.upTo) < 0);
  });
}

/** `from` and `upTo` are the ends of the band that the value fell into. */
export type LadderReading = {
  readonly band: string;
  readonly value: Decimal;
  readonly from: Decimal | null;
  readonly fromIncluded: boolean;
  readonly upTo: Decimal | null;
  readonly upToIncluded: boolean;
};

export function readLadder({ steps }: Ladder, value: Decimal): LadderReading {
  let below: Step | undefined;
  for (const step of steps) {
    const order = step.upTo === null ? -1 : compare(value, step.upTo);
    if (order < 0 || (order === 0 && step.including)) {
      return {
        band: step.band,
        value,
        from: below?.upTo ?? null,
        fromIncluded: below !== undefined && !below.including,
        upTo: step.upTo,
        upToIncluded: step.including,
      };
    }
    below = step;
  }
  throw new AppError("ladder.not-rising", "invalid");
}

/** Of several dimensions the worst decides and keeps its reason; the first named wins among equals. Undefined for no dimensions. */
export function worstOf<Reading extends { readonly band: string }>(
  fromBest: readonly string[],
  readings: readonly Reading[],
): Reading | undefined {
  let worst: Reading | undefined;
  for (const reading of readings) {
    if (worst === undefined || fromBest.indexOf(reading.band) > fromBest.indexOf(worst.band)) worst = reading;
  }
  return worst;
}
