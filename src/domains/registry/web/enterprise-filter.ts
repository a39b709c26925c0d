import { EnterpriseFilter } from "#domains/registry/contract/search-operations.ts";

type Key = keyof EnterpriseFilter;
type Address = Readonly<Record<string, string | undefined>>;

export const FILTER_KEYS = Object.keys(EnterpriseFilter.shape) as readonly Key[];
const COUNTS: ReadonlySet<Key> = new Set(["employeesFrom", "employeesTo", "ageFrom", "ageTo"]);

const meant = (key: Key, written: string): unknown =>
  COUNTS.has(key) ? Number(written) : key === "listed" ? (written === "true" ? true : written === "false" ? false : undefined) : written;

/** The filter as it stands in the address; words that mean nothing are not heard. */
export function readFilter(address: Address): EnterpriseFilter {
  const heard = FILTER_KEYS.flatMap((key) => {
    const written = address[key]?.trim();
    if (written === undefined || written === "") return [];
    const value = meant(key, written);
    return EnterpriseFilter.shape[key].safeParse(value).success ? [[key, value]] : [];
  });
  return EnterpriseFilter.parse(Object.fromEntries(heard));
}

/** A change of the address that leaves just this filter in it. */
export const writeFilter = (filter: EnterpriseFilter): Record<Key, string> =>
  Object.fromEntries(FILTER_KEYS.map((key) => [key, filter[key] === undefined ? "" : String(filter[key])])) as Record<Key, string>;

/** Whether the filter already says this, so that choosing it again means dropping it. */
export const says = (filter: EnterpriseFilter, part: EnterpriseFilter): boolean =>
  FILTER_KEYS.every((key) => part[key] === undefined || part[key] === filter[key]);

export const isEmptyFilter = (filter: EnterpriseFilter): boolean => FILTER_KEYS.every((key) => filter[key] === undefined);
