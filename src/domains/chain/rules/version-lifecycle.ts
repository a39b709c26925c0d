import type { VersionState } from "#domains/chain/contract/chain.ts";
import { gate, type Moves } from "#kernel/lifecycle.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { allow, type Decision, refuse } from "#kernel/policy.ts";
import type { Role } from "#kernel/role.ts";

/** What the gates look at: one version of the graph. */
export type VersionCase = {
  readonly state: VersionState;
  /** Everybody who drafted, changed or submitted it. */
  readonly authors: readonly string[];
  readonly nodes: number;
  readonly errors: number;
};

const source = "handbook §2: a version is approved by somebody else than its author";

const hasNodes = gate<VersionCase>("nodes", ({ nodes }) => (nodes > 0 ? undefined : "version-has-no-nodes"));
const inOrder = gate<VersionCase>("in-order", ({ errors }) => (errors === 0 ? undefined : "version-has-errors"));

/** RETURNED is a draft again; that it was returned, by whom and why stands in its steps. */
export const versionMoves = {
  submit: { from: ["DRAFT"], to: "SUBMITTED", needs: [hasNodes, inOrder], by: "promotion", source },
  approve: { from: ["SUBMITTED"], to: "APPROVED", needs: [inOrder], by: "leadership", source },
  sendBack: { from: ["SUBMITTED"], to: "DRAFT", needs: [], by: "leadership", source },
} satisfies Moves<VersionState, VersionCase> & Readonly<Record<string, { readonly by: Role }>>;
export type VersionMove = keyof typeof versionMoves;

type Dated = { readonly effectiveFrom: LocalDate };

/**
 * What was in force on a past day stays so: a version begins after all that are approved already, and, once there is one, not before the day
 * of its approval. The very first may begin earlier, for before it there was none.
 */
export function checkEffective(effectiveFrom: LocalDate, approved: readonly Dated[], today: LocalDate): Decision {
  if (approved.length === 0) return allow;
  if (approved.some((one) => one.effectiveFrom >= effectiveFrom)) return refuse("effective-not-after-last");
  return effectiveFrom < today ? refuse("effective-in-the-past") : allow;
}

/** The version in force on a day: of those approved the one that began last; undefined before the first. */
export const versionOn = <One extends Dated>(approved: readonly One[], asOf: LocalDate): One | undefined =>
  approved
    .filter((one) => one.effectiveFrom <= asOf)
    .toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1))
    .at(-1);
