import { sql } from "kysely";
import { hasDirection, type TieDraftRow } from "#domains/registry/rules/read-tie-row.ts";
import { findNamed } from "#domains/registry/server/enterprise/find-named.ts";
import type { Merged, Told } from "#domains/registry/server/imports/merge-enterprises.ts";
import { noteRegisterChange } from "#domains/registry/server/register-change.ts";
import { copyRows, copyValue } from "#kernel/server/copy-rows.ts";
import type { Tx } from "#kernel/server/database.ts";

export type TieRow = { readonly row: number; readonly draft: TieDraftRow };
/** Why an end names no enterprise. */
export type TieProblem = {
  readonly row: number;
  readonly end: "from" | "to";
  readonly because: "nobody" | "several" | "itself";
  readonly found: string;
};

const STAGING = "registry_tie_staging";
const COLUMNS = ["from_id", "to_id", "kind", "share_pct", "strength", "evidence", "as_of"] as const;

/** Ties between enterprises that are registered. An end that names nobody, or several, refuses its row alone. */
export async function mergeTies(
  tx: Tx,
  rows: readonly TieRow[],
  told: Told,
): Promise<Merged & { readonly problems: readonly TieProblem[] }> {
  const found = await findNamed(
    tx,
    rows.flatMap(({ draft }) => [draft.from, draft.to]),
  );
  const problems: TieProblem[] = [];
  const lines = new Map<string, string>();
  for (const { row, draft } of rows) {
    const named = [found.get(draft.from) ?? [], found.get(draft.to) ?? []] as const;
    const bad = problemOf(row, draft, ...named);
    const [[from], [to]] = named;
    if (bad !== undefined) problems.push(bad);
    else {
      const [one, other] = ends(from as string, to as string, draft.kind);
      const values = [one, other, draft.kind, draft.share, draft.strength, draft.evidence, draft.asOf ?? told.asOf];
      lines.set(`${one} ${draft.kind} ${other}`, `${values.map(copyValue).join("\t")}\n`);
    }
  }
  if (lines.size === 0) return { added: 0, changed: 0, unchanged: 0, problems };
  await noteRegisterChange(tx);
  await sql
    .raw(
      `create temporary table ${STAGING} (from_id uuid, to_id uuid, kind text, share_pct numeric(7, 2), strength smallint, evidence text, as_of date) on commit drop`,
    )
    .execute(tx);
  await copyRows(tx, STAGING, COLUMNS, [Buffer.from([...lines.values()].join(""))]);
  const columns = sql.raw(COLUMNS.join(", "));
  const kept = await sql<{ added: boolean }>`insert into enterprise_tie as t (${columns}, source_id)
    select ${columns}, ${told.sourceId}::uuid from ${sql.raw(STAGING)}
    on conflict (from_id, kind, to_id) do update set share_pct = excluded.share_pct, strength = excluded.strength, evidence = excluded.evidence,
      as_of = excluded.as_of, source_id = excluded.source_id
    where excluded.as_of >= coalesce(t.as_of, '-infinity'::date)
      and (excluded.share_pct, excluded.strength, excluded.evidence) is distinct from (t.share_pct, t.strength, t.evidence)
    returning xmax = 0 as added`.execute(tx);
  await sql.raw(`drop table ${STAGING}`).execute(tx);
  const added = kept.rows.filter((row) => row.added).length;
  return { added, changed: kept.rows.length - added, unchanged: lines.size - kept.rows.length, problems };
}

const ends = (from: string, to: string, kind: string): readonly [string, string] =>
  hasDirection(kind) || from < to ? [from, to] : [to, from];

function problemOf(row: number, draft: TieDraftRow, from: readonly string[], to: readonly string[]): TieProblem | undefined {
  for (const [end, ids, found] of [
    ["from", from, draft.from],
    ["to", to, draft.to],
  ] as const) {
    if (ids.length !== 1) return { row, end, because: ids.length === 0 ? "nobody" : "several", found };
  }
  return from[0] === to[0] ? { row, end: "to", because: "itself", found: draft.to } : undefined;
}
