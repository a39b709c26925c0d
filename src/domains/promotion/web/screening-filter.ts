import { PoolFilter } from "#domains/promotion/contract/screening.ts";
import { yuanOf } from "#domains/promotion/web/lead-money.ts";
import { QualificationKind } from "#domains/registry/contract/enterprise.ts";

type Address = Readonly<Record<string, string | undefined>>;

const codes = (text: string | undefined): string[] | undefined => {
  const found = (text ?? "").split(/[,，、;；\s]+/).filter((one) => one !== "");
  return found.length === 0 ? undefined : found.map((one) => one.toUpperCase());
};

/** The filter that stands in the address; what cannot be read of it is left out, and the field beside it stays as it was typed. */
export function filterOf(address: Address): PoolFilter {
  const qualification = QualificationKind.safeParse(address["qualification"]).data;
  const given = {
    regions: codes(address["regions"]),
    notRegions: codes(address["without"]),
    classes: codes(address["classes"]),
    capitalFrom: address["capital"] === undefined ? undefined : yuanOf(address["capital"]),
    qualifications: qualification === undefined ? undefined : [qualification],
    listed: address["listed"] === "yes" ? true : undefined,
    fitFrom: address["fit"] === undefined ? undefined : Number(address["fit"]),
  };
  const readable = Object.entries(given).filter(
    ([name, value]) => value !== undefined && PoolFilter.shape[name as keyof typeof PoolFilter.shape].safeParse(value).success,
  );
  return Object.fromEntries(readable) as PoolFilter;
}
