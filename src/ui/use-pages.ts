import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";

type PageOf<Item> = { readonly items: readonly Item[]; readonly next: string | null; readonly total: number | null };

/** A list that is read page by page; `more` is undefined when everything is here. While an item is `changing` by itself, the list is asked again. */
export function usePages<Item>(
  key: readonly unknown[],
  read: (cursor: string | undefined) => Promise<PageOf<Item>>,
  changing: (item: Item) => boolean = () => false,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: (current) => (current.state.data?.pages.some((page) => page.items.some(changing)) ? 3_000 : false),
  });
  const items = query.data?.pages.flatMap((page) => page.items);
  const total = query.data?.pages[0]?.total ?? null;
  const here = items?.length ?? 0;
  return {
    data: items,
    /** For a sentence: the number of all, or what is here with a plus when it was not counted. */
    count: total === null && query.hasNextPage ? `${here}+` : String(total ?? here),
    total,
    error: query.error,
    refetch: query.refetch,
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    busy: query.isFetching,
  };
}
