import { sql } from "kysely";
import { v7 } from "uuid";
import type { FieldOrigin } from "#domains/registry/contract/enterprise.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { recordedAt } from "#kernel/server/unit-of-work.ts";

export type SourceRow = { readonly id: string; readonly name: string; readonly kind: string; readonly asOf: LocalDate };

/** Who says so and as of when, for something that was entered by hand. @returns the source's id. */
export async function addSource(tx: Tx, kind: "hand" | "correction" | "merge", name: string, asOf: string): Promise<string> {
  const id = v7();
  await tx
    .insertInto("register_source")
    .values({ id, kind, name: name.slice(0, 200), as_of: asOf, recorded_at: recordedAt(tx) })
    .execute();
  return id;
}

export async function findSources(tx: Tx, ids: readonly (string | null | undefined)[]): Promise<ReadonlyMap<string, SourceRow>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<SourceRow>`select id, name, kind, as_of "asOf" from register_source where id = any(${wanted}::uuid[])`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const DAY_MS = 86_400_000;

/** How old a saying is: by its own day, on the business day. */
export function originOf(
  sources: ReadonlyMap<string, SourceRow>,
  sourceId: string | null,
  asOf: string | null,
  today: LocalDate,
): FieldOrigin {
  const source = sourceId === null ? undefined : sources.get(sourceId);
  const day = (asOf ?? source?.asOf ?? null) as LocalDate | null;
  return {
    sourceId,
    source: source?.name ?? "",
    kind: source?.kind ?? "",
    asOf: day,
    ageDays: day === null ? null : Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS),
  };
}
