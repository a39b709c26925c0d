import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findEnterprises, getEnterprise, listResidents, noteActivity } from "#domains/registry/server/api.ts";
import { provisionalIdentifier } from "#domains/registry/server/enterprise-id.ts";
import { createTestRegistry, type TestRegistry } from "#domains/registry/server/test-registry.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import { completeUscc } from "#kernel/uscc.ts";

let at: TestRegistry;
let promotion: Actor;
let head: Actor;
const TODAY = "2026-06-30" as LocalDate;
const codeOf = (place: number): string => completeUscc(`91500000MA${String(place).padStart(7, "0")}`);
type View = {
  readonly version: number;
  readonly profile: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly origins: Readonly<
    Record<string, { readonly source: string; readonly kind: string; readonly asOf: string; readonly ageDays: number }>
  >;
  readonly names: readonly { readonly name: string; readonly kind: string }[];
  readonly qualifications: readonly { readonly kind: string; readonly state: string; readonly daysLeft: number | null }[];
  readonly finances: readonly { readonly year: number; readonly revenueYuan: string; readonly revenueGrowthPct: string | null }[];
  readonly mergedInto: { readonly id: string } | null;
  readonly merged: readonly { readonly mergeId: string }[];
  readonly counts: { readonly ties: number; readonly duplicates: number; readonly activities: number };
};
const open = (id: string) => at.call<View>(promotion, "openEnterprise", { id });
const register = async (input: Record<string, unknown>) =>
  (await at.call<{ id: string }>(promotion, "registerEnterprise", { source: "工商登记", ...input })).id;

beforeAll(async () => {
  at = await createTestRegistry();
  await at.database.tamper("update zone set business_date = $1", [TODAY]);
  promotion = await at.person("promotion");
  head = await at.person("department_head");
});
afterAll(() => at.close());

describe("登记与打开企业", () => {
  test("代码错、旧注册号、门类不符、重复登记：各有一句话", async () => {
    const refused = (input: Record<string, unknown>) => expect(register({ name: "某公司", ...input })).rejects;
    await refused({ identifier: "123456789012345" }).toMatchObject({ code: "registry.old-number" });
    await refused({ identifier: "91500000MAXX000158" }).toMatchObject({ code: "registry.uscc" });
    await refused({ identifier: codeOf(1), classCode: "A3973" }).toMatchObject({ code: "registry.class-letter" });
    await refused({ identifier: codeOf(1), classCode: "C9999" }).toMatchObject({ code: "registry.no-such-class" });
    await refused({ identifier: codeOf(1), regionCode: "999999" }).toMatchObject({ code: "registry.no-such-region" });
    await refused({ identifier: codeOf(1), foundedOn: "2026-07-01" }).toMatchObject({ code: "registry.date-in-future" });
    await refused({ identifier: codeOf(1), name: "\u200b\u200b\u202e" }).toMatchObject({ code: "registry.bad-value" });
    await refused({ identifier: codeOf(1), capitalYuan: `1${"0".repeat(18)}` }).toMatchObject({ code: "input.invalid" });
    await register({ name: "重复公司", identifier: codeOf(1) });
    await refused({ identifier: codeOf(1) }).toMatchObject({ code: "registry.registered-already" });
  });

  test("每个字段都有来源与年龄，更正以后是新的来源，旧名称留下", async () => {
    const id = await register({
      name: "重庆 甲乙(集团)有限公司",
      identifier: codeOf(2),
      employees: 50,
      asOf: "2026-06-01",
      regionCode: "500112",
    });
    const view = await open(id);
    expect(view.profile).toMatchObject({ name: "重庆甲乙（集团）有限公司", region: "重庆市渝北区", employees: 50 });
    expect(view.origins["employees"]).toMatchObject({ source: "工商登记", asOf: "2026-06-01", ageDays: 29, kind: "hand" });
    const correct = (version: number, field: string, value: string) =>
      at.call<View>(promotion, "correctEnterprise", { id, version, field, value, because: "核对社保" });
    await expect(correct(view.version, "employees", "五十")).rejects.toMatchObject({ code: "registry.bad-value" });
    await expect(correct(view.version, "employees", "50")).rejects.toMatchObject({ code: "registry.same-value" });
    await expect(correct(view.version + 1, "employees", "60")).rejects.toMatchObject({ code: "registry.changed-meanwhile" });
    const after = await correct(view.version, "employees", "60");
    expect(after.origins["employees"]).toMatchObject({ source: "人工更正：核对社保", ageDays: 0 });
    expect(after.origins["name"]).toMatchObject({ source: "工商登记", ageDays: 29 });
    const renamed = await correct(after.version, "name", "重庆丙丁有限公司");
    expect(renamed.names.map((one) => [one.name, one.kind])).toEqual([
      ["重庆丙丁有限公司", "current"],
      ["重庆甲乙（集团）有限公司", "former"],
    ]);
    const found = await at.call<{ items: { id: string }[] }>(promotion, "searchEnterprises", { q: "甲乙" });
    expect(found.items.map((one) => one.id)).toEqual([id]);
  });

  test("资质按当日判断有效；年度财务有增长率", async () => {
    await at.import(
      promotion,
      "财务.csv",
      `名称,信用代码,营业收入2022（万元）,营业收入2023（万元）,营业收入2024（亿元）,资质\n财务公司,${codeOf(3)},100,120,0.018,高新技术企业(2023-07-01至2026-06-30)；瞪羚企业(2020-01-01至2023-01-01)`,
    );
    const [row] = await at.database.tamper("select id from enterprise where identifier = $1", [codeOf(3)]);
    const view = await open(String(row?.["id"]));
    expect(view.qualifications.map((one) => [one.kind, one.state, one.daysLeft])).toEqual([
      ["high-tech", "valid", 0],
      ["gazelle", "expired", -1276],
    ]);
    expect(view.finances.map((one) => [one.year, one.revenueYuan, one.revenueGrowthPct])).toEqual([
      [2024, "1800000", "50"],
      [2023, "1200000", "20"],
      [2022, "1000000", null],
    ]);
  });
});

describe("园区名册", () => {
  test("列入、换联络员、移出，都记入往来；同一种不能重复列入；别的园区看不到", async () => {
    const id = await register({ name: "名册公司", identifier: codeOf(4) });
    const liaison = await at.person("liaison");
    const enter = (input: Record<string, unknown>) =>
      at.call<{ id: string; version: number }>(promotion, "enterBook", { id, kind: "resident", from: "2020-05-01", ...input });
    const entry = await enter({});
    await expect(enter({})).rejects.toMatchObject({ code: "registry.in-book-already" });
    await expect(enter({ kind: "target", to: "2019-01-01" })).rejects.toMatchObject({ code: "registry.dates-reversed" });
    await expect(enter({ kind: "target", liaisonId: id })).rejects.toMatchObject({ code: "registry.no-such-official" });
    const changed = await at.call<{ version: number; liaison: string }>(liaison, "changeBook", {
      entryId: entry.id,
      version: entry.version,
      liaisonId: liaison.id,
    });
    expect(changed.liaison).toBe(liaison.name);
    const residents = (day: string) => at.database.uow.run(promotion, { readOnly: true }, (tx) => listResidents(tx, day as LocalDate));
    expect((await residents("2020-05-01")).map((one) => one.enterpriseId)).toContain(id);
    expect((await residents("2020-04-30")).map((one) => one.enterpriseId)).not.toContain(id);
    const end = { entryId: entry.id, version: changed.version, because: "迁出" };
    await expect(at.call(promotion, "endBook", { ...end, to: "2026-07-01" })).rejects.toMatchObject({ code: "registry.date-in-future" });
    await at.call(promotion, "endBook", { ...end, to: "2026-06-01" });
    await expect(at.call(promotion, "endBook", { ...end, version: changed.version + 1, to: "2026-06-01" })).rejects.toMatchObject({
      code: "book-ended",
    });
    const { items } = await at.call<{ items: { kind: string; summary: string }[] }>(promotion, "enterpriseTimeline", { id });
    expect(items.map((one) => one.kind).sort()).toEqual(["book", "book", "liaison", "register"]);
    const elsewhere = await at.person("promotion", { zoneId: at.database.otherZoneId });
    expect((await at.call<{ items: unknown[] }>(elsewhere, "enterpriseTimeline", { id })).items).toEqual([]);
    expect((await at.call<{ items: unknown[] }>(elsewhere, "listBook", {})).items).toEqual([]);
    const listed = await at.call<{ items: { entry: { id: string } }[] }>(promotion, "listBook", { asOf: "2025-01-01", q: "名册" });
    expect(listed.items.map((one) => one.entry.id)).toEqual([entry.id]);
  });

  test("随名录导入的名册条目", async () => {
    await at.import(promotion, "在园.csv", `名称,信用代码,园区名册,列入日期\n导入在园公司,${codeOf(5)},在园企业,2021-03-04`);
    const { items } = await at.call<{ items: { entry: { from: string }; enterprise: { name: string } }[] }>(promotion, "listBook", {
      q: "导入在园",
    });
    expect(items).toMatchObject([{ entry: { from: "2021-03-04" }, enterprise: { name: "导入在园公司", book: ["resident"] } }]);
  });
});

describe("关联", () => {
  test("园区登记的关联与公开的并列，两个方向都看得到，撤销后不再列出", async () => {
    const [one, other] = [
      await register({ name: "甲端公司", identifier: codeOf(6) }),
      await register({ name: "乙端公司", identifier: codeOf(7) }),
    ];
    const add = (input: Record<string, unknown>) =>
      at.call<{ zoneTieId: string }>(promotion, "addTie", { id: one, evidence: "座谈", ...input });
    await expect(add({ toId: one, kind: "supply" })).rejects.toMatchObject({ code: "registry.tie-to-itself" });
    await expect(add({ kind: "supply" })).rejects.toMatchObject({ code: "registry.tie-other-end" });
    await expect(add({ toId: other, kind: "investment", sharePct: "101" })).rejects.toMatchObject({ code: "registry.share" });
    const tie = await add({ toId: other, kind: "dispute", strength: 90 });
    await expect(at.call(promotion, "addTie", { id: other, toId: one, kind: "dispute", evidence: "再录" })).rejects.toMatchObject({
      code: "registry.tie-there-already",
    });
    await add({ officialId: promotion.id, kind: "acquaintance" });
    await at.import(promotion, "关联.csv", `一方,另一方,种类\n乙端公司,甲端公司,供货`, { subject: "ties" });
    type Ties = { items: { kind: string; direction: string; official: string | null; other: { name: string } | null; source: string }[] };
    const ties = await at.call<Ties>(promotion, "enterpriseTies", { id: one });
    expect(ties.items.map((found) => [found.kind, found.other?.name ?? found.official])).toEqual([
      ["dispute", "乙端公司"],
      ["acquaintance", promotion.name],
      ["supply", "乙端公司"],
    ]);
    expect(ties.items.find((found) => found.kind === "supply")).toMatchObject({ direction: "in", source: "测试名录" });
    expect((await open(one)).counts.ties).toBe(3);
    await at.call(promotion, "removeTie", { tieId: tie.zoneTieId, because: "已和解" });
    expect((await at.call<Ties>(promotion, "enterpriseTies", { id: one, kind: "dispute" })).items).toEqual([]);
    await expect(at.call(promotion, "removeTie", { tieId: tie.zoneTieId, because: "再撤" })).rejects.toMatchObject({
      code: "registry.no-such-tie",
    });
  });
});

describe("企业申请更正", () => {
  test("申请、重复申请、同意后字段换了来源；企业只看得到自己的", async () => {
    const id = await register({ name: "更正公司", identifier: codeOf(8), employees: 10 });
    const mine = await at.person("enterprise", { enterpriseId: id });
    const rival = await at.person("enterprise", { enterpriseId: await register({ name: "别家公司", identifier: codeOf(9) }) });
    const ask = (input: Record<string, unknown>) =>
      at.call<{ id: string; version: number }>(mine, "askCorrection", { because: "有误", ...input });
    await expect(ask({ field: "capitalYuan", value: "很多" })).rejects.toMatchObject({ code: "registry.bad-value" });
    const asked = await ask({ field: "employees", value: "25" });
    await expect(ask({ field: "employees", value: "26" })).rejects.toMatchObject({ code: "registry.correction-open" });
    await expect(at.call(rival, "withdrawCorrection", { correctionId: asked.id, version: asked.version })).rejects.toMatchObject({
      code: "registry.no-such-correction",
    });
    await at.call(head, "answerCorrection", { correctionId: asked.id, version: asked.version, accept: true, answer: "已核对" });
    const own = await at.call<View & { corrections: { state: string; answer: string }[] }>(mine, "ownEnterprise", {});
    expect(own.profile).toMatchObject({ employees: 25, book: [] });
    expect(own.origins["employees"]).toMatchObject({ kind: "correction", ageDays: 0 });
    expect(own.corrections).toMatchObject([{ state: "ACCEPTED", answer: "已核对" }]);
    expect((await at.call<{ corrections: unknown[] }>(rival, "ownEnterprise", {})).corrections).toEqual([]);
    await expect(
      at.call(head, "answerCorrection", { correctionId: asked.id, version: 2, accept: false, answer: "重复" }),
    ).rejects.toMatchObject({ code: "correction-answered" });
    const refused = await ask({ field: "website", value: "a.example" });
    await at.call(head, "answerCorrection", { correctionId: refused.id, version: 1, accept: false, answer: "无法核实" });
    expect((await open(id)).profile["website"]).toBe("");
  });
});

describe("重复与合并", () => {
  test("只有名称的与有代码的疑似重复，给出逐项的分；合并补空、留名、可撤销", async () => {
    const keep = await register({ name: "重庆云岭微电子有限公司", identifier: codeOf(20), foundedOn: "2018-01-02" });
    await at.import(promotion, "协会.csv", "名称,成立日期,网址\n重庆云岭微电子有限责任公司,2018-01-02,yl.example\n毫不相干食品公司,,");
    const merge = (
      await at.database.tamper("select id from enterprise where identifier = $1", [provisionalIdentifier("重庆云岭微电子有限责任公司")])
    )[0]?.["id"] as string;
    expect(at.errors).toEqual([]);
    type Candidates = {
      items: { id: string; foundOn: string; score: number; version: number; terms: { term: string; points: number }[] }[];
    };
    const { items } = await at.call<Candidates>(promotion, "listDuplicates", { enterpriseId: keep });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ score: 72, foundOn: TODAY });
    expect(items[0]?.terms.map((one) => [one.term, one.points])).toEqual([
      ["name", 60],
      ["founded", 12],
    ]);
    const [kept, merged] = [await open(keep), await open(merge)];
    const tried = await at.call<{ problem: unknown; fields: { field: string; filled: boolean }[] }>(head, "tryMerge", {
      keepId: keep,
      mergeId: merge,
    });
    expect(tried.fields.filter((one) => one.filled).map((one) => one.field)).toEqual(["website"]);
    const input = { keepId: keep, mergeId: merge, keepVersion: kept.version, mergeVersion: merged.version, because: "同一家企业" };
    await expect(at.call(promotion, "mergeEnterprises", input)).rejects.toMatchObject({ kind: "forbidden" });
    const done = await at.call<{ id: string; filled: string[] }>(head, "mergeEnterprises", input);
    expect(done.filled).toEqual(["website"]);
    const after = await open(keep);
    expect(after.profile["website"]).toBe("yl.example");
    expect(after.names.map((one) => one.name)).toContain("重庆云岭微电子有限责任公司");
    expect(after.merged).toMatchObject([{ mergeId: done.id }]);
    expect((await open(merge)).mergedInto).toMatchObject({ id: keep });
    const search = async () =>
      (await at.call<{ items: { id: string }[] }>(promotion, "searchEnterprises", { q: "云岭微电子" })).items.map((one) => one.id).sort();
    expect(await search()).toEqual([keep]);
    const door = (id: string) => at.database.uow.run(promotion, { readOnly: true }, (tx) => getEnterprise(tx, id, TODAY));
    expect((await door(merge)).id).toBe(keep);
    await expect(at.call(promotion, "enterBook", { id: merge, kind: "target", from: "2026-01-01" })).rejects.toMatchObject({
      code: "enterprise-merged",
    });
    await at.call(head, "undoMerge", { mergeId: done.id, because: "核对后不是一家" });
    expect(await search()).toEqual([keep, merge].sort());
    expect((await open(keep)).profile["website"]).toBe("");
    expect((await at.call<Candidates>(promotion, "listDuplicates", { enterpriseId: keep })).items).toEqual([]);
    await expect(at.call(head, "undoMerge", { mergeId: done.id, because: "再撤" })).rejects.toMatchObject({ code: "merge-undone" });
  });

  test("改回原名、名录把现名写成曾用名：现名不列为曾用名", async () => {
    const id = await register({ name: "改来改去公司", identifier: codeOf(71) });
    for (const value of ["改过的公司", "改来改去公司"]) {
      const { version } = await open(id);
      await at.call(promotion, "correctEnterprise", { id, version, field: "name", value, because: "登记机关核准更名" });
    }
    await at.import(promotion, "曾用名.csv", `名称,信用代码,曾用名\n改来改去公司,${codeOf(71)},改来改去公司；更早的公司；改过的公司\n`);
    const { names } = await open(id);
    expect(names.map(({ name, kind }) => `${kind} ${name}`).sort()).toEqual([
      "current 改来改去公司",
      "former 改过的公司",
      "former 更早的公司",
    ]);
  });

  test("合并以后关联两边都算，两者之间的不再是关联", async () => {
    const kept = await register({ name: "合并留下公司", identifier: codeOf(72) });
    const merged = await register({ name: "合并并入公司", identifierKind: "provisional", identifier: "" });
    const other = await register({ name: "合并旁观公司", identifier: codeOf(73) });
    const text = "一方,另一方,种类\n合并并入公司,合并旁观公司,供货\n合并留下公司,合并并入公司,投资\n";
    await at.import(promotion, "关联.csv", text, { subject: "ties" });
    const [keep, merge] = [await open(kept), await open(merged)];
    const input = { keepId: kept, mergeId: merged, keepVersion: keep.version, mergeVersion: merge.version, because: "同一家企业" };
    await at.call(head, "mergeEnterprises", input);
    const ties = await at.call<{ items: { other: { id: string }; kind: string }[] }>(promotion, "enterpriseTies", { id: kept });
    expect(ties.items).toMatchObject([{ kind: "supply", direction: "out", other: { id: other } }]);
    expect((await open(kept)).counts.ties).toBe(1);
    expect((await at.call<{ items: unknown[] }>(promotion, "enterpriseTies", { id: other })).items).toMatchObject([
      { direction: "in", other: { id: kept } },
    ]);
  });

  test("两个有效代码不能合并；两人同时合并同一对，只成一次", async () => {
    const [one, other] = [
      await register({ name: "代码一公司", identifier: codeOf(21) }),
      await register({ name: "代码二公司", identifier: codeOf(22) }),
    ];
    const versions = async (keepId: string, mergeId: string) => ({
      keepId,
      mergeId,
      keepVersion: (await open(keepId)).version,
      mergeVersion: (await open(mergeId)).version,
      because: "同一家",
    });
    await expect(at.call(head, "mergeEnterprises", await versions(one, other))).rejects.toMatchObject({ code: "registry.merge-two-codes" });
    const twin = await register({ name: "代码一（集团）公司", identifierKind: "provisional" });
    const input = await versions(one, twin);
    const results = await Promise.allSettled([at.call(head, "mergeEnterprises", input), at.call(head, "mergeEnterprises", input)]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    const [rows] = await at.database.tamper("select count(*)::integer n from enterprise_merge where kept_id = $1", [one]);
    expect(rows?.["n"]).toBe(1);
  });
});

test("别的域经门口找企业、记往来", async () => {
  const id = await register({ name: "门口公司", identifier: codeOf(30) });
  const find = (wanted: Parameters<typeof findEnterprises>[1]) =>
    at.database.uow.run(promotion, { readOnly: true }, (tx) => findEnterprises(tx, wanted, TODAY));
  expect((await find({ identifier: codeOf(30).toLowerCase() })).map((one) => one.id)).toEqual([id]);
  expect((await find({ name: "门口公司" })).map((one) => one.id)).toEqual([id]);
  expect(await find({ name: "没有的公司" })).toEqual([]);
  await at.database.uow.run(promotion, {}, (tx) =>
    noteActivity(tx, { enterpriseId: id, on: TODAY, kind: "visit", subject: "lead:1", summary: "实地走访" }),
  );
  const again = { enterpriseId: id, on: TODAY, kind: "document", subject: "document:1", summary: "文档提及", once: true } as const;
  for (let times = 0; times < 2; times += 1) await at.database.uow.run(promotion, {}, (tx) => noteActivity(tx, again));
  expect((await at.call<{ items: unknown[] }>(promotion, "enterpriseTimeline", { id, kind: "document" })).items).toHaveLength(1);
  const { items } = await at.call<{ items: { summary: string; by: string }[] }>(promotion, "enterpriseTimeline", { id, kind: "visit" });
  expect(items).toMatchObject([{ summary: "实地走访", by: promotion.name }]);
});
