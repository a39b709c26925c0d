// The pictures of docs/guide, taken anew in a fresh sample zone by the test that otherwise only looks whether they can be taken.
import { spawnSync } from "node:child_process";

const { status } = spawnSync("vitest", ["run", "--project", "e2e", "e2e/guide.e2e.ts"], {
  stdio: "inherit",
  shell: process.platform === "win32",
  env: { ...process.env, GUIDE: "1" },
});
process.exit(status ?? 1);
