import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { chmod, chown, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { totalmem } from "node:os";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { AppError } from "#kernel/app-error.ts";
import { type Account, executable, majorOf, type PostgresBinaries } from "#kernel/server/postgres-binaries.ts";

const run = promisify(execFile);

/** One PostgreSQL data folder, and what is needed to run it. */
export type Cluster = { readonly folder: string; readonly binaries: PostgresBinaries; readonly account: Account };

/** The logins of the embedded database; the passwords are random and stay in a file that only its owner can read. */
export const LOGINS = {
  admin: "yuanshu_admin",
  owner: "yuanshu_owner",
  app: "yuanshu_app",
  signIn: "yuanshu_signin",
  worker: "yuanshu_work",
} as const;
export type Passwords = Readonly<Record<keyof typeof LOGINS, string>>;

const PASSWORD_FILE = "yuanshu-logins.json";
const LOG_FILE = "server.log";
const LOG_LIMIT_BYTES = 10_000_000;

const MB = 1_048_576;
/** An eighth of the machine's memory for what is read again and again: a register of a million enterprises is a gigabyte. */
const sharedMegabytes = (machineBytes: number): number => Math.min(2048, Math.max(256, Math.floor(machineBytes / 8 / MB)));

// One machine, short queries. JIT compiles plans for longer than such queries run.
const settings = (machineBytes: number): string => `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 120
shared_buffers = ${sharedMegabytes(machineBytes)}MB
work_mem = 16MB
maintenance_work_mem = 256MB
max_wal_size = 2GB
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
log_min_messages = warning
log_line_prefix = '%m [%p] '
`;

/** A database whose contents nobody will miss: tests. */
const DISPOSABLE_SETTINGS = `
shared_buffers = 256MB
fsync = off
synchronous_commit = off
full_page_writes = off
max_connections = 200
`;

export const passwordsOf = async (cluster: Cluster): Promise<Passwords> =>
  JSON.parse(await readFile(join(cluster.folder, PASSWORD_FILE), "utf8")) as Passwords;

/** Absent, complete, or half of something: the last is refused rather than repaired over somebody's data. */
export async function stateOfFolder(cluster: Cluster): Promise<"absent" | "complete"> {
  const { folder } = cluster;
  if (!existsSync(folder) || (await readdir(folder)).length === 0) return "absent";
  const missing = ["PG_VERSION", "global/pg_control", PASSWORD_FILE].find((file) => !existsSync(join(folder, file)));
  if (missing) throw new AppError("database.folder-half-created", "unavailable", { folder, missing });
  const found = (await readFile(join(folder, "PG_VERSION"), "utf8")).trim();
  const expected = majorOf(cluster.binaries.version);
  if (found !== expected) throw new AppError("database.other-version", "unavailable", { folder, found, expected });
  return "complete";
}

/** Creates the cluster aside and renames it into place, so that an interrupted creation leaves nothing that looks like a database. */
export async function createCluster(cluster: Cluster, disposable: boolean): Promise<void> {
  const { folder, account } = cluster;
  const aside = `${folder}.creating-${process.pid}`;
  await removeAbandoned(folder);
  const passwords = randomPasswords();
  const passwordFile = `${aside}.password`;
  try {
    await mkdir(aside, { recursive: true, mode: 0o700 });
    await writeFile(passwordFile, passwords.admin, { mode: 0o600 });
    if (account) for (const path of [aside, passwordFile]) await chown(path, account.uid, account.gid);
    await runAs(cluster, "initdb", [
      `--pgdata=${aside}`,
      "--encoding=UTF8",
      ...localeFlags(),
      "--lc-messages=C",
      "--auth=scram-sha-256",
      `--username=${LOGINS.admin}`,
      `--pwfile=${passwordFile}`,
      "--no-instructions",
      ...(disposable ? ["--no-sync"] : []),
    ]);
    await writeFile(join(aside, "postgresql.conf"), settings(totalmem()) + (disposable ? DISPOSABLE_SETTINGS : ""), { flag: "a" });
    const logins = join(aside, PASSWORD_FILE);
    await writeFile(logins, JSON.stringify(passwords), { mode: 0o600 });
    if (account) await chown(logins, account.uid, account.gid);
    await chmod(aside, 0o700);
    await rename(aside, folder);
  } catch (error) {
    // Somebody else was creating it at the same time and was quicker: theirs is as good as ours.
    if (existsSync(join(folder, PASSWORD_FILE))) return;
    throw new AppError("database.could-not-create", "unavailable", { folder, reason: lastLine(error) });
  } finally {
    await rm(aside, { recursive: true, force: true });
    await rm(passwordFile, { force: true });
  }
}

// With the C locale, or the builtin C.UTF-8, trigrams of Chinese are empty; libc's C.UTF-8 has them, where it exists.
const localeFlags = (): string[] =>
  process.platform === "linux" ? ["--locale=C.UTF-8"] : process.platform === "darwin" ? ["--locale=en_US.UTF-8"] : ["--locale=C"];

const randomPasswords = (): Passwords => {
  const password = () => randomBytes(24).toString("base64url");
  return { admin: password(), owner: password(), app: password(), signIn: password(), worker: password() };
};

async function removeAbandoned(folder: string): Promise<void> {
  const prefix = `${basename(folder)}.creating-`;
  for (const name of await readdir(dirname(folder))) {
    if (name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length), 10)))
      await rm(join(dirname(folder), name), { recursive: true, force: true });
  }
}

/** The port of the server that runs on this folder, whoever started it. */
export function findRunningPort(cluster: Cluster): number | undefined {
  try {
    const [pid, , , port, , , , status] = readFileSync(join(cluster.folder, "postmaster.pid"), "utf8").split("\n");
    if (!isPostgres(Number(pid)) || status?.trim() !== "ready") return undefined;
    return Number(port);
  } catch {
    return undefined;
  }
}

export type Started = "started" | "port-taken" | "already-running";

export async function startCluster(cluster: Cluster, port: number): Promise<Started> {
  const log = join(cluster.folder, LOG_FILE);
  forgetDeadPostmaster(cluster);
  if (existsSync(log) && statSync(log).size > LOG_LIMIT_BYTES) await truncate(log);
  const logged = existsSync(log) ? statSync(log).size : 0;
  try {
    await runAs(cluster, "pg_ctl", ["start", "-D", cluster.folder, "-w", "-t", "120", "-l", log, "-o", `-p ${port}`]);
    return "started";
  } catch (error) {
    const said = existsSync(log) ? readFileSync(log).subarray(logged).toString("utf8") : "";
    if (/lock file "postmaster\.pid" already exists/.test(said) || findRunningPort(cluster) !== undefined) return "already-running";
    if (/could not (bind|create any TCP)/.test(said)) return "port-taken";
    const reason = said.split("\n").findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lastLine(error);
    throw new AppError("database.could-not-start", "unavailable", { folder: cluster.folder, reason: reason.trim(), log });
  }
}

export async function stopCluster(cluster: Cluster): Promise<void> {
  await runAs(cluster, "pg_ctl", ["stop", "-D", cluster.folder, "-m", "fast", "-w", "-t", "60"]);
}

/** After a restart of the machine the number in postmaster.pid may belong to another program, which PostgreSQL takes for itself. */
function forgetDeadPostmaster(cluster: Cluster): void {
  const file = join(cluster.folder, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  if (isAlive(pid) && !isPostgres(pid)) rmSync(file, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("postgres");
  } catch {
    return false;
  }
}

async function runAs(cluster: Cluster, program: string, args: readonly string[]): Promise<void> {
  const path = join(cluster.binaries.folder, "bin", executable(program));
  // Variables such as PGPORT or PGOPTIONS of the caller must not reach the embedded server; neither must a folder it cannot enter.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name)));
  await run(path, args, { ...cluster.account, cwd: dirname(path), env, maxBuffer: 4_000_000 });
}

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  const lines = (stderr?.trim() ? stderr : message).trim().split("\n");
  return (lines.findLast((line) => /error|fatal/i.test(line)) ?? lines.at(-1) ?? message).trim();
}
