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
    ...grouped(broken).map(([what, times]) => `- **broken**, ${times} ×: ${what}`),
    `- ${broken.length === 0 ? "withstood: nothing broken" : `**not withstood**: ${broken.length} findings`}`,
    "",
  ].join("\n");
}

/** What is the same but for its case and its references; each finding in full goes to the terminal. */
function grouped(broken: readonly string[]): readonly (readonly [string, number])[] {
  const times = new Map<string, number>();
  for (const line of broken) {
    const what = line
      .replace(/ case \d+ as \S*/, "")
      .replace(/ \| .*/s, "")
      .replace(/req-\w+/g, "…")
      .slice(0, 200);
    times.set(what, (times.get(what) ?? 0) + 1);
  }
  return [...times];
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
