import mammoth from "mammoth";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SupervisionView } from "#domains/projects/contract/supervision-operations.ts";
import { createTestProjects, type TestProjects } from "#domains/projects/server/test-projects.ts";
import type { Actor } from "#kernel/policy.ts";

let at: TestProjects;
let promotion: Actor;
let force: Actor;
let head: Actor;
let leader: Actor;

beforeAll(async () => {
  at = await createTestProjects();
  promotion = await at.person("promotion");
  force = await at.person("task_force");
  head = await at.person("department_head");
  leader = await at.person("leadership");
});
afterAll(() => at.database.close());

/** A project that should have started in January and has not: red by the end of June. */
async function redProject(ownerId?: string): Promise<string> {
  const id = await at.project(promotion, { plan: [{ kind: "start", plannedOn: "2026-01-10" as never }], ...(ownerId ? { ownerId } : {}) });
  await at.call(leader, "recolour", {});
  return id;
}

type List = {
  readonly items: readonly SupervisionView[];
  readonly total: number;
  readonly next: string | null;
  readonly standing: readonly { readonly kind: string; readonly open: number; readonly late: number }[];
};
const list = (actor: Actor, input: Record<string, unknown>, today = "2026-06-30") =>
  at.call<List>(actor, "listSupervision", input, { today });
async function letterOf(id: string, today = "2026-06-30"): Promise<SupervisionView> {
  const found = (await list(leader, { kind: "letter", limit: 200 }, today)).items.find((one) => one.project.id === id);
  if (found === undefined) throw new Error("no letter");
  return found;
}

describe("督办单", () => {
  test("写明发给谁、为什么；签发人不能自己回复，回复人不能自己办结", async () => {
    const id = await redProject(force.id);
    const letter = await letterOf(id);
    expect(letter).toMatchObject({ state: "OPEN", colour: "red", addressee: { id: force.id } });
    expect(letter.reasons[0]?.zh).toBe("超过计划开工月5个月未开工");
    expect(letter.abilities).toMatchObject({
      issue: { allowed: true },
      reply: { allowed: false },
      close: { allowed: false, because: "supervision-not-to-close" },
    });
    const key = { supervisionId: letter.id };
    await expect(at.call(force, "issueSupervision", { ...key, version: 1, text: "请开工" })).rejects.toMatchObject({ kind: "forbidden" });
    await at.call(head, "issueSupervision", { ...key, version: 1, text: "请三日内开工", addresseeId: head.id });
    await expect(at.call(head, "replySupervision", { ...key, version: 2, reply: "照办" })).rejects.toMatchObject({
      code: "projects.refused.own-letter",
      kind: "forbidden",
    });
    const other = await at.person("department_head");
    const reply = () => at.call(other, "replySupervision", { ...key, version: 2, reply: "七月三日开工" });
    await expect(reply()).rejects.toMatchObject({ code: "projects.refused.not-addressed", kind: "forbidden" });
    await at.database.tamper("update project_supervision set addressee_id = $1 where id = $2", [other.id, letter.id]);
    await reply();
    await expect(at.call(other, "closeSupervision", { ...key, version: 3, note: "办结" })).rejects.toMatchObject({
      code: "projects.refused.own-reply",
      kind: "forbidden",
    });
    const closed = await at.call<SupervisionView>(head, "closeSupervision", { ...key, version: 3, note: "已开工" });
    expect(closed).toMatchObject({ state: "CLOSED", issuedBy: head.name, repliedBy: other.name, closedBy: head.name });
    await expect(at.call(head, "closeSupervision", { ...key, version: 4, note: "再结" })).rejects.toMatchObject({ kind: "conflict" });
  });

  test("没有登记负责人的发给专班负责人；我的督办只列发给我的；签发给不存在的人：不行", async () => {
    const id = await at.project(promotion, { plan: [{ kind: "start", plannedOn: "2026-01-10" as never }] });
    const lead = await at.person("leadership");
    await at.call(head, "formTaskForce", { id, leadId: lead.id });
    await at.call(leader, "recolour", {});
    expect((await list(lead, { mine: true })).items.map(({ project }) => project.id)).toEqual([id]);
    // Opened while nobody answered for the project: it goes to the head of the task force that is formed later.
    const orphan = await redProject();
    expect((await letterOf(orphan)).addressee).toBeNull();
    await at.call(head, "formTaskForce", { id: orphan, leadId: lead.id });
    expect((await letterOf(orphan)).addressee?.id).toBe(lead.id);
    const { id: supervisionId } = await letterOf(id);
    await expect(
      at.call(leader, "issueSupervision", {
        supervisionId,
        version: 1,
        text: "请开工",
        addresseeId: "01999999-0000-7000-8000-000000000000",
      }),
    ).rejects.toMatchObject({ code: "projects.no-such-person" });
  });

  test("逾期从应签发日、应回复日起算；列表等得最久的在前，分页不重不漏，各类的件数与筛选无关", async () => {
    const late = await redProject();
    const letter = await letterOf(late, "2026-07-02");
    expect([letter.issueBy, letter.daysLate, (await letterOf(late, "2026-07-03")).daysLate]).toEqual(["2026-07-02", 0, 1]);
    await at.call(leader, "issueSupervision", { supervisionId: letter.id, version: 1, text: "请开工" }, { today: "2026-07-03" });
    expect([(await letterOf(late, "2026-07-10")).daysLate, (await letterOf(late, "2026-07-13")).daysLate]).toEqual([0, 3]);
    const all = await list(leader, { open: true, limit: 200 }, "2026-07-13");
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page: List = await list(leader, { open: true, limit: 2, ...(cursor === undefined ? {} : { cursor }) }, "2026-07-13");
      seen.push(...page.items.map((one) => one.id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(all.items.map((one) => one.id));
    const overdue = await list(leader, { late: true, kind: "letter" }, "2026-07-13");
    expect(overdue.items.every((one) => one.daysLate > 0)).toBe(true);
    expect(overdue.standing).toEqual(all.standing);
    expect(all.standing.reduce((sum, { open }) => sum + open, 0)).toBe(all.total);
    expect(all.standing.find(({ kind }) => kind === "letter")?.late).toBe(overdue.total);
  });

  test("回复期限落在还没有放假安排的年份：标为暂定，文书上也写明", async () => {
    const id = await redProject();
    const letter = await letterOf(id, "2026-12-30");
    const issued = await at.call<SupervisionView>(
      leader,
      "issueSupervision",
      { supervisionId: letter.id, version: 1, text: "请开工" },
      { today: "2026-12-30" },
    );
    expect(issued.dueProvisional).toBe(true);
    const { bytes } = await at.call<{ bytes: Uint8Array }>(leader, "downloadSupervision", { supervisionId: letter.id, format: "docx" });
    expect((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value).toContain("暂定");
  });

  test("督办单成文：PDF与Word写的是同样的话；没有签发的没有文书", async () => {
    const id = await redProject(force.id);
    const { id: supervisionId } = await letterOf(id);
    await expect(at.call(leader, "downloadSupervision", { supervisionId })).rejects.toMatchObject({ code: "projects.letter-not-issued" });
    const text = "请于七月三日前开工。\n每周报送进度 #set page(width: 1pt)。";
    const { number, addressee } = await at.call<SupervisionView>(leader, "issueSupervision", { supervisionId, version: 1, text });
    expect(number).toMatch(/^督办〔2026〕\d+号$/);
    const get = (format: string, language: string) =>
      at.call<{ name: string; mime: string; bytes: Uint8Array }>(force, "downloadSupervision", { supervisionId, format, language });
    const pdf = await get("pdf", "zh");
    expect(pdf.name).toContain(number);
    const printed = (await extractText(await getDocumentProxy(Uint8Array.from(pdf.bytes)), { mergePages: true })).text.replace(/\s/g, "");
    const word = (await mammoth.extractRawText({ buffer: Buffer.from((await get("docx", "zh")).bytes) })).value.replace(/\s/g, "");
    const said = [number, "督办单", "超过计划开工月5个月未开工", "请于七月三日前开工。", "#setpage(width:1pt)", "2026年7月7日（周二）"];
    for (const words of [...said, addressee?.name ?? "?", leader.name].map((one) => (one ?? "?").replace(/\s/g, ""))) {
      expect(printed).toContain(words);
      expect(word).toContain(words);
    }
    const english = (await extractText(await getDocumentProxy(Uint8Array.from((await get("pdf", "en")).bytes)), { mergePages: true })).text;
    expect(english).toContain("Reply by");
    expect(english).toContain("not started 5 months after the planned month");
  });
});

test("统计：变红、误报、消红中位天数按季度；还红着的不算消红", async () => {
  const zone = await createTestProjects();
  try {
    const boss = await zone.person("leadership");
    const seller = await zone.person("promotion");
    const worker = await zone.person("task_force");
    const plan = [{ kind: "start", plannedOn: "2025-10-10" as never }] as never;
    const [one, other] = [await zone.project(seller, { plan, leasedPlant: true }), await zone.project(seller, { plan })];
    await zone.call(boss, "recolour", {}, { today: "2026-01-31" });
    for (const [kind, name] of [
      ["construction-permit", "许可"],
      ["lease", "租约"],
    ])
      await zone.call(worker, "attachEvidence", { id: one, kind, number: name, datedOn: "2026-04-01" }, { today: "2026-04-01" });
    await zone.call(boss, "formTaskForce", { id: one, leadId: boss.id }, { today: "2026-04-01" });
    const { version } = await zone.call<{ version: number }>(worker, "openProject", { id: one });
    const start = { id: one, version, move: "startConstruction", on: "2026-04-10" };
    await zone.call(worker, "moveProject", start, { today: "2026-04-10" });
    await zone.call(boss, "recolour", {}, { today: "2026-04-10" });
    await zone.call(boss, "sayFalseAlarm", { id: other, ordinal: 1, reason: "计划日期录错" }, { today: "2026-04-11" });
    const statistics = await zone.call<{ quarters: unknown[]; redNow: number }>(boss, "supervisionStatistics", {});
    expect(statistics.quarters).toMatchObject([
      { quarter: "2026Q2", turnedRed: 0, falseAlarms: 0, cleared: 1, medianDays: "69" },
      { quarter: "2026Q1", turnedRed: 2, falseAlarms: 1, cleared: 0, medianDays: null },
    ]);
    expect(statistics).toMatchObject({ redNow: 1, falseNow: 1 });
    const before = await zone.call<{ quarters: unknown[]; redNow: number }>(boss, "supervisionStatistics", { asOf: "2026-03-31" });
    expect(before).toMatchObject({ redNow: 2, falseNow: 1, quarters: [{ quarter: "2026Q1", turnedRed: 2, cleared: 0 }] });
  } finally {
    await zone.database.close();
  }
});

test("改规则之前先试算：哪些项目变色、变成什么、为什么；试算什么也不留", async () => {
  const id = await at.project(promotion, {}, "2025-03-10");
  const { items } = await at.call<{ items: { rule: Record<string, unknown> }[] }>(leader, "listColourRules", {});
  const rule = { ...items.at(-1)?.rule, silence: "red" };
  type Tried = {
    before: Record<string, number>;
    after: Record<string, number>;
    changes: { project: { id: string }; from: string; to: string; reasons: { dimension: string }[] }[];
  };
  const tried = await at.call<Tried>(leader, "tryColourRule", { rule });
  expect(tried.changes.find(({ project }) => project.id === id)).toMatchObject({
    from: "yellow",
    to: "red",
    reasons: [{ dimension: "silence" }],
  });
  const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, one) => sum + one, 0);
  expect(total(tried.before)).toBe(total(tried.after));
  expect((tried.after["red"] ?? 0) - (tried.before["red"] ?? 0)).toBe(tried.changes.filter(({ to }) => to === "red").length);
  expect((await at.call<Tried>(leader, "tryColourRule", { rule: items.at(-1)?.rule })).changes).toEqual([]);
  expect((await at.call<{ items: unknown[] }>(leader, "listColourRules", {})).items).toHaveLength(items.length);
});

describe("灯转了，没签发的自己取消；一个项目一类只有一件", () => {
  type Colours = { readonly supervision: readonly SupervisionView[] };
  const of = async (id: string): Promise<readonly SupervisionView[]> =>
    (await at.call<Colours>(leader, "projectColour", { id })).supervision.toReversed();
  const recolour = (today: string) => at.call(leader, "recolour", {}, { today });
  /** Red by its start until the date is moved, or the works begin. */
  const start = async (id: string, on: string) => {
    const [permit, lease] = ["construction-permit", "lease"];
    for (const kind of [permit, lease])
      await at.call(force, "attachEvidence", { id, kind, number: `证-${id}`, datedOn: on }, { today: on });
    await at.call(leader, "formTaskForce", { id, leadId: force.id }, { today: on });
    const { version } = await at.call<{ version: number }>(force, "openProject", { id });
    await at.call(force, "moveProject", { id, version, move: "startConstruction", on }, { today: on });
  };
  const red = () => at.project(promotion, { plan: [{ kind: "start", plannedOn: "2025-10-10" as never }], leasedPlant: true }, "2026-01-05");

  test("未签发的取消，写明何时、因何、转成什么灯；留日志，发事件；之后不能再签发", async () => {
    const id = await red();
    await recolour("2026-01-31");
    const [letter] = await of(id);
    expect(letter).toMatchObject({ kind: "letter", state: "OPEN", draft: { zh: expect.stringContaining("未开工的障碍") } });
    await start(id, "2026-02-10");
    const [cancelled] = await of(id);
    expect(cancelled).toMatchObject({
      id: letter?.id,
      state: "CANCELLED",
      cancelledBecause: "colour-cleared",
      closedOn: "2026-02-10",
      number: null,
      openedOn: "2026-01-31",
      draft: null,
      abilities: { issue: { allowed: false } },
    });
    expect(cancelled?.cancelledColour).not.toBe("red");
    await expect(
      at.call(leader, "issueSupervision", { supervisionId: letter?.id, version: cancelled?.version, text: "请开工" }),
    ).rejects.toMatchObject({ kind: "conflict" });
    const [entry] = await at.database.tamper(
      "select i.payload from journal_item i join journal_entry e on e.zone_id = i.zone_id and e.sequence = i.sequence where e.operation = 'projects.cancel-supervision' and i.payload like $1",
      [`%${letter?.id}%`],
    );
    expect(entry?.["payload"]).toContain("colour-cleared");
    expect(
      await at.database.tamper("select 1 from outbox where kind = 'projects.supervision-cancelled' and payload->>'supervisionId' = $1", [
        letter?.id,
      ]),
    ).toHaveLength(1);
  });

  test("已签发的不取消：还有人欠着回复", async () => {
    const id = await red();
    await recolour("2026-01-31");
    const [letter] = await of(id);
    await at.call(head, "issueSupervision", { supervisionId: letter?.id, version: 1, text: "请开工" }, { today: "2026-02-02" });
    await start(id, "2026-02-10");
    expect((await of(id))[0]).toMatchObject({ state: "ISSUED", cancelledBecause: null });
  });

  test("项目终止：没签发的随之取消", async () => {
    const id = await red();
    await recolour("2026-01-31");
    for (const kind of ["termination-decision", "resources-recovered"])
      await at.call(force, "attachEvidence", { id, kind, number: "纪要", datedOn: "2026-02-03" }, { today: "2026-02-03" });
    const { version } = await at.call<{ version: number }>(force, "openProject", { id });
    await at.call(leader, "moveProject", { id, version, move: "terminate", on: "2026-02-03", reason: "企业退出" }, { today: "2026-02-03" });
    expect((await of(id))[0]).toMatchObject({ state: "CANCELLED", cancelledBecause: "no-longer-supervised", cancelledColour: null });
  });

  test("前一件未办结时再次变红，不添第二件；办结后再红，另发一件", async () => {
    const id = await red();
    await recolour("2026-01-31");
    const [letter] = await of(id);
    await at.call(head, "issueSupervision", { supervisionId: letter?.id, version: 1, text: "请开工" }, { today: "2026-02-02" });
    // As if the light had been green for a while: the next look finds it red anew.
    const turn = (ordinal: number, asOf: string) =>
      at.database.tamper(
        "insert into project_colour (zone_id, project_id, ordinal, as_of, colour, reasons, inputs, rule_version, by) values ($1, $2, $3, $4, 'green', '[]', '[]', 1, 'test')",
        [at.database.zoneId, id, ordinal, asOf],
      );
    await turn(2, "2026-03-10");
    await recolour("2026-03-15");
    expect((await of(id)).filter(({ kind }) => kind === "letter").map(({ state }) => state)).toEqual(["ISSUED"]);
    const replier = await at.person("task_force");
    await at.call(replier, "replySupervision", { supervisionId: letter?.id, version: 2, reply: "三月开工" }, { today: "2026-03-16" });
    await at.call(head, "closeSupervision", { supervisionId: letter?.id, version: 3, note: "已开工" }, { today: "2026-03-17" });
    await turn(4, "2026-03-18");
    await recolour("2026-03-20");
    expect((await of(id)).filter(({ kind }) => kind === "letter").map(({ state }) => state)).toEqual(["CLOSED", "OPEN"]);
  });
});

describe("批量签发", () => {
  type Done = {
    readonly issued: readonly { readonly supervisionId: string; readonly number: string }[];
    readonly refused: readonly { readonly supervisionId: string; readonly problem: { readonly zh: string } }[];
  };
  const issueAll = (actor: Actor, items: readonly unknown[]) => at.call<Done>(actor, "issueAllSupervision", { items });

  test("编号按次序相连，要求按各自事由拟好；办不了的单独拒绝，说明原因；日志一条带明细", async () => {
    const letters = [await letterOf(await redProject()), await letterOf(await redProject(force.id)), await letterOf(await redProject())];
    const [first, second, third] = letters;
    await at.call(leader, "issueSupervision", { supervisionId: second?.id, version: 1, text: "单独写的要求" });
    const nobody = "01999999-0000-7000-8000-000000000000";
    const done = await issueAll(leader, [
      { supervisionId: first?.id, version: 1 },
      { supervisionId: second?.id, version: 2 },
      { supervisionId: nobody, version: 1 },
      { supervisionId: third?.id, version: 1 },
      { supervisionId: third?.id, version: 1 },
    ]);
    expect(done.issued.map(({ supervisionId }) => supervisionId)).toEqual([first?.id, third?.id]);
    const numbers = done.issued.map(({ number }) => Number(/(\d+)号/.exec(number)?.[1]));
    expect((numbers[1] ?? 0) - (numbers[0] ?? 0)).toBe(1);
    expect(done.refused.map(({ supervisionId, problem }) => [supervisionId, problem.zh])).toEqual([
      [second?.id, expect.stringContaining("已经签发")],
      [nobody, "没有这件督办。"],
      [third?.id, "同一件督办在名单里出现了两次。"],
    ]);
    const issued = await at.call<SupervisionView>(leader, "openSupervision", { supervisionId: first?.id });
    expect(issued).toMatchObject({ state: "ISSUED", text: first?.draft?.zh, issuedBy: leader.name, dueOn: "2026-07-07", draft: null });
    const entries = await at.database.tamper(
      "select sequence, items from journal_entry where operation = 'projects.issueAllSupervision' order by sequence desc limit 1",
    );
    expect(Number(entries[0]?.["items"])).toBe(2);
  });

  test("别人刚改过的那一件：拒绝，不占号", async () => {
    const letter = await letterOf(await redProject());
    const done = await issueAll(head, [{ supervisionId: letter.id, version: 9 }]);
    expect([done.issued, done.refused.length]).toEqual([[], 1]);
    expect((await issueAll(head, [{ supervisionId: letter.id, version: 1 }])).issued).toHaveLength(1);
  });

  test("没有督办权的岗位不行", async () => {
    const letter = await letterOf(await redProject());
    await expect(issueAll(force, [{ supervisionId: letter.id, version: 1 }])).rejects.toMatchObject({ kind: "forbidden" });
  });
});
