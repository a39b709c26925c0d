import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestServer, type TestServer } from "#apps/test-server.ts";
import { furnishZone } from "#apps/test-zone.ts";
import { EVENT_KINDS } from "#domains/exchange/contract/event-kinds.ts";
import { EVENT_NOTICES } from "#domains/notices/server/event-notices.ts";
import { platformActor } from "#kernel/server/background.ts";

let at: TestServer;
beforeAll(async () => {
  at = await createTestServer();
});
afterAll(() => at.close());

const FIELDS = ["projectId", "supervisionId", "requestId", "meetingId", "resolutionId", "caseId", "cardId", "versionId", "enterpriseId"];
const MORE = ["correctionId", "leadId", "claimId", "memoId", "webhookId"];

test.each(EVENT_NOTICES.map((notice) => [`${notice.event} ${notice.kind}`, notice] as const))(
  "%s：事件登记在册，查询成立；没有这样的记录就没有人可提醒",
  async (_, { event, whom, link }) => {
    expect(Object.keys(EVENT_KINDS)).toContain(event);
    const payload = { ...Object.fromEntries([...FIELDS, ...MORE].map((field) => [field, randomUUID()])), edition: 1, to: "DECIDED" };
    const { rows } = await at.database.uow.run(platformActor(at.database.zoneId), { readOnly: true }, (tx) =>
      whom(at.database.zoneId, payload).execute(tx),
    );
    expect(rows).toEqual([]);
    expect(link(payload)).toMatch(/^\/[\w/-]+$/);
    // A payload that lacks its ids, or holds something else, finds nobody and breaks nothing.
    for (const wrong of [{}, { projectId: "x'; --", edition: "many" }])
      await at.database.uow.run(platformActor(at.database.zoneId), { readOnly: true }, (tx) => whom(at.database.zoneId, wrong).execute(tx));
  },
);

test("一个园区真实的往来：起草人得知成绩单已批准；没有人得知自己做的事，例如给自己定的议定事项", async () => {
  await furnishZone(at, "first");
  await at.worker.drain();
  const told = await at.database.tamper(
    "select split_part(notice.dedup, '|', 1) event, person_id, title, (select outbox.actor ->> 'id' from outbox where outbox.id::text = split_part(notice.dedup, '|', 2)) by from notice where zone_id = $1",
    [at.database.zoneId],
  );
  expect(told.map((row) => row["event"])).toEqual(expect.arrayContaining(["economy.report-card-approved"]));
  expect(told.filter((row) => row["by"] === row["person_id"])).toEqual([]);
  const card = told.find((row) => row["event"] === "economy.report-card-approved");
  expect(card).toMatchObject({ person_id: at.account("statistics").personId, title: expect.stringMatching(/^成绩单已批准：.+/) });
});
