import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Account, createTestServer, type TestServer } from "#apps/test-server.ts";
import { intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { takeIn, textFile } from "#domains/intelligence/server/test-documents.ts";

const { listMentions, decide, openReview, withdrawDocument } = intelligenceOperations;
const NAME = "岚州芯屏科技有限公司";

let at: TestServer;
let statistics: Account;
let documentId: string;

beforeAll(async () => {
  at = await createTestServer();
  statistics = at.account("statistics");
  const { desks } = await takeIn(at, [
    textFile(
      `芯屏半年产值过二十亿\n\n2025-07-24　来源：岚州日报\n\n上半年，<b>园区</b>企业${NAME}实现产值26.4亿元，同比增长6.2%。\n\n全区规模以上工业总产值完成512.8亿元，增长8.1%。\n`,
      "芯屏.txt",
    ),
    textFile(
      "另一家企业开工\n\n2025-08-01　来源：岚州日报\n\n岚州长风机械有限公司新厂房开工，全区固定资产投资同比增长12.3%。\n",
      "长风.txt",
    ),
  ]);
  const desk = desks.find(({ document }) => document.title.includes("芯屏"));
  if (!desk) throw new Error("nothing read");
  documentId = desk.document.id;
  await at.done(statistics, decide, {
    documentId,
    decisions: desk.proposals.filter(({ type }) => type === "figure").map(({ id }) => ({ proposalId: id, decision: "accept" as const })),
  });
});
afterAll(() => at.close());

describe("提到某个名称的文档", () => {
  test("只有提到的那一篇，带前后文；数据只列同一句里提到它的", async () => {
    const { items } = await at.done(statistics, listMentions, { names: ["从未出现的名称", NAME] });
    expect(items.map(({ id, name }) => [id, name])).toEqual([[documentId, NAME]]);
    expect(items[0]).toMatchObject({ medium: "岚州日报", published: "2025-07-24" });
    expect(items[0]?.before.endsWith("企业")).toBe(true);
    expect(items[0]?.before).not.toContain("<");
    expect(items[0]?.after.startsWith("实现产值26.4亿元")).toBe(true);
    expect(items[0]?.facts.map(({ value }) => value)).toContain("26.4");
    expect(items[0]?.facts.map(({ value }) => value)).not.toContain("512.8");
  });

  test("别的园区、没有权限的角色看不到；太短的名称不查", async () => {
    expect(await at.done(at.account("statistics", "second"), listMentions, { names: [NAME] })).toEqual({ items: [] });
    expect(await at.refused(at.account("enterprise"), listMentions, { names: [NAME] })).toMatchObject({ status: 403 });
    expect(await at.refused(statistics, listMentions, { names: ["芯屏"] })).toMatchObject({ status: 400 });
    expect(await at.refused(statistics, listMentions, { names: [] })).toMatchObject({ status: 400 });
  });

  test("撤回的文档不再提到任何人", async () => {
    const { document } = await at.done(statistics, openReview, { id: documentId });
    await at.done(statistics, withdrawDocument, { id: documentId, version: document.version, reason: "重复收录" });
    expect(await at.done(statistics, listMentions, { names: [NAME] })).toEqual({ items: [] });
  });
});
