import type { PageEntry } from "#ui/page-entry.ts";

/** Dispatch meetings, resolutions, workload. */
export const dispatchPages: readonly PageEntry[] = [];
