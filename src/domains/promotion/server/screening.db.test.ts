import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DOCUMENT_WITHDRAWN, FINDINGS_ACCEPTED } from "#domains/intelligence/contract/intelligence-events.ts";
import type { Screening, SignalView } from "#domains/promotion/contract/screening-operations.ts";
import type { TargetRow } from "#domains/promotion/contract/target.ts";
import { DEFAULT_SCORING } from "#domains/promotion/rules/default-scoring.ts";
import { promotionPlugin } from "#domains/promotion/server/plugin.ts";
import { createTestPromotion, type Officers, type TestPromotion } from "#domains/promotion/server/test-promotion.ts";
import { fillRegister } from "#domains/promotion/server/test-register.ts";
import type { AppError } from "#kernel/app-error.ts";
import type { Actor } from "#kernel/policy.ts";

let at: TestPromotion;
let who: Officers;
let fill: ReturnType<typeof fillRegister>;
let ids: Record<"full" | "unknown" | "revoked" | "resident" | "other" | "dishonest", string>;

beforeAll(async () => {
  at = await createTestPromotion();
  who = await at.officers();
  fill = fillRegister(at);
  await fill.chain();
  const power = { class_code: "C3972", products: ["车规IGBT模块"], region_code: "310115" };
  ids = {
    full: await fill.enterprise("沪芯功率股份有限公司", {
      ...power,
      revenue_growth_pct: "20",
      revenue_year: 2025,
      stock_code: "688001",
      prominence: 500,
    }),
    unknown: await fill.enterprise("杭川电子有限公司", { class_code: "C3972", region_code: "330106" }),
    revoked: await fill.enterprise("吊销功率有限公司", { ...power, status: "revoked", prominence: 10 }),
    resident: await fill.enterprise("云岭整流器有限公司", { ...power, region_code: "500112" }),
    other: await fill.enterprise("岭南食品有限公司", { class_code: "C1411", products: ["糕点"], region_code: "440106" }),
    dishonest: await fill.enterprise("失信功率有限公司", { ...power, prominence: 20 }),
  };
  await fill.book(ids.resident, "resident");
  await fill.tie(ids.full, ids.resident, "supply");
  await fill.qualification(ids.full, "high-tech", "2026-06-30");
});
afterAll(() => at.database.close());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "成了",
    (error: AppError) => error.code,
  );
const screen = (given: Readonly<Record<string, unknown>> = {}, actor: Actor = who.officer, today?: string) =>
  at.call<Screening>(actor, "screenTargets", { node: "IC-P-1", ...given }, today === undefined ? {} : { today });
const termsOf = (one: Screening["items"][number] | undefined) =>
  Object.fromEntries(one?.score.terms.map(({ measure, value, points }) => [measure, [value, points]]) ?? []);

describe("筛选", () => {
  test("每项分都说得出依据，缺的写成范围；被排除的另列并写明原因", async () => {
    await at.call<SignalView>(who.officer, "noteSignal", {
      enterpriseId: ids.dishonest,
      kind: "dishonest",
      on: "2026-05-01",
      note: "（2026）沪01执123号",
      source: "中国执行信息公开网",
    });
    const answer = await screen();
    expect(answer).toMatchObject({ pool: 6, ranked: 3, excludedCounts: { dishonest: 1, "not-active": 1, resident: 1, penalty: 0 } });
    expect(answer.items.map(({ enterprise }) => enterprise.id)).toEqual([ids.full, ids.unknown, ids.other]);
    expect(termsOf(answer.items[0])).toEqual({
      fit: [85, 26.2],
      growth: [20, 14],
      signals: [null, null],
      linkage: [56, 10.5],
      innovation: [50, 9.3],
    });
    expect(answer.items[0]?.score).toMatchObject({ known: 60, possible: 80, missing: ["signals"] });
    expect(answer.items[0]?.score.terms.map(({ findings }) => findings.map(({ text }) => text.zh))).toEqual([
      ["主行业 C3972，同一小类", "产品“车规IGBT模块”"],
      ["2025 年营业收入增长 20%"],
      [],
      ["向在园企业云岭整流器有限公司供货"],
      ["高新技术企业"],
    ]);
    expect(answer.items[1]?.score.missing).toEqual(["growth", "signals", "linkage", "innovation"]);
    expect(answer.excluded.map(({ enterprise, vetoes }) => [enterprise.name, vetoes.map(({ text }) => text.zh)])).toEqual([
      ["失信功率有限公司", ["列入失信被执行人名单：（2026）沪01执123号"]],
      ["吊销功率有限公司", ["不在存续状态"]],
      ["云岭整流器有限公司", ["已是在园企业"]],
    ]);
  });

  test("条件收窄范围：区划、行业、资质、上市、契合度", async () => {
    const names = async (filter: Readonly<Record<string, unknown>>) =>
      (await screen(filter)).items.map(({ enterprise }) => enterprise.name);
    expect(await names({ regions: ["33", "44"] })).toEqual(["杭川电子有限公司", "岭南食品有限公司"]);
    expect(await names({ notRegions: ["31"], classes: ["C39"] })).toEqual(["杭川电子有限公司"]);
    expect(await names({ listed: true, qualifications: ["high-tech"] })).toEqual(["沪芯功率股份有限公司"]);
    expect(await names({ fitFrom: 41 })).toEqual(["沪芯功率股份有限公司"]);
  });

  test("企业库一变，下一次筛选就按新的算", async () => {
    const readAt = (await screen()).readAt;
    const id = await fill.enterprise("新晋功率有限公司", { class_code: "C3972", products: ["IGBT模块"] });
    const answer = await screen();
    expect(answer.items.map(({ enterprise }) => enterprise.id)).toContain(id);
    expect(answer.readAt >= readAt).toBe(true);
    await at.database.tamper("update enterprise set status = 'deregistered' where id = $1", [id]);
    await fill.changed();
    expect((await screen()).items.map(({ enterprise }) => enterprise.id)).not.toContain(id);
  });

  test("评分表是数据，自生效日起换用新表", async () => {
    const terms = {
      ...DEFAULT_SCORING.terms,
      fit: {
        marks: [
          { at: 0, points: 0 },
          { at: 100, points: 50 },
        ],
        source: "园区规定",
      },
      growth: {
        marks: [
          { at: 0, points: 0 },
          { at: 50, points: 0 },
        ],
        source: "园区规定",
      },
    };
    const set = (actor: Actor, effectiveOn: string) =>
      at.call<{ version: number }>(actor, "setScoring", { content: { ...DEFAULT_SCORING, terms }, effectiveOn, reason: "突出产业链" });
    expect(await codeOf(set(who.officer, "2026-07-01"))).toBe("access.missing-permission");
    expect(await codeOf(set(who.leader, "2026-06-29"))).toBe("promotion.rule-in-past");
    expect(await set(who.leader, "2026-07-01")).toEqual({ version: 2 });
    expect((await screen()).scoring.version).toBe(1);
    const later = await screen({}, who.officer, "2026-07-01");
    expect(later.scoring.version).toBe(2);
    // 资质到 6 月 30 日为止，次日不再计分。
    expect(termsOf(later.items[0])).toMatchObject({ fit: [85, 42.5], growth: [20, 0], innovation: [0, 0] });
  });

  test("两个人同时改评分表：先到的成，后到的知道是谁改了第几版", async () => {
    const set = () =>
      at.call(who.leader, "setScoring", { content: DEFAULT_SCORING, effectiveOn: "2026-07-02", reason: "复原", basedOn: 2 }).then(
        () => "done",
        (error: { code: string; params: unknown }) => [error.code, error.params],
      );
    const both = await Promise.all([set(), set()]);
    expect(both).toContain("done");
    expect(both).toContainEqual(["promotion.rules-changed", { name: who.leader.name, version: 3 }]);
  });

  test("图谱里没有的环节、没有权限的人，都得到明确的答复", async () => {
    expect(await codeOf(screen({ node: "XX" }))).toBe("promotion.no-such-place");
    expect(await codeOf(screen({}, await at.person("liaison")))).toBe("access.missing-permission");
  });
});

describe("动态信号", () => {
  const note = (kind: string, on = "2026-06-01") =>
    at.call<SignalView>(who.officer, "noteSignal", { enterpriseId: ids.unknown, kind, on, note: "拟在西南建厂", source: "行业媒体" });

  test("登记后计分，撤回后又是未知，都留名", async () => {
    const signal = await note("new-plant");
    expect(termsOf((await screen()).items.find(({ enterprise }) => enterprise.id === ids.unknown))).toMatchObject({ signals: [80, 16] });
    const withdrawn = await at.call<SignalView>(who.second, "withdrawSignal", { signalId: signal.id, version: 1, because: "误传" });
    expect(withdrawn).toMatchObject({ withdrawn: { because: "误传", by: who.second.name }, abilities: { withdraw: { allowed: false } } });
    expect(termsOf((await screen()).items.find(({ enterprise }) => enterprise.id === ids.unknown))).toMatchObject({
      signals: [null, null],
    });
    expect(await codeOf(at.call(who.officer, "withdrawSignal", { signalId: signal.id, version: 2, because: "再撤" }))).toBe(
      "promotion.refused.signal-withdrawn",
    );
  });

  test("失信自移出之日起不再否决；扩张信号不用终止；将来的日子不收", async () => {
    const bad = await note("dishonest", "2026-01-05");
    expect((await screen()).items.map(({ enterprise }) => enterprise.id)).not.toContain(ids.unknown);
    expect(await codeOf(at.call(who.officer, "endSignal", { signalId: bad.id, version: 1, until: "2026-01-05" }))).toBe(
      "promotion.before-event",
    );
    await at.call(who.officer, "endSignal", { signalId: bad.id, version: 1, until: "2026-06-30" });
    expect((await screen()).items.map(({ enterprise }) => enterprise.id)).toContain(ids.unknown);
    const good = await note("capacity");
    expect(await codeOf(at.call(who.officer, "endSignal", { signalId: good.id, version: 1, until: "2026-06-30" }))).toBe(
      "promotion.refused.signal-fades",
    );
    await at.call(who.officer, "withdrawSignal", { signalId: good.id, version: 1, because: "清理" });
    expect(await codeOf(note("capacity", "2026-07-01"))).toBe("promotion.date-in-future");
  });
});

test("与竞争对手或有纠纷的在园企业之间的关联不算关联度", async () => {
  const linkage = async () => termsOf((await screen()).items.find(({ enterprise }) => enterprise.id === ids.full))["linkage"];
  const before = await linkage();
  await fill.zoneTie(ids.resident, ids.full, "dispute");
  expect(before?.[0]).toBeGreaterThan(0);
  expect((await linkage())?.[0]).toBe(0);
  await at.database.tamper(
    "update zone_tie set removed_on = '2026-06-01', removed_by = 'test', removed_because = '已和解' where kind = 'dispute'",
  );
  expect(await linkage()).toEqual(before);
});

describe("文件所载项目", () => {
  const zone = () => at.database.zoneId;
  const [document, finding] = [randomUUID(), randomUUID()];
  const decide = (ordinal: number, decision: string) =>
    fill.put("finding_decision", { zone_id: zone(), finding_id: finding, ordinal, decision, decided_by: "test" });
  const told = (kind: string) => {
    const subscriber = Object.values(promotionPlugin.subscribers ?? {}).find((one) => one.kind === kind);
    return at.database.uow.run(who.officer, {}, async (tx) => subscriber?.handle({ payload: { documentId: document } } as never, tx));
  };
  const signals = async () => (await at.call<{ items: SignalView[] }>(who.officer, "listSignals", { enterpriseId: ids.other })).items;

  test("采纳后成为扩张信号并带原文，撤回文件即撤回，再采纳又恢复；不在库里的企业不猜", async () => {
    await fill.put("file", { zone_id: zone(), hash: "f".repeat(64), size: 1, mime: "text/plain", created_by: "test" });
    await fill.put("document", {
      zone_id: zone(),
      id: document,
      title: "岭南食品拟建西南基地",
      name: "a.txt",
      origin: "paste",
      published: "2026-06-20",
      mime: "text/plain",
      file_hash: "f".repeat(64),
      received_by: "test",
    });
    const content = {
      name: "西南生产基地",
      company: "岭南食品有限公司",
      investmentYuan: "500000000",
      stage: null,
      quote: "拟投资5亿元建设西南生产基地",
    };
    const put = (id: string, ordinal: number, given: object) =>
      fill.put("finding", {
        zone_id: zone(),
        id,
        document_id: document,
        ordinal,
        type: "project",
        content: JSON.stringify({ ...content, ...given }),
        recorded_by: "test",
      });
    await put(finding, 1, {});
    const stranger = randomUUID();
    await put(stranger, 2, { company: "查无此企业有限公司" });
    await fill.put("finding_decision", { zone_id: zone(), finding_id: stranger, ordinal: 1, decision: "accept", decided_by: "test" });
    await decide(1, "accept");
    await told(FINDINGS_ACCEPTED);
    await told(FINDINGS_ACCEPTED);
    expect(await signals()).toMatchObject([
      {
        kind: "document-project",
        on: "2026-06-20",
        note: "西南生产基地",
        source: "岭南食品拟建西南基地",
        document: { id: document, quote: content.quote },
      },
    ]);
    expect((await signals())[0]?.abilities["withdraw"]).toEqual({ allowed: false, because: "signal-of-document" });
    expect(termsOf((await screen()).items.find(({ enterprise }) => enterprise.id === ids.other))).toMatchObject({ signals: [60, 12] });
    await decide(2, "withdraw");
    await told(DOCUMENT_WITHDRAWN);
    expect(await signals()).toEqual([]);
    await decide(3, "accept");
    await told(FINDINGS_ACCEPTED);
    expect(await signals()).toHaveLength(1);
    await decide(4, "withdraw");
    await told(DOCUMENT_WITHDRAWN);
  });

  test("简称由同一文件里的全称认出；采纳之后才入库的企业，再查一遍就有", async () => {
    const [paper, late] = [randomUUID(), "北屿光谷精密有限公司"];
    await fill.put("document", {
      zone_id: zone(),
      id: paper,
      title: "两家企业走访记",
      name: "b.txt",
      origin: "paste",
      published: "2026-06-21",
      mime: "text/plain",
      file_hash: "f".repeat(64),
      received_by: "test",
    });
    const put = async (ordinal: number, type: string, content: object) => {
      const id = randomUUID();
      const quote = "拟投资建设西南基地";
      await fill.put("finding", {
        zone_id: zone(),
        id,
        document_id: paper,
        ordinal,
        type,
        content: JSON.stringify({ quote, investmentYuan: null, stage: null, ...content }),
        recorded_by: "test",
      });
      await fill.put("finding_decision", { zone_id: zone(), finding_id: id, ordinal: 1, decision: "accept", decided_by: "test" });
    };
    await put(1, "organisation", { name: "岭南食品有限公司", kind: "company" });
    await put(2, "project", { name: "岭南食品二期", company: "岭南食品" });
    await put(3, "project", { name: "北屿光谷扩能项目", company: `云岭高新区${late}` });
    const read = () => at.call<{ noted: number }>(who.officer, "readDocuments", {});
    expect(await read()).toMatchObject({ noted: 1 });
    expect(await signals()).toMatchObject([{ note: "岭南食品二期", document: { id: paper } }]);
    expect(await read()).toMatchObject({ noted: 0 });
    const id = await fill.enterprise(late);
    expect(await read()).toMatchObject({ noted: 1 });
    expect(await read()).toMatchObject({ noted: 0 });
    const { items } = await at.call<{ items: SignalView[] }>(who.officer, "listSignals", { enterpriseId: id });
    expect(items).toMatchObject([{ kind: "document-project", note: "北屿光谷扩能项目", source: "两家企业走访记" }]);
  });
});

describe("目标清单", () => {
  type Opened = { list: { id: string; version: number; counts: Record<string, number> }; items: TargetRow[] };
  const open = (listId: string) => at.call<Opened>(who.officer, "openTargetList", { listId });

  test("锁定、分派、移出与恢复、转为线索：每一步有据可查，名单不自己变", async () => {
    const lock = (name: string) => at.call<{ id: string; count: number }>(who.officer, "lockTargets", { name, node: "IC-P-1", count: 2 });
    const { id, count } = await lock("功率半导体目标");
    expect(count).toBe(2);
    expect(await codeOf(lock("功率半导体目标"))).toBe("promotion.list-name-taken");
    // Another name only for a machine.
    expect(await codeOf(lock("功率\u200b半导体\u2060目标"))).toBe("promotion.list-name-taken");
    expect(await codeOf(lock("\u200b\u200b\u200b"))).toBe("input.invalid");
    const { items } = await open(id);
    expect(items.map(({ rank, enterprise }) => [rank, enterprise])).toEqual([
      [1, "沪芯功率股份有限公司"],
      [2, "杭川电子有限公司"],
    ]);
    const [first, second] = items as [TargetRow, TargetRow];
    expect(first.score).toMatchObject({ known: 600, possible: 800 });
    expect(first.reason).toBe("主行业 C3972，同一小类；产品“车规IGBT模块”；2025 年营业收入增长 20%");

    const toLead = (version: number) =>
      at.call<{ leadId: string; code: string }>(who.officer, "targetToLead", {
        targetId: first.id,
        version,
        projectName: "车规功率模块基地",
      });
    expect(await codeOf(toLead(1))).toBe("promotion.refused.target-unowned");
    const assign = (ownerId: string) =>
      at.call<TargetRow>(who.officer, "editTarget", { targetId: first.id, version: 1, ownerId, classes: ["listed"] });
    expect(await codeOf(assign((await at.person("liaison")).id))).toBe("promotion.no-such-officer");
    expect(await assign(who.officer.id)).toMatchObject({
      status: "ASSIGNED",
      owner: { id: who.officer.id },
      classes: ["listed"],
      version: 2,
    });
    const lead = await toLead(2);
    expect((await open(id)).items[0]).toMatchObject({ status: "LEAD", lead: { id: lead.leadId, code: lead.code } });
    expect((await screen()).items[0]).toMatchObject({ leads: [{ code: lead.code }], lists: [{ name: "功率半导体目标" }] });

    const drop = (version: number, restore: boolean) =>
      at.call<TargetRow>(who.officer, "dropTarget", { targetId: second.id, version, restore, because: "规模不符" });
    expect(await codeOf(drop(1, true))).toBe("promotion.refused.target-not-dropped");
    expect((await drop(1, false)).status).toBe("DROPPED");
    expect((await drop(2, true)).status).toBe("LOCKED");
    const { steps } = await at.call<{ steps: { step: string }[] }>(who.officer, "openTarget", { targetId: first.id });
    expect(steps.map(({ step }) => step)).toEqual(["LOCKED", "ASSIGNED", "CLASSED", "LEAD"]);
  });

  test("两人同一时刻把同一目标转为线索：一人成功，另一人得知已变动", async () => {
    const { id } = await at.call<{ id: string }>(who.officer, "lockTargets", { name: "同时转线索", node: "IC-P-1", count: 1 });
    const [target] = (await open(id)).items as [TargetRow];
    await at.call(who.officer, "editTarget", { targetId: target.id, version: 1, ownerId: who.officer.id });
    const turn = (actor: Actor, projectName: string) =>
      codeOf(at.call(actor, "targetToLead", { targetId: target.id, version: 2, projectName }));
    expect((await Promise.all([turn(who.officer, "甲厂"), turn(who.second, "乙厂")])).sort()).toEqual(["record.changed", "成了"]);
  });

  test("批量分派：没有承办人的按名次轮流分，已分派和移出的不动；两人同时分，谁的也不被拿走；类别由企业库先认", async () => {
    const { id } = await at.call<{ id: string }>(who.officer, "lockTargets", { name: "批量分派", node: "IC-P-1", count: 3 });
    const { items } = await open(id);
    const [, second, third] = items as [TargetRow, TargetRow, TargetRow];
    expect(items.find(({ enterprise }) => enterprise === "沪芯功率股份有限公司")?.classes).toEqual(["listed"]);
    await at.call(who.officer, "editTarget", { targetId: second.id, version: 1, ownerId: who.second.id });
    const share = (ownerIds: readonly string[], actor: Actor = who.officer) =>
      at.call<{ assigned: number; left: number }>(actor, "assignTargets", { listId: id, targetIds: items.map((one) => one.id), ownerIds });
    expect(await codeOf(share([randomUUID()]))).toBe("promotion.no-such-officer");
    expect(await codeOf(share([who.officer.id], who.leader))).not.toBe("成了");
    const done = await Promise.all([share([who.officer.id, who.head.id]), share([who.second.id])]);
    expect(done.map(({ assigned }) => assigned).toSorted()).toEqual([0, 2]);
    const now = (await open(id)).items;
    expect(now.map(({ status }) => status)).toEqual(["ASSIGNED", "ASSIGNED", "ASSIGNED"]);
    expect(now[1]?.owner?.id).toBe(who.second.id);
    const { steps } = await at.call<{ steps: { step: string }[] }>(who.officer, "openTarget", { targetId: third.id });
    expect(steps.map(({ step }) => step)).toEqual(["LOCKED", "ASSIGNED"]);
  });

  test("对照最新数据：谁动了、哪一项、为什么；新进的另列；不采用就不改名单", async () => {
    const { id } = await at.call<{ id: string }>(who.officer, "lockTargets", { name: "对照", node: "IC-P-1", count: 2 });
    await at.database.tamper("update enterprise set revenue_growth_pct = 50, revenue_year = 2025 where id = $1", [ids.unknown]);
    await fill.changed();
    const newcomer = await fill.enterprise("苏微功率股份有限公司", {
      class_code: "C3972",
      products: ["IGBT模块"],
      revenue_growth_pct: "80",
      revenue_year: 2025,
    });
    type Refresh = {
      moved: {
        enterprise: string;
        standing: string;
        rankNow: number;
        before: { known: number };
        after: { known: number };
        moves: { measure: string; after: { because: { zh: string } } }[];
      }[];
      fresh: { enterprise: { id: string }; rank: number }[];
      unmoved: number;
    };
    const refresh = () => at.call<Refresh>(who.officer, "refreshTargets", { listId: id });
    const seen = await refresh();
    expect(seen.fresh).toMatchObject([{ enterprise: { id: newcomer }, rank: 2 }]);
    expect(seen.unmoved).toBe(1);
    expect(seen.moved).toMatchObject([
      {
        enterprise: "杭川电子有限公司",
        standing: "ranked",
        rankNow: 3,
        moves: [{ measure: "growth", after: { because: { zh: "2025 年营业收入增长 50%" } } }],
      },
    ]);
    const [, kept] = (await open(id)).items as [TargetRow, TargetRow];
    expect(kept.score.known).toBe(seen.moved[0]?.before.known);
    const take = (version: number) => at.call<{ taken: number }>(who.officer, "takeRefresh", { listId: id, version, targetIds: [kept.id] });
    expect(await take(1)).toEqual({ taken: 1 });
    expect(await codeOf(take(1))).toBe("record.changed");
    expect((await refresh()).moved).toEqual([]);
    const opened = await at.call<{ scores: { known: number }[] }>(who.officer, "openTarget", { targetId: kept.id });
    expect(opened.scores.map(({ known }) => known)).toEqual([seen.moved[0]?.before.known, seen.moved[0]?.after.known]);
    await at.database.tamper("update enterprise set status = 'revoked' where id = $1", [ids.unknown]);
    await fill.changed();
    expect((await refresh()).moved).toMatchObject([
      {
        enterprise: "杭川电子有限公司",
        standing: "excluded",
        rankNow: null,
        against: [{ kind: "not-active", text: { zh: "不在存续状态" } }],
      },
    ]);
    await at.call(who.officer, "dropTarget", { targetId: kept.id, version: kept.version, because: "已吊销" });
    expect(await refresh()).toMatchObject({ moved: [], unmoved: 1 });
    await at.database.tamper("update enterprise set status = 'active' where id = $1", [ids.unknown]);
    await fill.changed();
  });

  test("承办人交出岗位：目标随之交给同一位同事；接手的人不管招商，就回到未分派", async () => {
    const { id } = await at.call<{ id: string }>(who.officer, "lockTargets", { name: "交接", node: "IC-P-1", count: 1 });
    const [target] = (await open(id)).items as [TargetRow];
    await at.call(who.officer, "editTarget", { targetId: target.id, version: 1, ownerId: who.officer.id });
    const hand = (fromId: string, toId: string) =>
      at.database.uow.run(who.head, {}, async (tx) =>
        promotionPlugin.subscribers?.["promotion.hand-over-targets"]?.handle({ payload: { fromId, toId, reason: "轮岗" } } as never, tx),
      );
    await hand(who.officer.id, who.second.id);
    expect((await open(id)).items[0]).toMatchObject({ owner: { id: who.second.id }, status: "ASSIGNED" });
    await hand(who.second.id, (await at.person("liaison")).id);
    expect((await open(id)).items[0]).toMatchObject({ owner: null, status: "LOCKED" });
  });

  test("增补须写理由，重复的不收；关闭后不能再改；可以导出", async () => {
    const { id } = await at.call<{ id: string }>(who.officer, "lockTargets", { name: "增补", node: "IC-P-1", count: 1 });
    const add = () => at.call<TargetRow>(who.officer, "addTarget", { listId: id, enterpriseId: ids.other, reason: "领导点名" });
    expect(await add()).toMatchObject({ rank: null, status: "LOCKED", reason: "领导点名" });
    expect(await codeOf(add())).toBe("promotion.target-there");
    const file = await at.call<{ name: string; bytes: Uint8Array }>(who.officer, "exportTargets", { listId: id, format: "csv" });
    expect(file.name).toBe("增补.csv");
    const text = Buffer.from(file.bytes).toString("utf8");
    expect(text).toContain("沪芯功率股份有限公司");
    expect(text).toContain("未知（0–20）");
    await at.call(who.head, "closeTargetList", { listId: id, version: 1, because: "并入新清单" });
    expect(await codeOf(add())).toBe("promotion.refused.list-closed");
  });
});
