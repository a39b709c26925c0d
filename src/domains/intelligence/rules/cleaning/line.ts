import type { Cut } from "#domains/intelligence/contract/extraction.ts";

export type CutReason = Cut["reason"];

/** What the page says about a line by its markup; a plain text says nothing. */
export type Markup = {
  /** 1–6 for a heading, 0 otherwise. */
  readonly heading: number;
  /** Share of the characters inside links. */
  readonly linked: number;
  readonly tableRow: boolean;
  /** The page itself calls it navigation, a footer, related links … */
  readonly hint: CutReason | null;
};

export const NO_MARKUP: Markup = { heading: 0, linked: 0, tableRow: false, hint: null };

/** A line of the normalised page, without the white space around it: `[start, end)` in the page. */
export type Line = {
  start: number;
  end: number;
  text: string;
  /** Blank lines before it. */
  readonly gap: number;
  /** Ideographic or other spaces before it. */
  readonly indent: number;
  readonly markup: Markup;
  /** Set when it is cut. */
  cut: CutReason | null;
  /** A credit stood at its end: the article may end here. */
  credited: boolean;
  /** The next line goes on in the middle of the sentence. */
  joined: boolean;
};

export const PROSE_END = /[。！？!?…；;：:](?:[”’"'」』）)》]|\[\d{1,2}\])*$/;
const SENTENCE = /[。！？!?；;]/;

/** A sentence of running text: long enough, with a full stop or with commas and a stop at the end. */
export function isProse(text: string): boolean {
  if (text.length < 18) return false;
  const stop = text.indexOf("。");
  if (stop >= 12 || (stop >= 0 && text.length >= 40)) return true;
  return text.length >= 60 && SENTENCE.test(text) && /[,，、]/.test(text);
}

/** Whether the page has hardly a blank line; then lines directly below each other say nothing. */
export function isDense(lines: readonly Line[]): boolean {
  let gaps = 0;
  for (const line of lines) if (line.gap > 0) gaps += 1;
  return gaps < lines.length * 0.12;
}
