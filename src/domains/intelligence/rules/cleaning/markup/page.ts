import type { Cut } from "#domains/intelligence/contract/extraction.ts";
import type { MappedText } from "#domains/intelligence/rules/mapped-text.ts";

/** Places `[start, end)` of the original that its markup says something about. */
export type MarkupRange = { readonly start: number; readonly end: number };

/** A page with its markup taken off; what the markup said is kept by places of the original, each list in order of `start`. */
export type Page = {
  readonly text: MappedText;
  readonly links: readonly MarkupRange[];
  readonly headings: readonly (MarkupRange & { readonly level: number })[];
  readonly rows: readonly MarkupRange[];
  readonly hints: readonly (MarkupRange & { readonly reason: Cut["reason"] })[];
  /** Title, date and source as the page's own header gives them. */
  readonly title: string | null;
  readonly published: string | null;
  readonly medium: string | null;
};

export const plainPage = (text: MappedText): Page => ({
  text,
  links: [],
  headings: [],
  rows: [],
  hints: [],
  title: null,
  published: null,
  medium: null,
});
