import { existsSync } from "node:fs";
import { readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { PROGRAM } from "#apps/cli/machine/backup-commands.ts";
import { defineMachineCommand } from "#apps/cli/machine/machine-command.ts";
import { verifyAfterwards } from "#apps/cli/machine/verify-afterwards.ts";
import { prepareForRestore } from "#apps/runtime.ts";
import { serverTexts } from "#apps/server-texts.ts";
import { AppError } from "#kernel/app-error.ts";
import { backUp } from "#kernel/server/backup/back-up.ts";
import { restore } from "#kernel/server/backup/restore.ts";
import { placeDatabase } from "#kernel/server/database-place.ts";
import { openDatabase, startOnFreePort } from "#kernel/server/embedded-database.ts";
import { canRun, copyBinaries, findOldBinaries, majorOf } from "#kernel/server/postgres-binaries.ts";
import { type Cluster, findRunningPort, LOGINS, passwordsOf, stopCluster } from "#kernel/server/postgres-cluster.ts";
import { say } from "#kernel/texts.ts";

export const upgradeCommand = defineMachineCommand({
  words: "database upgrade",
  summary: {
    zh: "把自带数据库升级到本程序的 PostgreSQL 主版本，旧数据保留",
    en: "Upgrade the embedded database to this program's major PostgreSQL; the old data is kept",
  },
  input: z.object({ programs: z.string().optional() }),
  takesFiles: false,
  run: async ({ programs }, { dataDir, environment, language }) => {
    if (environment["DATABASE_URL"]) throw new AppError("upgrade.remote", "conflict");
    const { cluster } = placeDatabase(dataDir);
    if (!existsSync(join(cluster.folder, "PG_VERSION"))) throw new AppError("upgrade.absent", "not-found", { folder: cluster.folder });
    const from = (await readFile(join(cluster.folder, "PG_VERSION"), "utf8")).trim();
    const to = majorOf(cluster.binaries.version);
    if (from === to)
      return { ok: true, output: { from, to, rows: 0 }, printed: say(serverTexts["upgrade.nothing"], language, { major: to }) };
    if (findRunningPort(cluster) !== undefined) throw new AppError("upgrade.running", "conflict");

    const dump = join(dataDir, `upgrade-from-${from}.backup`);
    await rm(dump, { force: true });
    await readOut(oldCluster(cluster, from, programs), dump, dataDir);
    const kept = await freeName(`${cluster.folder}-${from}`);
    await rename(cluster.folder, kept);
    try {
      const database = await openDatabase({ dataDir, as: "server" });
      const restored = await restore({
        ownerUrl: database.ownerUrl,
        dataDir,
        path: dump,
        passphrase: undefined,
        prepare: ({ migrations }) => prepareForRestore(database.ownerUrl, migrations),
      }).finally(() => database.close());
      const journal = await verifyAfterwards(environment, dataDir);
      await rm(dump);
      const words = say(serverTexts[journal.ok ? "restore.journal-holds" : "restore.journal-broken"], language);
      const output = { from, to, rows: restored.rows, kept, journal };
      return {
        ok: journal.ok,
        output,
        printed: say(serverTexts["upgrade.done"], language, { ...output, entries: journal.entries, journal: words }),
      };
    } catch (error) {
      // As it was: the old folder in its place, what was begun away.
      await rm(cluster.folder, { recursive: true, force: true });
      await rename(kept, cluster.folder);
      throw error;
    }
  },
});

function oldCluster({ folder, account }: Cluster, major: string, programs: string | undefined): Cluster {
  const found = findOldBinaries(major, programs);
  return { folder, account, binaries: canRun(found, account) ? found : copyBinaries(found, dirname(folder)) };
}

/** Starts the folder with its own programs, reads everything out, and stops it again. */
async function readOut(cluster: Cluster, path: string, dataDir: string): Promise<void> {
  const port = await startOnFreePort(cluster, undefined);
  if (port === undefined) throw new AppError("upgrade.running", "conflict");
  try {
    const { admin } = await passwordsOf(cluster);
    const readerUrl = `postgres://${LOGINS.admin}:${admin}@127.0.0.1:${port}/yuanshu`;
    await requireOurs(readerUrl);
    await backUp({ readerUrl, dataDir, path, passphrase: undefined, program: PROGRAM, now: new Date(), withoutFiles: true });
  } finally {
    await stopCluster(cluster);
  }
}

async function requireOurs(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("select 1 from migration limit 1").finally(() => client.end());
}

async function freeName(wanted: string): Promise<string> {
  let name = wanted;
  for (let number = 2; existsSync(name); number += 1) name = `${wanted}-${number}`;
  return name;
}
