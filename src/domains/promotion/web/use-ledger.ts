import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { promiseOperations } from "#domains/promotion/contract/promise-operations.ts";
import { usePages } from "#ui/use-pages.ts";

type Ledger = z.output<typeof promiseOperations.promiseLedger.output>;

/** The ledger page by page, with the day and the totals that come with its first page. */
export function useLedger(filter: unknown, read: (cursor: string | undefined) => Promise<Ledger>) {
  const pages = usePages(["promises", filter], read);
  const first = useQuery({ queryKey: ["promises", "totals", filter], queryFn: () => read(undefined) });
  return { ...pages, first: first.data };
}
