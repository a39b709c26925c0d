import { PoolFilter } from "#domains/promotion/contract/screening.ts";
import { yuanOf } from "#domains/promotion/web/lead-money.ts";

type Address = Readonly<Record<string, string | undefined>>;

const codes = (text: string | undefined): string[] | undefined => {
  const found = (text ?? "").split(/[,，、;；\s]+/).filter((one) => one !== "");
  return found.length === 0 ? undefined : found.map((one) => one.toUpperCase());
};

/** Growth and innovation alone make nobody a target of a place: unless all are asked for, something has to speak for the place. */
export const LEAST_FIT = "1";
export const ANY_FIT = "0";

const money = (text: string | undefined) => (text === undefined ? undefined : yuanOf(text));

/** What each word of the address asks for, by the field of the filter that it fills. */
const FIELDS: Readonly<
  Record<string, { readonly field: keyof typeof PoolFilter.shape; readonly read: (text: string | undefined) => unknown }>
> = {
  regions: { field: "regions", read: codes },
  without: { field: "notRegions", read: codes },
  classes: { field: "classes", read: codes },
  capital: { field: "capitalFrom", read: money },
  revenue: { field: "revenueFrom", read: money },
  controller: { field: "controllers", read: (text) => (text === undefined ? undefined : [text]) },
  qualification: { field: "qualifications", read: (text) => (text === undefined ? undefined : [text]) },
  listed: { field: "listed", read: (text) => (text === "yes" ? true : undefined) },
  fit: { field: "fitFrom", read: (text) => Number(text ?? LEAST_FIT) },
};

const readings = (address: Address) =>
  Object.entries(FIELDS).map(([key, { field, read }]) => {
    const typed = address[key] === "" ? undefined : address[key];
    const value = read(typed);
    return { key, field, typed, value, readable: value !== undefined && PoolFilter.shape[field].safeParse(value).success };
  });

/** The filter that stands in the address; what cannot be read of it is left out, and `unreadOf` names it. */
export const filterOf = (address: Address): PoolFilter =>
  Object.fromEntries(readings(address).flatMap(({ field, value, readable }) => (readable ? [[field, value]] : []))) as PoolFilter;

/** What was typed and is no filter: nobody shall lock a list believing that it was one. */
export const unreadOf = (address: Address): readonly string[] =>
  readings(address).flatMap(({ key, typed, readable }) => (typed === undefined || readable || key === "listed" ? [] : [typed]));
