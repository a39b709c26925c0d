import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, chownSync, constants, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#kernel/app-error.ts";
import { type Account, canRun, copyBinaries, findBinaries, findOrCreateAccount } from "#kernel/server/postgres-binaries.ts";
import type { Cluster } from "#kernel/server/postgres-cluster.ts";

export type Place = { readonly cluster: Cluster; readonly systemFolder: string | undefined };

const POINTER = "postgres-is-in.txt";

/**
 * Where the embedded database lives. Usually `<dataDir>/postgres`. As root, PostgreSQL runs under its own account, which may not get
 * through the folders above (a clone of mode 0700): then data and, where needed, binaries go to a system folder named after the data
 * folder. A note in the data folder keeps the place, so that it stays the same when the folder moves or its mode changes.
 */
export function placeDatabase(dataDir: string): Place {
  const folder = writableFolder(dataDir);
  const account = findOrCreateAccount();
  const systemFolder = join(systemRoot(), `yuanshu-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`);
  const bundled = findBinaries();
  const runnable = canRun(bundled, account);
  const binaries = runnable ? bundled : copyBinaries(bundled, systemFolder);

  const pointer = join(folder, POINTER);
  const near = join(folder, "postgres");
  let data = near;
  if (existsSync(pointer)) data = readFileSync(pointer, "utf8").trim();
  else if (account && !existsSync(near) && !canWriteThere(folder, account)) {
    mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
    data = join(systemFolder, "postgres");
    writeFileSync(pointer, `${data}\n`);
  }
  const moved = data !== near || !runnable;
  return { cluster: { folder: data, binaries, account }, systemFolder: moved ? systemFolder : undefined };
}

const systemRoot = (): string => (process.platform === "linux" ? "/var/lib" : "/usr/local/var");

function writableFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    return realpathSync(dataDir);
  } catch {
    throw new AppError("database.folder-not-writable", "unavailable", { folder: dataDir });
  }
}

/** Tried rather than reasoned about: groups, lists of access rights and mounts all have a say. */
function canWriteThere(folder: string, account: NonNullable<Account>): boolean {
  const probe = join(folder, `postgres.probe-${process.pid}`);
  mkdirSync(probe, { mode: 0o700 });
  try {
    chownSync(probe, account.uid, account.gid);
    return spawnSync("/bin/sh", ["-c", ': > "$0/x"', probe], { ...account, cwd: "/" }).status === 0;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}
