import { conflictPages } from "#domains/projects/web/conflict-pages.ts";
import { coursePages } from "#domains/projects/web/course-pages.ts";
import { dispatchPages } from "#domains/projects/web/dispatch-pages.ts";
import { registerPages } from "#domains/projects/web/register-pages.ts";
import { supervisionPages } from "#domains/projects/web/supervision-pages.ts";
import type { PageEntry } from "#ui/page-entry.ts";

export const projectPages: readonly PageEntry[] = [
  ...registerPages,
  ...coursePages,
  ...supervisionPages,
  ...dispatchPages,
  ...conflictPages,
];
