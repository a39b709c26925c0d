import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callers, operations } from "#apps/test-matrix.ts";
import { type Account, createTestServer, type TestServer } from "#apps/test-server.ts";
import { furnishZone, type ZoneRecords } from "#apps/test-zone.ts";

/**
 * A list shows exactly what its reader may open: of any rows of any enterprises, makers and states. A row in a list that does not open leaks; one
 * that opens and stands in no list is lost.
 */
let at: TestServer;
let first: ZoneRecords;
let compared = 0;

beforeAll(async () => {
  at = await createTestServer();
  first = await furnishZone(at, "first");
});
afterAll(async () => {
  await at.close();
  console.log(`清单与逐条打开一致：比对 ${compared} 次`);
});

type Kind = {
  readonly table: string;
  readonly like: (of: ZoneRecords) => string;
  /** Columns that make a copy of the record another one. */
  readonly unique: readonly string[];
  readonly owner: "enterprise_id" | "actor_id" | "saved_by";
  readonly states?: readonly string[];
  readonly lists: readonly (readonly [operation: string, input: Record<string, unknown>])[];
  readonly open: string;
};

const KINDS: Readonly<Record<string, Kind>> = {
  审批件: {
    table: "approval_case",
    like: (of) => of.approval.id,
    unique: ["number"],
    owner: "enterprise_id",
    states: ["DRAFT", "SUBMITTED", "SUPPLEMENT", "ACCEPTED", "REVIEWING", "WITHDRAWN", "TERMINATED"],
    lists: [
      ["approvals.caseDesk", { open: false, limit: 100 }],
      // What is not filed yet is no work of the desk: it is shown where it is asked for.
      ["approvals.caseDesk", { open: false, state: "DRAFT", limit: 100 }],
      ["approvals.listMyCases", { limit: 100 }],
    ],
    open: "approvals.openCase",
  },
  项目: {
    table: "project",
    like: (of) => of.project.id,
    unique: ["code", "name_key"],
    owner: "enterprise_id",
    states: ["SIGNED", "LAND", "BUILDING", "COMPLETED", "SUSPENDED", "TERMINATED"],
    lists: [["projects.listProjects", { limit: 100 }]],
    open: "projects.openProject",
  },
  后台任务: {
    table: "job",
    like: (of) => of.job,
    unique: [],
    owner: "actor_id",
    states: ["done", "failed", "cancelled"],
    lists: [["system.listJobs", { limit: 100 }]],
    open: "system.getJob",
  },
};

const run = async (account: Account, name: string, input: Record<string, unknown>) => {
  const mounted = operations.find((one) => one.name === name);
  if (!mounted) throw new Error(`no operation ${name}`);
  return at.call(account, mounted.operation, input as never);
};

/** Copies of one record under other owners and in other states. @returns their ids. */
async function plant(
  kind: Kind,
  rows: readonly { readonly owner: string | null; readonly state: string | undefined }[],
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const { owner, state } of rows) {
    const id = randomUUID();
    const changed: Record<string, unknown> = { id, [kind.owner]: owner };
    for (const column of kind.unique) changed[column] = `试 ${id}`;
    if (kind.states) changed[kind.table === "project" ? "stage" : "state"] = state;
    if (kind.table === "approval_case") Object.assign(changed, { decision: null, decided_on: null, applicant_id: "planted" });
    await at.database.tamper(
      `insert into ${kind.table} select (jsonb_populate_record(t, $2::jsonb)).* from ${kind.table} t where t.id = $1`,
      [kind.like(first), JSON.stringify(changed)],
    );
    ids.push(id);
  }
  return ids;
}

/** Everything that the reader's lists show, page by page. */
async function listed(account: Account, kind: Kind): Promise<{ readonly asked: boolean; readonly ids: ReadonlySet<string> }> {
  const ids = new Set<string>();
  let asked = false;
  for (const [name, input] of kind.lists)
    for (let cursor: string | undefined, more = true; more; ) {
      const reply = await run(account, name, { ...input, ...(cursor === undefined ? {} : { cursor }) });
      if (reply.status !== 200) break;
      asked = true;
      const page = JSON.parse(reply.text) as { readonly items: readonly { readonly id: string }[]; readonly next: string | null };
      for (const item of page.items) ids.add(item.id);
      cursor = page.next ?? undefined;
      more = cursor !== undefined;
    }
  return { asked, ids };
}

test.each(Object.entries(KINDS))("%s：清单里的都打得开，打得开的都在清单里", async (_, kind) => {
  const owners =
    kind.owner === "enterprise_id" ? [...at.enterprises, null] : callers(at, "first").map(([, account]) => account.personId || "nobody");
  const row = fc.record({ owner: fc.constantFrom(...owners), state: fc.constantFrom(...(kind.states ?? [undefined])) });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 3, maxLength: 9 }), async (rows) => {
      const ids = await plant(kind, rows);
      for (const [role, account] of callers(at, "first")) {
        const list = await listed(account, kind);
        const opened = new Set<string>();
        for (const id of ids) if ((await run(account, kind.open, { id })).status === 200) opened.add(id);
        compared += ids.length;
        const shown = ids.filter((id) => list.ids.has(id));
        // A role that has no list at all is shown nothing, and is led to a record by what is assigned to it.
        expect([role, "shown but not opened", shown.filter((id) => !opened.has(id))]).toEqual([role, "shown but not opened", []]);
        if (list.asked)
          expect([role, "opened but not shown", ids.filter((id) => opened.has(id) && !list.ids.has(id))]).toEqual([
            role,
            "opened but not shown",
            [],
          ]);
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
});
