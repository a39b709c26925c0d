import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plugins } from "#apps/plugins.ts";
import {
  CALLERS,
  callers,
  FILE,
  lookups,
  type Mounted,
  may,
  named,
  namesARecord,
  nationalFields,
  needsFile,
  operations,
  recordFields,
  zoneFingerprint,
} from "#apps/test-matrix.ts";
import { createTestServer, type Reply, type TestServer } from "#apps/test-server.ts";
import { furnishZone, type ZoneRecords } from "#apps/test-zone.ts";
import { SIGNED_IN_ROLES } from "#kernel/role.ts";

let at: TestServer;
let first: ZoneRecords;
let second: ZoneRecords;
let cases = 0;

beforeAll(async () => {
  at = await createTestServer();
  first = await furnishZone(at, "first");
  second = await furnishZone(at, "second");
});
afterAll(async () => {
  await at.close();
  console.log(`岗位矩阵：${cases} 例`);
});

/** Refused by the layer of permissions, whatever a domain would have said later. */
const refusedByRole = (reply: Reply): boolean =>
  (reply.status === 401 || reply.status === 403) && /"code":"access\.(sign-in|no-role|platform|missing-permission)"/.test(reply.text);

/** The path's own fields, so that the address is whole; the rest of the input stays out: rights are looked at first. */
const pathOnly = ({ operation }: Mounted): Record<string, unknown> =>
  Object.fromEntries([...operation.path.matchAll(/:(\w+)/g)].map(([, field = ""]) => [field, randomUUID()]));

/** Ending sessions would end the test's own. */
const ENDS_THE_SESSION = new Set(["system.signOut"]);

const count = (of: (name: string) => unknown): number => named.filter(([name]) => of(name)).length * CALLERS;

describe(`每个操作 × 每个岗位：授权名单之内放行，之外一律拒绝（${count((name) => !ENDS_THE_SESSION.has(name))} 例）`, () => {
  test.each(named.filter(([name]) => !ENDS_THE_SESSION.has(name)))("%s", async (_, mounted) => {
    const results = await Promise.all(
      callers(at, "first").map(async ([role, account]) => {
        const reply = await at.call(account, mounted.operation, pathOnly(mounted), { language: "zh" });
        return { role, status: reply.status, allowed: !refusedByRole(reply), expected: may(mounted, role) };
      }),
    );
    cases += results.length;
    expect(results.filter(({ allowed, expected }) => allowed !== expected)).toEqual([]);
    expect(results.filter(({ status }) => status >= 500)).toEqual([]);
    expect(results.find(({ role }) => role === "nobody")?.status === 401).toBe(mounted.operation.permission !== "public");
  });

  test("授权名单里没有谁也用不上的权限，操作也没有无人授权的", () => {
    for (const plugin of plugins) {
      const asked = new Set(Object.values(plugin.operations).map((operation) => operation.permission));
      const granted = Object.keys(plugin.grants);
      expect(
        [...asked].filter((permission) => permission !== "public" && permission !== "signed-in" && !granted.includes(permission)),
      ).toEqual([]);
      expect(granted.filter((permission) => !asked.has(permission))).toEqual([]);
    }
  });
});

describe(`每个操作 × 每个岗位 × 别的园区的记录：一律碰不到（${count((name) => recordFields[name] ?? nationalFields[name] ?? lookups[name])} 例）`, () => {
  test("凡以编号指名记录的操作都在表里", () => {
    expect(
      operations
        .filter(namesARecord)
        .map(({ name }) => name)
        .filter((name) => !recordFields[name] && !nationalFields[name]),
    ).toEqual([]);
    expect(
      [...Object.keys(recordFields), ...Object.keys(nationalFields), ...Object.keys(lookups)].filter(
        (name) => !operations.some((mounted) => mounted.name === name),
      ),
    ).toEqual([]);
  });

  test.each(named.filter(([name]) => recordFields[name]))("%s：别的园区的编号等于没有", async (name, mounted) => {
    const before = await zoneFingerprint(at, "first");
    const input = recordFields[name]?.(first) ?? {};
    const results = await Promise.all(
      callers(at, "second").map(async ([role, account]) => {
        const reply = await at.call(account, mounted.operation, input as never, needsFile(mounted) ? { files: [FILE] } : {});
        const expected = may(mounted, role) ? [403, 404] : [401, 403];
        return { role, status: reply.status, text: reply.text, fine: expected.includes(reply.status) };
      }),
    );
    cases += results.length;
    expect(results.filter(({ fine }) => !fine)).toEqual([]);
    expect(await zoneFingerprint(at, "first")).toEqual(before);
  });

  test.each(named.filter(([name]) => nationalFields[name]))("%s：全国名录的记录，别的园区做过什么看不到也动不了", async (name, mounted) => {
    const before = await zoneFingerprint(at, "first");
    const results = await Promise.all(
      callers(at, "second").map(async ([role, account]) => {
        const reply = await at.call(account, mounted.operation, (nationalFields[name]?.(first) ?? {}) as never);
        const leaked = reply.status === 200 ? [...first.marks, "甲区"].filter((mark) => reply.text.includes(mark)) : [];
        return { role, status: reply.status, leaked, allowed: !refusedByRole(reply), expected: may(mounted, role) };
      }),
    );
    cases += results.length;
    expect(results.filter(({ leaked, status }) => leaked.length > 0 || status >= 500)).toEqual([]);
    expect(results.filter(({ allowed, expected }) => allowed !== expected)).toEqual([]);
    expect(await zoneFingerprint(at, "first")).toEqual(before);
  });

  test.each(named.filter(([name]) => lookups[name]))("%s：查不出别的园区的字和数", async (name, mounted) => {
    const results = await Promise.all(
      callers(at, "second").map(async ([role, account]) => {
        const reply = await at.call(account, mounted.operation, (lookups[name]?.(first) ?? {}) as never);
        const leaked = reply.status === 200 ? [...first.marks, "甲区"].filter((mark) => reply.text.includes(mark)) : [];
        return { role, status: reply.status, leaked, expected: may(mounted, role) };
      }),
    );
    cases += results.length;
    expect(results.filter(({ leaked }) => leaked.length > 0)).toEqual([]);
    expect(results.filter(({ status, expected }) => (status === 401 || status === 403) === expected)).toEqual([]);
    // The same question in its own zone finds something, or the test above would prove nothing.
    const own = await at.call(at.account(mayFirst(mounted), "first"), mounted.operation, (lookups[name]?.(first) ?? {}) as never);
    expect(own.status).toBe(200);
  });
});

const mayFirst = (mounted: Mounted) => SIGNED_IN_ROLES.find((role) => may(mounted, role)) ?? "statistics";

test("两个园区都有东西可泄露", () => {
  for (const records of [first, second])
    expect(Object.values(records).filter((value) => value === "" || value === "undefined")).toEqual([]);
});
