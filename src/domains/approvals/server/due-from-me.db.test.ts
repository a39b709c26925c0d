import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseView } from "#domains/approvals/contract/case.ts";
import { createTestApprovals, PIXEL, type TestApprovals } from "#domains/approvals/server/test-approvals.ts";
import type { Actor } from "#kernel/policy.ts";

type Due = {
  readonly deferrals: readonly { materialKey: string; dueOn: string; daysLate: number; case: { id: string } }[];
  readonly corrections: readonly { materialKey: string; correctBy: string | null; case: { id: string } }[];
};

let at: TestApprovals;
let owner: Actor;
let rival: Actor;
let window: Actor;
let id: string;
const ENTERPRISES = ["0198b000-0000-7000-8000-000000000011", "0198b000-0000-7000-8000-000000000012"] as const;
const dueOf = (actor: Actor, today: string) => at.call<Due>(actor, "dueFromMe", {}, { today });

beforeAll(async () => {
  at = await createTestApprovals();
  const own = await at.department("行政审批局");
  for (const [place, enterprise] of ENTERPRISES.entries())
    await at.database.tamper("insert into enterprise (id, identifier_kind, identifier, name) values ($1, 'uscc', $2, $3)", [
      enterprise,
      place === 0 ? "91500000MAXX000157" : "91500000MAXX000900",
      place === 0 ? "云岭芯曜微电子有限公司" : "岚州另一家有限公司",
    ]);
  owner = await at.person("enterprise", { enterpriseId: ENTERPRISES[0] });
  rival = await at.person("enterprise", { enterpriseId: ENTERPRISES[1] });
  window = await at.person("approval_window", { departmentId: own });
  const material = (key: string, marks: object) => ({
    key,
    name: { zh: key, en: key },
    need: "mandatory" as const,
    deferrable: false,
    byCommitment: false,
    note: "",
    ...marks,
  });
  await at.matter({
    code: "permit",
    form: [],
    materials: [material("rules", { deferrable: true }), material("premises", { byCommitment: true })],
    promised: { length: 5, unit: "workday", source: "本区承诺" },
  });
  const { case: drafted } = await at.draft(owner, {}, "2026-03-02");
  id = drafted.row.id;
  const promise = (key: string, how: string) =>
    at.call<CaseView>(owner, "promiseMaterial", { id, key, how, text: "承诺" }, { today: "2026-03-02" });
  await promise("premises", "commitment");
  const submitted = await at.step(owner, "submitCase", await promise("rules", "deferred"), {}, "2026-03-02");
  await at.step(window, "acceptCase", submitted, {}, "2026-03-02");
});
afterAll(() => at.database.close());

describe("待我补交和整改", () => {
  test("受理后容缺材料按期限列给本企业，逾期写明几日；别家看不到，窗口没有代办的也看不到", async () => {
    const due = await dueOf(owner, "2026-03-03");
    expect(due.deferrals).toMatchObject([{ materialKey: "rules", dueOn: "2026-03-09", daysLate: 0, case: { id } }]);
    expect(due.corrections).toEqual([]);
    expect((await dueOf(owner, "2026-03-11")).deferrals).toMatchObject([{ daysLate: 2 }]);
    expect(await dueOf(rival, "2026-03-03")).toEqual({ deferrals: [], corrections: [] });
    expect(await dueOf(window, "2026-03-03")).toEqual({ deferrals: [], corrections: [] });
  });

  test("承诺核查不实的列为待整改，补交后容缺不再列出", async () => {
    const seen = await at.call<CaseView>(window, "openCase", { id }, { today: "2026-03-04" });
    const [commitment] = seen.commitments;
    await at.call(
      window,
      "verifyCommitment",
      { commitmentId: commitment?.id, version: commitment?.version, finding: "false", note: "现场不符", correctBy: "2026-03-20" },
      { today: "2026-03-04" },
    );
    const files = [{ name: "制度.png", bytes: PIXEL }];
    await at.call(owner, "provideMaterial", { id, key: "rules", note: "" }, { files, today: "2026-03-05" });
    const due = await dueOf(owner, "2026-03-05");
    expect(due.deferrals).toEqual([]);
    expect(due.corrections).toMatchObject([{ materialKey: "premises", correctBy: "2026-03-20", case: { id } }]);
  });
});
