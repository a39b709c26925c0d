import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { ImportView } from "#domains/registry/contract/import-operations.ts";
import { registryGrants } from "#domains/registry/rules/registry-policy.ts";
import { registryPlugin } from "#domains/registry/server/plugin.ts";
import { forgetFrequencies } from "#domains/registry/server/search/token-frequencies.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import type { Role } from "#kernel/role.ts";
import { permissionsByRole } from "#kernel/server/access.ts";
import { createFolderStore } from "#kernel/server/files.ts";
import type { SessionDoor, UploadedFile } from "#kernel/server/operation-context.ts";
import { createPlatform } from "#kernel/server/platform.ts";
import { createTestDatabase, type TestDatabase } from "#kernel/server/test-database.ts";
import { startWorker, type Worker } from "#kernel/server/worker.ts";

type More = { readonly files?: readonly UploadedFile[]; readonly today?: string };

export type TestRegistry = {
  readonly database: TestDatabase;
  readonly store: ReturnType<typeof createFolderStore>;
  readonly worker: Worker;
  readonly errors: unknown[];
  /** A person with exactly the permissions of a role, who stands in the zone's list of people. */
  person(role: Role, given?: { readonly zoneId?: string; readonly enterpriseId?: string }): Promise<Actor>;
  call<Reply = never>(actor: Actor, name: string, input: Readonly<Record<string, unknown>>, more?: More): Promise<Reply>;
  /** Imports a file and waits until it is done. */
  import(actor: Actor, name: string, content: string | Uint8Array, input?: Readonly<Record<string, unknown>>): Promise<ImportView>;
  close(): Promise<void>;
};

/** A zone with the register alone, on its own database, and a worker that does what is queued when it is told to. */
export async function createTestRegistry(): Promise<TestRegistry> {
  const database = await createTestDatabase();
  await database.tamper(
    "insert into region (code, name, kind, source) values ('50', '重庆市', 'municipality', 'test'), ('500112', '渝北区', 'county', 'test'), ('500107', '九龙坡区', 'county', 'test'), ('31', '上海市', 'municipality', 'test'), ('310115', '浦东新区', 'county', 'test')",
  );
  const store = createFolderStore(join(database.dataDir, "files"));
  const platform = createPlatform({
    plugins: [registryPlugin],
    unitOfWork: database.uow,
    store,
    clock: () => new Date("2026-06-30T01:00:00.000Z"),
  });
  const permissions = permissionsByRole([registryGrants]);
  const errors: unknown[] = [];
  const worker = await startWorker({
    workerUrl: database.workerUrl,
    unitOfWork: database.uow,
    store,
    jobs: registryPlugin.jobs ?? {},
    subscribers: {},
    onError: (error) => errors.push(error),
    pollMs: 20,
  });
  const call: TestRegistry["call"] = async (actor, name, input, { files = [], today } = {}) => {
    const mounted = platform.operations.find((operation) => operation.name === name);
    if (!mounted) throw new Error(`no operation ${name}`);
    const caller = {
      actor,
      businessDate: (today ?? "2026-06-30") as LocalDate,
      language: "zh" as const,
      from: "test",
      sessions: {} as SessionDoor,
      files,
    };
    return (await platform.execute(mounted, input, { ...caller, idempotencyKey: randomUUID() })) as never;
  };
  return {
    database,
    store,
    worker,
    errors,
    call,
    person: async (role, { zoneId = database.zoneId, enterpriseId } = {}) => {
      const id = randomUUID();
      const name = `${role}-${id.slice(0, 4)}`;
      await database.tamper("insert into person (zone_id, id, username, name, enterprise_id) values ($1, $2, $3, $4, $5)", [
        zoneId,
        id,
        `u${id.slice(0, 8)}`,
        name,
        enterpriseId ?? null,
      ]);
      return database.actor(role, { id, name, zoneId, permissions: permissions[role], enterpriseId: enterpriseId ?? null });
    },
    import: async (actor, name, content, input = {}) => {
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      const view = await call<ImportView>(actor, "importEnterprises", { source: "测试名录", ...input }, { files: [{ name, bytes }] });
      await worker.drain();
      forgetFrequencies();
      return call<ImportView>(actor, "openImport", { importId: view.id });
    },
    close: async () => {
      await worker.close();
      await database.close();
    },
  };
}
