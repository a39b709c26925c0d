// Writes db/database-types.ts from the migrated schema; with --check compares instead, and fails when they differ.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openDatabase } from "../src/kernel/server/embedded-database.ts";
import { migrate } from "../src/kernel/server/migrate.ts";

const root = resolve(import.meta.dirname, "..");
const target = join(root, "db/database-types.ts");
const check = process.argv.includes("--check");
const folder = mkdtempSync(join(tmpdir(), "yuanshu-types-"));
// As root, PostgreSQL's own account has to get through, or the database would go to a system folder and stay there.
chmodSync(folder, 0o755);

try {
  const database = await openDatabase({ dataDir: folder, disposable: true });
  try {
    await migrate(database.ownerUrl, join(root, "db/migrations"));
    const made = join(folder, "database-types.ts");
    generate(database.ownerUrl, made);
    const now = readFileSync(made, "utf8");
    if (!check) writeFileSync(target, now);
    else if (readFileSync(target, "utf8") !== now) {
      console.error("db/database-types.ts differs from the migrated schema: run npm run db:types");
      process.exitCode = 1;
    }
  } finally {
    await database.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function generate(url: string, outFile: string): void {
  // Instants and days are text, exact decimals too: nothing is rounded on its way out of the database.
  const mapping = JSON.stringify({ timestamptz: "string", date: "string", numeric: "string" });
  const program = join(root, "node_modules/kysely-codegen/dist/cli/bin.js");
  const options = [
    "--dialect",
    "postgres",
    "--out-file",
    outFile,
    "--date-parser",
    "string",
    "--type-mapping",
    mapping,
    "--log-level",
    "warn",
  ];
  execFileSync(process.execPath, [program, "--url", url, ...options, "--exclude-pattern", "migration"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
}
