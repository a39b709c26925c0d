import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DiligenceView } from "#domains/promotion/contract/diligence.ts";
import type { LeadView } from "#domains/promotion/contract/lead-view.ts";
import { statementColumns } from "#domains/promotion/contract/statement-columns.ts";
import { createTestPromotion, type Officers, type TestPromotion } from "#domains/promotion/server/test-promotion.ts";
import { nameKey } from "#domains/registry/server/api.ts";

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

const heads = statementColumns.map(({ head }) => head.zh);
type Row = Readonly<Record<string, string>>;
const sheet = (rows: readonly Row[]) => ({
  name: "报表.csv",
  bytes: Buffer.from(
    [heads.join(","), ...rows.map((row) => statementColumns.map(({ key }) => `"${row[key] ?? ""}"`).join(","))].join("\n"),
  ),
});
type Imported = {
  readonly rows: readonly { readonly ok: boolean; readonly problem: { readonly zh: string } | null; readonly result: string | null }[];
  readonly accepted: number;
  readonly imported: number;
  readonly refused: number;
};
const load = (rows: readonly Row[], dryRun = false) =>
  at.call<Imported>(who.officer, "importStatements", { dryRun }, { files: [sheet(rows)] });

/** 万元. */
const sound = (enterprise: string, year: number, given: Row = {}): Row => ({
  enterprise,
  year: String(year),
  revenue: "90000",
  netProfit: "8000",
  assets: "100000",
  currentAssets: "60000",
  liabilities: "50000",
  currentLiabilities: "30000",
  operatingCash: "7000",
  equity: "50000",
  source: `${year}年度审计报告`,
  ...given,
});

async function leadOf(given: Readonly<Record<string, unknown>> = {}) {
  const party = `岚州芯曜${randomUUID().slice(0, 8)}有限公司`;
  const { id } = await at.lead(who.officer, { party, industry: `功率器件${randomUUID().slice(0, 4)}`, ...given });
  return { id, party };
}
const open = (id: string, by = who.officer) => at.call<DiligenceView>(by, "openDiligence", { id });

describe("财务报表", () => {
  test("逐行导入：坏行单独拒绝；同样的数不重复记；改了数的是又一版", async () => {
    const { id, party } = await leadOf();
    const first = await load([
      sound(party, 2024),
      sound(party, 2025, { currentAssets: "200000" }),
      sound("没有的公司", 2025),
      sound(party, 2026),
      sound(party, 2024),
    ]);
    expect(first).toMatchObject({ imported: 1, refused: 4 });
    expect(first.rows.map(({ problem }) => problem?.zh ?? "")).toEqual([
      "",
      expect.stringContaining("流动资产大于总资产"),
      expect.stringContaining("“没有的公司”"),
      expect.stringContaining("2026 年还没有结束"),
      expect.stringContaining("第 2 行已有"),
    ]);
    expect((await load([sound(party, 2024)])).rows[0]?.result).toBe("same");
    expect((await load([sound(party, 2024, { revenue: "91000" })], true)).rows[0]?.result).toBe("corrected");
    expect((await open(id)).statements.map(({ revision }) => revision)).toEqual([1]);
    await load([sound(party, 2024, { revenue: "91000" })]);
    const [kept] = (await open(id)).statements;
    expect(kept).toMatchObject({
      revision: 2,
      source: "2024年度审计报告",
      statement: { year: 2024, revenue: "910000000", mainProfit: null },
    });
  });

  const csv = (name: string, lines: readonly string[]) => ({ name, bytes: new TextEncoder().encode(lines.join("\n")) });
  const give = (file: { name: string; bytes: Uint8Array }, input: Readonly<Record<string, unknown>> = {}) =>
    at.call<Imported>(who.officer, "importStatements", input, { files: [file] });
  const listed = async (name: string, stock: string | null) => {
    const id = randomUUID();
    await at.database.tamper(
      "insert into enterprise (id, identifier_kind, identifier, name, name_key, stock_code, class_code) values ($1, 'provisional', $2, $3, $4, $5, 'C3972')",
      [id, `P-${id.slice(0, 16).toUpperCase()}`, name, nameKey(name), stock],
    );
    return id;
  };

  test("上市公司的表按证券代码、用数据商的表头也收：补零、半角括号、报告期、全表一个来源", async () => {
    const [stock, mark] = ["000917", randomUUID().slice(0, 4)];
    const id = await listed(`岚州上市${mark}股份有限公司`, stock);
    const head =
      "stock_code,report_date,主营业务收入(万元),净利润(万元),净利润(扣除非经常性损益后)(万元),总资产(万元),总负债(万元),每股净资产(元)";
    const lines = [
      head,
      "917,2018-12-31,900,80,75,1000,400,2.1",
      "000917,2019-12-31,950,-90,-95,1000,700,1.8",
      "999999,2019-12-31,1,1,1,1,1,1",
    ];
    expect((await give(csv("年报.csv", lines))).rows[0]?.problem?.zh).toContain("来源");
    const done = await give(csv("年报.csv", lines), { source: "上市公司年报" });
    expect([done.accepted, done.imported, done.refused]).toEqual([2, 2, 1]);
    const lead = await leadOf({ enterpriseId: id });
    const { statements } = await open(lead.id);
    expect(statements.map(({ statement, source }) => [statement.year, statement.netProfit, statement.deductedProfit, source])).toEqual([
      [2019, "-900000", "-950000", "上市公司年报"],
      [2018, "800000", "750000", "上市公司年报"],
    ]);
  });

  test("集团和它的上市公司名称只差组织形式，报表各是各的", async () => {
    const mark = `东岚石化${randomUUID().slice(0, 4)}`;
    const group = await listed(`${mark}集团有限公司`, null);
    const company = await listed(`${mark}股份有限公司`, null);
    await load([sound(`${mark}股份有限公司`, 2025)]);
    const years = async (enterpriseId: string) => (await open((await leadOf({ enterpriseId })).id)).statements.length;
    expect([await years(company), await years(group)]).toEqual([1, 0]);
  });

  test("两人同一瞬间导入同一张表：一人记下，一人得知已有", async () => {
    const { party } = await leadOf();
    const both = await Promise.all([who.officer, who.second].map(() => load([sound(party, 2025)])));
    expect(both.map(({ rows }) => rows[0]?.result).toSorted()).toEqual(["new", "same"]);
  });

  test("长表逐行算，回的是退回的和前面的；再导一遍一行不添", async () => {
    const parties = await Promise.all(Array.from({ length: 6 }, () => leadOf()));
    const lines = parties.flatMap(({ party }) => Array.from({ length: 30 }, (_, place) => sound(party, 1995 + place)));
    const long = [...lines, ...Array.from({ length: 900 }, (_, place) => sound(`没有的公司${place}`, 2020))];
    const first = await load(long);
    expect([first.accepted, first.imported, first.refused, first.rows.length]).toEqual([180, 180, 900, 1000]);
    expect(first.rows[0]?.ok).toBe(false);
    expect((await load(long)).imported).toBe(0);
  });

  test("先用名称报的，补了统一社会信用代码之后仍在", async () => {
    const { id, party } = await leadOf();
    await load([sound(party, 2025)]);
    const { row } = await at.call<LeadView>(who.officer, "openLead", { id });
    await at.call(who.officer, "editLead", { id, version: row.version, uscc: "91500000MAXX000157" });
    expect((await open(id)).statements.map(({ statement }) => statement.year)).toEqual([2025]);
  });

  test("五家以上同行才有中位数", async () => {
    const industry = `封装测试${randomUUID().slice(0, 4)}`;
    const peers = await Promise.all(Array.from({ length: 5 }, () => leadOf({ industry })));
    await load(peers.slice(0, 4).map(({ party }, place) => sound(party, 2025, { liabilities: String(40000 + 1000 * place) })));
    const debt = async () => (await open(peers[0]?.id ?? "")).ratios.find(({ ratio }) => ratio === "debt-ratio");
    expect(await debt()).toMatchObject({ value: "40", median: null, against: null });
    await load([sound(peers[4]?.party ?? "", 2025, { liabilities: "60000" })]);
    expect(await debt()).toMatchObject({ value: "40", median: "42", peers: 5, against: "better" });
  });

  test("企业库里的年度数据补上园区没有报表的年度", async () => {
    const enterpriseId = randomUUID();
    await at.database.tamper(
      "insert into enterprise (id, identifier_kind, identifier, name) values ($1, 'uscc', '91500000MAXX000577', '岚州库内公司')",
      [enterpriseId],
    );
    await at.database.tamper(
      "insert into enterprise_finance (enterprise_id, year, revenue_yuan, profit_yuan, assets_yuan, liabilities_yuan) values ($1, 2024, 900, 80, 1000, 860), ($1, 2025, 900, 80, 1000, 500)",
      [enterpriseId],
    );
    const { id } = await leadOf({ enterpriseId });
    await load([sound("91500000MAXX000577", 2025)]);
    const view = await open(id);
    expect(view.statements.map(({ statement, source }) => [statement.year, statement.liabilities, source])).toEqual([
      [2025, "500000000", "2025年度审计报告"],
      [2024, "860", "企业库"],
    ]);
  });
});

describe("红线、事项与隶属", () => {
  test("没有报表：各项缺数据，不当作未触及；失信照样止步", async () => {
    const { id } = await leadOf();
    expect((await open(id)).now).toMatchObject({ report: { band: "missing", complete: false }, distress: null });
    const view = await at.call<DiligenceView>(who.officer, "enterEvent", {
      id,
      kind: "dishonest-debtor",
      on: "2026-03-01",
      subject: "(2026)岚01执12号",
      source: "执行信息公开网",
    });
    expect(view.now.report?.band).toBe("stop");
    const [event] = view.events;
    const lifted = await at.call<DiligenceView>(who.second, "liftEvent", {
      id,
      eventId: event?.id,
      version: 1,
      on: "2026-06-01",
      because: "已履行",
    });
    expect(lifted.now.report?.band).toBe("missing");
    expect(
      await refused(at.call(who.second, "liftEvent", { id, eventId: event?.id, version: 2, on: "2026-06-02", because: "再解除" })),
    ).toBe("promotion.refused.event-lifted");
    expect(
      await refused(at.call(who.officer, "enterEvent", { id, kind: "litigation", on: "2026-07-01", subject: "将来", source: "公告" })),
    ).toBe("promotion.date-in-future");
  });

  test("困境分随报表而来，带原因", async () => {
    const { id, party } = await leadOf();
    await load([2023, 2024, 2025].map((year) => sound(party, year, { netProfit: "-9000", operatingCash: "-8000", liabilities: "84000" })));
    const weak = (await open(id)).now;
    const other = await leadOf();
    await load([2023, 2024, 2025].map((year) => sound(other.party, year)));
    const strong = (await open(other.id)).now;
    expect(weak.distress?.year).toBe(2025);
    expect(weak.distress?.drivers.length).toBeGreaterThan(0);
    expect(weak.distress?.score ?? 0).toBeGreaterThan(strong.distress?.score ?? 1);
    expect(weak.report).toMatchObject({ band: "caution" });
    expect(strong.report).toMatchObject({ band: "clear", complete: true });
  });

  test("所称央企隶属：持股断在哪里说哪里；补齐后证实；一经否认即否认", async () => {
    const { id, party } = await leadOf();
    const parent = "华夏矿冶集团有限公司";
    const claimed = await at.call<DiligenceView>(who.officer, "claimParent", { id, parent, on: "2026-05-01", source: "企业自荐材料" });
    expect(claimed.now.parentage[0]).toMatchObject({ verdict: "not-shown", zh: expect.stringContaining("没有登记") });
    expect(await refused(at.call(who.officer, "claimParent", { id, parent: "华夏矿冶集团", on: "2026-05-01", source: "又一份" }))).toBe(
      "promotion.parent-claimed",
    );
    const hold = (holder: string, held: string, sharePct: string) =>
      at.call<DiligenceView>(who.officer, "enterHolding", { id, holder, held, sharePct, source: "公司章程" });
    await hold("岚州中矿投资有限公司", party, "60");
    const shown = await hold(parent, "岚州中矿投资有限公司", "100");
    expect(shown.now.parentage[0]?.verdict).toBe("shown");
    const upper = shown.holdings.find(({ holder }) => holder === parent);
    const ended = await at.call<DiligenceView>(who.officer, "endHolding", { id, holdingId: upper?.id, version: 1, on: "2026-06-01" });
    expect(ended.now.parentage[0]?.verdict).toBe("not-shown");
    const denied = await at.call<DiligenceView>(who.second, "enterDenial", { id, parent, on: "2026-06-15", evidence: "集团官网公告" });
    expect(denied.now.parentage[0]?.verdict).toBe("denied");
    expect(await refused(hold(party, party, "10"))).toBe("promotion.same-enterprise");
    expect(await refused(hold("某某", party, "101"))).toBe("input.invalid");
  });

  test("企业库的投资关系也用来核查", async () => {
    const [child, parent] = [randomUUID(), randomUUID()];
    await at.database.tamper(
      "insert into enterprise (id, identifier_kind, identifier, name) values ($1, 'uscc', '91500000MAXX000658', '岚州子公司'), ($2, 'uscc', '91500000MAXX000739', '岚州母公司')",
      [child, parent],
    );
    await at.database.tamper("insert into enterprise_tie (from_id, to_id, kind, share_pct) values ($1, $2, 'investment', 51)", [
      parent,
      child,
    ]);
    const { id } = await leadOf({ enterpriseId: child });
    const view = await at.call<DiligenceView>(who.officer, "claimParent", { id, parent: "岚州母公司", on: "2026-05-01", source: "自荐" });
    expect(view.now.parentage[0]?.verdict).toBe("shown");
    expect(view.holdings).toMatchObject([{ id: null, holder: "岚州母公司", sharePct: "51" }]);
  });
});

describe("风险评估意见", () => {
  const SUMMARY = "近三年经营平稳，负债偏高，建议附条件引进。";
  const conditions = [
    { clause: "funds-first", words: "首期注册资本实缴到位后方可供地" },
    { clause: "performance-bond", words: "提供履约保函，按节点释放" },
  ];
  const write = (id: string, given: Readonly<Record<string, unknown>>, by = who.officer) =>
    at.call<DiligenceView>(by, "writeMemo", { id, recommendation: "conditional", summary: SUMMARY, conditions, ...given });
  const act = (by: typeof who.officer, name: string, id: string, memo: DiligenceView["memos"][number] | undefined, more = {}) =>
    at.call<DiligenceView>(by, name, { id, memoId: memo?.id, version: memo?.version, ...more });

  test("一人起草、另一人复核；通过后打开尽调之门，条件写进合同", async () => {
    const { row } = await at.leadAt(who, "DILIGENCE", { industry: "功率器件" });
    const { id } = row;
    await load([2023, 2024, 2025].map((year) => sound("91500000MAXX000157", year, { liabilities: "80000", equity: "20000" })));
    const bare = (await write(id, { conditions: [conditions[0]] })).memos[0];
    expect(bare?.missing).toContain("memo-clause:performance-bond");
    expect(await refused(act(who.officer, "submitMemo", id, bare))).toBe("promotion.refused.memo-clause:performance-bond");
    expect(await refused(write(id, {}))).toBe("promotion.refused.paper-open");
    const asked = (await open(id)).now.report?.clauses ?? [];
    const all = asked.map((clause) => ({ clause, words: `合同约定：${clause}` }));
    const full = (await write(id, { version: bare?.version, conditions: all })).memos[0];
    const submitted = (await act(who.officer, "submitMemo", id, full)).memos[0];
    expect(submitted).toMatchObject({ state: "SUBMITTED", findings: { report: { band: "caution", year: 2025 } } });
    expect(await refused(act(who.officer, "reviewMemo", id, submitted, { approve: true, review: "自己通过" }))).toBe(
      "promotion.refused.own-entry",
    );
    const gate = async () => (await at.call<LeadView>(who.officer, "openLead", { id })).next[0]?.missing;
    expect(await gate()).toEqual(["missing:risk-memo"]);
    await act(who.second, "reviewMemo", id, submitted, { approve: true, review: "同意附条件引进" });
    expect(await gate()).toEqual([]);
    await at.call(who.officer, "addContract", {
      id,
      kind: "formal",
      number: `合同-${id.slice(-8)}`,
      title: "投资合同",
      signedOn: "2026-06-30",
      amountYuan: "600000000",
    });
    const view = await open(id);
    expect(view.clauses.map(({ clause, edition }) => [clause, edition])).toEqual(asked.map((clause) => [clause, 1]));
  });

  test("退回的另起一稿，原稿保留；不宜引进通过后不开门", async () => {
    const { row } = await at.leadAt(who, "DILIGENCE", { projectName: `不宜引进${randomUUID().slice(0, 6)}` });
    const { id } = row;
    const first = (await write(id, { recommendation: "stop", conditions: [] })).memos[0];
    const sent = (await act(who.officer, "submitMemo", id, first)).memos[0];
    await act(who.head, "reviewMemo", id, sent, { approve: false, review: "补充诉讼情况" });
    const second = (await write(id, { recommendation: "stop", conditions: [] })).memos[0];
    expect(second?.edition).toBe(2);
    const again = (await act(who.officer, "submitMemo", id, second)).memos[0];
    const done = await act(who.head, "reviewMemo", id, again, { approve: true, review: "同意" });
    expect(done.memos.map(({ state }) => state)).toEqual(["APPROVED", "RETURNED"]);
    const lead = await at.call<LeadView>(who.officer, "openLead", { id });
    expect(lead.next.find(({ move }) => move === "submitDecision")?.missing).toContain("missing:risk-memo");
  });

  test("两人同一瞬间起草：一人成，一人被告知", async () => {
    const { id } = await leadOf();
    const outcomes = await Promise.all([refused(write(id, {})), refused(write(id, {}, who.head))]);
    expect(outcomes.toSorted()).toEqual(["promotion.refused.paper-open", "成了"].toSorted());
  });
});

describe("红线规则", () => {
  test("按生效日期换版：之前的日子仍按旧版", async () => {
    const { id, party } = await leadOf();
    await load([2023, 2024, 2025].map((year) => sound(party, year, { liabilities: "65000", equity: "35000" })));
    const { inForce } = await at.call<{ inForce: { rules: { redLines: { debtRatio: object } } } }>(who.head, "listDiligenceRules", {});
    const steps = [
      { band: "clear", upTo: "60", including: true },
      { band: "stop", upTo: null },
    ];
    const rules = {
      ...inForce.rules,
      redLines: { ...inForce.rules.redLines, debtRatio: { clauses: [], ladder: { source: "园区规定", steps } } },
    };
    expect(await refused(at.call(who.officer, "setDiligenceRules", { rules, effectiveOn: "2026-07-01", reason: "收紧" }))).toBe(
      "access.missing-permission",
    );
    await at.call(who.head, "setDiligenceRules", { rules, effectiveOn: "2026-07-01", reason: "收紧负债红线" });
    const bandOn = async (today: string) => {
      const view = await at.call<DiligenceView>(who.officer, "openDiligence", { id }, { today });
      return view.now.report?.readings.find(({ line }) => line === "debtRatio")?.band;
    };
    expect(await bandOn("2026-06-30")).toBe("clear");
    expect(await bandOn("2026-07-01")).toBe("stop");
  });

  type Rules = { readonly redLines: Readonly<Record<string, object>>; readonly warnings: object };
  type Listed = { readonly versions: readonly { readonly version: number; readonly rules: Rules }[] };
  const newest = async () => (await at.call<Listed>(who.head, "listDiligenceRules", {})).versions.at(-1);
  const set = (rules: unknown, more: object = {}, actor = who.head) =>
    at.call(actor, "setDiligenceRules", { rules, effectiveOn: "2026-12-01", reason: "调整", ...more });

  test.each([
    [
      "没有这一档",
      [
        { band: "green", upTo: "70" },
        { band: "stop", upTo: null },
      ],
    ],
    [
      "次序颠倒",
      [
        { band: "stop", upTo: "70" },
        { band: "clear", upTo: null },
      ],
    ],
    [
      "没有未触及",
      [
        { band: "caution", upTo: "70" },
        { band: "stop", upTo: null },
      ],
    ],
  ])("%s的阈值收不进来：否则每一份尽调都打不开", async (_, steps) => {
    const rules = (await newest())?.rules;
    const debtRatio = { clauses: [], ladder: { source: "园区规定", steps } };
    expect(await refused(set({ ...rules, redLines: { ...rules?.redLines, debtRatio } }))).toBe("input.invalid");
  });

  test("两人同一瞬间改：一人成，一人被告知谁改的；按旧版再改也不行", async () => {
    const before = await newest();
    const given = [before?.rules, { basedOn: before?.version }] as const;
    const outcomes = await Promise.all([refused(set(...given)), refused(set(...given))]);
    expect(outcomes.toSorted()).toEqual(["promotion.rules-changed", "成了"].toSorted());
    expect(await refused(set(...given))).toBe("promotion.rules-changed");
    expect((await newest())?.version).toBe((before?.version ?? 0) + 1);
  });
});
