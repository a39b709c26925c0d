import { expect, test } from "vitest";
import type { CaseRow } from "#domains/approvals/contract/case.ts";
import { dueCases } from "#domains/approvals/web/due-cases.ts";

const row = (id: string, state: CaseRow["state"], who: CaseRow["blocking"]["who"]) => ({
  id,
  state,
  blocking: { who, name: "", since: null, workdays: 0, sentence: { zh: "", en: "" } },
});
const rows = [
  row("draft", "DRAFT", "applicant"),
  row("supplement", "SUPPLEMENT", "applicant"),
  row("reviewing", "REVIEWING", "department"),
  row("owing", "DECIDED", "applicant"),
];
const owed = (...ids: readonly string[]) => ids.map((id) => ({ case: { id } }));

test.each([
  ["还没有读到所欠的", undefined, ["supplement", "owing", "draft"], 2],
  ["没有欠的", { deferrals: [], corrections: [] }, ["supplement", "owing", "draft"], 2],
  ["审查中的办件欠一项整改：也等您处理", { deferrals: [], corrections: owed("reviewing") }, ["supplement", "owing", "draft"], 3],
  ["已决定、欠一份容缺材料的只列一次", { deferrals: owed("owing"), corrections: [] }, ["supplement", "draft"], 2],
  ["一件欠两项，只算一件", { deferrals: owed("owing"), corrections: owed("owing") }, ["supplement", "draft"], 2],
] as const)("%s", (_, given, lines, cases) => {
  const due = dueCases(rows, given);
  expect(due.lines.map(({ id }) => id)).toEqual(lines);
  expect([due.cases, due.drafts]).toEqual([cases, 1]);
});
