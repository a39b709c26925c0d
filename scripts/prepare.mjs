// Runs at the end of `npm ci`: builds the web once, so that `npm start` only serves it.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

if (existsSync("node_modules/vite/package.json") && existsSync("index.html")) {
  const built = spawnSync("vite", ["build", "--logLevel", "warn"], { stdio: "inherit", shell: process.platform === "win32" });
  if (built.status !== 0) {
    console.error("The web could not be built; the lines above say why. 前端构建失败，原因见上。");
    process.exit(built.status ?? 1);
  }
}
