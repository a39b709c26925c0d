import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CALLERS, callers, FILE, lookups, named, nationalFields, needsFile, recordFields, withoutTrace } from "#apps/test-matrix.ts";
import { type Account, createTestServer, type TestServer } from "#apps/test-server.ts";
import { furnishZone, type ZoneRecords } from "#apps/test-zone.ts";

/** The requests of the matrix of roles once more, with the layer of permissions switched off: everybody may everything, and only rows refuse. */
let at: TestServer;
let first: ZoneRecords;
let cases = 0;

beforeAll(async () => {
  at = await createTestServer({ withoutPermissions: true });
  first = await furnishZone(at, "first");
  await furnishZone(at, "second");
});
afterAll(async () => {
  await at.close();
  console.log(`行级隔离（权限层关闭）：${cases} 例`);
});

const ask = async (who: readonly (readonly [string, Account])[], mounted: (typeof named)[number][1], input: unknown) => {
  const replies = await Promise.all(
    who.map(async ([role, account]) => {
      const reply = await at.call(account, mounted.operation, input as never, needsFile(mounted) ? { files: [FILE] } : {});
      const leaked = reply.status === 200 ? [...first.marks, "甲区"].filter((mark) => reply.text.includes(mark)) : [];
      return { role, status: reply.status, leaked, text: reply.text.slice(0, 2000) };
    }),
  );
  cases += replies.length;
  return replies;
};

const inTables = named.filter(([name]) => recordFields[name] ?? lookups[name] ?? nationalFields[name]).length;

describe(`权限层关闭，别的园区的人（${inTables * CALLERS} 例）`, () => {
  test.each(named.filter(([name]) => recordFields[name]))("%s：别的园区的编号等于没有", async (name, mounted) => {
    const replies = await withoutTrace(at, () => ask(callers(at, "second"), mounted, recordFields[name]?.(first) ?? {}));
    expect(replies.filter(({ role, status }) => !(role === "nobody" ? [401, 404] : [403, 404]).includes(status))).toEqual([]);
  });
  test.each(named.filter(([name]) => lookups[name] ?? nationalFields[name]))("%s：看不到别的园区的字和数", async (name, mounted) => {
    const input = (lookups[name] ?? nationalFields[name])?.(first) ?? {};
    const replies = await withoutTrace(at, () => ask(callers(at, "second"), mounted, input));
    expect(replies.filter(({ leaked, status }) => leaked.length > 0 || status >= 500)).toEqual([]);
  });
});

/** Those of the same zone who are bound to an enterprise, or to none. The first enterprise's user is not here: some of the records are its own. */
const outside = (): readonly (readonly [string, Account])[] => [
  ["enterprise", at.account("enterprise", "first", "other")],
  ...(["bank", "expert", "hw_carrier"] as const).map((role) => [role, at.account(role, "first")] as const),
];

/** Officials are known to everybody of their zone by name; what is in their hands is not, and nothing of it moves. */
const ABOUT_OFFICIALS = new Set(["projects.handoverPreview", "projects.handOver", "system.departure"]);

const outsideCases = named.filter(([name]) => recordFields[name]).length * 4;

describe(`权限层关闭，本园区别的企业、银行、专家、承运人（${outsideCases} 例）`, () => {
  test.each(named.filter(([name]) => ABOUT_OFFICIALS.has(name)))("%s：只认得人，看不到手里的工作，也动不了", async (name, mounted) => {
    const to = at.account("leadership", "first").personId;
    const input = name === "projects.handOver" ? { ...recordFields[name]?.(first), toId: to } : recordFields[name]?.(first);
    const replies = await withoutTrace(at, () => ask(outside(), mounted, input));
    const fine = replies.filter(
      ({ status, text }) =>
        status === 403 ||
        status === 404 ||
        text.endsWith('"items":[]}') ||
        text.includes('"openWork":[]') ||
        text.includes("projects.handover-no-post"),
    );
    expect(fine).toEqual(replies);
  });
  test.each(named.filter(([name]) => recordFields[name] && !ABOUT_OFFICIALS.has(name)))(
    "%s：委员会和别的企业的记录等于没有",
    async (name, mounted) => {
      const replies = await withoutTrace(at, () => ask(outside(), mounted, recordFields[name]?.(first) ?? {}));
      expect(replies.filter(({ status }) => status !== 403 && status !== 404)).toEqual([]);
    },
  );
});
