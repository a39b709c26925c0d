import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Account, createTestServer, nobody, type TestServer } from "#apps/test-server.ts";
import { intelligenceOperations, type ReviewDesk } from "#domains/intelligence/contract/intelligence-operations.ts";
import { figureOf, figures, firstHalf, takeIn, textFile } from "#domains/intelligence/server/test-documents.ts";

const { decide, openReview, nextForReview, listAcceptanceRules, acceptByRule, figureSource } = intelligenceOperations;
const { listConflicts, resolveConflict, listLexicon, addLexiconEntry, removeLexiconEntry } = intelligenceOperations;
let at: TestServer;
let one: Account;
let other: Account;

beforeAll(async () => {
  at = await createTestServer();
  one = at.account("statistics");
  other = at.account("statistics", "first", "other");
});
afterAll(() => at.close());

async function deskOf(text: string): Promise<ReviewDesk> {
  const [desk] = (await takeIn(at, [textFile(text, `${randomUUID()}.txt`)])).desks;
  if (!desk) throw new Error("nothing read");
  return desk;
}
const about = (zone: string, text = firstHalf) => deskOf(text.replaceAll("云岭高新区", zone));
const reread = (desk: ReviewDesk) => at.done(one, openReview, { id: desk.document.id });

describe("审核", () => {
  test("采纳、更正、驳回各留其名；全部处理完即为已审核", async () => {
    const desk = await about("松台高新区");
    const documentId = desk.document.id;
    const [gdp, exported] = [figureOf(desk, "286.4"), figureOf(desk, "132.7")];
    const first = await at.done(one, decide, {
      documentId,
      decisions: [
        { proposalId: gdp.id, decision: "accept" },
        { proposalId: exported.id, decision: "correct", correction: { value: "132.9" }, reason: "原文更正" },
      ],
    });
    expect(first.proposals.map((proposal) => [proposal.status, proposal.decidedBy])).toEqual([
      ["accepted", one.name],
      ["corrected", one.name],
    ]);
    const corrected = first.proposals[1];
    expect(corrected?.type === "figure" && corrected.finding.value).toBe("132.9");
    expect(corrected?.finding.quote).toBe(exported.finding.quote);
    const rest = (await reread(desk)).proposals.filter((proposal) => proposal.status === "proposed");
    const last = await at.done(other, decide, {
      documentId,
      decisions: rest.map((proposal) => ({ proposalId: proposal.id, decision: "reject" as const, reason: "不需要" })),
    });
    expect(last.document).toMatchObject({ state: "reviewed", proposals: { open: 0, rejected: rest.length } });
    expect((await at.done(one, figureSource, { observationId: gdp.id })).decidedBy).toBe(one.name);
    const values = await at.database.tamper(
      "select value::text, status from fact_current where origin_id = $1 and value in (132.7, 132.9) order by value",
      [documentId],
    );
    expect(values).toEqual([
      { value: "132.7", status: "corrected" },
      { value: "132.9", status: "accepted" },
    ]);
  });

  test("两人同时处理同一条：后到的得 409，说出先到的是谁，什么也不丢", async () => {
    const desk = await about("翠屏高新区");
    const documentId = desk.document.id;
    const [gdp, exported, imported] = [figureOf(desk, "286.4"), figureOf(desk, "132.7"), figureOf(desk, "63.8")];
    await at.done(one, decide, { documentId, decisions: [{ proposalId: gdp.id, decision: "accept" }] });
    const refusal = await at.refused(other, decide, {
      documentId,
      decisions: [
        { proposalId: exported.id, decision: "accept" },
        { proposalId: gdp.id, decision: "reject" },
      ],
    });
    expect(refusal).toMatchObject({ status: 409, code: "intelligence.decided", params: { by: one.name, status: "accepted" } });
    expect(refusal.title).toContain(one.name);
    const after = await reread(desk);
    expect(figureOf(after, "286.4").status).toBe("accepted");
    expect(figureOf(after, "132.7").status).toBe("proposed");

    const race = await Promise.all(
      [one, other].map((account) => at.call(account, decide, { documentId, decisions: [{ proposalId: imported.id, decision: "accept" }] })),
    );
    expect(race.map((reply) => reply.status).sort()).toEqual([200, 409]);
    const loser = race.find((reply) => reply.status === 409);
    const winner = race[0]?.status === 200 ? one : other;
    expect(JSON.parse(loser?.text ?? "{}")).toMatchObject({ code: "intelligence.decided", params: { by: winner.name } });
    expect(await at.database.tamper("select count(*)::int n from fact_decision where observation_id = $1", [imported.id])).toEqual([
      { n: 1 },
    ]);
  });

  test("别的文档的、别的园区的、不存在的条目都是 404", async () => {
    const [desk, elsewhere] = [await about("梅岭高新区"), await about("云台高新区")];
    const accept = (account: Account, documentId: string, proposalId: string) =>
      at.refused(account, decide, { documentId, decisions: [{ proposalId, decision: "accept" }] });
    const foreign = figureOf(elsewhere, "286.4").id;
    expect(await accept(one, desk.document.id, foreign)).toMatchObject({ status: 404 });
    expect(await accept(one, desk.document.id, randomUUID())).toMatchObject({ status: 404 });
    expect(await accept(one, randomUUID(), foreign)).toMatchObject({ status: 404 });
    expect(await accept(at.account("statistics", "second"), elsewhere.document.id, foreign)).toMatchObject({ status: 404 });
    expect(await accept(at.account("leadership"), elsewhere.document.id, foreign)).toMatchObject({ status: 403 });
    expect(await accept(nobody, elsewhere.document.id, foreign)).toMatchObject({ status: 401 });
    expect(figureOf(await reread(elsewhere), "286.4").status).toBe("proposed");
  });

  let wrong = -1;
  test.each([
    [{ value: "约132" }, "intelligence.correction-value"],
    [{ value: "1e999" }, "intelligence.correction-value"],
    [{ value: "NaN" }, "intelligence.correction-value"],
    [{ value: "1".repeat(60) }, "intelligence.correction-value"],
    [{ yoyPct: "5,5" }, "intelligence.correction-value"],
    [{ period: "去年" }, "intelligence.correction-period"],
    [{ period: "2025-13" }, "intelligence.correction-period"],
    [{ basis: "often" }, "input.invalid"],
    [{ code: "no-such-indicator" }, "intelligence.correction-code"],
  ])("更正 %o 写法不对：一句话说明，原样不动", async (correction, code) => {
    wrong += 1;
    const desk = await about(`${"东南西北中上下左右"[wrong]}岭高新区`);
    const before = await at.countRows();
    const refusal = await at.refused(one, decide, {
      documentId: desk.document.id,
      decisions: [{ proposalId: figureOf(desk, "286.4").id, decision: "correct", correction }],
    });
    expect(refusal).toMatchObject({ status: 400, code });
    expect(await at.countRows()).toEqual(before);
  });

  test("下一篇与积压的数目", async () => {
    const first = await at.done(one, nextForReview, {});
    expect(first.backlog.documents).toBeGreaterThan(3);
    expect(first.backlog.proposals).toBeGreaterThan(first.backlog.documents);
    const second = await at.done(one, nextForReview, { after: first.id ?? "" });
    expect(second.id).not.toBe(first.id);
    expect(await at.done(at.account("statistics", "second"), nextForReview, {})).toEqual({
      id: null,
      backlog: { documents: 0, proposals: 0 },
    });
    expect(await at.refused(at.account("liaison"), nextForReview, {})).toMatchObject({ status: 403 });
  });

  test("同一个幂等键重发不算第二次处理；换了内容 409", async () => {
    const desk = await about("幂等高新区");
    const given = { documentId: desk.document.id, decisions: [{ proposalId: figureOf(desk, "286.4").id, decision: "accept" as const }] };
    const first = await at.done(one, decide, given, { key: "decide-once" });
    expect(await at.done(one, decide, given, { key: "decide-once" })).toEqual(first);
    expect(await at.refused(one, decide, given)).toMatchObject({ status: 409, code: "intelligence.decided" });
    const changed = { ...given, decisions: [{ proposalId: figureOf(desk, "132.7").id, decision: "accept" as const }] };
    expect(await at.refused(one, decide, changed, { key: "decide-once" })).toMatchObject({ status: 409, code: "idempotency.other-body" });
  });
});

describe("按规则批量采纳", () => {
  test("试算不改数据；真做时每条决定都带规则名；没有这条规则 404", async () => {
    const desk = await about("批量高新区");
    const rules = await at.done(one, listAcceptanceRules, {});
    expect(rules.items.map((rule) => rule.name)).toContain("certain-catalogue-figures");
    const given = { rule: "certain-catalogue-figures", documentId: desk.document.id };
    const tried = await at.done(one, acceptByRule, { ...given, dryRun: true });
    expect(tried.accepted).toBeGreaterThan(0);
    expect(figures(await reread(desk)).every((proposal) => proposal.status === "proposed")).toBe(true);
    expect(await at.done(one, acceptByRule, given)).toEqual(tried);
    expect(figures(await reread(desk)).filter((proposal) => proposal.status === "accepted")).toHaveLength(tried.accepted);
    expect(
      await at.database.tamper(
        "select distinct d.rule from fact_decision d join fact_observation o on o.zone_id = d.zone_id and o.id = d.observation_id where o.origin_id = $1",
        [desk.document.id],
      ),
    ).toEqual([{ rule: given.rule }]);
    expect((await at.done(one, acceptByRule, given)).accepted).toBe(0);
    expect(await at.refused(one, acceptByRule, { rule: "everything" })).toMatchObject({ status: 404, code: "intelligence.no-such-rule" });
    expect(await at.refused(at.account("leadership"), acceptByRule, given)).toMatchObject({ status: 403 });
  });
});

describe("冲突", () => {
  const half = (zone: string, exports: string) =>
    `${zone}外贸情况\n\n2025-07-24　来源：岚州日报\n\n2025年上半年，${zone}出口总额${exports}亿元，同比增长9.4%。\n`;

  test("两处说法不同即为冲突，两边的语句都在；批量规则不采纳；裁定一方并说明理由", async () => {
    const [first, second] = [await deskOf(half("冲突高新区", "132.7")), await deskOf(half("冲突高新区", "141.2"))];
    const listed = await at.done(one, listConflicts, { region: "冲突高新区", resolved: false });
    expect(listed.items).toHaveLength(1);
    const conflict = listed.items[0];
    expect(conflict?.sides.map((side) => side.value).sort()).toEqual(["132.7", "141.2"]);
    expect(conflict?.sides.every((side) => side.quote.includes(side.value))).toBe(true);
    expect(figureOf(await reread(first), "132.7").conflictId).toBe(conflict?.id);
    await at.done(one, acceptByRule, { rule: "certain-catalogue-figures", documentId: first.document.id });
    expect(figureOf(await reread(first), "132.7").status).toBe("proposed");

    const keep = figureOf(second, "141.2").id;
    const id = conflict?.id ?? "";
    expect(await at.refused(one, resolveConflict, { id, keep: randomUUID(), reason: "核对原表" })).toMatchObject({
      status: 400,
      code: "intelligence.conflict-side",
    });
    expect(await at.refused(at.account("leadership"), resolveConflict, { id, keep, reason: "核对原表" })).toMatchObject({ status: 403 });
    expect(await at.refused(at.account("statistics", "second"), resolveConflict, { id, keep, reason: "核对原表" })).toMatchObject({
      status: 404,
    });
    const resolved = await at.done(one, resolveConflict, { id, keep, reason: "核对原表" });
    expect(resolved).toMatchObject({ resolved: true, resolution: "核对原表" });
    expect(await at.refused(other, resolveConflict, { id, keep, reason: "再裁一次" })).toMatchObject({ status: 404 });
    expect(figureOf(await reread(second), "141.2").status).toBe("accepted");
    expect(figureOf(await reread(first), "132.7").status).toBe("rejected");
    expect((await at.done(one, listConflicts, { region: "冲突高新区", resolved: false })).items).toEqual([]);
    expect((await at.done(one, listConflicts, { region: "冲突高新区", resolved: true })).items).toHaveLength(1);
  });

  test("四舍五入说得通的、一句话里前后两个值的，都不是冲突", async () => {
    await deskOf(half("约数高新区", "132.7"));
    await deskOf(half("约数高新区", "133"));
    expect((await at.done(one, listConflicts, { region: "约数高新区" })).items).toEqual([]);
    const desk = await deskOf(
      "前后高新区项目情况\n\n2025-07-24　来源：岚州日报\n\n2025年上半年，前后高新区专班制项目在建率从72%提升到131%，开工率由60%提高至85%。\n",
    );
    expect(figures(desk).length).toBeGreaterThan(0);
    expect((await at.done(one, listConflicts, { region: "前后高新区" })).items).toEqual([]);
  });
});

describe("词库", () => {
  test("更正教会的指标，下一篇就认得；移除后不再认", async () => {
    const text = (value: string) =>
      `学习高新区工业情况\n\n2025-07-24　来源：岚州日报\n\n2025年上半年，学习高新区工业景气水平达到${value}亿元，同比增长3.1%。\n`;
    const first = await deskOf(text("71.3"));
    const proposal = figureOf(first, "71.3");
    expect(proposal.finding.code).toBeNull();
    await at.done(one, decide, {
      documentId: first.document.id,
      decisions: [{ proposalId: proposal.id, decision: "correct", correction: { code: "industrial-output" } }],
    });
    const learnt = (await at.done(one, listLexicon, { kind: "indicator" })).items;
    expect(learnt).toMatchObject([
      { words: proposal.finding.indicator, meaning: "industrial-output", source: `correction:${proposal.id}` },
    ]);
    expect(figureOf(await deskOf(text("75.9")), "75.9").finding.code).toBe("industrial-output");
    expect((await at.done(at.account("statistics", "second"), listLexicon, {})).items).toEqual([]);
    await at.done(one, removeLexiconEntry, { id: learnt[0]?.id ?? "" });
    expect(figureOf(await deskOf(text("78.2")), "78.2").finding.code).toBeNull();
    expect(await at.refused(one, removeLexiconEntry, { id: learnt[0]?.id ?? "" })).toMatchObject({ status: 404 });
  });

  test("人工增补；同一词条 409；只有审核岗位能改", async () => {
    const entry = await at.done(one, addLexiconEntry, { kind: "organisation", words: "芯屏公司" });
    expect(entry).toMatchObject({ source: "manual", meaning: null });
    expect(await at.refused(one, addLexiconEntry, { kind: "organisation", words: "芯屏公司" })).toMatchObject({
      status: 409,
      code: "record.duplicate",
    });
    expect(await at.refused(one, addLexiconEntry, { kind: "secret", words: "芯屏公司" })).toMatchObject({ status: 400 });
    expect(await at.refused(one, addLexiconEntry, { kind: "noise", words: "  " })).toMatchObject({ status: 400 });
    expect(await at.refused(at.account("liaison"), addLexiconEntry, { kind: "noise", words: "首页" })).toMatchObject({ status: 403 });
    expect(await at.refused(at.account("statistics", "second"), removeLexiconEntry, { id: entry.id })).toMatchObject({ status: 404 });
  });
});
