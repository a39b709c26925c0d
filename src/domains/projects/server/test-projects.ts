import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { ProjectDraft } from "#domains/projects/contract/register-operations.ts";
import { dispatchGrants } from "#domains/projects/rules/dispatch-policy.ts";
import { projectGrants } from "#domains/projects/rules/project-policy.ts";
import { projectsPlugin } from "#domains/projects/server/plugin.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import type { Role } from "#kernel/role.ts";
import { permissionsByRole } from "#kernel/server/access.ts";
import { createFolderStore } from "#kernel/server/files.ts";
import type { SessionDoor, UploadedFile } from "#kernel/server/operation-context.ts";
import { createPlatform, type Platform } from "#kernel/server/platform.ts";
import { createTestDatabase, type TestDatabase } from "#kernel/server/test-database.ts";
import type { Language } from "#kernel/texts.ts";

type More = { readonly files?: readonly UploadedFile[]; readonly language?: Language; readonly today?: string };

export type TestProjects = {
  readonly database: TestDatabase;
  readonly platform: Platform;
  readonly store: ReturnType<typeof createFolderStore>;
  /** A person with exactly the permissions of a role, who stands in the zone's list of people and holds that post. */
  person(role: Role, zoneId?: string, enterpriseId?: string | null): Promise<Actor>;
  /** Runs an operation as a face would: validated, authorised, in one transaction, on a business day of its own. */
  call<Reply = never>(actor: Actor, name: string, input: Readonly<Record<string, unknown>>, more?: More): Promise<Reply>;
  /** Registers a project with something for every field that is asked for. @returns its id. */
  project(actor: Actor, given?: Partial<ProjectDraft>, today?: string): Promise<string>;
};

/** A zone with the projects domain alone, on its own database. */
export async function createTestProjects(): Promise<TestProjects> {
  const database = await createTestDatabase();
  const store = createFolderStore(join(database.dataDir, "files"));
  const platform = createPlatform({
    plugins: [projectsPlugin],
    unitOfWork: database.uow,
    store,
    clock: () => new Date("2026-06-30T01:00:00.000Z"),
  });
  const permissions = permissionsByRole([projectGrants, dispatchGrants]);
  const call: TestProjects["call"] = async (actor, name, input, { files = [], language = "zh", today } = {}) => {
    const mounted = platform.operations.find((operation) => operation.name === name);
    if (!mounted) throw new Error(`no operation ${name}`);
    const caller = {
      actor,
      businessDate: (today ?? "2026-06-30") as LocalDate,
      language,
      from: "test",
      sessions: {} as SessionDoor,
      files,
    };
    return (await platform.execute(mounted, input, { ...caller, idempotencyKey: randomUUID() })) as never;
  };
  return {
    database,
    platform,
    store,
    call,
    person: async (role, zoneId = database.zoneId, enterpriseId = null) => {
      const id = randomUUID();
      await database.tamper("insert into person (zone_id, id, username, name) values ($1, $2, $3, $4)", [
        zoneId,
        id,
        `u${id.slice(0, 8)}`,
        `${role}-${id.slice(0, 4)}`,
      ]);
      await database.tamper(
        "insert into membership (zone_id, id, person_id, role, enterprise_id, valid_from, granted_by) values ($1, $2, $3, $4, $5, '2020-01-01', 'test')",
        [zoneId, randomUUID(), id, role, enterpriseId],
      );
      return database.actor(role, { id, zoneId, enterpriseId, permissions: permissions[role] });
    },
    project: async (actor, given = {}, today) => {
      const reply = await call<{ readonly id: string }>(
        actor,
        "registerProject",
        {
          name: `芯片封测产线${randomUUID().slice(0, 8)}`,
          enterprise: "云岭芯曜微电子有限公司",
          category: "industry",
          plannedTotalYuan: "600000000",
          contractNumber: "HT-1",
          signedOn: "2025-03-10",
          ...given,
        },
        today === undefined ? {} : { today },
      );
      return reply.id;
    },
  };
}
