import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plugins } from "#apps/plugins.ts";
import { type Account, createTestServer, nobody, type TestServer } from "#apps/test-server.ts";
import { furnishZone, type ZoneRecords } from "#apps/test-zone.ts";
import { approvalsOperations } from "#domains/approvals/contract/approvals-operations.ts";
import { projectsOperations } from "#domains/projects/contract/projects-operations.ts";
import { promotionOperations } from "#domains/promotion/contract/promotion-operations.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { FileReply, type Operation } from "#kernel/contract.ts";
import { hasPersonal } from "#kernel/personal.ts";
import { SIGNED_IN_ROLES } from "#kernel/role.ts";

const { openProject, editProject, exportProjects } = projectsOperations;
const { openLead, editLead } = promotionOperations;
const { openCase } = approvalsOperations;
const { unmask, searchJournal, listRetention, runRetention } = systemOperations;

const operations: readonly (readonly [string, Operation])[] = plugins.flatMap((plugin) =>
  Object.entries(plugin.operations).map(([name, operation]) => [`${plugin.name}.${name}`, operation] as const),
);
/** What stands in the zone of people and may be read nowhere without leave. */
const PROJECT = { contactName: "周衡山", contactPhone: "13911112222" };
const LEAD = { contactName: "吴越溪", contactPhone: "13733334444" };
const CASE_PHONE = "13800001234";
const PLANTED = [PROJECT.contactName, PROJECT.contactPhone, LEAD.contactName, LEAD.contactPhone, CASE_PHONE];
/** Whoever is bound to an enterprise reaches that enterprise's own only. */
const OWN_ONLY = ["enterprise", "bank", "expert", "hw_carrier"];

let at: TestServer;
let records: ZoneRecords;
let officer: Account;
let walked = 0;

beforeAll(async () => {
  at = await createTestServer();
  records = await furnishZone(at, "first");
  officer = at.account("promotion");
  const project = await at.done(at.account("task_force"), openProject, { id: records.project.id });
  const edited = await Promise.all(
    (["task_force", "promotion"] as const).map((role) =>
      at.call(at.account(role), editProject, { id: records.project.id, version: project.version, ...PROJECT }),
    ),
  );
  expect(edited.some(({ status }) => status === 200)).toBe(true);
  const lead = await at.done(officer, openLead, { id: records.promotion.lead });
  await at.done(officer, editLead, { id: records.promotion.lead, version: lead.row.version, ...LEAD });
});
afterAll(async () => {
  await at.close();
  console.log(`个人信息走查：${walked} 例`);
});

describe("契约", () => {
  test("回复是文件的操作都说明是哪一种文件", () => {
    expect(operations.filter(([, { output, file }]) => (output === FileReply) !== (file !== undefined)).map(([name]) => name)).toEqual([]);
  });
  test("名叫联系人、电话的字段都打了个人信息标记", () => {
    const text = (operation: Operation) => JSON.stringify(Object.keys(operation.input.shape));
    const named = operations.filter(([, operation]) => /contactName|contactPhone/.test(text(operation)));
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter(([, operation]) => !hasPersonal(operation.input)).map(([name]) => name)).toEqual([]);
  });
});

test("每个查询 × 每个岗位：没有事由，回复里没有一个完整的姓名或号码", async () => {
  const ids = [
    records.project.id,
    records.promotion.lead,
    records.approval.id,
    records.approval.package,
    records.promotion.contract,
    records.document,
    records.card,
    records.registry.enterprise,
    records.targets.list,
    records.targets.target,
  ];
  const queries = operations.filter(([, { kind, permission, file }]) => kind === "query" && permission !== "public" && file !== "shown");
  const leaks: string[] = [];
  for (const [name, operation] of queries) {
    const fields = [...operation.path.matchAll(/:(\w+)/g)].map(([, field = ""]) => field);
    const inputs = fields.length === 0 ? [{}] : ids.map((id) => Object.fromEntries(fields.map((field) => [field, id])));
    await Promise.all(
      SIGNED_IN_ROLES.filter((role) => !OWN_ONLY.includes(role)).flatMap((role) =>
        inputs.map(async (input) => {
          walked += 1;
          const reply = await at.call(at.account(role), operation, input as never);
          for (const planted of PLANTED) if (reply.text.includes(planted)) leaks.push(`${name} ${role} ${planted}`);
          if (reply.status >= 500) leaks.push(`${name} ${role} ${reply.status}`);
        }),
      ),
    );
  }
  expect([...new Set(leaks)]).toEqual([]);
  expect(walked).toBeGreaterThan(2000);
});

describe("查看完整信息", () => {
  const shown = async (account: Account) => (await at.done(account, openProject, { id: records.project.id })).contactPhone;
  const asked = {
    operation: "projects.openProject",
    get input() {
      return { id: records.project.id };
    },
    reason: "约企业看地块",
  };

  test("写明事由才看得到，只有本人、本条、本次查询看得到；留痕里有事由和字段，没有内容", async () => {
    const masked = await at.done(officer, openProject, { id: records.project.id });
    expect([masked.contactName, masked.contactPhone]).toEqual(["周**", "139****2222"]);
    const { until, fields } = await at.done(officer, unmask, asked);
    expect(fields.map(({ path }) => path).sort()).toEqual(["contactName", "contactPhone"]);
    expect(Date.parse(until) - Date.now()).toBeLessThanOrEqual(30 * 60_000);
    expect(await shown(officer)).toBe(PROJECT.contactPhone);
    expect(await shown(at.account("task_force"))).toBe("139****2222");
    expect(await shown(at.account("promotion", "first", "other"))).toBe("139****2222");
    expect((await at.done(officer, openLead, { id: records.promotion.lead })).contactPhone).toBe("137****4444");
    const { items } = await at.done(at.account("audit_administrator"), searchJournal, { operation: "system.unmask" });
    expect(items[0]).toMatchObject({ actor: officer.personId, after: { reason: "约企业看地块", operation: "projects.openProject" } });
    expect(JSON.stringify(items)).not.toContain(PROJECT.contactPhone);
  });

  test("三十分钟后又打码", async () => {
    await at.database.tamper(
      "update personal_leave set granted_at = granted_at - interval '1 hour', expires_at = expires_at - interval '1 hour'",
    );
    expect(await shown(officer)).toBe("139****2222");
  });

  test("够不着的记录、没有权限的岗位、没有个人信息的查询，都开不了", async () => {
    expect(await at.refused(at.account("leadership"), unmask, asked)).toMatchObject({ status: 403 });
    expect(await at.refused(at.account("statistics"), unmask, asked)).toMatchObject({ status: 403 });
    expect(await at.refused(at.account("enterprise"), unmask, asked)).toMatchObject({ status: 403 });
    expect(await at.refused(nobody, unmask, asked)).toMatchObject({ status: 401 });
    expect(await at.refused(at.account("promotion", "second"), unmask, asked)).toMatchObject({ status: 404 });
    const refuse = async (operation: string) => (await at.refused(officer, unmask, { ...asked, input: asked.input, operation })).code;
    expect(await refuse("projects.listProjects")).toBe("personal.no-such-reply");
    expect(await refuse("projects.editProject")).toBe("personal.no-such-reply");
    expect(await refuse("nothing.at-all")).toBe("personal.no-such-reply");
    expect(await at.refused(officer, unmask, { ...asked, input: asked.input, reason: "看" })).toMatchObject({ status: 400 });
  });

  test("打码的内容存不回去，说得出是哪一栏", async () => {
    const { version } = await at.done(at.account("task_force"), openProject, { id: records.project.id });
    const refusal = await at.refused(at.account("task_force"), editProject, {
      id: records.project.id,
      version,
      contactPhone: "139****2222",
    });
    expect(refusal).toMatchObject({ status: 400, code: "personal.masked", params: { field: "contactPhone" } });
  });

  test("企业看自己的不打码", async () => {
    const own = await at.call(at.account("enterprise"), openCase, { id: records.approval.id });
    expect([200, 403, 404]).toContain(own.status);
    if (own.status === 200) expect(own.text).toContain(CASE_PHONE);
  });
});

describe("导出与下载走同一扇门", () => {
  test("CSV 末行、表格页脚写明谁、何时、编号、期限；日志里有行数和指纹，凭编号查得到人", async () => {
    const csv = await at.call(officer, exportProjects, { format: "csv" });
    const number = /导出编号 (E[0-9A-F]{10})/.exec(csv.text)?.[1] ?? "";
    expect(number).not.toBe("");
    expect(csv.text).toMatch(new RegExp(`${officer.name}.*请于 \\d{4}-\\d{2}-\\d{2} 前销毁`));
    const [entry] = (await at.done(at.account("audit_administrator"), searchJournal, { subject: `export:${number}` })).items;
    expect(entry).toMatchObject({ actor: officer.personId, operation: "projects.exportProjects" });
    expect(entry?.after).toMatchObject({
      rows: expect.any(Number),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      asked: { format: "csv" },
    });
    const { default: library } = await import("exceljs");
    const workbook = new library.Workbook();
    await workbook.xlsx.load((await at.call(officer, exportProjects, { format: "xlsx" })).bytes as never);
    expect(workbook.worksheets[0]?.headerFooter.oddFooter).toMatch(/导出编号 E[0-9A-F]{10}/);
    expect(workbook.description).toContain(officer.name);
  });
});

describe("保存期限", () => {
  test("先看后清：看到的数就是清掉的数，链照样完整", async () => {
    const audit = at.account("audit_administrator");
    await at.database.tamper("update idempotency_key set recorded_at = now() - interval '31 days' where zone_id = $1", [
      at.database.zoneId,
    ]);
    const before = (await at.done(audit, listRetention, {})).items;
    const replies = before.find(({ key }) => key === "stored-replies");
    expect(replies?.rows).toBeGreaterThan(0);
    const gone = (await at.done(audit, runRetention, {})).items;
    expect(gone.map(({ key, rows }) => [key, rows])).toEqual(before.map(({ key, rows }) => [key, rows]));
    expect((await at.done(audit, listRetention, {})).items.find(({ key }) => key === "stored-replies")?.rows).toBe(0);
    expect((await at.done(audit, searchJournal, { operation: "system.runRetention" })).items.length).toBeGreaterThan(0);
    expect(await at.refused(at.account("system_administrator"), runRetention, {})).toMatchObject({ status: 403 });
  });
});
