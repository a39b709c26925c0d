import type { ProjectRecord } from "#domains/projects/rules/project-record.ts";
import type { Decimal } from "#kernel/decimal.ts";
import { localDate } from "#kernel/local-date.ts";

type Given = {
  readonly steps?: readonly (readonly [string, ProjectRecord["steps"][number]["to"], string])[];
  readonly plans?: readonly (readonly [ProjectRecord["plans"][number]["kind"], string | null, string?])[];
  readonly actuals?: readonly (readonly [ProjectRecord["actuals"][number]["kind"], string])[];
  readonly yearPlans?: readonly (readonly [number, readonly string[]])[];
  readonly reports?: readonly (readonly [string, string | null, string])[];
  readonly stat?: string;
  readonly total?: string;
  readonly level?: ProjectRecord["level"];
};

/** A project of tests and benches, from what matters to the case: signed on 2025-03-10, the rest as given. */
export function exampleProject(id: string, given: Given = {}): ProjectRecord {
  const signedOn = localDate("2025-03-10");
  let from: ProjectRecord["steps"][number]["to"] | null = "SIGNED";
  return {
    id,
    code: id,
    name: `项目${id}`,
    enterprise: "云岭芯曜微电子有限公司",
    category: "industry",
    level: given.level ?? "ordinary",
    signedOn,
    plannedTotalYuan: (given.total ?? "600000000") as Decimal,
    steps: [
      { move: "sign", from: null, to: "SIGNED", on: signedOn, recordedOn: signedOn },
      ...(given.steps ?? []).map(([move, to, on]) => {
        const step = { move, from, to, on: localDate(on), recordedOn: localDate(on) };
        from = to;
        return step;
      }),
    ],
    plans: (given.plans ?? []).map(([kind, on, effective]) => ({
      kind,
      plannedOn: on === null ? null : localDate(on),
      effectiveOn: effective === undefined ? signedOn : localDate(effective),
    })),
    actuals: [
      { kind: "sign", actualOn: signedOn, recordedOn: signedOn },
      ...(given.actuals ?? []).map(([kind, on]) => ({ kind, actualOn: localDate(on), recordedOn: localDate(on) })),
    ],
    yearPlans: (given.yearPlans ?? []).map(([year, months]) => ({
      year,
      annualYuan: String(months.reduce((all, month) => all + BigInt(month), 0n)) as Decimal,
      monthsYuan: months as readonly Decimal[],
      effectiveOn: localDate(`${year}-01-01`),
    })),
    reports: (given.reports ?? []).map(([month, amount, on]) => ({
      month,
      investedYuan: amount as Decimal | null,
      reportedOn: localDate(on),
    })),
    statEntries: given.stat === undefined ? [] : [{ enteredOn: localDate(given.stat), recordedOn: localDate(given.stat) }],
  };
}
