import { sql } from "kysely";
import { nameKey } from "#domains/registry/rules/enterprise-name.ts";
import { enterpriseId } from "#domains/registry/server/enterprise-id.ts";
import type { Tx } from "#kernel/server/database.ts";
import { isUscc, normaliseUscc } from "#kernel/uscc.ts";

/**
 * Which enterprises a file means, by what it writes: a credit code, another number, a stock code (also `600373.SH`, and `1` for 000001), a name
 * in any of its spellings, or a name that it had. The surer way comes first; what is merged is what it was merged into. Who is meant by nobody
 * is not in the answer; where several are called so, a person has to say which.
 */
export async function findNamed(tx: Tx, written: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  const texts = [...new Set(written)].filter((text) => text !== "");
  const ways: readonly ((texts: readonly string[]) => Promise<readonly Found[]>)[] = [
    (left) => byCode(tx, left),
    (left) => byNumber(tx, left),
    (left) => byStockCode(tx, left),
    (left) => byName(tx, left),
    (left) => byOtherName(tx, left),
  ];
  for (const way of ways) {
    const left = texts.filter((text) => !found.has(text));
    if (left.length === 0) break;
    for (const { text, id } of await way(left)) found.set(text, [...new Set([...(found.get(text) ?? []), id])]);
  }
  return found;
}

type Found = { readonly text: string; readonly id: string };
type Keyed = readonly (readonly [text: string, key: string])[];

async function byCode(tx: Tx, texts: readonly string[]): Promise<readonly Found[]> {
  const keyed: Keyed = texts.flatMap((text) => {
    const code = normaliseUscc(text);
    return isUscc(code) ? [[text, enterpriseId("uscc", code)] as const] : [];
  });
  return ask(
    tx,
    keyed,
    (pairs) => sql<Found>`select t.text, coalesce(e.merged_into, e.id) id from ${pairs} join enterprise e on e.id = t.key::uuid`,
  );
}

const byNumber = (tx: Tx, texts: readonly string[]): Promise<readonly Found[]> =>
  ask(
    tx,
    texts.map((text) => {
      const code = normaliseUscc(text);
      return [text, isUscc(code) ? code : text.normalize("NFKC").replace(/\s/g, "").toUpperCase()];
    }),
    (pairs) => sql<Found>`select t.text, coalesce(e.merged_into, e.id) id from ${pairs} join enterprise e on e.identifier = t.key`,
  );

const STOCK_CODE = /^([0-9A-Z]{1,8})(?:\.[A-Z]{2})?$/i;
const STOCK_CODE_DIGITS = 6;
/** A spreadsheet takes `000001` for a number and leaves its zeros out. */
const stockCode = (written: string): string => (/^\d+$/.test(written) ? written.padStart(STOCK_CODE_DIGITS, "0") : written.toUpperCase());
const byStockCode = (tx: Tx, texts: readonly string[]): Promise<readonly Found[]> =>
  ask(
    tx,
    texts.flatMap((text) => {
      const code = STOCK_CODE.exec(text.replace(/\s/g, ""))?.[1];
      return code === undefined ? [] : [[text, stockCode(code)] as const];
    }),
    (pairs) =>
      sql<Found>`select t.text, coalesce(e.merged_into, e.id) id from ${pairs} join enterprise e on e.stock_code in (t.key, t.text)`,
  );

const byName = (tx: Tx, texts: readonly string[]): Promise<readonly Found[]> =>
  ask(
    tx,
    texts.map((text) => [text, nameKey(text)]),
    (pairs) => sql<Found>`select t.text, e.id from ${pairs} join enterprise e on e.name_key = t.key and e.merged_into is null`,
  );

const byOtherName = (tx: Tx, texts: readonly string[]): Promise<readonly Found[]> =>
  ask(
    tx,
    texts.map((text) => [text, text]),
    (pairs) =>
      sql<Found>`select t.text, coalesce(e.merged_into, e.id) id from ${pairs} join enterprise_name n on n.name = t.key and n.kind in ('former', 'alias', 'english')
        join enterprise e on e.id = n.enterprise_id`,
  );

async function ask(
  tx: Tx,
  keyed: Keyed,
  question: (pairs: ReturnType<typeof sql<unknown>>) => ReturnType<typeof sql<Found>>,
): Promise<readonly Found[]> {
  if (keyed.length === 0) return [];
  const pairs = sql`unnest(${keyed.map(([text]) => text)}::text[], ${keyed.map(([, key]) => key)}::text[]) as t("text", "key")`;
  return (await question(pairs).execute(tx)).rows;
}
