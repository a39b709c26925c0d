import { sql } from "kysely";
import type { EnterpriseRow } from "#domains/registry/contract/enterprise.ts";
import { nameKey } from "#domains/registry/rules/enterprise-name.ts";
import { enterpriseId } from "#domains/registry/server/enterprise-id.ts";
import { listRows } from "#domains/registry/server/search/present-enterprise.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { isUscc, normaliseUscc } from "#kernel/uscc.ts";

const AT_ONCE = 2_000;
const STOCK_CODE_DIGITS = 6;
/** A spreadsheet takes `000001` for a number and leaves its zeros out. */
const stockCode = (written: string): string =>
  /^\d{1,6}$/.test(written) ? written.padStart(STOCK_CODE_DIGITS, "0") : written.toUpperCase().replace(/\.(SZ|SH|BJ)$/, "");

/**
 * Whom each of many words means, as sheets name enterprises: a credit code, another identifier, a stock code, or exactly the name that they
 * have or had. A word that nobody answers to is not in the answer; one that several do has all of them.
 */
export async function matchEnterprises(
  tx: Tx,
  words: readonly string[],
  today: LocalDate,
): Promise<ReadonlyMap<string, readonly EnterpriseRow[]>> {
  const wanted = [...new Set(words)];
  const found = new Map<string, Set<string>>();
  for (let from = 0; from < wanted.length; from += AT_ONCE)
    for (const { word, id } of await matchSome(tx, wanted.slice(from, from + AT_ONCE)))
      found.set(word, (found.get(word) ?? new Set()).add(id));
  const rows = new Map<string, EnterpriseRow>();
  const ids = [...new Set([...found.values()].flatMap((some) => [...some]))];
  for (let from = 0; from < ids.length; from += AT_ONCE)
    for (const row of await listRows(tx, ids.slice(from, from + AT_ONCE), today)) rows.set(row.id, row);
  return new Map([...found].map(([word, some]) => [word, [...some].flatMap((id) => rows.get(id) ?? [])]));
}

async function matchSome(tx: Tx, words: readonly string[]): Promise<readonly { readonly word: string; readonly id: string }[]> {
  const asked = words.map((word) => {
    const code = normaliseUscc(word);
    const plain = word.replace(/\s/g, "");
    const short = /^[0-9A-Za-z.]{1,12}$/.test(plain);
    return {
      word,
      id: isUscc(code) ? enterpriseId("uscc", code) : null,
      identifier: isUscc(code) ? code : /^[0-9A-Za-z-]{5,40}$/.test(plain) ? plain : null,
      stock: short ? stockCode(plain) : null,
      name_key: short || isUscc(code) ? null : nameKey(word),
      name: word,
    };
  });
  const { rows } = await sql<{ word: string; id: string }>`
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as t(word text, id uuid, identifier text, stock text, name_key text, name text))
    select a.word, coalesce(e.merged_into, e.id) id from asked a join enterprise e on e.id = a.id
    union select a.word, coalesce(e.merged_into, e.id) from asked a join enterprise e on e.identifier = a.identifier
    union select a.word, e.id from asked a join enterprise e on e.stock_code = a.stock and e.stock_code is not null and e.merged_into is null
    union select a.word, e.id from asked a join enterprise e on e.name_key = a.name_key and e.merged_into is null
    union select a.word, coalesce(e.merged_into, e.id) from asked a join enterprise_name n on n.name = a.name and a.name_key is not null
      join enterprise e on e.id = n.enterprise_id`.execute(tx);
  return rows;
}
