import { addDays, type LocalDate } from "#kernel/local-date.ts";

export const SOON_DAYS = 14;

export type Burden = { readonly kind: "task" | "issue" | "resolution"; readonly ownerId: string; readonly dueOn: LocalDate };
export type Counted = { readonly open: number; readonly overdue: number; readonly soon: number };
export type Load = { readonly tasks: Counted; readonly issues: Counted; readonly resolutions: Counted; readonly load: number };

/** What is open with one person, what of it is past its day, and what comes due in the two weeks ahead. It says how much, never how well. */
export function loadOf(burdens: readonly Burden[], personId: string, asOf: LocalDate): Load {
  const mine = burdens.filter(({ ownerId }) => ownerId === personId);
  const until = addDays(asOf, SOON_DAYS);
  const count = (kind: Burden["kind"]): Counted => {
    const held = mine.filter((burden) => burden.kind === kind);
    return {
      open: held.length,
      overdue: held.filter(({ dueOn }) => dueOn < asOf).length,
      soon: held.filter(({ dueOn }) => dueOn >= asOf && dueOn <= until).length,
    };
  };
  return { tasks: count("task"), issues: count("issue"), resolutions: count("resolution"), load: mine.length };
}
