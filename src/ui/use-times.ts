import { findLocalDate, Instant, localDateOf, sayDate } from "#kernel/local-date.ts";
import { useWords } from "#ui/language.tsx";

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Days and instants in the words of the page; instants in Asia/Shanghai, to the minute. */
export function useTimes() {
  const { language } = useWords();
  return {
    day: (day: string | null): string => {
      const known = day === null ? undefined : findLocalDate(day);
      return known ? sayDate(known, language) : (day ?? "–");
    },
    moment: (time: string | null): string => {
      const instant = time === null ? undefined : Instant.safeParse(time).data;
      if (!instant) return time ?? "–";
      const clock = new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);
      return `${localDateOf(instant)} ${clock}`;
    },
  };
}
