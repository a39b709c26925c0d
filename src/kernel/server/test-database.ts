import { randomBytes, randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Kysely } from "kysely";
import pg from "pg";
import { inject } from "vitest";
import type { Actor } from "#kernel/policy.ts";
import type { Role } from "#kernel/role.ts";
import { createPool, createQueries, type DB } from "#kernel/server/database.ts";
import { TEMPLATE } from "#kernel/server/test-global-setup.ts";
import { createUnitOfWork, type UnitOfWork } from "#kernel/server/unit-of-work.ts";

export type TestDatabase = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly signInUrl: string;
  readonly workerUrl: string;
  /** The superuser: for tampering and for looking past row-level security. */
  readonly adminUrl: string;
  /** An empty folder of this database's own. */
  readonly dataDir: string;
  readonly zoneId: string;
  readonly otherZoneId: string;
  readonly db: Kysely<DB>;
  readonly uow: UnitOfWork;
  /** An actor of `zoneId` unless another zone is given; all permissions are his unless named. */
  actor(role: Role, given?: Partial<Actor>): Actor;
  /** Runs SQL as the superuser. */
  tamper(statement: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
};

/** A copy of the migrated database with two zones, for one test file. Close it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject("server");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  await admin.query(`create database ${name} template ${TEMPLATE}`);

  const into = (url: string) => url.replace(/[^/]+$/, name);
  const inside = new pg.Client({ connectionString: into(server.adminUrl) });
  await inside.connect();
  const zones = [randomUUID(), randomUUID()] as const;
  await inside.query("insert into zone (id, slug, name) values ($1, 'first', '甲高新区'), ($2, 'second', '乙高新区')", [...zones]);

  const pool = createPool(into(server.appUrl), "test", { max: 8 });
  const db = createQueries(pool);
  const dataDir = join(server.dataDir, name);
  await mkdir(dataDir);
  return {
    ownerUrl: into(server.ownerUrl),
    appUrl: into(server.appUrl),
    signInUrl: into(server.signInUrl),
    workerUrl: into(server.workerUrl),
    adminUrl: into(server.adminUrl),
    dataDir,
    zoneId: zones[0],
    otherZoneId: zones[1],
    db,
    uow: createUnitOfWork(db),
    actor: (role, given = {}) => ({
      id: randomUUID(),
      name: `${role} tester`,
      zoneId: zones[0],
      role,
      permissions: everything,
      enterpriseId: null,
      departmentId: null,
      ...given,
    }),
    tamper: async (statement, values = []) => (await inside.query<Record<string, unknown>>(statement, [...values])).rows,
    close: async () => {
      await db.destroy();
      await inside.end();
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}

const everything: ReadonlySet<string> = new (class extends Set<string> {
  override has(): boolean {
    return true;
  }
})();
