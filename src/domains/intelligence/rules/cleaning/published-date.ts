import { findLocalDate, type LocalDate } from "#kernel/local-date.ts";

const DAY = /((?:19|20)\d{2})\s?[-年/.]\s?(\d{1,2})\s?[-月/.]\s?(\d{1,2})/;

export function findDay(text: string): LocalDate | null {
  const found = DAY.exec(text);
  if (!found) return null;
  const [, year = "", month = "", day = ""] = found;
  return findLocalDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`) ?? null;
}

/** The day in the address of a page: /20210803/, /2021-08/03/, t20210803_123.html. */
export function findDayInAddress(address: string): LocalDate | null {
  const found = /(?:^|[/_t])((?:19|20)\d{2})[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?=[/_.]|$)/.exec(address);
  return found ? (findLocalDate(`${found[1]}-${found[2]}-${found[3]}`) ?? null) : null;
}
