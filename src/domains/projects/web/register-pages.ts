import type { PageEntry } from "#ui/page-entry.ts";

/** Colour wall, lists, the register and one project. */
export const registerPages: readonly PageEntry[] = [];
