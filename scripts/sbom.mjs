// The bill of materials (CycloneDX) and the list of licences, from the lock file. `--check` only refuses what may not be among them.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "..");
const OUT = join(ROOT, "dist/sbom");

/** Under these anyone may use and pass on the whole. */
const FREE = new Set([
  "MIT",
  "MIT-0",
  "Apache-2.0",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "BlueOak-1.0.0",
  "Unlicense",
  "Python-2.0",
  "Zlib",
  "OFL-1.1",
  "CC0-1.0",
]);
/** Under these a library is used unchanged, in a package of its own that can be exchanged (NOTICE). */
const EXCHANGEABLE = new Set(["MPL-2.0", "LGPL-3.0", "LGPL-3.0-or-later"]);
/** Written otherwise than SPDX asks; read in the package's own files. */
const WRITTEN_OTHERWISE = { "duck@0.1.12": ["BSD", "BSD-2-Clause"] };

const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== "")
  .map(([path, { name, version, license, dev = false }]) => ({
    name: name ?? path.replace(/^.*node_modules\//, ""),
    version,
    licence: license,
    dev,
  }))
  .map((one) => {
    const known = WRITTEN_OTHERWISE[`${one.name}@${one.version}`];
    return known && known[0] === one.licence ? { ...one, licence: known[1] } : one;
  });

/** Of alternatives one is enough, of what is joined by AND all have to do. */
function allows(expression, allowed) {
  const bare = expression.replace(/^\((.*)\)$/, "$1");
  if (bare.includes(" OR ")) return bare.split(" OR ").some((part) => allows(part, allowed));
  if (bare.includes(" AND ")) return bare.split(" AND ").every((part) => allows(part, allowed));
  return allowed.has(bare);
}

const refused = packages.filter(({ licence }) => typeof licence !== "string" || !allows(licence, new Set([...FREE, ...EXCHANGEABLE])));
for (const { name, version, licence } of refused)
  console.error(`${name}@${version}: ${licence ?? "no licence"} is not among the licences that may come in`);
if (refused.length > 0) process.exit(1);
if (process.argv.includes("--check")) {
  console.log(`licences: ${packages.length} packages, each under one that may come in`);
  process.exit(0);
}

const made = spawnSync("npm", ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only", "--sbom-type", "application"], {
  cwd: ROOT,
  encoding: "utf8",
  maxBuffer: 1 << 28,
  shell: process.platform === "win32",
});
if (made.status !== 0) throw new Error(made.stderr);
const bill = JSON.parse(made.stdout);
const { name, version, description } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
bill.metadata.component = { ...bill.metadata.component, name, version, description };
mkdirSync(OUT, { recursive: true });
writeFileSync(join(OUT, "sbom.cdx.json"), `${JSON.stringify(bill, null, 2)}\n`);

const shipped = [...new Map(packages.filter(({ dev }) => !dev).map((one) => [`${one.name}@${one.version}`, one])).values()].sort(
  (one, other) => (one.name < other.name ? -1 : 1),
);
const counts = new Map();
for (const { licence } of shipped) counts.set(licence, (counts.get(licence) ?? 0) + 1);
const lines = [
  `# ${name} ${version}: licences of what it brings`,
  "",
  ...[...counts].sort((one, other) => other[1] - one[1]).map(([licence, n]) => `- ${licence}: ${n}`),
  "",
  "| Package | Version | Licence |",
  "|---|---|---|",
  ...shipped.map((one) => `| ${one.name} | ${one.version} | ${one.licence} |`),
  "",
];
writeFileSync(join(OUT, "licences.md"), lines.join("\n"));
console.log(`${bill.components.length} components in dist/sbom/sbom.cdx.json, ${shipped.length} shipped packages in dist/sbom/licences.md`);
