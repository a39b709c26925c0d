import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestServer } from "#apps/test-server.ts";
import { furnishZone, resolveOne, type ZoneRecords } from "#apps/test-zone.ts";
import type { Actor } from "#kernel/policy.ts";
import { COMMITTEE_ROLES, type Role, SIGNED_IN_ROLES } from "#kernel/role.ts";
import { TABLE_KINDS } from "../../db/table-kinds.ts";

/** Permissions are left out altogether here: every actor holds all of them. What is refused, the database itself refuses. */
let at: TestServer;
let records: ZoneRecords;
let cases = 0;
const tables = Object.entries(TABLE_KINDS).flatMap(([name, table]) => (table.kind === "zone" ? [name] : []));

beforeAll(async () => {
  at = await createTestServer();
  records = await furnishZone(at, "first");
  await resolveOne(at, "first", records);
  await fillTheRest();
});
afterAll(async () => {
  await at.close();
  console.log(`行级隔离：${cases} 例`);
});

/** Rows of tables that the doors used above leave empty. */
async function fillTheRest(): Promise<void> {
  const zone = at.database.zoneId;
  const fill = (statement: string, values: readonly unknown[]) => at.database.tamper(statement, [zone, ...values]);
  await fill("insert into setting (zone_id, name, value, changed_by) values ($1, 'theme', '{}', 'x')", []);
  await fill("insert into journal_personal (zone_id, sequence, salt, payload) values ($1, 1000, 's', '{}') on conflict do nothing", []);
  await fill(
    "insert into personal_leave (zone_id, id, actor_id, role, operation, input_hash, reason, granted_at, expires_at) values ($1, $2, 'x', 'promotion', 'a.b', 'h', 'r', now(), now())",
    [randomUUID()],
  );
  await fill("insert into journal_cut (zone_id, digest_number, last_entry, entries) values ($1, 999, 0, 0)", []);
  await fill("insert into refusal (zone_id, id, actor_id, role, operation, code) values ($1, $2, 'x', 'bank', 'a.b', 'c')", [randomUUID()]);
  await fill("insert into outbox_delivery (zone_id, event_id, subscriber) values ($1, $2, 'x')", [randomUUID()]);
  await fill("insert into feed_item (zone_id, feed_id, item) values ($1, $2, 'x')", [records.feed]);
  await fill(
    "insert into published_withdrawal (zone_id, snapshot_id, at, withdrawn_by, reason) select $1, id, now(), 'x', 'y' from published_snapshot where zone_id = $1 limit 1",
    [],
  );
  await fill(
    "insert into finding_decision (zone_id, finding_id, ordinal, decision, decided_by) select $1, id, 1, 'accept', 'x' from finding where zone_id = $1 limit 1",
    [],
  );
  await fill(
    "insert into project_evidence_withdrawal (zone_id, evidence_id, withdrawn_on, because, by, by_name) select $1, id, current_date, 'y', 'x', 'x' from project_evidence where zone_id = $1 limit 1",
    [],
  );
  await fill(
    "insert into notice (zone_id, id, person_id, kind, title, link, dedup, at) values ($1, $2, $3, 'assigned', '交办', '/work', 'x', now())",
    [randomUUID(), records.person],
  );
  await fill(
    "insert into agent_confirmation (zone_id, id, person_id, code_hash, operation, input_hash, created_at, expires_at) values ($1, $2, $2, 'x', 'a.b', 'y', now(), now())",
    [randomUUID()],
  );
  for (const enterprise of at.enterprises)
    await fill(
      "insert into fact_observation (zone_id, id, indicator, value, unit, origin, recorded_by, enterprise_id) values ($1, $2, '产值', 1, '元', 'manual', 'x', $3)",
      [randomUUID(), enterprise],
    );
}

const foreigner = (role: Role): Actor =>
  at.database.actor(role, { zoneId: at.database.otherZoneId, enterpriseId: role === "enterprise" ? at.enterprises[0] : null });
/** Read by nobody, but through a function of the database: for everybody the table itself is closed. */
const CLOSED = new Set(["approval_status"]);
const count = async (actor: Actor, table: string, where: ReturnType<typeof sql>): Promise<number> => {
  cases += 1;
  if (CLOSED.has(table) && actor.role !== "anonymous") {
    await expect(read(actor, table, where)).rejects.toThrow(/permission denied/);
    return 0;
  }
  return read(actor, table, where);
};
const read = async (actor: Actor, table: string, where: ReturnType<typeof sql>): Promise<number> => {
  const rows = await at.database.uow.run(actor, { readOnly: true }, (tx) =>
    sql<{ n: number }>`select count(*)::int n from ${sql.table(table)} where ${where}`.execute(tx),
  );
  return rows.rows[0]?.n ?? -1;
};

test("每张园区表都有行可泄露", async () => {
  const counted = await at.database.tamper(
    tables.map((name) => `select '${name}' name, count(*)::int n from ${name} where zone_id = '${at.database.zoneId}'`).join(" union all "),
  );
  expect(counted.filter((row) => row["n"] === 0)).toEqual([]);
  expect(counted.length).toBe(tables.length);
});

describe("别的园区的人，权限全有：一行也读不到、改不动、删不掉、加不进", () => {
  test.each(tables)("%s", async (table) => {
    const zone = sql`zone_id = ${at.database.zoneId}`;
    const seen = await Promise.all(SIGNED_IN_ROLES.map(async (role) => ({ role, n: await count(foreigner(role), table, zone) })));
    expect(seen.filter(({ n }) => n !== 0)).toEqual([]);
    const [row] = await at.database.tamper(`select to_jsonb(t) row from ${table} t where zone_id = $1 limit 1`, [at.database.zoneId]);
    const write = async (actor: Actor, statement: ReturnType<typeof sql>): Promise<string> => {
      cases += 1;
      try {
        const done = await at.database.uow.run(actor, {}, (tx) => statement.execute(tx));
        return `${done.numAffectedRows ?? 0n} rows`;
      } catch (error) {
        return /permission denied|database\.row-refused/.test(String(error)) ? "refused" : String(error);
      }
    };
    for (const role of ["system_administrator", "statistics", "enterprise"] as const) {
      const actor = foreigner(role);
      const outcomes = await Promise.all([
        write(actor, sql`update ${sql.table(table)} set zone_id = ${at.database.otherZoneId} where ${zone}`),
        write(actor, sql`delete from ${sql.table(table)} where ${zone}`),
        write(
          actor,
          sql`insert into ${sql.table(table)} select (jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row?.["row"])}::jsonb)).*`,
        ),
      ]);
      expect([role, outcomes.filter((outcome) => outcome !== "refused" && outcome !== "0 rows")]).toEqual([role, []]);
      expect(outcomes[2]).toBe("refused");
    }
  });
});

/** What every signed-in user of a zone may read by design; of the rest an enterprise's user sees the enterprise's own rows only. */
const SHARED = new Set([
  "department",
  "setting",
  "journal_head",
  "outbox_delivery",
  "published_snapshot",
  "published_withdrawal",
  "person",
  "approval_matter",
  "approval_package_definition",
  "approval_number",
]);
/** Rows that a person made, seen by that person whatever the enterprise. */
const BY_MAKER: Readonly<Record<string, string>> = {
  job: "actor_id",
  file: "created_by",
  idempotency_key: "actor_id",
  access_token: "person_id",
  agent_confirmation: "person_id",
  notice: "person_id",
  notice_setting: "person_id",
};

describe("本园区的企业、银行等外部岗位，权限全有：只见自己的行", () => {
  const outside = SIGNED_IN_ROLES.filter(
    (role) => !(COMMITTEE_ROLES as readonly string[]).includes(role) && !role.endsWith("_administrator"),
  );
  test("外部岗位有四种以上", () => expect(outside.length).toBeGreaterThanOrEqual(4));

  test.each(tables.filter((name) => !SHARED.has(name)))("%s", async (table) => {
    const columns = (
      await at.database.tamper(
        "select column_name name from information_schema.columns where table_schema = 'public' and table_name = $1",
        [table],
      )
    ).map((row) => row["name"]);
    for (const role of outside) {
      const actor = at.database.actor(role, { enterpriseId: role === "enterprise" ? at.enterprises[0] : null });
      const maker = BY_MAKER[table];
      const own = maker
        ? sql`${sql.ref(maker)}::text = ${actor.id}`
        : columns.includes("enterprise_id")
          ? sql`enterprise_id = ${actor.enterpriseId}`
          : sql`false`;
      expect([role, await count(actor, table, sql`(${own}) is not true`)]).toEqual([role, 0]);
    }
    const rival = at.database.actor("enterprise", { enterpriseId: at.enterprises[1] });
    if (table === "fact_observation") {
      expect(await count(rival, table, sql`enterprise_id = ${at.enterprises[1]}`)).toBe(1);
      expect(await count(rival, table, sql`enterprise_id = ${at.enterprises[0]}`)).toBe(0);
    }
  });

  test("人员：企业用户看得见委员会的人，看不见别的企业的人", async () => {
    const rival = at.database.actor("enterprise", { enterpriseId: at.enterprises[1] });
    expect(await count(rival, "person", sql`enterprise_id is null`)).toBeGreaterThan(10);
    expect(await count(rival, "person", sql`enterprise_id = ${at.enterprises[0]}`)).toBe(0);
    expect(await count(rival, "person", sql`enterprise_id = ${at.enterprises[1]}`)).toBe(1);
  });
});

describe("没有登录的人，连到哪个园区都读不到工作台账", () => {
  test.each(tables)("%s", async (table) => {
    const anonymous = at.database.actor("anonymous", { id: "anonymous" });
    await expect(count(anonymous, table, sql`true`)).rejects.toThrow(/permission denied/);
  });
});
