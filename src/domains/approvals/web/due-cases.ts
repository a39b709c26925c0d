import type { CaseRow } from "#domains/approvals/contract/case.ts";

type Owed = { readonly case: { readonly id: string } };
type Due = { readonly deferrals: readonly Owed[]; readonly corrections: readonly Owed[] };
type Row = Pick<CaseRow, "id" | "state" | "blocking">;

/**
 * What is due from an applicant: drafts, and cases of which something is asked. One that owes what it promised stands in the list with that,
 * not a second time for waiting.
 */
export function dueCases<Case extends Row>(rows: readonly Case[], owed: Due | undefined) {
  const promised = new Set([...(owed?.deferrals ?? []), ...(owed?.corrections ?? [])].map((one) => one.case.id));
  const drafts = rows.filter(({ state }) => state === "DRAFT");
  const waiting = rows.filter(({ id, state, blocking }) => state !== "DRAFT" && blocking.who === "applicant" && !promised.has(id));
  return { lines: [...waiting, ...drafts], drafts: drafts.length, cases: waiting.length + promised.size };
}
