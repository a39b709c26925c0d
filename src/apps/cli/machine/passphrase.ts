import { readFile } from "node:fs/promises";
import type { Environment } from "#apps/runtime.ts";
import { AppError } from "#kernel/app-error.ts";

const LEAST = 12;

/** From a file, or from the environment; never from the command line, where every process of the machine could read it. */
export async function passphraseOf(file: string | undefined, environment: Environment): Promise<string | undefined> {
  const given = file === undefined ? environment["YUANSHU_BACKUP_PASSPHRASE"] : await readGiven(file);
  if (given === undefined || given === "") return undefined;
  if ([...given].length < LEAST) throw new AppError("backup.short-passphrase", "invalid", { least: LEAST });
  return given;
}

async function readGiven(path: string): Promise<string> {
  try {
    return (await readFile(path, "utf8")).replace(/\r?\n$/, "");
  } catch (error) {
    throw new AppError("command.file", "invalid", { path, reason: (error as NodeJS.ErrnoException).code ?? "" });
  }
}
