import type { CaseRow } from "#domains/approvals/contract/case.ts";

export type Place = { readonly to: string; readonly search?: Readonly<Record<string, string>> };

/** A draft is continued where it was begun; what was filed is looked at. */
export const portalPlace = (row: Pick<CaseRow, "id" | "state" | "matterCode">): Place =>
  row.state === "DRAFT" ? { to: `/portal/apply/${row.matterCode}`, search: { case: row.id } } : { to: `/portal/cases/${row.id}` };
