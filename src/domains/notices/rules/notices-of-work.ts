import type { NoticeKind } from "#domains/notices/contract/notice-operations.ts";
import { workKindTexts, workPlace } from "#domains/workbench/contract/work-words.ts";
import type { WorkItem } from "#domains/workbench/contract/workbench-operations.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { addWorkdays, type WorkCalendar } from "#kernel/work-calendar.ts";

export type NewNotice = {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly titleEn: string;
  readonly about: string;
  readonly link: string;
  readonly dueOn: LocalDate | null;
  /** One thing is told once: the same day of the same item makes the same words. */
  readonly dedup: string;
};

/** Of one look and person; who has more finds it under 我的工作. */
const MOST_A_LOOK = 30;
/** Told beforehand by so many working days. */
const SOON_WORKDAYS = 2;
/** A queue that everybody of an office shares: each piece is nobody's in particular. */
const SHARED = new Set(["documents"]);

/** What of a person's work is told on a day: what has passed its day, what falls due soon, what is new. */
export function noticesOfWork(
  items: readonly Omit<WorkItem, "daysLate">[],
  today: LocalDate,
  calendar: WorkCalendar,
): readonly NewNotice[] {
  const soon = addWorkdays(calendar, today, SOON_WORKDAYS).day;
  const kindOf = (dueOn: LocalDate | null): NoticeKind =>
    dueOn === null || dueOn > soon ? "assigned" : dueOn < today ? "overdue" : "due-soon";
  const order: readonly NoticeKind[] = ["overdue", "due-soon", "assigned"];
  return items
    .filter(({ kind }) => !SHARED.has(kind))
    .map((item): NewNotice => {
      const kind = kindOf(item.dueOn);
      const words = workKindTexts[item.kind];
      return {
        kind,
        title: `${words.zh}：${item.title}`.slice(0, 300),
        titleEn: `${words.en}: ${item.titleEn ?? item.title}`.slice(0, 300),
        about: item.about.slice(0, 200),
        link: linkOf(item),
        dueOn: item.dueOn,
        dedup: [kind, item.kind, item.opens, item.title.slice(0, 80), item.dueOn ?? ""].join("|"),
      };
    })
    .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind) || (one.dueOn ?? "9").localeCompare(other.dueOn ?? "9"))
    .slice(0, MOST_A_LOOK);
}

function linkOf({ kind, opens }: Pick<WorkItem, "kind" | "opens">): string {
  const { to, search } = workPlace(kind, opens);
  const asked = Object.entries(search)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
  return asked === "" ? to : `${to}?${asked}`;
}
