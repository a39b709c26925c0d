import type { WorkItem } from "#domains/workbench/contract/workbench-operations.ts";
import { daysBetween, type LocalDate } from "#kernel/local-date.ts";

export type SortedWork = Readonly<Record<"late" | "now" | "coming" | "whenever", readonly WorkItem[]>>;
export type FoundWork = Omit<WorkItem, "daysLate">;

/** Late first and oldest at the top; then today's; then what comes, in the order of its days; last what has no day. */
export function sortWork(found: readonly FoundWork[], today: LocalDate): SortedWork {
  const items = found.map(
    (item): WorkItem => ({ ...item, daysLate: item.dueOn === null ? 0 : Math.max(0, daysBetween(item.dueOn, today)) }),
  );
  const byDay = (one: WorkItem, other: WorkItem): number =>
    one.dueOn === other.dueOn ? one.title.localeCompare(other.title, "zh-CN") : (one.dueOn ?? "") < (other.dueOn ?? "") ? -1 : 1;
  const dated = items.filter((item) => item.dueOn !== null).sort(byDay);
  return {
    late: dated.filter((item) => item.daysLate > 0),
    now: dated.filter((item) => item.dueOn === today),
    coming: dated.filter((item) => item.dueOn !== null && item.dueOn > today),
    whenever: items.filter((item) => item.dueOn === null),
  };
}
