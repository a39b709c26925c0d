/** What a campaign found: figures by name, sentences, and what must not be. An empty `broken` is a campaign that was withstood. */
export type Report = {
  readonly title: string;
  readonly figures: readonly (readonly [name: string, figure: string | number])[];
  readonly lines: readonly string[];
  readonly broken: readonly string[];
};

export function printReport({ title, figures, lines, broken }: Report): string {
  return [
    `### ${title}`,
    "",
    "| | |",
    "|---|---|",
    ...figures.map(([name, figure]) => `| ${name} | ${figure} |`),
    "",
    ...lines.map((line) => `- ${line}`),
    ...broken.slice(0, 30).map((line) => `- **broken**: ${line}`),
    `- ${broken.length === 0 ? "withstood: nothing broken" : `**not withstood**: ${broken.length} findings`}`,
    "",
  ].join("\n");
}

/** Numbers that look random and come again from the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
