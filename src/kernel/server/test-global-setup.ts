import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openDatabase } from "#kernel/server/embedded-database.ts";
import { migrate } from "#kernel/server/migrate.ts";
import { LOGINS } from "#kernel/server/postgres-cluster.ts";

export type TestServer = {
  readonly dataDir: string;
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly signInUrl: string;
  readonly workerUrl: string;
};
declare module "vitest" {
  export interface ProvidedContext {
    server: TestServer;
  }
}

export const TEMPLATE = "yuanshu_template";
export const MIGRATIONS = resolve(import.meta.dirname, "../../../db/migrations");

/** One PostgreSQL for the whole run, in a temporary folder, with a migrated database that every test file copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "yuanshu-tests-"));
  // As root, PostgreSQL's own account has to get through, or the database would go to a system folder and stay there.
  chmodSync(dataDir, 0o755);
  const database = await openDatabase({ dataDir, disposable: true });
  const { ownerUrl, appUrl, signInUrl, workerUrl, adminUrl = "" } = database;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${TEMPLATE} owner ${LOGINS.owner}`);
  await admin.end();
  await migrate(ownerUrl.replace(/[^/]+$/, TEMPLATE), MIGRATIONS);
  project.provide("server", { dataDir, adminUrl, ownerUrl, appUrl, signInUrl, workerUrl });
  return async () => {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
