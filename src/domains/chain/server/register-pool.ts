import { sql } from "kysely";
import type { Candidate } from "#domains/chain/contract/placement.ts";
import type { EnterpriseFilter } from "#domains/registry/contract/search-operations.ts";
import { listProducts, listResidents, searchPool } from "#domains/registry/server/api.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

const MOST_WORDS = 60;
const LONGEST_WORD = 60;
/** What the register says of a class is of the standard, or is left out here. */
const CLASS = /^([A-T]|[A-T]?\d{2,4})$/;

export type Pooled = { readonly candidate: Candidate; readonly residentSince: LocalDate | null };

/** Enterprises of the register that a filter finds, the best known first, with what their places can be told from. */
export async function candidatesFromRegister(tx: Tx, filter: EnterpriseFilter, most: number, today: LocalDate): Promise<readonly Pooled[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ids.length < most; ) {
    const page = await searchPool(
      tx,
      { filter, limit: Math.min(500, most - ids.length), ...(cursor === undefined ? {} : { cursor }) },
      today,
    );
    ids.push(...page.ids);
    if (page.next === null) break;
    cursor = page.next;
  }
  const rows = await tx
    .selectFrom("enterprise")
    .select(["id", "name", "identifier_kind", "identifier", "class_code", "products"])
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const told = Map.groupBy(await listProducts(tx, ids), ({ enterpriseId }) => enterpriseId);
  const since = new Map((await listResidents(tx, today)).map((resident) => [resident.enterpriseId, resident.from]));
  return ids.flatMap((id): Pooled[] => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const sold = told.get(id) ?? [];
    const candidate: Candidate = {
      name: row.name,
      ...(row.identifier_kind === "uscc" ? { uscc: row.identifier } : {}),
      ...(row.class_code !== null && CLASS.test(row.class_code) ? { classCode: row.class_code } : {}),
      products: wordsOf([...row.products, ...sold.map((product) => product.name)]),
      segments: wordsOf(sold.map(({ segment }) => segment)),
    };
    return [{ candidate, residentSince: since.get(id) ?? null }];
  });
}

/** Each once, in their order. */
const wordsOf = (written: readonly string[]): string[] =>
  [...new Set(written.map((word) => word.trim()))].filter((word) => word !== "" && word.length <= LONGEST_WORD).slice(0, MOST_WORDS);
