import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { ChainContent } from "#domains/chain/contract/chain.ts";
import { chainGrants } from "#domains/chain/rules/chain-policy.ts";
import type { GraphHandlers, PlacementHandlers, VersionHandlers } from "#domains/chain/server/handler-shapes.ts";
import { chainPlugin } from "#domains/chain/server/plugin.ts";
import { type LocalDate, localDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import type { Role } from "#kernel/role.ts";
import { permissionsByRole } from "#kernel/server/access.ts";
import { createFolderStore } from "#kernel/server/files.ts";
import type { SessionDoor, UploadedFile } from "#kernel/server/operation-context.ts";
import { createPlatform } from "#kernel/server/platform.ts";
import { createTestDatabase, type TestDatabase } from "#kernel/server/test-database.ts";
import type { Language } from "#kernel/texts.ts";

type Handlers = VersionHandlers & GraphHandlers & PlacementHandlers;
type Name = keyof Handlers;
/** The input as a face sends it: what has a default may be left out. */
type Given<N extends Name> = Partial<Parameters<Handlers[N]>[0]> | Record<string, unknown>;
type Reply<N extends Name> = Awaited<ReturnType<Handlers[N]>>;
type More = { readonly on?: string; readonly files?: readonly UploadedFile[]; readonly language?: Language };

export type TestChain = {
  readonly database: TestDatabase;
  person(role: Role, zoneId?: string): Actor;
  /** Runs an operation as a face would, on a business day: validated, authorised, in one transaction. */
  call<N extends Name>(actor: Actor, name: N, input: Given<N>, more?: More): Promise<Reply<N>>;
  /** Drafts, fills, submits and approves a version by two people. @returns its id. */
  publish(name: string, content: ChainContent, on: string, effectiveFrom?: string): Promise<string>;
};

export async function createTestChain(): Promise<TestChain> {
  const database = await createTestDatabase();
  const store = createFolderStore(join(database.dataDir, "files"));
  const platform = createPlatform({ plugins: [chainPlugin], unitOfWork: database.uow, store });
  const permissions = permissionsByRole([chainGrants]);
  const chain: TestChain = {
    database,
    person: (role, zoneId) =>
      database.actor(role, { id: randomUUID(), permissions: permissions[role], ...(zoneId === undefined ? {} : { zoneId }) }),
    call: async (actor, name, input, { on = "2026-06-30", files = [], language = "zh" } = {}) => {
      const mounted = platform.operations.find((operation) => operation.name === name);
      if (!mounted) throw new Error(`no operation ${name}`);
      const caller = { actor, businessDate: on as LocalDate, language, from: "test", sessions: {} as SessionDoor, files };
      return (await platform.execute(mounted, input, { ...caller, idempotencyKey: randomUUID() })) as never;
    },
    publish: async (name, content, on, effectiveFrom = on) => {
      const [writer, approver] = [chain.person("promotion"), chain.person("leadership")];
      const { id } = await chain.call(writer, "draftVersion", { name, effectiveFrom: localDate(effectiveFrom) }, { on });
      await chain.call(writer, "importGraph", { id }, { on, files: [jsonFile(content)] });
      const submitted = await chain.call(writer, "submitVersion", { id, version: 2 }, { on });
      await chain.call(approver, "approveVersion", { id, version: submitted.row.version }, { on });
      return id;
    },
  };
  return chain;
}

export const jsonFile = (content: unknown): UploadedFile => ({
  name: "graph.json",
  bytes: new TextEncoder().encode(JSON.stringify(content)),
});
export const textFile = (name: string, text: string): UploadedFile => ({ name, bytes: new TextEncoder().encode(text) });
