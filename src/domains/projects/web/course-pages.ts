import type { PageEntry } from "#ui/page-entry.ts";

/** Gantt, project calendar and map. */
export const coursePages: readonly PageEntry[] = [];
