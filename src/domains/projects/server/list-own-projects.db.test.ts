import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestProjects, type TestProjects } from "#domains/projects/server/test-projects.ts";
import type { Actor } from "#kernel/policy.ts";

type Own = { readonly items: readonly { readonly id: string; readonly code: string; readonly name: string }[] };

let at: TestProjects;
let promotion: Actor;
let own: Actor;
let rival: Actor;
let mine: string;

/** An enterprise of the national register, and its account. */
async function enterpriseOf(name: string): Promise<Actor> {
  const id = randomUUID();
  await at.database.tamper("insert into enterprise (id, identifier_kind, identifier, name) values ($1, 'provisional', $2, $3)", [
    id,
    id,
    name,
  ]);
  return at.person("enterprise", undefined, id);
}

beforeAll(async () => {
  at = await createTestProjects();
  promotion = await at.person("promotion");
  own = await enterpriseOf("云岭芯曜微电子有限公司");
  rival = await enterpriseOf("岚州别家有限公司");
  mine = await at.project(promotion, { name: "自家封测产线" });
  await at.project(promotion, { name: "别家产线", enterprise: "岚州别家有限公司" });
  await at.project(promotion, { name: "名录外产线", enterprise: "没有登记的公司" });
});
afterAll(() => at.database.close());

const named = async (actor: Actor) => (await at.call<Own>(actor, "listOwnProjects", {})).items.map(({ name }) => name);

describe("企业看本企业的项目", () => {
  test("只有登记在自己名下的，只有编号和名称", async () => {
    expect(await named(own)).toEqual(["自家封测产线"]);
    expect(await named(rival)).toEqual(["别家产线"]);
    const { items } = await at.call<Own>(own, "listOwnProjects", {});
    expect(Object.keys(items[0] ?? {}).sort()).toEqual(["code", "id", "name"]);
    expect(await named({ ...own, enterpriseId: null })).toEqual([]);
  });

  test("企业打不开登记本身，数据库也不让它加一行、改一行", async () => {
    await expect(at.call(own, "openProject", { id: mine })).rejects.toMatchObject({ kind: "forbidden" });
    const changed = await at.database.uow.run(own, {}, (tx) => sql`update project set name = '改名' where id = ${mine}`.execute(tx));
    expect(changed.numAffectedRows).toBe(0n);
    const copied = at.database.uow.run(own, {}, (tx) =>
      sql`insert into project select (p).* from (select jsonb_populate_record(p, jsonb_build_object('id', ${randomUUID()}::text, 'code', 'XM-X')) p from project p where id = ${mine}) copied`.execute(
        tx,
      ),
    );
    await expect(copied).rejects.toMatchObject({ code: "database.row-refused" });
  });

  test("终止的项目不再列出", async () => {
    await at.database.tamper("update project set stage = 'TERMINATED' where name = '别家产线'");
    expect(await named(rival)).toEqual([]);
  });
});
