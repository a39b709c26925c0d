import type { Line } from "#domains/intelligence/rules/cleaning/line.ts";
import { findDay } from "#domains/intelligence/rules/cleaning/published-date.ts";
import type { LocalDate } from "#kernel/local-date.ts";

const SOURCE = /(?:来源|稿源|出处)\s?[:：]\s?([^\s|｜()[\]【】,，;；:：]{2,24})/;
const REPORTER_OF = /^[\s►(]{0,3}([\u4e00-\u9fff]{2,10}(?:报|网|社|台|客户端))(?:首席|全媒体|融媒体|见习|特约)?记者/;

/** The medium that a credit line names: "来源:…", "某某日报记者 …". */
export function findMedium(lines: readonly Line[]): string | null {
  for (const line of lines) {
    if (line.cut !== "credit") continue;
    const medium = SOURCE.exec(line.text)?.[1] ?? REPORTER_OF.exec(line.text)?.[1];
    if (medium && !/^(?:\d|时间|日期|作者)/.test(medium)) return medium;
  }
  return null;
}

/** The day of publication that a page line or credit gives. */
export function findPublished(lines: readonly Line[]): LocalDate | null {
  for (const line of lines) {
    if (line.cut !== "credit") continue;
    const day = findDay(line.text);
    if (day) return day;
  }
  return null;
}
