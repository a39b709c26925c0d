import type { PoolFilter } from "#domains/promotion/contract/screening.ts";
import {
  dayNumber,
  LISTED,
  NOT_KNOWN,
  type PoolRow,
  qualificationAt,
  type ScreeningPool,
} from "#domains/promotion/rules/screening-pool.ts";
import { isValidOn } from "#domains/promotion/rules/target-measures.ts";
import type { LocalDate } from "#kernel/local-date.ts";

/** Whether the filter lets an enterprise through; how well it fits is judged later. Who lacks a figure is outside its range. */
export function inPool(row: PoolRow, filter: PoolFilter, asOf: LocalDate): boolean {
  const { regions, notRegions, classes, controllers, qualifications, listed } = filter;
  const starts = (code: string | null, parts: readonly string[]): boolean => code !== null && parts.some((part) => code.startsWith(part));
  return (
    (empty(regions) || starts(row.regionCode, regions)) &&
    (empty(notRegions) || !starts(row.regionCode, notRegions)) &&
    (empty(classes) || starts(row.classCode, classes)) &&
    (empty(controllers) || (row.controller !== null && controllers.includes(row.controller))) &&
    (listed === undefined || row.listed === listed) &&
    within(row.capitalYuan === null ? null : Number(row.capitalYuan), filter.capitalFrom, filter.capitalTo) &&
    within(row.revenueYuan === null ? null : Math.max(0, Number(row.revenueYuan)), filter.revenueFrom, filter.revenueTo) &&
    within(row.employees, filter.employeesFrom, filter.employeesTo) &&
    within(row.foundedOn === null ? null : dayNumber(row.foundedOn), findDay(filter.foundedFrom), findDay(filter.foundedTo)) &&
    (empty(qualifications) || row.qualifications.some((held) => qualifications.includes(held.kind) && isValidOn(held, asOf)))
  );
}

const empty = <Item>(list: readonly Item[] | undefined): list is undefined | readonly never[] => list === undefined || list.length === 0;
const findDay = (day: string | undefined): number | undefined => (day === undefined ? undefined : dayNumber(day));

type End = string | number | undefined;

function within(value: number | null, from: End, to: End): boolean {
  if (from === undefined && to === undefined) return true;
  return value !== null && (from === undefined || value >= Number(from)) && (to === undefined || value <= Number(to));
}

/** The same, column by column: only what the filter names is looked at. */
export function filterPool(pool: ScreeningPool, filter: PoolFilter, asOf: LocalDate): (index: number) => boolean {
  const checks: ((index: number) => boolean)[] = [];
  const byNumber = (values: readonly string[], column: Uint8Array | Uint16Array, wanted: (value: string) => boolean): void => {
    const open = Uint8Array.from(values, (value) => (wanted(value) ? 1 : 0));
    checks.push((index) => open[column[index] ?? 0] === 1);
  };
  const startsIn = (parts: readonly string[]) => (value: string) => value !== "" && parts.some((part) => value.startsWith(part));
  const { regions, notRegions, classes, controllers, qualifications, listed } = filter;
  if (!empty(regions)) byNumber(pool.regions, pool.region, startsIn(regions));
  if (!empty(notRegions)) byNumber(pool.regions, pool.region, (value) => !startsIn(notRegions)(value));
  if (!empty(classes)) byNumber(pool.classes, pool.mainClass, startsIn(classes));
  if (!empty(controllers)) byNumber(pool.controllers, pool.controller, (value) => (controllers as readonly string[]).includes(value));
  if (listed !== undefined) checks.push((index) => (((pool.flags[index] ?? 0) & LISTED) !== 0) === listed);
  const range = (column: Float64Array | Int32Array, from: End, to: End): void => {
    if (from === undefined && to === undefined) return;
    const [low, high] = [from === undefined ? 0 : Number(from), to === undefined ? Number.POSITIVE_INFINITY : Number(to)];
    checks.push((index) => {
      const value = column[index] ?? NOT_KNOWN;
      return value !== NOT_KNOWN && value >= low && value <= high;
    });
  };
  range(pool.capital, filter.capitalFrom, filter.capitalTo);
  range(pool.revenue, filter.revenueFrom, filter.revenueTo);
  range(pool.employees, filter.employeesFrom, filter.employeesTo);
  range(pool.founded, findDay(filter.foundedFrom), findDay(filter.foundedTo));
  if (!empty(qualifications)) checks.push(holdsOneOf(pool, qualifications, asOf));
  const [first, ...others] = checks;
  if (first === undefined) return () => true;
  return others.length === 0 ? first : (index) => checks.every((check) => check(index));
}

function holdsOneOf(pool: ScreeningPool, kinds: readonly string[], asOf: LocalDate): (index: number) => boolean {
  const day = dayNumber(asOf);
  const wanted = Uint8Array.from(pool.qualificationKinds, (_, number) =>
    number > 0 && kinds.includes(qualificationAt(pool, number).kind) ? 1 : 0,
  );
  return (index) => {
    const end = pool.heldStart[index + 1] ?? 0;
    for (let next = pool.heldStart[index] ?? 0; next < end; next += 1)
      if (wanted[pool.heldKind[next] ?? 0] === 1 && (pool.heldFrom[next] ?? 0) <= day && day <= (pool.heldTo[next] ?? 0)) return true;
    return false;
  };
}
