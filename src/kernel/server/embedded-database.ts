import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { AppError, type ErrorParams } from "#kernel/app-error.ts";
import { isConnectionLost } from "#kernel/server/connection-errors.ts";
import { closeLease, type Lease, takeLease } from "#kernel/server/database-lease.ts";
import { prepareLogins } from "#kernel/server/database-logins.ts";
import { placeDatabase } from "#kernel/server/database-place.ts";
import {
  type Cluster,
  createCluster,
  findRunningPort,
  LOGINS,
  type Passwords,
  passwordsOf,
  startCluster,
  stateOfFolder,
  stopCluster,
} from "#kernel/server/postgres-cluster.ts";
import { checkRemote } from "#kernel/server/remote-database.ts";

export type DatabaseOptions = {
  readonly dataDir: string;
  /** A PostgreSQL server of one's own; without it the embedded one is used. */
  readonly databaseUrl?: string | undefined;
  /** The login that migrates; the same as `databaseUrl` when absent. */
  readonly ownerUrl?: string | undefined;
  /** `server`: the one server of the data folder, a second is refused. `guest`: a command beside it. */
  readonly as?: "server" | "guest";
  /** For tests: faster, and not safe against a power cut. */
  readonly disposable?: boolean;
  /** Told what takes time or is unexpected: codes of `databaseTexts`. */
  readonly onNote?: (
    code: "database.creating" | "database.adopted" | "database.system-folder" | "database.restarted",
    params: ErrorParams,
  ) => void;
};

export type Database = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly signInUrl: string;
  readonly workerUrl: string;
  /** The superuser of the embedded database, who may create databases; absent on a server of one's own. */
  readonly adminUrl: string | undefined;
  readonly embedded: boolean;
  /** Close pools first. The last to leave stops the embedded PostgreSQL. */
  close(): Promise<void>;
};

export const DATABASE_NAME = "yuanshu";
const PORTS_TRIED = 8;
const ATTEMPTS = 40;

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.databaseUrl) return openRemote(options.databaseUrl, options.ownerUrl ?? options.databaseUrl);
  return openEmbedded(options);
}

async function openRemote(appUrl: string, ownerUrl: string): Promise<Database> {
  await checkRemote("DATABASE_URL", appUrl);
  if (ownerUrl !== appUrl) await checkRemote("DATABASE_OWNER_URL", ownerUrl);
  const close = async () => {};
  return { ownerUrl, appUrl, signInUrl: appUrl, workerUrl: appUrl, adminUrl: undefined, embedded: false, close };
}

async function openEmbedded(options: DatabaseOptions): Promise<Database> {
  const { cluster, systemFolder } = placeDatabase(options.dataDir);
  if (systemFolder) options.onNote?.("database.system-folder", { folder: systemFolder });
  if ((await stateOfFolder(cluster)) === "absent") {
    options.onNote?.("database.creating", { folder: cluster.folder });
    await createCluster(cluster, options.disposable ?? false);
  }
  const passwords = await passwordsOf(cluster);
  let closed = false;
  let lease = await enter(cluster, passwords, options, undefined);
  const { port } = lease;

  // A postmaster that died under a running server is started again on the same port, so that the pools find it.
  const watch = (held: Lease) => {
    held.lost.then(async () => {
      while (!closed) {
        try {
          lease = await enter(cluster, passwords, options, port);
          options.onNote?.("database.restarted", { folder: cluster.folder });
          return watch(lease);
        } catch {
          await wait(1000);
        }
      }
    }, ignore);
  };
  watch(lease);

  const url = (login: keyof typeof LOGINS) => urlOf(login, passwords, port);
  return {
    ownerUrl: url("owner"),
    appUrl: url("app"),
    signInUrl: url("signIn"),
    workerUrl: url("worker"),
    adminUrl: url("admin"),
    embedded: true,
    close: async () => {
      if (closed) return;
      closed = true;
      if (await closeLease(lease)) await stopCluster(cluster);
    },
  };
}

const ignore = () => {};
const unlessLost = (error: unknown): void => {
  if (!isConnectionLost(error)) throw error;
};

const urlOf = (login: keyof typeof LOGINS, passwords: Passwords, port: number, database = DATABASE_NAME): string =>
  `postgres://${LOGINS[login]}:${passwords[login]}@127.0.0.1:${port}/${database}`;

/** Finds PostgreSQL running or starts it, and takes a place on it; starts over when the last one before us stops it in between. */
async function enter(cluster: Cluster, passwords: Passwords, options: DatabaseOptions, wantedPort: number | undefined): Promise<Lease> {
  let started = false;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const running = findRunningPort(cluster);
    const port = running ?? (await startOnFreePort(cluster, wantedPort));
    if (running === undefined) started = true;
    if (port !== undefined) {
      await prepareLogins(urlOf("admin", passwords, port, "postgres"), DATABASE_NAME, passwords).catch(unlessLost);
      const lease = await takeLease(urlOf("owner", passwords, port), port, options.as ?? "guest", options.dataDir);
      if (lease) {
        if (!started && lease.alone) options.onNote?.("database.adopted", { folder: cluster.folder });
        return lease;
      }
    }
    await wait(50 + 10 * attempt);
  }
  throw new AppError("database.could-not-start", "unavailable", {
    folder: cluster.folder,
    reason: "no answer",
    log: `${cluster.folder}/server.log`,
  });
}

/** @returns undefined when somebody else started it meanwhile. */
export async function startOnFreePort(cluster: Cluster, wantedPort: number | undefined): Promise<number | undefined> {
  for (let tried = 0; tried < PORTS_TRIED; tried++) {
    const port = wantedPort ?? (await freePort());
    const started = await startCluster(cluster, port);
    if (started === "started") return port;
    if (started === "already-running") return undefined;
  }
  throw new AppError("database.no-port", "unavailable", { tried: PORTS_TRIED });
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", () => reject(new AppError("database.no-port", "unavailable", { tried: 1 })));
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
