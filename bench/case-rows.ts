import pg from "pg";
import type { Runtime } from "#apps/runtime.ts";
import { caseColumns } from "#domains/approvals/contract/case-columns.ts";
import { digestOfCode } from "#domains/approvals/server/access-code.ts";
import { loadCourses } from "#domains/approvals/server/load-courses.ts";
import { reckoned } from "#domains/approvals/server/move-case.ts";
import { type LocalDate, localDate } from "#kernel/local-date.ts";
import { localAdministrator } from "#kernel/server/access.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import type { SessionDoor, UploadedFile } from "#kernel/server/operation-context.ts";
import { SAMPLE_MATTERS } from "../sample/matters.ts";
import { pastCaseRows } from "../sample/past-cases.ts";
import { SAMPLE_ZONE } from "../sample/zone.ts";

export type InsertedCases = {
  readonly cases: number;
  readonly steps: number;
  /** One that is in review, with the code that opens its public page. */
  readonly one: { readonly id: string; readonly number: string; readonly code: string };
};

const BEFORE = localDate("2023-12-20");
const CODE = "K7QM-2RTX-9PWA";

/**
 * The sample's past cases, replayed and kept by the import, and copies of them straight into the tables until there are as many steps as asked:
 * states, pauses, reviews and due days are those of the rules. Three copies in four lie one to three weeks earlier, so that some are late.
 */
export async function insertCases(
  runtime: Runtime,
  { zoneId, projects, steps }: { readonly zoneId: string; readonly projects: number; readonly steps: number },
): Promise<InsertedCases> {
  const call = callerOf(runtime, zoneId);
  await call("approvals.importMatters", { effectiveOn: "2024-01-01", reason: "bench" }, jsonFile("matters.json", SAMPLE_MATTERS), BEFORE);
  const { refused } = (await call("approvals.importCases", {}, caseFile(), SAMPLE_ZONE.businessDate)) as { readonly refused: number };
  if (refused > 0) throw new Error(`${refused} of the sample's past cases were refused`);
  const client = new pg.Client({ connectionString: runtime.database.ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.zone', $1, true)", [zoneId]);
    const { cases: first, steps: perCopy } = await count(client, zoneId);
    const copies = Math.ceil(steps / perCopy) - 1;
    for (const table of TABLES) await client.query(await copyOf(client, table), [zoneId, copies]);
    // About projects that are there, as construction matters are.
    await client.query(
      `update approval_case set project_id = ('00000000-0000-7000-9000-' || lpad(to_hex(1 + abs(hashtext(id::text)) % $2::int), 12, '0'))::uuid
       where zone_id = $1 and abs(hashtext(number)) % 3 > 0`,
      [zoneId, projects],
    );
    const one = await openToPublic(client, zoneId);
    const { cases, steps: all } = await count(client, zoneId);
    if (cases !== first * (copies + 1)) throw new Error(`${cases} cases, not ${first * (copies + 1)}`);
    await client.query("commit");
    await reckonAnew(runtime, zoneId);
    for (const table of TABLES) await client.query(`analyze ${table}`);
    return { cases, steps: all, one };
  } finally {
    await client.end();
  }
}

const TABLES = [
  "approval_case",
  "approval_step",
  "approval_piece",
  "approval_pause",
  "approval_supplement",
  "approval_extension",
  "approval_review",
  "approval_result",
  "approval_status",
] as const;

/** Of the shape that ids have. */
function idFrom(column: string): string {
  return `overlay(overlay(md5(${column}::text || copy) placing '7' from 13) placing '8' from 17)::uuid`;
}

/** How a copy differs: its own id, number and applicant, and its course some weeks earlier. */
const OTHERWISE: Readonly<Record<string, string>> = {
  id: idFrom("id"),
  case_id: idFrom("case_id"),
  number: "number || '-' || copy",
  access_hash: "md5(access_hash || copy)",
  enterprise_name: "enterprise_name || copy",
};

async function copyOf(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string; day: boolean }>(
    "select attname name, atttypid = 'date'::regtype as day from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum",
    [table],
  );
  const names = rows.map(({ name }) => name);
  const values = rows.map(({ name, day }) => OTHERWISE[name] ?? (day ? `"${name}" - 7 * (copy % 4)` : `"${name}"`));
  return `insert into ${table} (${names.map((name) => `"${name}"`).join(", ")})
    select ${values.join(", ")} from ${table}, generate_series(1, $2::int) copy where zone_id = $1`;
}

async function count(client: pg.Client, zoneId: string): Promise<{ cases: number; steps: number }> {
  const { rows } = await client.query<{ cases: number; steps: number }>(
    `select (select count(*)::int from approval_case where zone_id = $1) cases, (select count(*)::int from approval_step where zone_id = $1) steps`,
    [zoneId],
  );
  return rows[0] ?? { cases: 0, steps: 0 };
}

/** Weeks earlier there were other holidays: what a case waits for and is due is reckoned as with a step of its own. */
async function reckonAnew({ unitOfWork, platform }: Runtime, zoneId: string): Promise<void> {
  await unitOfWork.run(localAdministrator(zoneId, platform.permissions), {}, async (tx) => {
    const calendar = await loadCalendar(tx);
    const rows = await tx
      .selectFrom("approval_case")
      .selectAll()
      .where("zone_id", "=", zoneId)
      .where("state", "not in", ["DELIVERED", "WITHDRAWN", "TERMINATED"])
      .execute();
    for (const [id, course] of await loadCourses(tx, rows))
      await tx
        .updateTable("approval_case")
        .set(reckoned(course, calendar, SAMPLE_ZONE.businessDate) as never)
        .where("zone_id", "=", zoneId)
        .where("id", "=", id)
        .execute();
  });
}

async function openToPublic(client: pg.Client, zoneId: string): Promise<InsertedCases["one"]> {
  const { rows } = await client.query<{ id: string; number: string }>(
    "select id, number from approval_case where zone_id = $1 and state = 'REVIEWING' order by number limit 1",
    [zoneId],
  );
  const one = rows[0];
  if (one === undefined) throw new Error("no case is in review");
  await client.query("update approval_status set access_hash = $3 where zone_id = $1 and number = $2", [
    zoneId,
    one.number,
    digestOfCode(zoneId, one.number, CODE),
  ]);
  return { ...one, code: CODE };
}

type Call = (operation: string, input: unknown, file: UploadedFile, businessDate: LocalDate) => Promise<unknown>;

/** Runs operations as the zone's administrator, on a day. */
function callerOf({ platform }: Runtime, zoneId: string): Call {
  const caller = {
    actor: localAdministrator(zoneId, platform.permissions),
    language: "zh" as const,
    from: "local",
    sessions: {} as SessionDoor,
  };
  return async (name, input, file, businessDate) => {
    const mounted = platform.operations.find((one) => `${one.domain}.${one.name}` === name);
    if (mounted === undefined) throw new Error(`no operation ${name}`);
    return platform.execute(mounted, input, { ...caller, businessDate, files: [file] });
  };
}

const jsonFile = (name: string, value: unknown) => ({ name, bytes: new TextEncoder().encode(JSON.stringify(value)) });

/** Their projects are another zone's: they are given others afterwards. */
function caseFile() {
  const lines = [
    caseColumns.map(({ head }) => head.zh),
    ...pastCaseRows().map((cells) => caseColumns.map(({ key }) => (key === "project" ? "" : (cells[key] ?? "")))),
  ];
  return { name: "cases.csv", bytes: new TextEncoder().encode(`\ufeff${lines.map((cells) => cells.join(",")).join("\r\n")}\r\n`) };
}
