import { useQuery } from "@tanstack/react-query";
import { system } from "#domains/system/web/system-client.ts";
import { usePages } from "#ui/use-pages.ts";

/** The digests page by page, and with the first page what stands beside them: keys, the chain's end, what one may do. */
export function useDigests() {
  const list = usePages(["digests", "list"], (cursor) => system.listDigests({ cursor, limit: 60 }));
  const beside = useQuery({ queryKey: ["digests", "beside"], queryFn: () => system.listDigests({ limit: 1 }) });
  return {
    list,
    keys: beside.data?.keys ?? [],
    lastEntry: beside.data?.lastEntry ?? 0,
    abilities: beside.data?.abilities ?? {},
  };
}
