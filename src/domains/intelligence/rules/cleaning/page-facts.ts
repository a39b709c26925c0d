import type { Line } from "#domains/intelligence/rules/cleaning/line.ts";
import { findDay } from "#domains/intelligence/rules/cleaning/published-date.ts";
import type { LocalDate } from "#kernel/local-date.ts";

const SOURCE = /(?:来源|稿源|出处)\s?[:：丨]\s?([^\s|｜丨()[\]【】,，;；:：]{2,24})/;
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

/** "——2017年2月15日在某某市第四届人民代表大会第二次会议上": the day on which a report was given. */
const DELIVERED = /^[\s(—-]{0,4}(?:19|20)\d{2}年\d{1,2}月\d{1,2}日在.{4,60}(?:会议|大会|全会|讲话)/;

/** The day of publication that a page line, a credit or the subtitle of a report gives. */
export function findPublished(lines: readonly Line[]): LocalDate | null {
  for (const line of lines) {
    const stated = line.cut === "credit" || (line.cut === "navigation" && !line.text.includes("今天")) || DELIVERED.test(line.text);
    const day = stated ? findDay(line.text) : null;
    if (day) return day;
  }
  return null;
}

const KEYED = {
  published:
    /["'](?:publish_?time|pub_?time|publish_?date|pub_?date|date_?published|ptime|create_?time|release_?date)["']\s*:\s*["']([^"'\n]{8,40})["']/i,
  title: /["'](?:title|headline|msg_title)["']\s*:\s*["']([^"'\n]{6,90})["']/i,
  medium: /["'](?:source|media_?name|mediaName|publisher)["']\s*:\s*["']([^"'\n]{2,24})["']/i,
};

/** What the data in a page's scripts says of it: {"title": …, "publishTime": …}. */
export function findKeyedFacts(original: string): { title: string | null; published: string | null; medium: string | null } {
  const scope = original.slice(0, 40_000);
  return {
    title: KEYED.title.exec(scope)?.[1] ?? null,
    published: KEYED.published.exec(scope)?.[1] ?? /^\s{0,8}date\s+(\d{4}-\d{2}-\d{2})\b/.exec(scope)?.[1] ?? null,
    medium: KEYED.medium.exec(scope)?.[1] ?? null,
  };
}
