import type { EnterpriseFilter, EnterpriseSort } from "#domains/registry/contract/search-operations.ts";
import { makeMark, readMark } from "#domains/registry/server/page-marks.ts";
import { findInOrder, SearchMark } from "#domains/registry/server/search/plan-search.ts";
import { conditionOf } from "#domains/registry/server/search/search-condition.ts";
import { tokenFrequencies } from "#domains/registry/server/search/token-frequencies.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type Asked = {
  readonly filter: EnterpriseFilter;
  readonly sort: EnterpriseSort;
  readonly limit: number;
  readonly cursor?: string | undefined;
};

/** A page of ids in an order. @throws AppError `registry.cursor` for a mark of another order, `registry.query-too-short` */
export async function findIds(
  tx: Tx,
  { filter, sort, limit, cursor }: Asked,
  today: LocalDate,
): Promise<{ readonly ids: readonly string[]; readonly next: string | null }> {
  const after = readMark(cursor, SearchMark);
  if (after !== undefined && after.s !== sort) throw new AppError("registry.cursor", "invalid");
  const frequencies = await tokenFrequencies(tx);
  const condition = conditionOf(filter, today, actorOf(tx).zoneId, frequencies);
  const found = await findInOrder(tx, condition, frequencies.rows, { sort, after, count: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    ids: page.map(({ id }) => id),
    next: found.length > limit && last !== undefined ? makeMark({ s: sort, v: last.value, id: last.id } satisfies SearchMark) : null,
  };
}
