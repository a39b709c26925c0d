import type { Cut } from "#domains/intelligence/contract/extraction.ts";
import { readEntity } from "#domains/intelligence/rules/cleaning/markup/entities.ts";
import type { MarkupRange, Page } from "#domains/intelligence/rules/cleaning/markup/page.ts";
import { attribute, BLOCKS, hintOf, OPAQUE, readTag, type Tag, VOID } from "#domains/intelligence/rules/cleaning/markup/tags.ts";
import { findDayInAddress } from "#domains/intelligence/rules/cleaning/published-date.ts";
import { TextBuilder } from "#domains/intelligence/rules/cleaning/text-builder.ts";
import type { LocalDate } from "#kernel/local-date.ts";

const DEEPEST = 256;
const NEWLINE = 0x0a;
const SPACE = 0x20;
const isCjk = (unit: number) =>
  (unit >= 0x2e80 && unit <= 0x9fff) ||
  (unit >= 0xf900 && unit <= 0xfaff) ||
  (unit >= 0xff00 && unit <= 0xffef) ||
  unit === 0x2014 ||
  (unit >= 0x2018 && unit <= 0x201d);

type Open = { readonly name: string; readonly start: number; readonly hint: Cut["reason"] | null };

/** Reads HTML in one pass from left to right, whatever its state; every character put out knows its place in `source`. */
class HtmlScanner {
  readonly #source: string;
  readonly #whole: boolean;
  readonly #out: TextBuilder;
  readonly #links: MarkupRange[] = [];
  readonly #headings: (MarkupRange & { level: number })[] = [];
  readonly #rows: MarkupRange[] = [];
  readonly #hints: (MarkupRange & { reason: Cut["reason"] })[] = [];
  readonly #open: Open[] = [];
  readonly #limits = { double: Number.POSITIVE_INFINITY, single: Number.POSITIVE_INFINITY };
  readonly #neverClosed = new Set<string>();
  readonly #cells: number[] = [];
  #rowStart = -1;
  #rowBlocks = 0;
  #inline = 0;
  #space = 0;
  /** The day in the page's own address. */
  #address: LocalDate | null = null;
  #title: string | null = null;
  #headline: string | null = null;
  #published: string | null = null;
  #medium: string | null = null;

  constructor(source: string, whole: boolean) {
    this.#source = source;
    this.#whole = whole;
    this.#out = new TextBuilder(Math.max(64, source.length / 2));
  }

  scan(from: number): Page {
    const source = this.#source;
    let at = from;
    while (at < source.length) {
      const unit = source.charCodeAt(at);
      if (unit === 0x3c) at = this.#markup(at);
      else if (unit === 0x26) at = this.#entity(at);
      else {
        this.#character(unit, at);
        at += 1;
      }
    }
    while (this.#open.length > 0) this.#close(source.length);
    const text = this.#out.build();
    return {
      text,
      links: sorted(this.#links),
      headings: sorted(this.#headings),
      rows: sorted(this.#rows),
      hints: sorted(this.#hints),
      title: this.#headline ?? this.#title,
      published: this.#published ?? this.#address,
      medium: this.#medium,
    };
  }

  #character(unit: number, at: number): void {
    if (unit === NEWLINE || unit === 0x0d || unit === 0x0c) {
      const blank = unit === NEWLINE && /^[ \t\r\u3000]*\n/.test(this.#source.slice(at + 1, at + 40));
      if (!this.#whole && (this.#inline === 0 || blank)) {
        this.#break(at);
        if (blank) this.#inline = 0;
      } else this.#space = 2;
      return;
    }
    if (unit === SPACE || unit === 0x09) {
      if (this.#space === 0) this.#space = 1;
      return;
    }
    if (this.#space > 0) {
      const last = this.#out.last;
      if (last !== NEWLINE && last !== 0 && !(this.#space === 2 && isCjk(last) && isCjk(unit))) this.#out.push(SPACE, at);
      this.#space = 0;
    }
    this.#out.push(unit, at);
  }

  #break(at: number): void {
    this.#space = 0;
    this.#out.push(NEWLINE, at);
  }

  #entity(at: number): number {
    const source = this.#source;
    const entity = readEntity(source, at);
    if (!entity) {
      this.#character(0x26, at);
      return at + 1;
    }
    if (entity.text === "<") {
      // A tag that was escaped by mistake: &lt;p&gt;
      const escaped = /^&lt;\/?[a-z][a-z0-9:]{0,14}(?:\s[^<>&\n]{0,200})?\/?&gt;/i.exec(source.slice(at, at + 240));
      if (escaped) {
        if (BLOCKS.has(/[a-z][a-z0-9]*/i.exec(escaped[0].slice(4))?.[0]?.toLowerCase() ?? "")) this.#break(at);
        return at + escaped[0].length;
      }
    }
    for (let place = 0; place < entity.text.length; place += 1) {
      const unit = entity.text.charCodeAt(place);
      if (unit === 0xa0) {
        this.#out.push(unit, at);
        this.#space = 0;
      } else this.#character(unit, at);
    }
    return at + entity.length;
  }

  #markup(at: number): number {
    const source = this.#source;
    const next = source.charCodeAt(at + 1);
    if (next === 0x21 || next === 0x3f) {
      if (source.startsWith("<!--", at)) return this.#skipTo("-->", at, 4);
      if (source.startsWith("<![CDATA[", at)) return at + 9;
      const end = source.indexOf(">", at);
      return end < 0 || end - at > 2000 ? this.#literal(at) : end + 1;
    }
    const tag = readTag(source, at, this.#limits);
    if (!tag) return this.#literal(at);
    if (tag.closing) {
      this.#closeTag(tag, at);
      return tag.end;
    }
    if (OPAQUE.has(tag.name) && !tag.selfClosing && !VOID.has(tag.name)) return this.#skipElement(tag, at);
    if (tag.name === "meta") this.#meta(tag);
    if (tag.name === "link" && /canonical/i.test(tag.attributes))
      this.#address ??= findDayInAddress(attribute(tag.attributes, "href") ?? "");
    if (tag.name === "title") return this.#readTitle(tag);
    this.#openTag(tag, at);
    return tag.end;
  }

  #literal(at: number): number {
    this.#character(0x3c, at);
    return at + 1;
  }

  /** After `closing`; when it never comes, only the opening goes. */
  #skipTo(closing: string, at: number, opening: number): number {
    if (this.#neverClosed.has(closing)) return at + opening;
    const end = this.#source.indexOf(closing, at + opening);
    if (end >= 0) return end + closing.length;
    this.#neverClosed.add(closing);
    return at + opening;
  }

  #skipElement(tag: Tag, at: number): number {
    if (this.#neverClosed.has(tag.name)) return tag.end;
    const closing = new RegExp(`</${tag.name}\\s*>`, "gi");
    closing.lastIndex = tag.end;
    const found = closing.exec(this.#source);
    if (!found) {
      this.#neverClosed.add(tag.name);
      return tag.end;
    }
    const end = found.index + found[0].length;
    this.#hints.push({ start: at, end, reason: "script" });
    return end;
  }

  #readTitle(tag: Tag): number {
    const end = this.#source.indexOf("<", tag.end);
    if (end < 0 || end - tag.end > 1000) return tag.end;
    this.#title ??= this.#source.slice(tag.end, end).replace(/\s+/g, " ").trim();
    return end;
  }

  #meta(tag: Tag): void {
    const name = (attribute(tag.attributes, "name") ?? attribute(tag.attributes, "property") ?? "").toLowerCase();
    const content = attribute(tag.attributes, "content")?.trim();
    if (!content) return;
    if (/^(?:articletitle|og:title|twitter:title)$/.test(name)) this.#headline ??= content;
    else if (
      /^(?:pubdate|publishdate|publish_date|article:published_time|og:published_time|og:release_date|weibo: ?article:create_at|bytedance:published_time|date|dc\.date|publicationdate|firstcreationtime)$/.test(
        name,
      )
    )
      this.#published ??= content;
    else if (name === "og:url") this.#address ??= findDayInAddress(content);
    else if (/^(?:contentsource|source|og:site_name|mediaid|media|dc\.source)$/.test(name)) this.#medium ??= content;
  }

  #openTag(tag: Tag, at: number): void {
    const { name } = tag;
    if (name === "td" || name === "th") {
      if (this.#rowStart >= 0 && this.#out.length > this.#rowStart) {
        this.#cells.push(this.#out.length);
        this.#out.push(0xa0, at);
      } else this.#break(at);
      this.#space = 0;
    } else if (BLOCKS.has(name)) {
      if (name === "tr") {
        this.#break(at);
        this.#rowStart = this.#out.length;
        this.#rowBlocks = 0;
        this.#cells.length = 0;
      } else if (this.#rowStart >= 0 && /^(?:p|br|div|span)$/.test(name)) {
        // Word writes every cell as paragraphs: the row stays one line unless a cell has several.
        if (this.#out.length > (this.#cells.at(-1) ?? this.#rowStart) + 1) {
          this.#rowBlocks += 1;
          this.#break(at);
        }
      } else this.#break(at);
    }
    if (VOID.has(name) || tag.selfClosing) return;
    if (/^(?:p|li|h[1-6]|td|th|span|a|font|strong|b|em|i|u)$/.test(name))
      this.#inline = Math.min(DEEPEST, this.#inline + (name === "p" || name === "li" ? (this.#inline === 0 ? 1 : 0) : 1));
    if (name === "p" || name === "li") while (this.#open.at(-1)?.name === name) this.#close(at);
    if (this.#open.length < DEEPEST) this.#open.push({ name, start: at, hint: hintOf(tag) });
  }

  #closeTag(tag: Tag, at: number): void {
    const { name } = tag;
    if (/^(?:p|li|h[1-6]|td|th|span|a|font|strong|b|em|i|u)$/.test(name)) this.#inline = Math.max(0, this.#inline - 1);
    for (let place = this.#open.length - 1; place >= Math.max(0, this.#open.length - 40); place -= 1) {
      if (this.#open[place]?.name !== name) continue;
      while (this.#open.length > place) this.#close(at);
      break;
    }
    if (name === "tr") this.#endRow(at);
    else if (BLOCKS.has(name) && !(this.#rowStart >= 0 && /^(?:p|div)$/.test(name))) this.#break(at);
  }

  #endRow(at: number): void {
    if (this.#rowStart >= 0) {
      const start = this.#rowStart;
      const cells = this.#cells.length;
      if (this.#rowBlocks === 0 && cells > 0 && this.#out.length - start < 120 * (cells + 1))
        this.#rows.push({ start: this.#out.offsetAt(start), end: at });
      else for (const cell of this.#cells) this.#out.replace(cell, NEWLINE);
    }
    this.#rowStart = -1;
    this.#break(at);
  }

  #close(at: number): void {
    const open = this.#open.pop();
    if (!open) return;
    if (open.name === "a") this.#links.push({ start: open.start, end: at });
    if (/^h[1-6]$/.test(open.name)) this.#headings.push({ start: open.start, end: at, level: Number(open.name[1]) });
    if (open.hint) this.#hints.push({ start: open.start, end: at, reason: open.hint });
  }
}

const sorted = <Range extends MarkupRange>(ranges: Range[]): Range[] => ranges.sort((left, right) => left.start - right.start);

/** `whole`: a page of its own, where line breaks of the source mean nothing; otherwise a text with pieces of HTML in it. */
export function scanHtml(source: string, from: number, whole: boolean): Page {
  return new HtmlScanner(source, whole).scan(from);
}

const BLOCK_TAG =
  /<(?:p|div|br|td|tr|table|h[1-6]|li|ul|span|font|html|body|head|section|article|center|a|strong|img|script|style|meta|o:p)(?:\s[^<>]{0,400})?\/?>/gi;

/** Whether a text holds markup, and whether it is a page of its own. */
export function sniffMarkup(source: string): "none" | "fragment" | "whole" {
  const head = source.slice(0, 200_000);
  if (/<(?:!doctype\s+html|html|body|head)[\s>]/i.test(head.slice(0, 20_000))) return "whole";
  let tags = 0;
  for (const _ of head.matchAll(BLOCK_TAG)) {
    tags += 1;
    if (tags >= 2) break;
  }
  if (tags === 0 && !/<!--|<\/[a-z]{1,10}>|&nbsp;|&(?:amp|lt|gt|quot|[lr]dquo|mdash|#\d{2,5});/i.test(head)) return "none";
  const start = source.trimStart();
  const lines = (head.match(/\n/g)?.length ?? 0) + 1;
  const blocks = head.match(/<(?:p|div|br|td|li|h[1-6])[\s/>]/gi)?.length ?? 0;
  return start.startsWith("<") && blocks >= lines * 0.5 ? "whole" : "fragment";
}
