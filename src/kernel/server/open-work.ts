import type { Text } from "#kernel/texts.ts";

/** Work that waits for one person: what it is called, how much of it, and the page where it is handed over, if there is one. */
export type OpenWork = { readonly what: Text; readonly count: number; readonly handOverAt: string | null };
