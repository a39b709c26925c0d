import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem, type } from "node:os";
import { resolve } from "node:path";
import { printTable, type Table } from "./measure.ts";

const benches: Readonly<Record<string, () => Promise<{ run(): Promise<Table> }>>> = {
  ingest: () => import("./ingest.bench.ts"),
  start: () => import("./start.bench.ts"),
  api: () => import("./api.bench.ts"),
  report: () => import("./report.bench.ts"),
  recolour: () => import("./recolour.bench.ts"),
  classify: () => import("./classify.bench.ts"),
  import: () => import("./import.bench.ts"),
  search: () => import("./search.bench.ts"),
  screen: () => import("./screen.bench.ts"),
  paths: () => import("./paths.bench.ts"),
  distress: () => import("./distress.bench.ts"),
  audit: () => import("./audit.bench.ts"),
};

const README = resolve(import.meta.dirname, "README.md");
const args = process.argv.slice(2);
const names = args.filter((argument) => !argument.startsWith("--"));
const unknown = names.filter((name) => !(name in benches));
if (names.length === 0 || unknown.length > 0) {
  console.error(`npm run bench -- ${Object.keys(benches).join(" | ")} [--save]`);
  process.exit(2);
}

const machine = `${type()}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? "?"}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}, load before it ${(loadavg()[0] ?? 0).toFixed(1)}`;
for (const name of names) {
  const bench = await benches[name]?.();
  if (!bench) continue;
  const printed = `${printTable(await bench.run())}\n_${machine}_\n`;
  console.log(printed);
  if (args.includes("--save")) save(name, printed);
}
process.exit(0);

/** Puts the table between its marks in the README, so that what stands there is what a command printed. */
function save(name: string, printed: string): void {
  const text = readFileSync(README, "utf8");
  const [from, to] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = text.indexOf(from);
  const end = text.indexOf(to);
  if (start < 0 || end < 0) throw new Error(`bench/README.md has no marks for ${name}`);
  writeFileSync(README, `${text.slice(0, start + from.length)}\n${printed}${text.slice(end)}`);
}
