import { findPeriod } from "#kernel/period.ts";
import { sayPeriod } from "#kernel/say-period.ts";
import type { Language } from "#kernel/texts.ts";

/** `2020年上半年`; a period that is none is shown as it is. */
export function periodWords(period: string, language: Language): string {
  const known = findPeriod(period);
  return known === undefined ? period : sayPeriod(known, language);
}
