import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type pg from "pg";
import { plugins } from "#apps/plugins.ts";
import { AppError } from "#kernel/app-error.ts";
import { AccessTokens } from "#kernel/server/access-tokens.ts";
import { createPool, createQueries } from "#kernel/server/database.ts";
import { type Database, type DatabaseOptions, openDatabase } from "#kernel/server/embedded-database.ts";
import { createFolderStore, type FileStore } from "#kernel/server/files.ts";
import { loadRegions } from "#kernel/server/load-regions.ts";
import { migrate, requireKnown } from "#kernel/server/migrate.ts";
import type { OutgoingTools } from "#kernel/server/outgoing.ts";
import { createPlatform, type Platform } from "#kernel/server/platform.ts";
import { guardOutside } from "#kernel/server/post-outside.ts";
import { secretBoxes } from "#kernel/server/secret-box.ts";
import { readOutside } from "#kernel/server/sign-in/outside.ts";
import { migrateSignIn } from "#kernel/server/sign-in/sign-in-tables.ts";
import { SignIn } from "#kernel/server/sign-in.ts";
import { createUnitOfWork, type UnitOfWork } from "#kernel/server/unit-of-work.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What server, command line and tests stand on: database, sign-in, files and the platform with its operations. */
export type Runtime = {
  readonly database: Database;
  readonly pool: pg.Pool;
  readonly unitOfWork: UnitOfWork;
  readonly signIn: SignIn;
  readonly accessTokens: AccessTokens;
  /** By which what is told elsewhere leaves. */
  readonly outgoing: OutgoingTools;
  readonly store: FileStore;
  readonly platform: Platform;
  readonly dataDir: string;
  close(): Promise<void>;
};

const REGIONS = resolve(import.meta.dirname, "../../db/reference/regions.json");
export const MIGRATIONS = resolve(import.meta.dirname, "../../db/migrations");

export type RuntimeOptions = {
  /** Whether the published demo accounts may come in: only on the embedded database, and only on this machine. */
  readonly sampleOpen?: boolean;
  readonly as: "server" | "guest";
  readonly environment: Environment;
  readonly dataDir?: string;
  readonly onNote?: DatabaseOptions["onNote"];
};

export const dataDirOf = (environment: Environment): string => resolve(environment["DATA_DIR"] ?? "data");

/** Opens the database, brings it up to date, and puts the platform on it. @throws AppError with one clear sentence when something is in the way. */
export async function openRuntime({
  as,
  environment,
  dataDir = dataDirOf(environment),
  sampleOpen = true,
  onNote,
}: RuntimeOptions): Promise<Runtime> {
  await makeFolder(dataDir);
  const database = await openDatabase({
    dataDir,
    databaseUrl: environment["DATABASE_URL"],
    ownerUrl: environment["DATABASE_OWNER_URL"],
    as,
    ...(onNote ? { onNote } : {}),
  });
  try {
    await migrate(database.ownerUrl, MIGRATIONS);
    await migrateSignIn(database.ownerUrl);
    await loadRegions(database.ownerUrl, REGIONS);
    const pool = createPool(database.appUrl, as);
    const queries = createQueries(pool);
    const unitOfWork = createUnitOfWork(queries);
    const store = createFolderStore(join(dataDir, "files"));
    const secret = await secretOf(dataDir, environment);
    const beside = readOutside(environment, secret);
    const signIn = new SignIn(database.signInUrl, secret, { sampleOpen: sampleOpen && database.embedded, outside: beside });
    const accessTokens = new AccessTokens(database.signInUrl, sampleOpen && database.embedded);
    const outside = guardOutside(environment["OUTGOING_ALLOW"]);
    const platform = createPlatform({ plugins, unitOfWork, store, secret, checkOutside: outside.check });
    const outgoing: OutgoingTools = {
      unitOfWork,
      post: outside.post,
      mail: beside.mail,
      secretBox: secretBoxes(secret),
      publicUrl: beside.publicAddress,
      now: () => new Date(),
    };
    const close = async () => {
      await accessTokens.close();
      await signIn.close();
      beside.mail.close();
      await queries.destroy();
      await database.close();
    };
    return { database, pool, unitOfWork, signIn, accessTokens, outgoing, store, platform, dataDir, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** An empty database brought to the schema that a backup was read from. @throws AppError when this program does not know it. */
export async function prepareForRestore(
  ownerUrl: string,
  applied: readonly { readonly file: string; readonly checksum: string }[],
): Promise<void> {
  await requireKnown(MIGRATIONS, applied);
  await migrate(ownerUrl, MIGRATIONS, applied.at(-1)?.file ?? "");
  await migrateSignIn(ownerUrl);
}

async function makeFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
  } catch (error) {
    throw new AppError("server.folder", "unavailable", { folder: dataDir, reason: (error as NodeJS.ErrnoException).code ?? "" });
  }
}

/** Signs the session cookies, and what is kept sealed opens by it. Given, or made once and kept beside the data. */
async function secretOf(dataDir: string, environment: Environment): Promise<string> {
  const given = environment["SESSION_SECRET"];
  if (given) return createHash("sha256").update(given).digest("hex");
  const path = join(dataDir, "session-secret");
  const kept = await readFile(path, "utf8").catch(() => undefined);
  if (kept) return kept.trim();
  const made = randomBytes(32).toString("hex");
  await writeFile(path, made, { mode: 0o600, flag: "wx" }).catch(() => undefined);
  return (await readFile(path, "utf8")).trim();
}
