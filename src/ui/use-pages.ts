import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";

type PageOf<Item> = { readonly items: readonly Item[]; readonly next: string | null; readonly total: number | null };

/** A list that is read page by page; `more` is undefined when everything is here. */
export function usePages<Item>(key: readonly unknown[], read: (cursor: string | undefined) => Promise<PageOf<Item>>) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const items = query.data?.pages.flatMap((page) => page.items);
  return {
    data: items,
    total: query.data?.pages[0]?.total ?? null,
    error: query.error,
    refetch: query.refetch,
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    busy: query.isFetching,
  };
}
