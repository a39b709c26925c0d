type FrontMatter = {
  readonly title: string | null;
  readonly published: string | null;
  readonly medium: string | null /** Where the text starts. */;
  readonly end: number;
};

const LONGEST = 8000;
const value = (head: string, keys: string): string | null => {
  const found = new RegExp(`^(?:${keys})\\s*[:=]\\s*(.+)$`, "im").exec(head);
  const text = found?.[1]
    ?.trim()
    .replace(/^["'“]|["'”]$/g, "")
    .trim();
  return text ? text : null;
};

/** The block between `---` (or `+++`) lines at the very start: title, date and source of the text below. */
export function readFrontMatter(source: string): FrontMatter | null {
  const opening = /^\ufeff?\s{0,20}(---|\+\+\+)[ \t]*\r?\n/.exec(source);
  if (!opening) return null;
  const from = opening[0].length;
  const close = source.indexOf(`\n${opening[1]}`, from - 1);
  if (close < 0 || close - from > LONGEST) return null;
  const head = source.slice(from, close);
  const lines = head.split("\n").filter((line) => line.trim() !== "");
  const keyed = lines.filter((line) => /^[\w\u4e00-\u9fff-]{1,24}\s*[:=]|^\s*-\s|^\s+\S|^#/.test(line)).length;
  if (lines.length === 0 || keyed < lines.length * 0.6) return null;
  const lineEnd = source.indexOf("\n", close + 1);
  return {
    title: value(head, "title|标题|headline"),
    published: value(head, "date|pubdate|published|publish_date|publishdate|created|time|日期|发布日期|发布时间|时间"),
    medium: value(head, "source|media|medium|publisher|site|来源|媒体"),
    end: lineEnd < 0 ? source.length : lineEnd + 1,
  };
}
