import { sql } from "kysely";
import { compareEnterprises, LIKELY } from "#domains/registry/rules/duplicates.ts";
import { coreName } from "#domains/registry/rules/enterprise-name.ts";
import { pairsOf } from "#domains/registry/rules/tokens.ts";
import { type Candidate, comparables } from "#domains/registry/server/duplicates/comparables.ts";
import { candidateId } from "#domains/registry/server/enterprise-id.ts";
import { tokenFrequencies } from "#domains/registry/server/search/token-frequencies.ts";
import type { JobHandler } from "#kernel/server/background.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import type { Tx } from "#kernel/server/database.ts";

export const FIND_DUPLICATES = "registry.find-duplicates";
const AT_ONCE = 300;
const MOST_NEIGHBOURS = 30;
const RAREST_PAIRS = 2;
const MOST_EXPECTED = 20;

/**
 * Looks at every row that has no code yet: a code is another enterprise's by itself, so only such rows can be somebody else's. What a person
 * dismissed stays dismissed; a pair that has changed is scored anew as long as nobody has decided on it.
 */
export const findDuplicatesJob: JobHandler = async (job) => {
  let after = typeof job.cursor === "string" ? job.cursor : "";
  let found = 0;
  for (let done = job.done; ; ) {
    const ids = await job.read((tx) => nextUnconfirmed(tx, after));
    const last = ids.at(-1);
    if (last === undefined) break;
    after = last;
    done += ids.length;
    await job.step(async (tx) => {
      found += await lookAt(tx, ids);
      return { cursor: after, done };
    });
  }
  return { found };
};

async function nextUnconfirmed(tx: Tx, after: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from enterprise where identifier_kind <> 'uscc' and merged_into is null
    and id > ${after === "" ? "00000000-0000-0000-0000-000000000000" : after}::uuid order by id limit ${AT_ONCE}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** @returns how many pairs are likely enough to be shown. */
async function lookAt(tx: Tx, ids: readonly string[]): Promise<number> {
  const day = await businessDayOf(tx);
  const ones = await comparables(tx, ids);
  const pairs = [...(await bySameName(tx, ids)), ...(await byRarePairs(tx, ones))].filter((pair) => pair.one !== pair.other);
  const others = await comparables(tx, [...new Set(pairs.map((pair) => pair.other))]);
  const known = new Map([...others, ...ones].map((one) => [one.id, one]));
  const kept = new Map<string, { id: string; one_id: string; other_id: string; score: number; terms: unknown }>();
  for (const pair of pairs) {
    const [one, other] = [known.get(pair.one), known.get(pair.other)];
    if (one === undefined || other === undefined) continue;
    const id = candidateId(one.id, other.id);
    if (kept.has(id)) continue;
    const { score, terms } = compareEnterprises(one, other);
    const [first, second] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
    if (score >= LIKELY) kept.set(id, { id, one_id: first, other_id: second, score, terms });
  }
  if (kept.size === 0) return 0;
  await sql`insert into duplicate_candidate as d (id, one_id, other_id, score, terms, found_on)
    select id, one_id, other_id, score, terms, ${day}::date
    from jsonb_to_recordset(${JSON.stringify([...kept.values()])}::jsonb) as t(id uuid, one_id uuid, other_id uuid, score smallint, terms jsonb)
    on conflict (id) do update set score = excluded.score, terms = excluded.terms where d.state = 'OPEN' and d.score <> excluded.score`.execute(
    tx,
  );
  return kept.size;
}

type Pair = { readonly one: string; readonly other: string };

/** Of the same name, of a name that was or is also its own, or listed under one code. */
async function bySameName(tx: Tx, ids: readonly string[]): Promise<readonly Pair[]> {
  const { rows } = await sql<Pair>`with ones as materialized (
      select e.id, e.name, e.name_key from enterprise e where e.id = any(${ids}::uuid[]) and e.merged_into is null)
    select o.id one, e.id other from ones o join enterprise e on e.name_key = o.name_key and e.merged_into is null
    union select o.id, n.enterprise_id from ones o join enterprise_name n on n.name = o.name
    union select o.id, e.id from ones o join enterprise_name n on n.enterprise_id = o.id join enterprise e on e.name = n.name and e.merged_into is null`.execute(
    tx,
  );
  return rows;
}

/** Sharing the two rarest pairs of characters, where these are rare enough to say anything. */
async function byRarePairs(tx: Tx, ones: readonly Candidate[]): Promise<readonly Pair[]> {
  const frequencies = await tokenFrequencies(tx);
  const asked = ones.flatMap((one) => {
    const rarest = [...pairsOf(coreName(one.nameKey))]
      .sort((left, right) => frequencies.of(left) - frequencies.of(right))
      .slice(0, RAREST_PAIRS);
    const expected = rarest.reduce((share, pair) => share * frequencies.of(pair), frequencies.rows);
    return rarest.length === 0 || expected > MOST_EXPECTED ? [] : [{ one: one.id, rarest }];
  });
  if (asked.length === 0) return [];
  const { rows } =
    await sql<Pair>`select o.one, e.id other from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as o(one uuid, rarest text[])
    cross join lateral (select e.id from enterprise e where e.merged_into is null and e.tokens @> o.rarest limit ${MOST_NEIGHBOURS}) e`.execute(
      tx,
    );
  return rows;
}
