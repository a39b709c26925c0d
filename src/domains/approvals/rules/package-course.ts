import type { z } from "zod";
import type { CaseDecision, CaseState } from "#domains/approvals/contract/case.ts";
import type { PackageDefinition, PackageRow } from "#domains/approvals/contract/package-operations.ts";
import { type Gate, gate, type Moves } from "#kernel/lifecycle.ts";

export type PackageState = z.infer<typeof PackageRow>["state"];
export type ChildState = "waiting" | "running" | "granted" | "failed";
/** What is known of a child's case. */
export type ChildCase = { readonly matterCode: string; readonly state: CaseState; readonly decision: CaseDecision | null };

/** What the gates of a package look at. */
export type PackageCourse = {
  readonly state: PackageState;
  readonly formMissing: readonly string[];
  readonly materialsMissing: readonly string[];
  readonly running: number;
  readonly failed: number;
  readonly granted: number;
  /** Neither granted nor out of reach: those that wait for a failed one will never begin. */
  readonly ahead: number;
  readonly openCompensations: number;
};

const source = "handbook §5 一件事";
const form = gate<PackageCourse>("form", ({ formMissing }) =>
  formMissing[0] === undefined ? undefined : `missing-answer:${formMissing.join("、")}`,
);
const materials = gate<PackageCourse>("materials", ({ materialsMissing }) =>
  materialsMissing[0] === undefined ? undefined : `missing-material:${materialsMissing.join("、")}`,
);
const allEnded = gate<PackageCourse>("all-ended", ({ running, ahead }) => (running + ahead === 0 ? undefined : "package.children-open"));
const noneFailed = gate<PackageCourse>("none-failed", ({ failed }) => (failed === 0 ? undefined : "package.child-failed"));
const oneFailed = gate<PackageCourse>("one-failed", ({ failed }) => (failed > 0 ? undefined : "package.none-failed"));
const someGranted = gate<PackageCourse>("some-granted", ({ granted }) => (granted > 0 ? undefined : "package.nothing-granted"));
const noneGranted = gate<PackageCourse>("none-granted", ({ granted }) => (granted === 0 ? undefined : "package.something-granted"));
const compensated: Gate<PackageCourse> = gate("compensated", ({ openCompensations }) =>
  openCompensations === 0 ? undefined : "package.compensation-open",
);

/**
 * A package ends when all its children have ended. One that fails after others were granted rolls nothing back: what is to be done
 * about the others is a task, and the package ends when that is done. It is done when something was granted; where nothing was, it has failed.
 */
export const packageMoves = {
  submit: { from: ["DRAFT"], to: "RUNNING", needs: [form, materials], by: "applicant", source },
  withdraw: { from: ["DRAFT"], to: "WITHDRAWN", needs: [], by: "applicant", source },
  finish: { from: ["RUNNING"], to: "DONE", needs: [allEnded, noneFailed], by: "rule", source },
  fail: { from: ["RUNNING"], to: "COMPENSATING", needs: [oneFailed], by: "rule", source },
  settle: { from: ["COMPENSATING"], to: "DONE", needs: [allEnded, compensated, someGranted], by: "window", source },
  giveUp: { from: ["COMPENSATING"], to: "FAILED", needs: [allEnded, compensated, noneGranted], by: "rule", source },
} satisfies Moves<PackageState, PackageCourse>;
export type PackageMove = keyof typeof packageMoves;

/** A child without a case waits; a refusal, withdrawal or end without decision is a failure. */
export function childStateOf(found: ChildCase | undefined): ChildState {
  if (found === undefined) return "waiting";
  if (found.state === "WITHDRAWN" || found.state === "TERMINATED" || found.decision === "refused") return "failed";
  return found.decision === "granted" ? "granted" : "running";
}

type Children = PackageDefinition["children"];
export type ChildReading = { readonly matterCode: string; readonly state: ChildState; readonly reachable: boolean };

/** How every child stands, in the order of the definition. */
export function readChildren(children: Children, cases: readonly ChildCase[]): readonly ChildReading[] {
  const states = new Map(children.map(({ matterCode }) => [matterCode, childStateOf(cases.find((one) => one.matterCode === matterCode))]));
  const blocked = new Set(children.flatMap(({ matterCode }) => (states.get(matterCode) === "failed" ? [matterCode] : [])));
  // A failure reaches everything that waits for it, however far behind.
  for (let more = true; more; ) {
    more = false;
    for (const { matterCode, after } of children)
      if (states.get(matterCode) === "waiting" && !blocked.has(matterCode) && after.some((before) => blocked.has(before))) {
        blocked.add(matterCode);
        more = true;
      }
  }
  return children.map(({ matterCode }) => ({
    matterCode,
    state: states.get(matterCode) ?? "waiting",
    reachable: !blocked.has(matterCode),
  }));
}

/** The children that begin now: all before them are granted (not merely ended: a licence has to be there). */
export function childrenToOpen(children: Children, cases: readonly ChildCase[]): readonly string[] {
  const states = new Map(readChildren(children, cases).map((child) => [child.matterCode, child.state]));
  return children
    .filter(({ matterCode, after }) => states.get(matterCode) === "waiting" && after.every((before) => states.get(before) === "granted"))
    .map(({ matterCode }) => matterCode);
}

export type Compensation = { readonly failed: string; readonly matterCode: string; readonly text: PackageDefinition["name"] };

/** What is to be done now that a child failed: its own words for each other child that was granted, or is still under way and may yet be. */
export function compensationsFor(children: Children, cases: readonly ChildCase[], failed: string): readonly Compensation[] {
  const text = children.find(({ matterCode }) => matterCode === failed)?.compensation;
  if (text === undefined) return [];
  return readChildren(children, cases)
    .filter(({ matterCode, state }) => matterCode !== failed && (state === "granted" || state === "running"))
    .map(({ matterCode }) => ({ failed, matterCode, text }));
}

/** The numbers that the gates of the package look at. */
export function countChildren(
  children: Children,
  cases: readonly ChildCase[],
): Pick<PackageCourse, "running" | "failed" | "granted" | "ahead"> {
  const readings = readChildren(children, cases);
  const count = (state: ChildState): number => readings.filter((child) => child.state === state).length;
  return {
    running: count("running"),
    granted: count("granted"),
    failed: count("failed"),
    ahead: readings.filter(({ state, reachable }) => state === "waiting" && reachable).length,
  };
}
