/** Something that does not hold in a chain of the journal, and where. */
export type ChainFinding = {
  readonly kind: "edited" | "missing" | "reordered" | "head" | "foreign" | "digest";
  readonly sequence: number | null;
  /** What exactly, as a code of the texts: `journal.entry-edited`, … */
  readonly code: `journal.${string}`;
  readonly params: Readonly<Record<string, string | number>>;
};
