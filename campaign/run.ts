import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem, type } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { printReport, type Report } from "./report.ts";

export type Options = {
  /** Everything random comes from it: the same seed sends the same requests. */
  readonly seed: number;
  /** A size of the campaign's own: kills, requests to each operation, minutes, seconds. */
  readonly size: number | undefined;
  /** Of a fuzz: only the operation or the parser of this name, and only this case of it. */
  readonly only: string | undefined;
  readonly case: number | undefined;
};

const campaigns: Readonly<Record<string, () => Promise<{ run(options: Options): Promise<Report> }>>> = {
  kill: () => import("./kill.campaign.ts"),
  fuzz: () => import("./fuzz.campaign.ts"),
  load: () => import("./load.campaign.ts"),
  disk: () => import("./disk.campaign.ts"),
  "db-away": () => import("./db-away.campaign.ts"),
};

const README = resolve(import.meta.dirname, "../bench/README.md");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    save: { type: "boolean" },
    seed: { type: "string" },
    size: { type: "string" },
    only: { type: "string" },
    case: { type: "string" },
  },
});
if (positionals.length === 0 || positionals.some((name) => !(name in campaigns))) {
  console.error(`npm run campaign -- ${Object.keys(campaigns).join(" | ")} [--save] [--seed N] [--size N] [--only NAME [--case N]]`);
  process.exit(2);
}

const numberOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
const seed = numberOf(values.seed) ?? Date.now() % 1_000_000;
const machine = `${type()}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? "?"}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}, seed ${seed}, load before it ${(loadavg()[0] ?? 0).toFixed(1)}`;
let broken = 0;
for (const name of positionals) {
  console.error(`${name}: seed ${seed}`);
  const campaign = await campaigns[name]?.();
  if (!campaign) continue;
  const started = performance.now();
  const report = await campaign.run({ seed, size: numberOf(values.size), only: values.only, case: numberOf(values.case) });
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  const printed = `${printReport(report)}\n_${machine}; ${minutes} minutes_\n`;
  console.log(printed);
  for (const line of report.broken) console.error(`broken: ${line}`);
  broken += report.broken.length;
  if (values.save) save(name, printed);
}
process.exit(broken === 0 ? 0 : 1);

/** Puts the table between its marks in the README, so that what stands there is what a command printed. */
function save(name: string, printed: string): void {
  const text = readFileSync(README, "utf8");
  const [from, to] = [`<!-- campaign-${name} -->`, `<!-- /campaign-${name} -->`];
  const start = text.indexOf(from);
  const end = text.indexOf(to);
  if (start < 0 || end < 0) throw new Error(`bench/README.md has no marks for ${name}`);
  writeFileSync(README, `${text.slice(0, start + from.length)}\n${printed}${text.slice(end)}`);
}
