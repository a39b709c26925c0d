import { HeldKind, heldKindWords } from "#domains/projects/contract/handover-operations.ts";
import { HOLDINGS } from "#domains/projects/server/handover/holdings.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { OpenWork } from "#kernel/server/open-work.ts";

/** What an official would leave behind, kind by kind; handing over moves all of it, and what other domains hold of him. */
export async function openWork(tx: Tx, personId: string): Promise<OpenWork[]> {
  const held: OpenWork[] = [];
  for (const kind of HeldKind.options) {
    const { length } = await HOLDINGS[kind].find(tx, personId);
    held.push({ what: heldKindWords[kind], count: length, handOverAt: "/projects/handover" });
  }
  return held;
}
