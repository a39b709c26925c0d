import { pageList } from "#apps/web/page-list.ts";
import { groupTexts } from "#apps/web/shell-texts.ts";
import type { Role } from "#kernel/role.ts";
import type { PageEntry } from "#ui/page-entry.ts";

type GroupName = keyof typeof groupTexts;
export type MenuGroup = { readonly name: GroupName; readonly pages: readonly PageEntry[] };

/** What each role works with every day (handbook §1); a role without a line finds everything open. */
const DAILY: Readonly<Partial<Record<Role, readonly GroupName[]>>> = {
  leadership: ["projects"],
  department_head: ["projects"],
  task_force: ["projects"],
  promotion: ["targets", "promotion"],
  liaison: ["projects"],
  statistics: ["economy"],
  approval_window: ["approvals"],
  policy_payout: ["economy"],
  payer: ["economy"],
  enterprise: ["portal"],
  system_administrator: ["system"],
  security_administrator: ["system"],
  audit_administrator: ["system"],
};
/** A menu as short as this needs no folding. */
const SHORT = 2;

/** What a role finds in the navigation: the pages that it may see, in their groups. */
export function menuFor(permissions: ReadonlySet<string>): readonly MenuGroup[] {
  const names = Object.keys(groupTexts) as (keyof typeof groupTexts)[];
  return names
    .map((name) => ({
      name,
      pages: pageList
        .filter((page) => page.menu?.group === name && (!page.permission || permissions.has(page.permission)))
        .sort((left, right) => (left.menu?.order ?? 0) - (right.menu?.order ?? 0)),
    }))
    .filter((group) => group.pages.length > 0);
}

/** The groups that stand open at first. */
export function dailyGroups(role: Role, groups: readonly MenuGroup[]): ReadonlySet<string> {
  const daily = DAILY[role];
  const all = groups.map(({ name }) => name);
  return new Set(daily === undefined || all.filter((name) => name !== "cockpit").length <= SHORT ? all : daily);
}

/** Where one is in the menu: of the pages that the address begins with, the nearest. */
export const placeOf = (path: string, groups: readonly MenuGroup[]): string | undefined =>
  groups
    .flatMap((group) => group.pages.map((page) => page.path))
    .filter((candidate) => path === candidate || path.startsWith(`${candidate}/`))
    .sort((one, other) => other.length - one.length)[0];

export const groupAt = (place: string | undefined, groups: readonly MenuGroup[]): string | undefined =>
  groups.find(({ pages }) => pages.some(({ path }) => path === place))?.name;
