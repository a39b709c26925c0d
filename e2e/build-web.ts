import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const SOURCES = ["src", "index.html", "vite.config.ts", "package-lock.json"];

/** Builds the web when it is missing or older than what it is made from. @throws with what the build said. */
export function buildWeb(root: string): void {
  const page = join(root, "dist/web/index.html");
  const built = existsSync(page) ? statSync(page).mtimeMs : 0;
  if (SOURCES.every((source) => newest(join(root, source)) <= built)) return;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["node_modules/vite/bin/vite.js", "build"], {
    cwd: root,
    // The test runner's own setting would build the libraries for development, a third larger.
    env: { ...process.env, NODE_ENV: "production" },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The web could not be built:\n${stdout}\n${stderr}`);
}

function newest(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}
