import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LeadView } from "#domains/promotion/contract/lead-view.ts";
import { createTestPromotion, type Officers, type TestPromotion } from "#domains/promotion/server/test-promotion.ts";

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
const open = (id: string) => at.call<LeadView>(who.officer, "openLead", { id });

describe("登记线索", () => {
  test("编号按年连续；承办人是登记人；时限随即开始", async () => {
    const first = await at.lead(who.officer);
    const next = await at.lead(who.officer);
    expect(first.code).toMatch(/^XS-2026-\d{4}$/);
    expect(Number(next.code.slice(-4))).toBe(Number(first.code.slice(-4)) + 1);
    const view = await open(first.id);
    expect(view.row).toMatchObject({ stage: "TARGETED", status: "ACTIVE", ownerId: who.officer.id, department: "招商一部" });
    expect(view.row.due).toEqual({ name: "answer", on: "2026-07-01", late: false, provisional: false });
    expect(view.next).toEqual([{ move: "contact", to: "CONTACTED", by: "promotion", missing: ["missing:interaction"] }]);
    expect(view.steps).toMatchObject([{ move: "register", toStage: "TARGETED", automatic: false }]);
  });

  test.each([
    ["代码不对", { uscc: "91350100M000100Y4Z" }, "promotion.uscc"],
    ["两种标识", { uscc: "91500000MAXX000157", foreignId: "HRB 1" }, "promotion.two-identities"],
    ["境外没有国别", { foreignId: "HRB 1" }, "promotion.country"],
    ["没有的企业", { enterpriseId: randomUUID() }, "promotion.no-such-enterprise"],
    ["没有的池", { pool: "nowhere" }, "promotion.no-such-pool"],
    ["首谈在将来", { talkedOn: "2026-07-01" }, "promotion.date-in-future"],
    ["金额为零", { amountYuan: "0" }, "input.invalid"],
  ])("%s：拒绝", async (_, given, code) => expect(await refused(at.lead(who.officer, given))).toBe(code));

  test("境外主体凭境外标识，代码写法不一也认得同一家", async () => {
    const foreign = await at.lead(who.officer, { party: "Nordlicht GmbH", foreignId: "HRB 1234", country: "德国" });
    expect((await open(foreign.id)).row.partyKind).toBe("foreign");
    const name = `氮化镓器件${randomUUID().slice(0, 6)}`;
    await at.lead(who.officer, { projectName: `${name}项目`, uscc: "91500000MAXX000157" });
    expect(await refused(at.lead(who.second, { projectName: `${name}（项目）`, uscc: " 91500000maxx000157", party: "别的写法" }))).toBe(
      "promotion.duplicate",
    );
  });

  test("登记库里有的企业：名称和代码以库为准", async () => {
    const id = randomUUID();
    await at.database.tamper(
      "insert into enterprise (id, identifier_kind, identifier, name) values ($1, 'uscc', '91500000MAXX000900', '岚州青拓有限公司')",
      [id],
    );
    const lead = await at.lead(who.officer, { enterpriseId: id, party: "青拓" });
    expect(await open(lead.id)).toMatchObject({
      row: { party: "岚州青拓有限公司", partyKind: "enterprise" },
      identifier: "91500000MAXX000900",
      enterpriseId: id,
    });
  });
});

describe("同一项目只计一次", () => {
  test("说清谁何时登记过；写明理由可另立；由人并入，申报、对接随之过来，总数只有一条", async () => {
    const given = { projectName: `储能电池${randomUUID().slice(0, 6)}项目`, party: "岚州瑞川新能源有限公司", channel: "stationed" };
    const first = await at.lead(who.officer, given);
    const error = await at.lead(who.second, given).catch((one) => one);
    expect(error).toMatchObject({
      code: "promotion.duplicate",
      params: { code: first.code, on: "2026-06-30", by: who.officer.name, stage: "锁定" },
    });
    const other = await at.lead(who.second, { ...given, distinctReason: "两期厂房分别选址" });
    await at.call(who.second, "logInteraction", { id: other.id, kind: "video", on: "2026-06-29", learnt: "屏对屏介绍园区" });
    const { items } = await at.call<{
      items: { one: { id: string }; other: { id: string }; score: number; reasons: { code: string }[] }[];
    }>(who.officer, "listDuplicates", {});
    const pair = items.find(({ one, other: second }) => [one.id, second.id].includes(first.id) && [one.id, second.id].includes(other.id));
    expect(pair).toMatchObject({ score: 100, reasons: [{ code: "same-party" }, { code: "same-name" }] });
    const before = await open(other.id);
    const joined = await at.call(who.officer, "joinLeads", {
      id: other.id,
      version: before.row.version,
      intoId: first.id,
      reason: "核实为同一项目",
    });
    expect(joined.joined.map(({ id }) => id)).toEqual([other.id]);
    expect(joined.interactions).toMatchObject([{ kind: "video", ofLead: other.code }]);
    expect(joined.claims).toMatchObject([{ kind: "team", team: "招商二部", state: "VALID" }]);
    expect(await open(other.id)).toMatchObject({ row: { status: "JOINED" }, joinedTo: { id: first.id } });
    const listed = await at.call<{ total: number }>(who.officer, "listLeads", { q: given.projectName });
    expect(listed.total).toBe(1);
    expect(await refused(at.call(who.second, "logInteraction", { id: other.id, kind: "call", on: "2026-06-30", learnt: "补记" }))).toBe(
      "promotion.refused.wrong-status:JOINED",
    );
  });

  test("认定不是同一项目的，不再列为疑似", async () => {
    const name = `减速器${randomUUID().slice(0, 6)}项目`;
    const one = await at.lead(who.officer, { projectName: name, party: "岚州甲机器人有限公司" });
    const other = await at.lead(who.second, { projectName: name, party: "岚州乙机器人有限公司" });
    const pairs = async () =>
      (await at.call<{ items: { one: { id: string }; other: { id: string } }[] }>(who.officer, "listDuplicates", {})).items.filter((pair) =>
        [pair.one.id, pair.other.id].every((id) => id === one.id || id === other.id),
      );
    expect(await pairs()).toHaveLength(1);
    await at.call(who.officer, "keepApart", { id: other.id, otherId: one.id, reason: "产品不同" });
    expect(await pairs()).toHaveLength(0);
    expect(await refused(at.call(who.officer, "joinLeads", { id: one.id, version: 1, intoId: one.id, reason: "自己" }))).toBe(
      "promotion.join-itself",
    );
  });

  test("两人同一时刻登记同一项目：一条成，另一条说清楚", async () => {
    const given = { projectName: `光伏支架${randomUUID().slice(0, 6)}`, uscc: "91500000MAXX00277Y" };
    const codes = await Promise.all([refused(at.lead(who.officer, given)), refused(at.lead(who.second, given))]);
    expect(codes.sort()).toEqual(["promotion.duplicate", "成了"]);
  });
});

describe("阶段与门槛", () => {
  test("缺什么说什么；一步步到签约", async () => {
    const view = await at.leadAt(who, "SIGNED");
    expect(view.row).toMatchObject({ stage: "SIGNED", status: "ACTIVE" });
    expect(view.steps.map(({ toStage }) => toStage)).toEqual([
      "TARGETED",
      "CONTACTED",
      "NEGOTIATING",
      "PROPOSAL",
      "DILIGENCE",
      "DECISION",
      "SIGNED",
    ]);
    expect(view.next).toEqual([{ move: "land", to: "LANDED", by: "promotion", missing: ["missing:project", "missing:landing-proof"] }]);
    const [event] = await at.database.tamper(
      "select payload from outbox where kind = 'promotion.lead-signed' and payload ->> 'lead' = $1",
      [view.row.id],
    );
    expect(event?.["payload"]).toMatchObject({
      lead: view.row.id,
      draft: {
        name: view.row.projectName,
        uscc: "91500000MAXX000157",
        plannedTotalYuan: "600000000",
        ownerId: who.officer.id,
        plan: [
          { kind: "start", plannedOn: "2026-10-01" },
          { kind: "produce", plannedOn: "2027-10-01" },
        ],
      },
    });
  });

  test("第二人没有确认公平竞争审查，进不了尽调；附的人自己确认不行", async () => {
    const view = await at.leadAt(who, "PROPOSAL");
    const { id } = view.row;
    const move = async () =>
      at.call(who.officer, "moveLead", { id, move: "startDiligence", on: "2026-06-30", version: (await open(id)).row.version });
    expect(await refused(move())).toBe("promotion.refused.missing:fair-competition-review");
    const bare = (kind: string) => refused(at.call(who.officer, "attachLeadEvidence", { id, kind, datedOn: "2026-06-30" }));
    expect([await bare("fair-competition-review"), await bare("other")]).toEqual(["promotion.evidence-number", "promotion.evidence-bare"]);
    const file = { name: "审查表.txt", bytes: new TextEncoder().encode("公平竞争审查表") };
    const attached = await at.call(
      who.officer,
      "attachLeadEvidence",
      { id, kind: "fair-competition-review", datedOn: "2026-06-30", number: "公审〔2026〕7号" },
      { files: [file] },
    );
    const piece = attached.evidence.find(({ kind }) => kind === "fair-competition-review");
    expect(piece).toMatchObject({ needsSecond: true, confirmed: null, fileName: "审查表.txt" });
    expect(await refused(move())).toBe("promotion.refused.unconfirmed:fair-competition-review");
    const confirm = { evidenceId: piece?.id, version: piece?.version, note: "条款均有依据" };
    expect(await refused(at.call(who.officer, "confirmLeadEvidence", confirm))).toBe("promotion.refused.own-entry");
    await at.call(who.second, "confirmLeadEvidence", confirm);
    expect(await refused(at.call(who.second, "confirmLeadEvidence", { ...confirm, version: 2 }))).toBe(
      "promotion.refused.confirmed-already",
    );
    expect((await move()).row.stage).toBe("DILIGENCE");
    const got = await at.call<{ name: string; bytes: Uint8Array }>(who.leader, "downloadLeadEvidence", { evidenceId: piece?.id });
    expect([got.name, new TextDecoder().decode(got.bytes)]).toEqual(["审查表.txt", "公平竞争审查表"]);
  });

  test("决策不由承办人作；不在决策阶段不决策；不予引进可由领导重新启动", async () => {
    const head = await at.person("department_head", "招商一部");
    const view = await at.leadAt({ ...who, officer: head }, "DECISION");
    const { id } = view.row;
    const decide = async (actor: Officers["head"], decision: string) =>
      at.call(actor, "decideLead", { id, decision, on: "2026-06-30", reason: "会议研究", version: (await open(id)).row.version });
    expect(await refused(decide(head, "approve"))).toBe("promotion.refused.own-lead");
    const approved = await decide(who.leader, "approve");
    expect(approved.evidence[0]).toMatchObject({ kind: "decision", origin: "decision" });
    expect((await decide(who.leader, "reject")).row.status).toBe("REJECTED");
    expect(await refused(decide(who.leader, "approve"))).toBe("promotion.refused.wrong-status:REJECTED");
    expect((await decide(who.leader, "reopen")).row).toMatchObject({ status: "ACTIVE", stage: "DECISION" });
    const early = await at.leadAt(who, "CONTACTED");
    expect(
      await refused(
        at.call(who.leader, "decideLead", {
          id: early.row.id,
          decision: "approve",
          on: "2026-06-30",
          reason: "同意",
          version: early.row.version,
        }),
      ),
    ).toBe("promotion.refused.not-at-decision");
  });

  test("搁置、恢复、流失：状态变而阶段不变；流失须有原因", async () => {
    const { row } = await at.leadAt(who, "NEGOTIATING");
    const change = async (given: Record<string, unknown>) =>
      at.call(who.officer, "changeLeadStatus", {
        id: row.id,
        on: "2026-06-30",
        reason: "对方总部调整",
        version: (await open(row.id)).row.version,
        ...given,
      });
    expect((await change({ change: "park" })).row).toMatchObject({ status: "PARKED", stage: "NEGOTIATING", due: null });
    expect(await refused(change({ change: "park" }))).toBe("promotion.refused.wrong-status:PARKED");
    expect((await change({ change: "resume" })).row.status).toBe("ACTIVE");
    expect(await refused(change({ change: "lose" }))).toBe("promotion.lost-reason");
    const lost = await change({ change: "lose", lostReason: "elsewhere" });
    expect([lost.row.status, lost.lostReason]).toEqual(["LOST", "elsewhere"]);
  });

  test("日期不能在将来、不能倒着走；版本旧了说已被改动；别人的线索不能动", async () => {
    const { row } = await at.leadAt(who, "CONTACTED");
    const input = { id: row.id, move: "negotiate", on: "2026-07-01", version: row.version };
    const ready = async () => {
      await at.call(who.officer, "markLead", {
        id: row.id,
        mark: "judged",
        on: "2026-06-30",
        worthwhile: true,
        note: "补链",
        version: row.version,
      });
      const { row: now } = await at.call(who.officer, "attachLeadEvidence", {
        id: row.id,
        kind: "needs-summary",
        datedOn: "2026-06-30",
        note: "用地和用电",
      });
      return now.version;
    };
    const version = await ready();
    expect(await refused(at.call(who.officer, "moveLead", input))).toBe("record.changed");
    expect(await refused(at.call(who.officer, "moveLead", { ...input, version }))).toBe("promotion.date-in-future");
    expect(await refused(at.call(who.officer, "moveLead", { ...input, version, on: "2026-06-29" }))).toBe("promotion.before-registration");
    expect(await refused(at.call(who.second, "moveLead", { ...input, version, on: "2026-06-30" }))).toBe("promotion.refused.not-own-lead");
  });

  test("联系人、电话和对方人员谁看都先遮住，存的是原样", async () => {
    const lead = await at.lead(who.officer, { contactName: "周经理", contactPhone: "13800000001" });
    await at.call(who.officer, "logInteraction", {
      id: lead.id,
      kind: "received",
      on: "2026-06-30",
      theirs: "陈总",
      learnt: "看了标准厂房",
    });
    const seen = await at.call(who.leader, "openLead", { id: lead.id });
    expect([seen.contactName, seen.contactPhone, seen.interactions[0]?.theirs]).toEqual(["周**", "138****0001", "陈**"]);
    expect((await open(lead.id)).contactPhone).toBe("138****0001");
    expect(await at.database.tamper("select contact_phone from promotion_lead where id = $1", [lead.id])).toEqual([
      { contact_phone: "13800000001" },
    ]);
  });
});

describe("看板、漏斗、导出", () => {
  test("看板每列有数、有额、有缺什么；漏斗逐级递减，去处加起来等于本级与下级之差", async () => {
    const board = await at.call<{
      columns: { stage: string; count: number; cards: { id: string; next: { move: string; missing: string[] } | null }[] }[];
      side: Record<string, number>;
    }>(who.officer, "board", {});
    const listed = await at.call<{ total: number }>(who.officer, "listLeads", { status: "ACTIVE" });
    expect(board.columns.reduce((all, column) => all + column.count, 0)).toBe(listed.total);
    expect(board.columns[0]?.cards[0]?.next).toMatchObject({ move: "contact", missing: expect.arrayContaining(["missing:interaction"]) });
    expect(board.side["JOINED"]).toBeGreaterThan(0);
    const funnel = await at.call<{
      stages: { reached: number; here: number; parked: number; lost: number; rejected: number }[];
      lostReasons: { reason: string; count: number }[];
    }>(who.officer, "leadFunnel", {});
    for (const [place, stage] of funnel.stages.entries()) {
      const next = funnel.stages[place + 1]?.reached ?? 0;
      expect(stage.here + stage.parked + stage.lost + stage.rejected).toBe(stage.reached - next);
    }
    expect(funnel.lostReasons).toContainEqual({ reason: "elsewhere", count: 1 });
  });

  test("退回在谈的，到过专案仍算到过", async () => {
    const { row } = await at.leadAt(who, "PROPOSAL", { channel: "cloud" });
    const before = await at.call<{ stages: { stage: string; reached: number }[] }>(who.officer, "leadFunnel", { channel: "cloud" });
    await at.call(who.officer, "moveLead", { id: row.id, move: "stepBack", on: "2026-06-30", version: row.version, reason: "地块有变" });
    const after = await at.call<{ stages: { stage: string; reached: number }[] }>(who.officer, "leadFunnel", { channel: "cloud" });
    expect(after.stages.find(({ stage }) => stage === "PROPOSAL")?.reached).toBe(
      before.stages.find(({ stage }) => stage === "PROPOSAL")?.reached,
    );
  });

  test("清单导出带表头，公式不生效", async () => {
    await at.lead(who.officer, { projectName: "=1+1储能项目" });
    const file = await at.call<{ name: string; bytes: Uint8Array }>(who.officer, "exportLeads", { q: "储能项目", format: "csv" });
    const text = new TextDecoder().decode(file.bytes);
    expect(text).toContain("线索编号");
    expect(text).not.toMatch(/(^|,)"?=1\+1/m);
    const sheet = await at.call<{ bytes: Uint8Array }>(who.officer, "exportLeads", {});
    expect(Buffer.from(sheet.bytes).subarray(0, 2).toString()).toBe("PK");
  });
});
