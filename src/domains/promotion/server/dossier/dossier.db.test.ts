import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DossierFacts, type DossierSaid, type DossierView } from "#domains/promotion/contract/dossier.ts";
import type { LeadView } from "#domains/promotion/contract/lead-view.ts";
import { offerToDossiers } from "#domains/promotion/server/dossier/dossier-sources.ts";
import { createTestPromotion, type Officers, type TestPromotion } from "#domains/promotion/server/test-promotion.ts";
import { fillRegister } from "#domains/promotion/server/test-register.ts";

let at: TestPromotion;
let who: Officers;

beforeAll(async () => {
  at = await createTestPromotion();
  who = await at.officers();
});
afterAll(() => at.database.close());

const refused = (work: Promise<unknown>) =>
  work.then(
    () => "成了",
    (error: { readonly code?: string }) => error.code ?? String(error),
  );
const SAID: DossierSaid = {
  who: "功率器件企业，2025年营业收入12.6亿元。",
  fit: "补齐碳化硅外延环节。",
  introduction: "由链主企业引荐。",
  space: "一期用地200亩。",
  conditions: "凡符合条件的企业均可申报，按办法第十二条执行。",
  clauses: [{ document: "先进制造业促进办法", article: "第十二条", says: "符合条件的均可申报" }],
  risks: "",
  asked: "固定资产投资6亿元。\n达产年税收8000万元。",
};
const OLD_FACTS = {
  asOf: "2026-06-30",
  lead: { code: "XS-1", projectName: "项目", party: "企业", identifier: null, industry: "", stage: "PROPOSAL", amountYuan: null },
  chain: null,
  introductions: null,
  space: null,
  policy: null,
  risks: { band: "missing", lines: [], distress: null, memo: null },
  promises: [],
};
type Edition = DossierView["editions"][number] | undefined;
const open = (id: string, by = who.officer) => at.call<DossierView>(by, "openDossier", { id });
const write = (id: string, given: Partial<DossierSaid> = {}, more: Readonly<Record<string, unknown>> = {}) =>
  at.call<DossierView>(who.officer, "writeDossier", { id, said: { ...SAID, ...given }, ...more });
const act = (by: typeof who.officer, name: string, id: string, edition: Edition, more = {}) =>
  at.call<DossierView>(by, name, { id, dossierId: edition?.id, version: edition?.version, ...more });
const gate = async (id: string) => (await at.call<LeadView>(who.officer, "openLead", { id })).next[0]?.missing;

describe("一企一策专案", () => {
  test("提交即形成专案；第二人通过公平竞争审查后才能启动尽调", async () => {
    const { row } = await at.leadAt(who, "NEGOTIATING");
    const { id } = row;
    expect(await gate(id)).toEqual(["missing:tailored-plan"]);
    const draft = (await write(id)).editions[0];
    expect(draft).toMatchObject({ edition: 1, state: "DRAFT", facts: null, missing: [] });
    const sent = (await act(who.officer, "submitDossier", id, draft)).editions[0];
    expect(sent).toMatchObject({ state: "SUBMITTED", facts: { lead: { party: row.party }, introductions: null, space: null } });
    expect(await gate(id)).toEqual([]);
    const lead = await at.call<LeadView>(who.officer, "openLead", { id });
    await at.call(who.officer, "moveLead", { id, version: lead.row.version, move: "propose", on: "2026-06-30" });
    expect(await gate(id)).toEqual(["missing:fair-competition-review"]);
    expect(await refused(act(who.officer, "reviewDossier", id, sent, { approve: true, review: "自己通过" }))).toBe(
      "promotion.refused.own-entry",
    );
    await act(who.second, "reviewDossier", id, sent, { approve: true, review: "均为普遍适用条款" });
    expect(await gate(id)).toEqual([]);
    const [piece] = (await at.call<LeadView>(who.officer, "openLead", { id })).evidence.filter(
      ({ kind }) => kind === "fair-competition-review",
    );
    expect(piece).toMatchObject({ number: `${row.code}-公平审查-1`, confirmed: { by: who.second.name } });
  });

  test.each([
    [{ conditions: "一次性奖励500万元" }, "promotion.dossier-money", "支持条件"],
    [{ space: "租金每平方米10元" }, "promotion.dossier-money", "空间载体"],
    [{ conditions: "增值税先征后返" }, "promotion.dossier-promise", "支持条件"],
    [{ clauses: [{ document: "办法", article: "第三条", says: "补助最高300万元" }] }, "promotion.dossier-money", "政策条款"],
  ] as const)("对单个企业的金额承诺连草稿也不留：%o", async (given, code, place) => {
    const { id } = await at.lead(who.officer);
    const error = await write(id, given as Partial<DossierSaid>).then(
      () => null,
      (found: { readonly code: string; readonly params: { readonly place: string } }) => found,
    );
    expect([error?.code, error?.params.place]).toEqual([code, place]);
    expect((await open(id)).editions).toEqual([]);
  });

  test("看不见的字符不留在稿里，分行照旧", async () => {
    const { id } = await at.lead(who.officer);
    const draft = (await write(id, { risks: "按节点\u200b兑现。\n\u202e第二行" })).editions[0];
    expect(draft?.said.risks).toBe("按节点兑现。\n第二行");
  });

  test("没有写企业情况和契合点，不能提交；别人不能替起草人改", async () => {
    const { id } = await at.lead(who.officer);
    const draft = (await write(id, { fit: "" })).editions[0];
    expect(draft?.missing).toEqual(["dossier-plan"]);
    expect(await refused(act(who.officer, "submitDossier", id, draft))).toBe("promotion.refused.dossier-plan");
    expect(await refused(at.call(who.second, "writeDossier", { id, version: draft?.version, said: SAID }))).toBe(
      "promotion.refused.not-own-paper",
    );
    expect(await refused(write(id))).toBe("promotion.refused.paper-open");
    expect(await refused(write(id, {}, { version: 99 }))).toBe("record.changed");
  });

  test("退回后另起一稿，原稿原样保留；提交后的事实不随今天变", async () => {
    const { id } = await at.lead(who.officer);
    const first = (await write(id)).editions[0];
    const sent = (await act(who.officer, "submitDossier", id, first)).editions[0];
    await act(who.head, "reviewDossier", id, sent, { approve: false, review: "补充风险防控" });
    const { row } = await at.call<LeadView>(who.officer, "openLead", { id });
    await at.call(who.officer, "editLead", { id, version: row.version, amountYuan: "900000000" });
    const view = await write(id, { risks: "按节点兑现。" });
    expect(view.editions.map(({ edition, state }) => [edition, state])).toEqual([
      [2, "DRAFT"],
      [1, "RETURNED"],
    ]);
    expect(view.now.lead.amountYuan).toBe("900000000");
    expect(view.editions[1]?.facts?.lead.amountYuan).toBe("600000000");
  });

  test("联系人谁看都先打码", async () => {
    const { id } = await at.lead(who.officer, { contactName: "周衡", contactPhone: "13800001234" });
    expect((await open(id)).contact).toEqual({ name: "周**", phone: "138****1234" });
    expect((await open(id, who.leader)).contact).toEqual({ name: "周**", phone: "138****1234" });
  });

  test("企业情况与契合取自企业库和评分表，需求取自对接记录；空间与政策由各自模块给出，没有模块就写明", async () => {
    const fill = fillRegister(at);
    await fill.chain();
    const name = `沪芯功率${randomUUID().slice(0, 6)}有限公司`;
    const enterpriseId = await fill.enterprise(name, { class_code: "C3972", products: ["IGBT模块"], capital_yuan: "120000000" });
    const { id } = await at.lead(who.officer, { party: name, enterpriseId, chainNode: "IC-P-1" });
    await at.call(who.officer, "logInteraction", {
      id,
      kind: "video",
      on: "2026-06-12",
      learnt: "需要洁净厂房五千平方米",
    });
    const { now } = await open(id);
    expect(now.enterprise).toMatchObject({ id: enterpriseId, capitalYuan: "120000000", employees: null, products: ["IGBT模块"] });
    expect(now.fit).toMatchObject({
      known: 300,
      possible: 1000,
      terms: [{ measure: "fit", value: 100 }, { measure: "growth", value: null }, {}, {}, {}],
    });
    expect(now.needs).toEqual([{ on: "2026-06-12", kind: "video", learnt: "需要洁净厂房五千平方米" }]);
    expect([now.space, now.policy]).toEqual([null, null]);
    const plant = { zh: "标准厂房3号楼", en: "Plant 3" };
    const offer = { title: plant, says: { zh: "空置", en: "free" }, source: "载体台账", on: null, path: null };
    const takeBack = offerToDossiers({
      part: "space",
      offers: async (_, asked) => (asked.chainNode === "IC-P-1" && asked.enterpriseId === enterpriseId ? [offer] : []),
    });
    try {
      const draft = (await write(id)).editions[0];
      const sent = (await act(who.officer, "submitDossier", id, draft)).editions[0];
      expect(sent?.facts).toMatchObject({ space: [{ title: plant }], policy: null, fit: { known: 300 } });
    } finally {
      takeBack();
    }
    // What was frozen with the edition stays.
    expect((await open(id)).editions[0]?.facts?.space).toMatchObject([{ title: plant }]);
    expect((await open(id)).now.space).toBeNull();
  });

  test("冻结于旧版的事实没有这些项，照样能打开", () => {
    const { enterprise, fit, needs, ...old } = { ...OLD_FACTS, enterprise: null, fit: null, needs: [] };
    expect(DossierFacts.parse(old)).toMatchObject({ enterprise, fit, needs });
  });

  test("产业链契合取自现行图谱", async () => {
    const { id } = await at.lead(who.officer, { chainNode: `没有-${randomUUID().slice(0, 4)}` });
    expect((await open(id)).now.chain).toBeNull();
  });

  test.each(["zh", "en"] as const)("Word 和 PDF：%s", async (language) => {
    const { id } = await at.lead(who.officer, { contactName: "周衡", contactPhone: "13800001234" });
    expect(await refused(at.call(who.officer, "downloadDossier", { id, format: "pdf" }))).toBe("promotion.no-such-dossier");
    await write(id);
    for (const [format, magic] of [
      ["docx", "PK"],
      ["pdf", "%PDF"],
    ] as const) {
      const file = await at.call<{ readonly name: string; readonly bytes: Uint8Array }>(who.officer, "downloadDossier", {
        id,
        format,
        language,
      });
      expect(file.name.endsWith(`.${format}`)).toBe(true);
      expect(Buffer.from(file.bytes).subarray(0, magic.length).toString()).toBe(magic);
    }
  });
});
