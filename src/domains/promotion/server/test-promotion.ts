import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { LeadView } from "#domains/promotion/contract/lead-view.ts";
import { promotionGrants } from "#domains/promotion/rules/promotion-policy.ts";
import { promotionPlugin } from "#domains/promotion/server/plugin.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import type { Role } from "#kernel/role.ts";
import { permissionsByRole } from "#kernel/server/access.ts";
import { createFolderStore } from "#kernel/server/files.ts";
import type { SessionDoor, UploadedFile } from "#kernel/server/operation-context.ts";
import { createPlatform, type Platform } from "#kernel/server/platform.ts";
import { createTestDatabase, type TestDatabase } from "#kernel/server/test-database.ts";

type More = { readonly files?: readonly UploadedFile[]; readonly today?: string };
export type Officers = { readonly officer: Actor; readonly second: Actor; readonly head: Actor; readonly leader: Actor };

export type TestPromotion = {
  readonly database: TestDatabase;
  readonly platform: Platform;
  readonly store: ReturnType<typeof createFolderStore>;
  /** Somebody with exactly the permissions of a role, who holds that post in a department of the zone. */
  person(role: Role, department?: string): Promise<Actor>;
  /** Two promotion officers of two departments, the head of another, and leadership. */
  officers(): Promise<Officers>;
  /** Runs an operation as a face would: validated, authorised, in one transaction, on a business day of its own. */
  call<Reply = LeadView>(actor: Actor, name: string, input: Readonly<Record<string, unknown>>, more?: More): Promise<Reply>;
  /** Registers a lead with something for every field that is asked for. */
  lead(actor: Actor, given?: Readonly<Record<string, unknown>>, today?: string): Promise<{ readonly id: string; readonly code: string }>;
  /** Takes a lead of one's own to a stage as its officers would, each step on the day. */
  leadAt(who: Officers, stage: LeadView["row"]["stage"], given?: Readonly<Record<string, unknown>>, today?: string): Promise<LeadView>;
};

/** A zone with the promotion domain alone, on its own database. */
export async function createTestPromotion(): Promise<TestPromotion> {
  const database = await createTestDatabase();
  const store = createFolderStore(join(database.dataDir, "files"));
  const platform = createPlatform({
    plugins: [promotionPlugin],
    unitOfWork: database.uow,
    store,
    clock: () => new Date("2026-06-30T01:00:00.000Z"),
  });
  const permissions = permissionsByRole([promotionGrants]);
  const departments = new Map<string, string>();
  const departmentOf = async (name: string): Promise<string> => {
    const known = departments.get(name);
    if (known !== undefined) return known;
    const id = randomUUID();
    departments.set(name, id);
    await database.tamper("insert into department (zone_id, id, name) values ($1, $2, $3)", [database.zoneId, id, name]);
    return id;
  };
  const call: TestPromotion["call"] = async (actor, name, input, { files = [], today } = {}) => {
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
  const person: TestPromotion["person"] = async (role, department = "招商合作局") => {
    const id = randomUUID();
    const departmentId = await departmentOf(department);
    await database.tamper("insert into person (zone_id, id, username, name) values ($1, $2, $3, $4)", [
      database.zoneId,
      id,
      `u${id.slice(0, 8)}`,
      `${role}-${id.slice(0, 4)}`,
    ]);
    await database.tamper(
      "insert into membership (zone_id, id, person_id, role, department_id, valid_from, granted_by) values ($1, $2, $3, $4, $5, '2020-01-01', 'test')",
      [database.zoneId, randomUUID(), id, role, departmentId],
    );
    return database.actor(role, { id, name: `${role}-${id.slice(0, 4)}`, departmentId, permissions: permissions[role] });
  };
  const lead: TestPromotion["lead"] = (actor, given = {}, today) =>
    call(
      actor,
      "registerLead",
      {
        projectName: `碳化硅外延片${randomUUID().slice(0, 8)}项目`,
        party: `岚州芯曜${randomUUID().slice(0, 8)}有限公司`,
        channel: "task-force",
        amountYuan: "600000000",
        ...given,
      },
      today === undefined ? {} : { today },
    );
  return {
    database,
    platform,
    store,
    person,
    officers: async () => ({
      officer: await person("promotion", "招商一部"),
      second: await person("promotion", "招商二部"),
      head: await person("department_head", "经济运行局"),
      leader: await person("leadership", "管委会办公室"),
    }),
    call,
    lead,
    leadAt: (who, stage, given, today) => takeTo({ call, lead }, who, stage, given, today),
  };
}

async function takeTo(
  { call, lead }: Pick<TestPromotion, "call" | "lead">,
  { officer, second, leader }: Officers,
  stage: LeadView["row"]["stage"],
  given: Readonly<Record<string, unknown>> = {},
  today = "2026-06-30",
): Promise<LeadView> {
  const { id } = await lead(officer, { uscc: "91500000MAXX000157", ...given }, today);
  const on = { today };
  const open = () => call<LeadView>(officer, "openLead", { id }, on);
  const act = (name: string, input: Readonly<Record<string, unknown>>) => call<LeadView>(officer, name, { id, ...input }, on);
  const move = async (name: string) => act("moveLead", { move: name, on: today, version: (await open()).row.version });
  const attach = async (kind: string) => {
    const view = await act("attachLeadEvidence", { kind, datedOn: today, number: `${kind}-1` });
    const piece = view.evidence.find((one) => one.kind === kind);
    if (piece?.needsSecond) await call(second, "confirmLeadEvidence", { evidenceId: piece.id, version: piece.version }, on);
  };
  const steps: readonly (() => Promise<unknown>)[] = [
    async () => {
      await act("logInteraction", { kind: "visit", on: today, learnt: "了解用地和用电需求" });
      await move("contact");
    },
    async () => {
      await act("markLead", { mark: "judged", on: today, worthwhile: true, note: "补链", version: (await open()).row.version });
      await attach("needs-summary");
      await move("negotiate");
    },
    async () => {
      await attach("tailored-plan");
      await move("propose");
    },
    async () => {
      await attach("fair-competition-review");
      await move("startDiligence");
    },
    async () => {
      await attach("risk-memo");
      await move("submitDecision");
    },
    async () => {
      await call(leader, "decideLead", { id, decision: "approve", on: today, reason: "同意", version: (await open()).row.version }, on);
      await act("addContract", {
        kind: "formal",
        number: `合同-${id.slice(-8)}`,
        title: "投资合同",
        signedOn: today,
        amountYuan: "600000000",
      });
      await act("setPromises", {
        promisedOn: today,
        investment: [{ year: 2026, yuan: "200000000" }],
        startOn: "2026-10-01",
        produceOn: "2027-10-01",
      });
      await move("sign");
    },
  ];
  const places: readonly LeadView["row"]["stage"][] = ["CONTACTED", "NEGOTIATING", "PROPOSAL", "DILIGENCE", "DECISION", "SIGNED"];
  for (const step of steps.slice(0, places.indexOf(stage) + 1)) await step();
  return open();
}
