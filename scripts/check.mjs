// Types, lint and format, walls, dead code, generated types: each runs, all are reported, one failure fails the whole.
import { spawnSync } from "node:child_process";

const parts = [
  ["types", "npm", ["run", "-s", "types"]],
  ["lint", "npm", ["run", "-s", "lint"]],
  ["walls", "npm", ["run", "-s", "walls"]],
  ["dead code", "npm", ["run", "-s", "dead"]],
  ["licences", "node", ["scripts/sbom.mjs", "--check"]],
  ["database types", "node", ["scripts/database-types.ts", "--check"]],
];

let failed = 0;
for (const [name, command, args] of parts) {
  const started = Date.now();
  const ran = spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32" });
  const ok = ran.status === 0;
  if (!ok) failed += 1;
  console.log(`${ok ? "ok    " : "FAILED"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}
process.exit(failed === 0 ? 0 : 1);
