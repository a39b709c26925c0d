import type { LocalDate } from "#kernel/local-date.ts";

export type Validity = { readonly from: LocalDate | null; readonly to: LocalDate | null };

/** As of a day: both ends belong to it; without an end it holds until it is withdrawn. */
export function qualificationState({ from, to }: Validity, asOf: LocalDate): "valid" | "not-yet" | "expired" {
  if (from !== null && asOf < from) return "not-yet";
  return to !== null && asOf > to ? "expired" : "valid";
}
