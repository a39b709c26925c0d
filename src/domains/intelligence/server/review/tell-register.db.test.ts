import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FINDINGS_ACCEPTED } from "#domains/intelligence/contract/intelligence-events.ts";
import { tellRegister } from "#domains/intelligence/server/review/tell-register.ts";
import { platformActor } from "#kernel/server/background.ts";
import { createTestDatabase, type TestDatabase } from "#kernel/server/test-database.ts";

let database: TestDatabase;
const documentId = randomUUID();
const [mine, twin, other] = [randomUUID(), randomUUID(), randomUUID()];
const fill = (statement: string, values: readonly unknown[]) => database.tamper(statement, values);

beforeAll(async () => {
  database = await createTestDatabase();
  const zone = database.zoneId;
  for (const [id, identifier, name] of [
    [mine, "A", "云岭芯曜微电子有限公司"],
    [twin, "B", "岚州同名有限公司"],
    [other, "C", "岚州同名有限公司"],
  ])
    await fill("insert into enterprise (id, identifier_kind, identifier, name, name_key) values ($1, 'foreign', $2, $3, $3)", [
      id,
      identifier,
      name,
    ]);
  await fill("insert into file (zone_id, hash, size, mime, created_by) values ($1, repeat('a', 64), 1, 'text/plain', 'x')", [zone]);
  await fill(
    "insert into document (zone_id, id, title, name, origin, published, mime, file_hash, received_by) values ($1, $2, '半年报', 'a.txt', 'paste', '2026-05-04', 'text/plain', repeat('a', 64), 'x')",
    [zone, documentId],
  );
  const found: readonly (readonly [string, object, string])[] = [
    ["organisation", { name: "云岭芯曜微电子有限公司" }, "accept"],
    ["project", { name: "某项目", company: "云岭芯曜微电子有限责任公司" }, "accept"],
    ["organisation", { name: "岚州同名有限公司" }, "accept"],
    ["organisation", { name: "没有登记有限公司" }, "reject"],
  ];
  for (const [ordinal, [type, content, decision]] of found.entries()) {
    const id = randomUUID();
    await fill("insert into finding (zone_id, id, document_id, ordinal, type, content, recorded_by) values ($1, $2, $3, $4, $5, $6, 'x')", [
      zone,
      id,
      documentId,
      ordinal,
      type,
      JSON.stringify(content),
    ]);
    await fill("insert into finding_decision (zone_id, finding_id, ordinal, decision, decided_by) values ($1, $2, 1, $3, 'x')", [
      zone,
      id,
      decision,
    ]);
  }
});
afterAll(() => database.close());

test("文档点名的企业，往来里记一条，只记一次；重名的、没有登记的不记", async () => {
  const { zoneId } = database;
  const event = {
    id: randomUUID(),
    kind: FINDINGS_ACCEPTED,
    payload: { documentId },
    zoneId,
    at: "2026-06-30T00:00:00.000Z",
    actor: platformActor(zoneId),
  };
  for (let times = 0; times < 2; times += 1) await database.uow.run(platformActor(zoneId), {}, (tx) => tellRegister.handle(event, tx));
  const rows = await database.tamper("select enterprise_id, on_day::text, kind, subject, summary from enterprise_activity");
  expect(rows).toEqual([
    { enterprise_id: mine, on_day: "2026-05-04", kind: "document", subject: `document:${documentId}`, summary: "文档提及：半年报" },
  ]);
});
