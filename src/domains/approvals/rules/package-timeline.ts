import type { z } from "zod";
import type { CaseState, PublicTimeline } from "#domains/approvals/contract/case.ts";
import type { PackageDefinition } from "#domains/approvals/contract/package-operations.ts";
import { childStateWords, packageStateWords } from "#domains/approvals/contract/package-texts.ts";
import { type ChildCase, type PackageState, readChildren } from "#domains/approvals/rules/package-course.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";

type Timeline = z.input<typeof PublicTimeline>;
export type ChildDay = ChildCase & { readonly endedOn: LocalDate | null };

/** The state of a case that says the most of a package to whoever looks from outside. */
const CASE_STATE: Readonly<Record<PackageState, CaseState>> = {
  DRAFT: "DRAFT",
  RUNNING: "REVIEWING",
  COMPENSATING: "REVIEWING",
  DONE: "DECIDED",
  FAILED: "TERMINATED",
  WITHDRAWN: "WITHDRAWN",
};

export type PackageOfTimeline = {
  readonly number: string;
  readonly state: PackageState;
  readonly submittedOn: LocalDate | null;
  readonly due: { readonly day: LocalDate; readonly provisional: boolean } | null;
};

/** One thing, one timeline: submitted, then each matter with how it stands. No names of people. */
export function packageTimeline(
  { number, state, submittedOn, due }: PackageOfTimeline,
  definition: PackageDefinition,
  children: readonly ChildDay[],
  { names, asOf }: { readonly names: ReadonlyMap<string, Text>; readonly asOf: LocalDate },
): Timeline {
  const readings = readChildren(definition.children, children);
  const open = readings.filter((child) => child.state === "running").map(({ matterCode }) => names.get(matterCode) ?? plain(matterCode));
  return {
    number,
    matterName: definition.name,
    state: state === "DONE" && handedOver(children) ? "DELIVERED" : CASE_STATE[state],
    decision: null,
    authority: definition.name.zh,
    asOf,
    dueOn: state === "DONE" || state === "FAILED" || state === "WITHDRAWN" ? null : (due?.day ?? null),
    dueProvisional: due?.provisional ?? false,
    waitsFor:
      open.length === 0
        ? waitsWhenClosed(state, children)
        : { zh: open.map(({ zh }) => zh).join("、"), en: open.map(({ en }) => en).join(", ") },
    lines: [
      {
        on: submittedOn,
        words: { zh: "提交一件事申请", en: "One-thing application submitted" },
        done: submittedOn !== null,
        automatic: false,
      },
      ...readings.map((child) => {
        const name = names.get(child.matterCode) ?? plain(child.matterCode);
        const words = childStateWords[child.state];
        return {
          on: children.find(({ matterCode }) => matterCode === child.matterCode)?.endedOn ?? null,
          words: { zh: `${name.zh}：${words.zh}`, en: `${name.en}: ${words.en}` },
          done: child.state === "granted" || child.state === "failed",
          automatic: false,
        };
      }),
    ],
  };
}

/** Decided is not delivered: the results of everything that was granted are in the applicant's hands. */
const handedOver = (children: readonly ChildDay[]): boolean =>
  children.every(({ state, decision }) => decision !== "granted" || state === "DELIVERED" || state === "TERMINATED");

const waitsWhenClosed = (state: PackageState, children: readonly ChildDay[]): Text =>
  state === "DONE" && !handedOver(children)
    ? { zh: "窗口（送达结果）", en: "the window (delivery of the results)" }
    : packageStateWords[state];

const plain = (code: string): Text => ({ zh: code, en: code });
