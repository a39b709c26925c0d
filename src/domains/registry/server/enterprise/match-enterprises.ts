import type { EnterpriseRow } from "#domains/registry/contract/enterprise.ts";
import { findNamed } from "#domains/registry/server/enterprise/find-named.ts";
import { listRows } from "#domains/registry/server/search/present-enterprise.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

const AT_ONCE = 2_000;

/** Whom each of many words means, as `findNamed` finds them, with their rows. A word that nobody answers to is not in the answer. */
export async function matchEnterprises(
  tx: Tx,
  words: readonly string[],
  today: LocalDate,
): Promise<ReadonlyMap<string, readonly EnterpriseRow[]>> {
  const wanted = [...new Set(words)];
  const found = new Map<string, readonly string[]>();
  for (let from = 0; from < wanted.length; from += AT_ONCE)
    for (const [word, ids] of await findNamed(tx, wanted.slice(from, from + AT_ONCE))) found.set(word, ids);
  const rows = new Map<string, EnterpriseRow>();
  const ids = [...new Set([...found.values()].flat())];
  for (let from = 0; from < ids.length; from += AT_ONCE)
    for (const row of await listRows(tx, ids.slice(from, from + AT_ONCE), today)) rows.set(row.id, row);
  return new Map([...found].map(([word, some]) => [word, some.flatMap((id) => rows.get(id) ?? [])]));
}
