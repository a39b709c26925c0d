import type { PageEntry } from "#ui/page-entry.ts";

/** Reporting from the site, supervision, the colour rule, investment, handover. */
export const supervisionPages: readonly PageEntry[] = [];
