import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { course } from "#domains/projects/web/projects-client.ts";
import type { useCourseFilter } from "#domains/projects/web/use-course-filter.ts";

const AT_A_TIME = 200;

/** The rows that came so far, with the days that the whole drawing spans; `more` brings the next when the window comes near the end. */
export function useGantt(filter: ReturnType<typeof useCourseFilter>) {
  const query = useInfiniteQuery({
    queryKey: ["gantt", filter],
    queryFn: ({ pageParam }) => course.gantt({ ...filter, cursor: pageParam, limit: AT_A_TIME }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const [first] = query.data?.pages ?? [];
  return {
    data: first && {
      asOf: first.asOf,
      from: first.from,
      to: first.to,
      total: first.total,
      rows: query.data?.pages.flatMap((page) => page.items) ?? [],
    },
    error: query.error,
    refetch: query.refetch,
    more: query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined,
  };
}
export type GanttData = NonNullable<ReturnType<typeof useGantt>["data"]>;
