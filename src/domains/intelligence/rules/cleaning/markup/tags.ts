import type { Cut } from "#domains/intelligence/contract/extraction.ts";

export type Tag = {
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  /** Text between the name and the end of the tag. */
  readonly attributes: string;
  /** Place after the tag. */
  readonly end: number;
};

const LONGEST_NAME = 24;
const isLetter = (unit: number) => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
const isNameUnit = (unit: number) => isLetter(unit) || (unit >= 0x30 && unit <= 0x39) || unit === 0x3a || unit === 0x2d || unit === 0x5f;

/** How far a tag may reach; beyond it a `<` is a plain sign. Attributes in quotes may be longer (pictures in the page). */
const LONGEST_TAG = 4096;

/**
 * The tag whose `<` stands at `place`. `limits` remembers from where on the source holds no more quotes of a kind, so that a hostile page
 * of opened quotes stays linear.
 */
export function readTag(source: string, place: number, limits: { double: number; single: number }): Tag | undefined {
  let at = place + 1;
  const closing = source.charCodeAt(at) === 0x2f;
  if (closing) at += 1;
  if (!isLetter(source.charCodeAt(at))) return undefined;
  const nameStart = at;
  while (at - nameStart < LONGEST_NAME && isNameUnit(source.charCodeAt(at))) at += 1;
  const name = source.slice(nameStart, at).toLowerCase();
  const after = source.charCodeAt(at);
  if (after !== 0x3e && after !== 0x2f && after !== 0x20 && after !== 0x09 && after !== 0x0a && after !== 0x0d && after !== 0x0c)
    return undefined;
  const attributesStart = at;
  let budget = LONGEST_TAG;
  while (at < source.length && budget > 0) {
    const unit = source.charCodeAt(at);
    if (unit === 0x3e) {
      const attributes = source.slice(attributesStart, at);
      return { name, closing, selfClosing: source.charCodeAt(at - 1) === 0x2f, attributes, end: at + 1 };
    }
    if (unit === 0x3c) return undefined;
    if ((unit === 0x22 || unit === 0x27) && source.charCodeAt(at - 1) === 0x3d) {
      const kind = unit === 0x22 ? "double" : "single";
      const close = at < limits[kind] ? source.indexOf(unit === 0x22 ? '"' : "'", at + 1) : -1;
      if (close < 0) limits[kind] = Math.min(limits[kind], at);
      else if (close - at < 2_000_000 && !source.slice(at, Math.min(close, at + 400)).includes("\n\n")) {
        at = close + 1;
        continue;
      }
    }
    at += 1;
    budget -= 1;
  }
  return undefined;
}

export function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\\s"'>]{1,2000}))`, "i").exec(attributes);
  return found ? (found[1] ?? found[2] ?? found[3] ?? null) : null;
}

export const BLOCKS = new Set(
  "p div br h1 h2 h3 h4 h5 h6 li tr table tbody thead tfoot ul ol dl dt dd section article header footer nav aside main blockquote pre hr center form fieldset figure figcaption caption address title body html head details summary".split(
    " ",
  ),
);
/** Their content is no text for readers. */
export const OPAQUE = new Set(
  "script style noscript template iframe object embed svg canvas select button textarea xml math audio video applet".split(" "),
);
export const VOID = new Set("br hr img input meta link area base col embed param source track wbr".split(" "));

const CLASS_HINTS: readonly (readonly [RegExp, Cut["reason"]])[] = [
  [
    /(?:^|[\s_-])(?:breadcrumbs?|crumbs?|bread|position|location|weizhi|dqwz|bt-position|curpos|nav|navbar|navigation|topnav|subnav|mainnav|menu|submenu|toolbar|topbar|header-top|login|search|searchbox|pagination|pager|pages|paging|footer|foot|copyright|bottom-nav|skip|backtop|gotop|fontsize|prenext|prevnext|article-nav|post-nav)(?=$|[\s_-])/i,
    "navigation",
  ],
  [
    /(?:^|[\s_-])(?:related|relate|relation|recommend|recommends|tuijian|xiangguan|hotnews|hot|hotlist|ranking|rank|ranklist|sidebar|side|sidecon|aside|friendlinks?|links|flink|yqlj|tags?|taglist|keywords|morenews|readmore|more-news|guess|interested|comments?|comment-list|pinglun|reply)(?=$|[\s_-])/i,
    "links",
  ],
  [
    /(?:^|[\s_-])(?:ads?|advert|advertisement|adbox|adsense|guanggao|gg|banner|promo|popup|pop|float|qrcode|ewm|erweima|weixin-code|share|bdshare|bshare|jiathis|social|sns)(?=$|[\s_-])/i,
    "advertising",
  ],
  [/(?:^|[\s_-])(?:caption|imgdesc|pic-desc|img-note|tushuo|wp-caption-text)(?=$|[\s_-])/i, "caption"],
];

const TAG_HINTS: Readonly<Record<string, Cut["reason"]>> = {
  nav: "navigation",
  footer: "navigation",
  aside: "links",
  figcaption: "caption",
  option: "navigation",
};

/** What the name, class and style of an element say about its content. */
export function hintOf(tag: Tag): Cut["reason"] | null {
  const byName = TAG_HINTS[tag.name];
  if (byName) return byName;
  if (tag.attributes.length < 4) return null;
  if (
    /display\s*:\s*none|visibility\s*:\s*hidden|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{4,}/i.test(tag.attributes.slice(0, 600)) ||
    /(?:^|\s)hidden(?:\s|=|$|\/)/i.test(tag.attributes.slice(0, 600))
  )
    return "spam";
  if (!/class|id/i.test(tag.attributes)) return null;
  const names = `${attribute(tag.attributes, "class") ?? ""} ${attribute(tag.attributes, "id") ?? ""}`;
  for (const [pattern, reason] of CLASS_HINTS) if (pattern.test(names)) return reason;
  return null;
}
