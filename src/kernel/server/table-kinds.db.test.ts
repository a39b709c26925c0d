import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#kernel/server/test-database.ts";
import { TABLE_KINDS } from "../../../db/table-kinds.ts";

let database: TestDatabase;
const ask = (statement: string) => database.tamper(statement);
const named = (kind: string) =>
  Object.entries(TABLE_KINDS)
    .filter(([, table]) => table.kind === kind)
    .map(([name]) => name);
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

describe("每张表都按登记的种类建立", () => {
  test("登记与数据库一致：不多也不少", async () => {
    const rows = await ask("select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')");
    expect(rows.map((row) => row["name"]).sort()).toEqual(Object.keys(TABLE_KINDS).sort());
  });

  test("园区表：zone_id 居主键与各唯一索引之首", async () => {
    const rows = await ask(`select c.relname as name, i.indisprimary as main, a.attname as first
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where c.relnamespace = 'public'::regnamespace and (i.indisprimary or i.indisunique)`);
    const zoneTables = new Set(named("zone"));
    const ofZones = rows.filter((row) => zoneTables.has(String(row["name"])));
    expect(ofZones.filter((row) => row["first"] !== "zone_id")).toEqual([]);
    expect(ofZones.filter((row) => row["main"]).length).toBe(zoneTables.size);
  });

  test("园区表：强制启用行级安全并有园区策略", async () => {
    const rows = await ask(`select relname as name, relrowsecurity as on, relforcerowsecurity as forced,
      exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'zone_rows' and p.polpermissive and p.polcmd = '*'
        and pg_get_expr(p.polqual, p.polrelid) like '%zone_id%app.zone%') as policy
      from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`);
    for (const name of named("zone"))
      expect(
        rows.find((row) => row["name"] === name),
        name,
      ).toMatchObject({ on: true, forced: true, policy: true });
  });

  test("策略只用本表的列与 current_setting，没有子查询", async () => {
    const rows =
      await ask(`select polrelid::regclass::text as name, coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '') as text
      from pg_policy`);
    expect(rows.filter((row) => /select/i.test(String(row["text"])))).toEqual([]);
    const only = /^(\w+ = |[()]|::(text|uuid)|'[\w.-]*'|NULLIF|COALESCE|current_setting|true|OR|AND|IS NULL|=|,|\s|\w*_?id|created_by)*$/;
    expect(rows.filter((row) => !only.test(String(row["text"])))).toEqual([]);
  });

  test("只增表：应用角色没有改、删权限；匿名角色只读公开数据", async () => {
    const rows = await ask(`select table_name as name, grantee, privilege_type as right from information_schema.role_table_grants
      where table_schema = 'public' and grantee like 'yuanshu\\_%' and grantee <> 'yuanshu_owner'`);
    const insertOnly = new Set(Object.entries(TABLE_KINDS).flatMap(([name, table]) => (table.insertOnly ? [name] : [])));
    const changing = rows.filter(
      (row) =>
        insertOnly.has(String(row["name"])) && row["grantee"] === "yuanshu_application" && !/^(SELECT|INSERT)$/.test(String(row["right"])),
    );
    expect(changing).toEqual([]);
    expect(rows.filter((row) => /TRUNCATE|TRIGGER|REFERENCES/.test(String(row["right"])))).toEqual([]);
    const anonymous = rows.filter((row) => row["grantee"] === "yuanshu_anonymous").map((row) => `${row["right"]} ${row["name"]}`);
    expect(anonymous.sort()).toEqual(["SELECT published_reading", "SELECT region", "SELECT zone"]);
  });

  test("没有触发器；园区表不以外键引用全国表，引用园区表时带 zone_id", async () => {
    expect(await ask("select tgname from pg_trigger where not tgisinternal")).toEqual([]);
    const rows = await ask(`select conrelid::regclass::text as name, confrelid::regclass::text as to,
      (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) as first from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace`);
    for (const row of rows) {
      const [from, to] = [TABLE_KINDS[String(row["name"])]?.kind, TABLE_KINDS[String(row["to"])]?.kind];
      if (from !== "zone") continue;
      expect(to, `${row["name"]} → ${row["to"]}`).toMatch(/zone|reference/);
      if (to === "zone") expect(row["first"]).toBe("zone_id");
    }
  });

  test("各登录名都不是超级用户，不绕过行级安全，应用一方不拥有任何表", async () => {
    const rows = await ask(
      "select rolname as name, rolsuper as super, rolbypassrls as bypass, rolcreaterole as roles from pg_roles where rolname like 'yuanshu%' and rolname <> 'yuanshu_admin'",
    );
    expect(rows.length).toBeGreaterThanOrEqual(8);
    for (const row of rows) expect(row).toMatchObject({ super: false, bypass: false, roles: false });
    expect(
      await ask(
        "select relname from pg_class where relowner in (select oid from pg_roles where rolname in ('yuanshu_app', 'yuanshu_application', 'yuanshu_work', 'yuanshu_signin'))",
      ),
    ).toEqual([]);
  });
});
