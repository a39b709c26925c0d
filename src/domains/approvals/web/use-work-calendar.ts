import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { calendarNotices } from "#domains/approvals/web/approvals-client.ts";
import { type WorkCalendar, workCalendar } from "#kernel/work-calendar.ts";

const HOUR_MS = 3_600_000;

/** The calendar that the pictures are drawn on; undefined until the notices are here. The due days themselves come from the server. */
export function useWorkCalendar(): WorkCalendar | undefined {
  const notices = useQuery({ queryKey: ["calendar"], queryFn: () => calendarNotices.list({}), staleTime: HOUR_MS });
  const items = notices.data?.items;
  return useMemo(
    () =>
      items &&
      workCalendar(
        items.map(({ year, source, daysOff, extraWorkdays }) => ({
          year,
          source,
          days: [
            ...daysOff.map((date) => ({ date, name: source, off: true })),
            ...extraWorkdays.map((date) => ({ date, name: source, off: false })),
          ],
        })),
      ),
    [items],
  );
}
