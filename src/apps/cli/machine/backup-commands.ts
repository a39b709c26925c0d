import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { defineMachineCommand } from "#apps/cli/machine/machine-command.ts";
import { passphraseOf } from "#apps/cli/machine/passphrase.ts";
import { verifyAfterwards } from "#apps/cli/machine/verify-afterwards.ts";
import { prepareForRestore } from "#apps/runtime.ts";
import { serverTexts } from "#apps/server-texts.ts";
import { AppError } from "#kernel/app-error.ts";
import { backUp } from "#kernel/server/backup/back-up.ts";
import { checkBackup, restore } from "#kernel/server/backup/restore.ts";
import { openDatabase } from "#kernel/server/embedded-database.ts";
import { say } from "#kernel/texts.ts";

const Sealed = z.object({ passphraseFile: z.string().optional() });

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../../../../package.json"), "utf8")) as { version: string };
export const PROGRAM = `yuanshu ${version}`;

function oneFile(files: readonly string[]): string {
  const [path] = files;
  if (path === undefined || files.length > 1) throw new AppError("backup.one-file", "invalid");
  return resolve(path);
}

export const backupCommand = defineMachineCommand({
  words: "backup",
  summary: {
    zh: "备份整个平台到一个文件（可加密），运行中也可以",
    en: "Back the whole platform up into one file (encrypted by option), while it runs",
  },
  input: Sealed,
  takesFiles: true,
  run: async ({ passphraseFile }, { files, dataDir, environment, language }) => {
    const path = oneFile(files);
    if (existsSync(path)) throw new AppError("backup.exists", "conflict", { path });
    const passphrase = await passphraseOf(passphraseFile, environment);
    const database = await openDatabase({ dataDir, databaseUrl: environment["DATABASE_URL"], ownerUrl: environment["DATABASE_OWNER_URL"] });
    try {
      const readerUrl = environment["BACKUP_DATABASE_URL"] ?? database.adminUrl ?? database.ownerUrl;
      const output = await backUp({ readerUrl, dataDir, path, passphrase, program: PROGRAM, now: new Date() });
      const sealed = say(
        serverTexts[output.secret ? "backup.is-sealed" : output.sealed ? "backup.is-sealed-only" : "backup.is-open"],
        language,
      );
      const missing =
        output.missingFiles.length > 0
          ? [say(serverTexts["backup.missing-files"], language, { n: output.missingFiles.length, first: output.missingFiles[0] })]
          : [];
      return {
        ok: missing.length === 0,
        output,
        printed: [say(serverTexts["backup.done"], language, { ...output, sealed }), ...missing].join("\n"),
      };
    } finally {
      await database.close();
    }
  },
});

export const checkBackupCommand = defineMachineCommand({
  words: "backup check",
  summary: { zh: "检查一份备份是否完好，不恢复", en: "Check that a backup is whole, without restoring it" },
  input: Sealed,
  takesFiles: true,
  run: async ({ passphraseFile }, { files, environment, language }) => {
    const { beginning, manifest } = await checkBackup(oneFile(files), await passphraseOf(passphraseFile, environment));
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const told = { createdAt: beginning.createdAt, tables: manifest.tables.length, rows, files: manifest.files.count };
    return { ok: true, output: { ...beginning, ...manifest }, printed: say(serverTexts["backup.whole"], language, told) };
  },
});

export const restoreCommand = defineMachineCommand({
  words: "restore",
  summary: {
    zh: "把备份恢复到空的数据文件夹或空库，逐表校验",
    en: "Restore a backup into an empty data folder or database, every table checked",
  },
  input: Sealed,
  takesFiles: true,
  run: async ({ passphraseFile }, { files, dataDir, environment, language }) => {
    const path = oneFile(files);
    const passphrase = await passphraseOf(passphraseFile, environment);
    // Read through first: a damaged backup leaves nothing begun.
    await checkBackup(path, passphrase);
    const database = await openDatabase({
      dataDir,
      databaseUrl: environment["DATABASE_URL"],
      ownerUrl: environment["DATABASE_OWNER_URL"],
      as: "server",
    });
    const restored = await restore({
      ownerUrl: database.ownerUrl,
      dataDir,
      path,
      passphrase,
      prepare: ({ migrations }) => prepareForRestore(database.ownerUrl, migrations),
    }).finally(() => database.close());
    const journal = await verifyAfterwards(environment, dataDir);
    const output = {
      createdAt: restored.beginning.createdAt,
      rows: restored.rows,
      tables: restored.manifest.tables.length,
      files: restored.manifest.files.count,
      secret: restored.manifest.secret,
      journal,
    };
    const told = {
      ...output,
      entries: journal.entries,
      journal: say(serverTexts[journal.ok ? "restore.journal-holds" : "restore.journal-broken"], language),
    };
    return { ok: journal.ok, output, printed: say(serverTexts["restore.done"], language, told) };
  },
});
