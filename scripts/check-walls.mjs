// The walls between the rooms: first that each rule catches a planted violation, then that the project has none.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const bin = resolve("node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
const rules = createRequire(import.meta.url)("../.dependency-cruiser.cjs").forbidden.map((rule) => rule.name);

function cruise(folder) {
  const ran = spawnSync(process.execPath, [bin, "--config", ".dependency-cruiser.cjs", "--output-type", "json", "src"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (!ran.stdout) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout);
}

// One violation for each rule; the left-to-right rules are planted from their own order.
const planted = {
  "src/kernel/ring-a.ts": 'import "./ring-b.ts";\nexport const a = 1;\n',
  "src/kernel/ring-b.ts": 'import "./ring-a.ts";\nexport const b = 1;\n',
  "src/kernel/nosy.ts": 'import "../domains/economy/contract/thing.ts";\nimport "node:fs";\n',
  "src/domains/economy/contract/thing.ts": 'import "node:fs";\nexport const thing = 1;\n',
  "src/domains/economy/rules/impure.ts": 'import "node:path";\nexport const impure = 1;\n',
  "src/domains/economy/server/deep.ts":
    'import "../../intelligence/server/inside.ts";\nimport "../web/Page.tsx";\nexport const deep = 1;\n',
  "src/domains/intelligence/server/inside.ts": "export const inside = 1;\n",
  "src/domains/economy/web/Page.tsx": 'import "../server/deep.ts";\nexport const page = 1;\n',
  "src/ui/nosy.ts": 'import "../domains/economy/contract/thing.ts";\n',
  "src/apps/server/deep.ts": 'import "../../domains/economy/server/deep.ts";\n',
  "src/kernel/helpers.ts": "export const drawer = 1;\n",
  "src/kernel/opens-drawer.ts": 'import "./helpers.ts";\n',
};
const order = rules
  .filter((name) => name.endsWith("-knows-nothing-to-its-right"))
  .map((name) => name.replace("-knows-nothing-to-its-right", ""));
order.forEach((name, place) => {
  const right = order[place + 1] ?? "notices";
  planted[`src/domains/${name}/contract/reaches-right.ts`] = `import "../../${right}/contract/target.ts";\n`;
  planted[`src/domains/${right}/contract/target.ts`] = "export const target = 1;\n";
});

const trap = mkdtempSync(join(tmpdir(), "walls-"));
try {
  for (const [path, text] of Object.entries(planted)) {
    mkdirSync(dirname(join(trap, path)), { recursive: true });
    writeFileSync(join(trap, path), text);
  }
  for (const file of [".dependency-cruiser.cjs", "tsconfig.base.json", "tsconfig.server.json", "package.json"])
    cpSync(file, join(trap, file));
  symlinkSync(resolve("node_modules"), join(trap, "node_modules"), "junction");
  const caught = new Set(cruise(trap).summary.violations.map((violation) => violation.rule.name));
  const blind = rules.filter((name) => !caught.has(name));
  if (blind.length > 0) {
    console.error(`These walls did not catch the violation planted for them: ${blind.join(", ")}`);
    process.exit(1);
  }
} finally {
  rmSync(trap, { recursive: true, force: true });
}

const sources = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name),
  ).length;
const report = cruise(".");
const seen = report.modules.filter((module) => /^src\/.*\.tsx?$/.test(module.source)).length;
const there = sources("src");
if (seen < there) {
  console.error(`The walls were checked on ${seen} of ${there} files: the checker does not see them all.`);
  process.exit(1);
}
for (const violation of report.summary.violations) console.error(`${violation.rule.name}: ${violation.from} → ${violation.to}`);
if (report.summary.violations.length > 0) process.exit(1);
console.log(`walls: ${rules.length} rules, each caught its planted violation; ${seen} files stand within them`);
