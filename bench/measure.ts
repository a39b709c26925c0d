/** One way of doing the work; the first of a benchmark is ours, the others stand beside it. */
export type Contender = { readonly name: string; readonly run: () => Promise<number> | number };
export type Measured = { readonly name: string; readonly median: number; readonly least: number; readonly most: number };

export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
};

/** Takes turns, so that whatever else the machine does falls on all alike. @returns what each `run` returned: median, least, most. */
export async function takeTurns(contenders: readonly Contender[], rounds: number): Promise<Measured[]> {
  const results = contenders.map(() => [] as number[]);
  for (const contender of contenders) await contender.run();
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, contender] of contenders.entries()) results[place]?.push(await contender.run());
  }
  return contenders.map(({ name }, place) => {
    const numbers = results[place] ?? [];
    return { name, median: median(numbers), least: Math.min(...numbers), most: Math.max(...numbers) };
  });
}

/** Milliseconds that the work takes. */
export async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export type Table = {
  readonly title: string;
  readonly unit: string;
  readonly rows: readonly Measured[];
  readonly lines: readonly string[];
};

const shown = (number: number): string => (number >= 100 ? number.toFixed(0) : number >= 10 ? number.toFixed(1) : number.toFixed(2));

export function printTable({ title, unit, rows, lines }: Table): string {
  return [
    `### ${title}`,
    "",
    `| | median, ${unit} | least | most |`,
    "|---|---|---|---|",
    ...rows.map((row) => `| ${row.name} | ${shown(row.median)} | ${shown(row.least)} | ${shown(row.most)} |`),
    "",
    ...lines.map((line) => `- ${line}`),
    "",
  ].join("\n");
}
