// Everything, in the order in which it is cheapest to fail. A part that ran no test, or skipped one, fails the whole.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const only = process.argv.slice(2);
const wanted = (part) => only.length === 0 || only.includes(part);
const folder = mkdtempSync(join(tmpdir(), "yuanshu-tests-"));
const shell = process.platform === "win32";
let passed = 0;
let failed = 0;
const broken = [];

if (wanted("check")) {
  const checked = spawnSync("node", ["scripts/check.mjs"], { stdio: "inherit", shell });
  if (checked.status !== 0) broken.push("check");
}
for (const project of ["unit", "db", "e2e"]) {
  if (!wanted(project)) continue;
  const report = join(folder, `${project}.json`);
  const ran = spawnSync("vitest", ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`], {
    stdio: "inherit",
    shell,
  });
  let result;
  try {
    result = JSON.parse(readFileSync(report, "utf8"));
  } catch {
    broken.push(`${project}: no report`);
    continue;
  }
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  if (ran.status !== 0) broken.push(project);
  if (result.numPassedTests === 0) broken.push(`${project}: ran no test`);
  if (result.numPendingTests + result.numTodoTests > 0) broken.push(`${project}: ${result.numPendingTests + result.numTodoTests} skipped`);
}
rmSync(folder, { recursive: true, force: true });
if (broken.length > 0) console.error(`Failed: ${broken.join("; ")}`);
console.log(`${passed} passed, ${Math.max(failed, broken.length)} failed`);
process.exit(broken.length === 0 ? 0 : 1);
