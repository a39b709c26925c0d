import type { LocalDate } from "#kernel/local-date.ts";

type Publication = { readonly publishedAt: string; readonly withdrawn: { readonly at: string } | null };

/** The first instant after a day in Asia/Shanghai (UTC+8): an instant compares as text only in one zone, so it is written in UTC. */
export const endOfDay = (day: LocalDate): string => `${day}T16:00:00.000Z`;

/**
 * What the public saw at the end of a day: the newest edition published by then.
 * A withdrawal takes it away from its own day on, and does not bring the edition before it back.
 */
export function publicAsOf<One extends Publication>(
  newestFirst: readonly One[],
  asOf: LocalDate | undefined,
): { readonly shown: One; readonly withdrawn: boolean } | undefined {
  const end = asOf === undefined ? undefined : endOfDay(asOf);
  const shown = newestFirst.find((one) => end === undefined || one.publishedAt < end);
  if (shown === undefined) return undefined;
  return { shown, withdrawn: shown.withdrawn !== null && (end === undefined || shown.withdrawn.at < end) };
}
