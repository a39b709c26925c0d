import { readColour } from "#domains/projects/rules/colours.ts";
import { DEFAULT_COLOUR_RULE } from "#domains/projects/rules/default-colour-rule.ts";
import { readRecords } from "#domains/projects/server/load-project-records.ts";
import { recolourAll } from "#domains/projects/server/recolour.ts";
import { addDays, type LocalDate } from "#kernel/local-date.ts";
import { BENCH_DAY, BENCH_PROJECTS, createBenchZone } from "./bench-zone.ts";
import { type Table, takeTurns, timed } from "./measure.ts";

const ROUNDS = 5;

/** The colours of ten thousand projects of a day: read, compared with what is recorded, changes and supervision written; beside its parts alone. */
export async function run(): Promise<Table> {
  const zone = await createBenchZone("recolour");
  try {
    let day: LocalDate = BENCH_DAY;
    let changed = 0;
    const recolour = async (): Promise<void> => {
      day = addDays(day, 1);
      changed = (await zone.runtime.unitOfWork.run(zone.actor, {}, (tx) => recolourAll(tx, day))).changed;
    };
    const records = await zone.read((tx) => readRecords(tx));
    const seen: number[] = [];
    const rows = await takeTurns(
      [
        {
          name: `recolouring ${BENCH_PROJECTS} projects for a new day`,
          run: async () => {
            const took = await timed(recolour);
            seen.push(changed);
            return took;
          },
        },
        { name: "reading their records alone", run: () => timed(() => zone.read((tx) => readRecords(tx))) },
        {
          name: "the pure rule alone",
          // Copies, so that nothing is remembered from one round to the next.
          run: () => {
            const copies = records.map((record) => ({ ...record, reports: [...record.reports] }));
            return timed(() => copies.map((record) => readColour(record, DEFAULT_COLOUR_RULE, BENCH_DAY)));
          },
        },
      ],
      ROUNDS,
    );
    const [all, load, rule] = rows.map((row) => row.median) as [number, number, number];
    return {
      title: "recolour",
      unit: "ms",
      rows,
      lines: [
        `${(all / 1000).toFixed(2)} s for ${BENCH_PROJECTS} projects with a plan and twelve monthly reports each (to reach: seconds); ${((BENCH_PROJECTS / all) * 1000).toFixed(0)} projects/s`,
        `recolouring ÷ (reading + rule) = ${(all / (load + rule)).toFixed(2)}; colours changed in a round: ${seen.join(", ")}`,
      ],
    };
  } finally {
    await zone.close();
  }
}
