import { useQuery } from "@tanstack/react-query";
import { type EnterpriseFilter, EnterpriseSort } from "#domains/registry/contract/search-operations.ts";
import { FILTER_KEYS, readFilter, writeFilter } from "#domains/registry/web/enterprise-filter.ts";
import { registry } from "#domains/registry/web/registry-client.ts";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";

/** Filter and order as they stand in the address, and the ways to change them. */
export function useEnterpriseFilter() {
  const [address, change] = useAddress();
  const filter = readFilter(address);
  return {
    filter,
    sort: EnterpriseSort.safeParse(address["order"]).data ?? "prominence",
    view: address["saved"] ?? "",
    /** What is not named stays as it is. */
    narrow: (part: Partial<Record<keyof EnterpriseFilter, string>>) => change(part),
    drop: (keys: readonly (keyof EnterpriseFilter)[]) => change(Object.fromEntries(keys.map((key) => [key, ""]))),
    clear: () => change({ ...Object.fromEntries(FILTER_KEYS.map((key) => [key, ""])), saved: "" }),
    order: (sort: string) => change({ order: sort === "prominence" ? "" : sort }),
    /** Everything at once, such as a saved view. */
    become: (next: EnterpriseFilter, sort: EnterpriseSort, saved: string) =>
      change({ ...writeFilter(next), order: sort === "prominence" ? "" : sort, saved }),
  };
}

export function useEnterpriseSearch(filter: EnterpriseFilter, sort: EnterpriseSort) {
  const found = usePages(["registry", "search", filter, sort], async (cursor) => ({
    ...(await registry.searchEnterprises({ ...filter, sort, cursor, limit: 50 })),
    total: null,
  }));
  const facets = useQuery({
    queryKey: ["registry", "facets", filter],
    queryFn: () => registry.enterpriseFacets(filter),
    // The counts may lag behind what was chosen by a moment; standing still they are easier to read than blinking.
    placeholderData: (before) => before,
    enabled: !found.error,
  });
  return { found, facets };
}
