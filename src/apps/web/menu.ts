import { pageList } from "#apps/web/page-list.ts";
import { groupTexts } from "#apps/web/shell-texts.ts";
import type { PageEntry } from "#ui/page-entry.ts";

export type MenuGroup = { readonly name: keyof typeof groupTexts; readonly pages: readonly PageEntry[] };

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
