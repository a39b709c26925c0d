import { addDays, findLocalDate, type LocalDate, localDate } from "#kernel/local-date.ts";

const MONTHS = 12;
const pad = (number: number): string => String(number).padStart(2, "0");

/** The last day on which a result of so many months is valid: the day before the same day of the month in which it ends. */
export function validUntil(datedOn: LocalDate, months: number): LocalDate {
  const [year, month, day] = datedOn.split("-").map(Number) as [number, number, number];
  const first = (ahead: number): LocalDate => {
    const place = year * MONTHS + month - 1 + ahead;
    return localDate(`${Math.floor(place / MONTHS)}-${pad((place % MONTHS) + 1)}-01`);
  };
  const same = findLocalDate(`${first(months).slice(0, 8)}${pad(day)}`);
  // A month that does not have the day ends it: six months from 31 August last until 28 February.
  return addDays(same ?? first(months + 1), -1);
}
