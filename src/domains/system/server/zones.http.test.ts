import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Account, createTestServer, nobody, type TestServer } from "#apps/test-server.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Operation, OutputOf, SentInputOf } from "#kernel/contract.ts";
import { localAdministrator } from "#kernel/server/access.ts";
import { SYSTEM_ZONE_ID } from "#kernel/server/database.ts";
import { allTheWay } from "#kernel/server/test-second-factor.ts";

const { listZones, createZone, removeSample, session, listDepartments, listPeople } = systemOperations;
const { listCalendarNotices, loadCalendarNotice, workdays } = systemOperations;
let at: TestServer;
let system: Account;

beforeAll(async () => {
  at = await createTestServer();
  system = at.account("system_administrator");
});
afterAll(() => at.close());

const third = {
  slug: "third",
  name: "丙高新区",
  departments: ["经济运行局", "招商合作局", "经济运行局"],
  adminUsername: "third-admin",
  adminName: "丙区管理员",
  adminPassword: "correct horse battery",
};

/** As on the command line of the machine: the platform's own administrator. */
const onThisMachine = async <O extends Operation>(operation: O, input: SentInputOf<O>): Promise<OutputOf<O>> => {
  const { platform, signIn: door } = at.runtime;
  const mounted = platform.operations.find((one) => one.operation === operation);
  if (!mounted) throw new Error("no such operation");
  const sessions = {
    signIn: door,
    permissions: platform.permissions,
    session: undefined,
    halfway: undefined,
    cookie: undefined,
    device: null,
    demoAccounts: [],
    setCookie: () => {},
  };
  const actor = localAdministrator(SYSTEM_ZONE_ID, platform.permissions);
  return (await platform.execute(mounted, input, { actor, businessDate: null, language: "zh", from: "local", sessions })) as OutputOf<O>;
};
const refusedHere = (operation: Operation, input: Record<string, unknown>) =>
  onThisMachine(operation, input).then(
    () => null,
    (error: unknown) => (error instanceof AppError ? { kind: error.kind, code: error.code } : error),
  );

describe("园区", () => {
  test("新建园区：部门与首位安全管理员都在，启用双因素后能登录办事", async () => {
    const zone = await onThisMachine(createZone, third);
    expect(zone).toMatchObject({ slug: "third", region: "丙高新区", sample: false, businessDate: null });
    const { signIn: door } = at.runtime;
    const entered = await door.signIn("third-admin", third.adminPassword, { address: "127.0.0.1", device: null });
    expect(entered.session.step).toBe("enrol-second-factor");
    const { cookie } = await allTheWay(door, entered);
    await door.chooseMembership(cookie, entered.session.memberships[0]?.id ?? "");
    const admin = { cookie, personId: "", name: "" };
    const view = await at.done(admin, session, {});
    expect(view.memberships.map((held) => held.role)).toEqual(["security_administrator"]);
    expect((await at.done(admin, listDepartments, {})).items.map((department) => department.name).sort()).toEqual(
      ["招商合作局", "经济运行局"].sort(),
    );
    expect((await at.done(admin, listPeople, {})).items.map((person) => person.name)).toEqual(["丙区管理员"]);
    expect((await onThisMachine(listZones, {})).items.map((one) => one.slug)).toEqual(["first", "second", "third"]);
    expect((await at.done(system, listZones, {})).items.map((one) => one.slug)).toEqual(["first"]);
  });

  test("一个园区的系统管理员不能新建园区：那关乎整个平台", async () => {
    expect(await at.refused(system, createZone, { ...third, slug: "fourth" })).toMatchObject({ status: 403, code: "access.platform" });
  });

  test("代号已有、管理员用户名已有、写法不对：各有一句话，什么也不留", async () => {
    const before = [await at.countRows(), await at.database.tamper(`select count(*)::int n from auth."user"`)];
    expect(await refusedHere(createZone, { ...third, slug: "first" })).toEqual({ kind: "conflict", code: "zone.slug-taken" });
    expect(await refusedHere(createZone, { ...third, slug: "fourth" })).toEqual({ kind: "conflict", code: "person.username-taken" });
    expect(await refusedHere(createZone, { ...third, slug: "大写" })).toEqual({ kind: "invalid", code: "input.invalid" });
    expect(await refusedHere(createZone, { ...third, slug: "fourth", adminUsername: "fresh", region: "零\u0000字" })).toMatchObject({
      kind: "invalid",
    });
    expect([await at.countRows(), await at.database.tamper(`select count(*)::int n from auth."user"`)]).toEqual(before);
  });

  test("移除示范园区只在本机命令行办，HTTP 一律拒绝", async () => {
    expect(await at.refused(system, removeSample, {})).toMatchObject({ status: 403, code: "access.platform" });
  });
});

describe("放假通知", () => {
  const days = (year: number) => [
    `${year}-01-01`,
    `${year}-02-05`,
    `${year}-04-05`,
    `${year}-05-01`,
    `${year}-06-09`,
    `${year}-10-01`,
    `${year}-10-02`,
  ];
  test("没有通知的年份：期限注明暂定；载入之后重算", async () => {
    const due = { from: "2031-09-29" as never, count: 3 };
    expect(await at.done(system, workdays, due)).toMatchObject({ provisional: true });
    const loaded = await at.done(system, loadCalendarNotice, {
      year: 2031,
      source: "国办发明电〔2030〕测试号",
      daysOff: days(2031) as never[],
      extraWorkdays: ["2031-10-12"] as never[],
    });
    expect(loaded).toMatchObject({ year: 2031, extraWorkdays: ["2031-10-12"] });
    expect(await at.done(system, workdays, due)).toEqual({ due: "2031-10-06", provisional: false });
    const listed = await at.done(at.account("liaison"), listCalendarNotices, {});
    expect(listed.items.map((notice) => notice.year)).toContain(2026);
    expect(listed.items.find((notice) => notice.year === 2031)?.loadedAt).toMatch(/^20/);
    expect(await at.database.tamper("select payload from outbox where kind = 'calendar.loaded'")).toEqual([{ payload: { year: 2031 } }]);
    await at.worker.drain();
  });

  test("手册的算例：2026-02-09 起 20 个工作日是 2026-03-13", async () => {
    expect(await at.done(system, workdays, { from: "2026-02-09" as never, count: 20 })).toEqual({ due: "2026-03-13", provisional: false });
    expect(await at.refused(system, workdays, { from: "2026-02-30", count: 20 })).toMatchObject({
      status: 400,
      title: "填写有误：“from”应为日期，如 2026-06-30",
    });
  });

  test("有错的通知整份不载入，一句话说明哪几天不对", async () => {
    const before = await at.countRows();
    const load = (given: object) =>
      at.refused(system, loadCalendarNotice, {
        year: 2032,
        source: "国办发明电〔2031〕测试号",
        daysOff: days(2032),
        extraWorkdays: [],
        ...given,
      });
    expect(await load({ extraWorkdays: ["2032-10-13"] })).toMatchObject({ status: 400, code: "calendar.refused" });
    expect((await load({ extraWorkdays: ["2032-10-13"] })).title).toMatch(/^2032 年放假通知未载入：.*2032-10-13/);
    expect((await load({ daysOff: [...days(2032), "2032-10-02"] })).title).toContain("2032-10-02");
    expect((await load({ daysOff: days(2032).slice(1) })).title).toContain("2032-01-01");
    expect(await load({ daysOff: [...days(2032), "2032-02-30"] })).toMatchObject({ status: 400, code: "input.invalid" });
    expect(await at.countRows()).toEqual(before);
  });

  test("只有系统管理员载入", async () => {
    const given = { year: 2033, source: "国办发明电", daysOff: days(2033), extraWorkdays: [] };
    expect(await at.refused(at.account("statistics"), loadCalendarNotice, given)).toMatchObject({ status: 403 });
    expect(await at.refused(nobody, loadCalendarNotice, given)).toMatchObject({ status: 401 });
  });
});
