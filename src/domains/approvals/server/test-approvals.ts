import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { z } from "zod";
import type { CaseView } from "#domains/approvals/contract/case.ts";
import type { CaseDraft } from "#domains/approvals/contract/case-operations.ts";
import { Matter } from "#domains/approvals/contract/matter.ts";
import { approvalGrants } from "#domains/approvals/rules/approval-policy.ts";
import { exampleMatter } from "#domains/approvals/rules/example-matter.ts";
import { approvalsPlugin } from "#domains/approvals/server/plugin.ts";
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

export type TestApprovals = {
  readonly database: TestDatabase;
  readonly platform: Platform;
  /** A person with exactly the permissions of a role, who stands in the zone's list of people. */
  person(role: Role, given?: { readonly departmentId?: string; readonly enterpriseId?: string; readonly zoneId?: string }): Promise<Actor>;
  department(name: string): Promise<string>;
  /** Writes a version of a matter as it stands after its registration. */
  matter(given: Partial<Matter> & { readonly code: string }, version?: number, effectiveOn?: string): Promise<Matter>;
  /** Runs an operation as a face would, on a business day of its own. */
  call<Reply = never>(actor: Actor, name: string, input: Readonly<Record<string, unknown>>, more?: More): Promise<Reply>;
  draft(
    actor: Actor,
    given: Partial<z.input<typeof CaseDraft>>,
    today: string,
  ): Promise<{ readonly case: CaseView; readonly accessCode: string | null }>;
  /** The next step of a case, with its present version. */
  step(actor: Actor, name: string, seen: CaseView, input: Readonly<Record<string, unknown>>, today: string): Promise<CaseView>;
};

/** The smallest PNG: one pixel. */
export const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A zone with the approvals domain alone, on its own database. */
export async function createTestApprovals(): Promise<TestApprovals> {
  const database = await createTestDatabase();
  const platform = createPlatform({
    plugins: [approvalsPlugin],
    unitOfWork: database.uow,
    store: createFolderStore(join(database.dataDir, "files")),
    clock: () => new Date("2026-06-30T01:00:00.000Z"),
  });
  const permissions = permissionsByRole([approvalGrants]);
  const call: TestApprovals["call"] = async (actor, name, input, { files = [], language = "zh", today = "2026-06-30" } = {}) => {
    const mounted = platform.operations.find((operation) => operation.name === name);
    if (!mounted) throw new Error(`no operation ${name}`);
    const caller = { actor, businessDate: today as LocalDate, language, from: "test", sessions: {} as SessionDoor, files };
    return (await platform.execute(mounted, input, { ...caller, idempotencyKey: randomUUID() })) as never;
  };
  return {
    database,
    platform,
    call,
    person: async (role, { departmentId, enterpriseId, zoneId = database.zoneId } = {}) => {
      const id = randomUUID();
      await database.tamper("insert into person (zone_id, id, username, name, enterprise_id) values ($1, $2, $3, $4, $5)", [
        zoneId,
        id,
        `u${id.slice(0, 8)}`,
        `${role}-${id.slice(0, 4)}`,
        enterpriseId ?? null,
      ]);
      return database.actor(role, {
        id,
        zoneId,
        name: `${role}-${id.slice(0, 4)}`,
        permissions: permissions[role],
        departmentId: departmentId ?? null,
        enterpriseId: enterpriseId ?? null,
      });
    },
    department: async (name) => {
      const id = randomUUID();
      await database.tamper("insert into department (zone_id, id, name) values ($1, $2, $3)", [database.zoneId, id, name]);
      return id;
    },
    matter: async ({ code, ...given }, version = 1, effectiveOn = "2024-01-01") => {
      const matter = Matter.parse(exampleMatter(code, given));
      await database.tamper(
        `insert into approval_matter (zone_id, code, version, effective_on, content, reason, changed_on, by, by_name)
         values ($1, $2, $3, $4, $5, '测试', $4, 'test', 'test')`,
        [database.zoneId, code, version, effectiveOn, JSON.stringify(matter)],
      );
      return matter;
    },
    draft: (actor, given, today) =>
      call(
        actor,
        "draftCase",
        {
          matterCode: "permit",
          title: "一号厂房施工许可",
          ...(actor.role === "enterprise" ? {} : { enterprise: "云岭芯曜微电子有限公司" }),
          ...given,
        },
        { today },
      ),
    step: (actor, name, seen, input, today) => call(actor, name, { id: seen.row.id, version: seen.version, ...input }, { today }),
  };
}
