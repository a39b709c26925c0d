import { isDense, isProse, type Line } from "#domains/intelligence/rules/cleaning/line.ts";
import { simplifyText } from "#domains/intelligence/rules/cleaning/simplify.ts";

export type Title = {
  readonly text: string /** Lines of the page that carry it; none when only the page's header does. */;
  readonly lines: readonly Line[];
};

const SITE = /\s*(?:[-_—–|｜·»>]{1,3}|--)\s*[^-_—|｜]{2,24}$/;
const SITE_LINE = /\s?[-_—–|｜]{1,2}\s?\S{0,14}(?:网|网站|门户|政府|在线|频道|新闻|中心|首页|报|社)$/;
const squeeze = (text: string) => text.replace(/[\s"'“”‘’《》【】[\]()（）,，.。:：!！?？、-]+/g, "");

/** "标题_栏目_某某网" without the name of the site. */
function withoutSite(title: string): string {
  let text = simplifyText(title.trim());
  for (let round = 0; round < 3; round += 1) {
    const shorter = text.replace(SITE, "");
    if (shorter === text || shorter.length < 6) break;
    text = shorter;
  }
  return text;
}

const canHead = (line: Line | undefined): line is Line =>
  line !== undefined &&
  line.cut === null &&
  line.text.length >= 4 &&
  line.text.length <= 80 &&
  !isProse(line.text) &&
  !/[。；;,，、]$/.test(line.text);

/** The lines of a headline that was broken in two: directly below each other, before anything else. */
function headlineFrom(lines: readonly Line[], at: number, dense: boolean): Line[] {
  const first = lines[at];
  if (!first) return [];
  if (dense && first.markup.heading === 0 && !/[,，、：:—]$/.test(first.text) && !/^[—–]/.test(lines[at + 1]?.text ?? "")) return [first];
  const found = [first];
  for (let place = at + 1; place < lines.length && found.length < 3; place += 1) {
    const line = lines[place];
    if (
      !canHead(line) ||
      (line.gap > 0 && line.text.length >= 7 && !/^[—–]/.test(line.text)) ||
      line.markup.heading !== first.markup.heading ||
      line.text.length > 40
    )
      break;
    found.push(line);
  }
  return found;
}

/** A first line such as "标题_某某网": the title of the page, not of the article. It goes when the headline stands below. */
function siteTitle(head: readonly Line[]): string | null {
  const first = head.find((line) => line.cut === null);
  if (!first || !SITE_LINE.test(first.text)) return null;
  const wanted = squeeze(withoutSite(first.text));
  const repeated = head.some(
    (line) => line !== first && canHead(line) && squeeze(line.text).length >= 6 && wanted.includes(squeeze(line.text)),
  );
  if (!repeated) return null;
  first.cut = "navigation";
  return first.text;
}

const titleOf = (lines: readonly Line[]): Title => {
  const broken = lines.slice(1).some((line) => line.gap === 0);
  const text = lines.map((line) => line.text).join(broken ? "" : " ");
  return { text: (SITE_LINE.test(text) ? withoutSite(text) : text).replace(/^[●■◆▲□◇★◎○►▶•\s]+/, ""), lines };
};

/**
 * The headline of an article: what the page's header says, if a line says the same; else the first heading; else the line above the line with
 * date and source; else the first line that can be one.
 */
export function findTitle(own: readonly Line[], pageTitle: string | null): Title {
  const dense = isDense(own);
  const firstProse = own.findIndex((line) => line.cut === null && isProse(line.text));
  const head = firstProse < 0 ? own.slice(0, 30) : own.slice(0, firstProse);
  const named = pageTitle ?? siteTitle(head);
  if (named) {
    const wanted = squeeze(withoutSite(named));
    const found = head.findIndex(
      (line) =>
        canHead(line) && squeeze(line.text).length >= 5 && (wanted.includes(squeeze(line.text)) || squeeze(line.text).includes(wanted)),
    );
    if (found >= 0) {
      const broken = headlineFrom(head, found, false);
      const whole = broken.filter((line, place) => place === 0 || wanted.includes(squeeze(line.text)));
      return titleOf(whole);
    }
  }
  const heading = head.findIndex((line) => canHead(line) && line.markup.heading > 0 && line.markup.heading <= 3);
  if (heading >= 0) return titleOf(headlineFrom(head, heading, dense));
  if (pageTitle && withoutSite(pageTitle).length >= 6) return { text: withoutSite(pageTitle), lines: [] };
  const meta = head.findIndex((line) => line.cut === "credit" && /(?:19|20)\d{2}|来源|记者|作者/.test(line.text));
  const above = meta > 0 ? bestAbove(own, head.slice(0, meta), dense) : -1;
  if (above >= 0) return titleOf(headlineFrom(head, above, dense));
  const first = head.findIndex((line) => canHead(line) && line.text.length >= 6);
  if (first >= 0) return titleOf(headlineFrom(head, first, dense));
  return titleOfBrief(own);
}

/** A brief without a headline goes by its first words. */
export function titleOfBrief(own: readonly Line[]): Title {
  const first = own.find((line) => line.cut === null && line.text.length >= 4);
  const text = first ? (/^[^。,，]{4,60}/.exec(first.text.replace(/^[^\p{L}\p{N}]+/u, ""))?.[0] ?? "") : "";
  return { text: text.trim(), lines: [] };
}

/** Of the lines above the page line, the one that says most of what the text says; on a par, the nearest. */
function bestAbove(own: readonly Line[], above: readonly Line[], dense: boolean): number {
  const text = own
    .filter((line) => line.cut === null && isProse(line.text))
    .slice(0, 4)
    .map((line) => line.text)
    .join("\n")
    .slice(0, 2000);
  let best = -1;
  let bestScore = -1;
  above.forEach((line, place) => {
    if (!canHead(line)) return;
    let shared = 0;
    for (let at = 0; at < line.text.length - 1; at += 1) if (text.includes(line.text.slice(at, at + 2))) shared += 1;
    const score = shared + (line.text.length >= 8 ? 2 : 0);
    if (score >= bestScore) {
      bestScore = score;
      best = place;
    }
  });
  // "——某某高新区发展纪实" is the second line of a headline.
  if (best > 0 && /^[—–-]/.test(above[best]?.text ?? "") && canHead(above[best - 1])) best -= 1;
  while (
    !dense &&
    best > 0 &&
    canHead(above[best - 1]) &&
    ((above[best]?.gap ?? 1) === 0 || (above[best]?.text.length ?? 0) < 7) &&
    (above[best - 1]?.text.length ?? 0) >= 5
  )
    best -= 1;
  return best;
}
