import { sql } from "kysely";
import type { intelligenceOperations, Mention } from "#domains/intelligence/contract/intelligence-operations.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Operations = typeof intelligenceOperations;
type Found = {
  readonly id: string;
  readonly title: string;
  readonly medium: string | null;
  readonly published: LocalDate | null;
  readonly name: string;
  readonly before: string;
  readonly after: string;
};
type FactRow = Omit<Mention["facts"][number], "value"> & { readonly value: string; readonly documentId: string };

const AROUND = 40;
const MOST_FACTS = 200;

/** Markup and runs of white space are not worth reading around a name. */
const readable = (text: string): string =>
  text
    .replace(/<[^<>]{0,2000}>?/g, "")
    .replace(/^[^<]*>/, "")
    .replace(/\s+/g, " ");

/** Documents that stand, by the first of the names that each says; the newest first. */
export async function listMentions({ names, limit }: InputOf<Operations["listMentions"]>, { tx, actor }: OperationContext) {
  const { rows } = await sql<Found>`select d.id, d.title, d.medium, d.published, n.name,
      substr(t.original, greatest(1, strpos(t.original, n.name) - ${AROUND}::integer), least(${AROUND}::integer, strpos(t.original, n.name) - 1)) "before",
      substr(t.original, strpos(t.original, n.name) + length(n.name), ${AROUND}::integer) "after"
    from document d join document_text t on t.zone_id = d.zone_id and t.document_id = d.id
      cross join lateral (select name from unnest(${names}::text[]) with ordinality as given(name, place) where strpos(t.original, name) > 0 order by place limit 1) n
    where d.zone_id = ${actor.zoneId}::uuid and d.state not in ('failed', 'withdrawn')
    order by d.published desc nulls last, d.id desc limit ${limit}`.execute(tx);
  const facts = await factsIn(
    rows.map((row) => row.id),
    names,
    { tx, actor },
  );
  return {
    items: rows.map((row) => ({
      ...row,
      before: readable(row.before),
      after: readable(row.after),
      facts: facts.filter((fact) => fact.documentId === row.id).map(({ documentId: _document, ...fact }) => fact),
    })),
  };
}

/** Accepted figures of these documents that are the enterprise's own, or whose sentence names it. */
async function factsIn(ids: readonly string[], names: readonly string[], { tx, actor }: Pick<OperationContext, "tx" | "actor">) {
  if (ids.length === 0) return [];
  const { rows } =
    await sql<FactRow>`select f.id "observationId", f.origin_id "documentId", f.indicator, f.value::text "value", f.unit, f.approximation, f.period
    from fact_current f
    where f.zone_id = ${actor.zoneId}::uuid and f.origin = 'document' and f.origin_id = any(${ids}::uuid[]) and f.status = 'accepted'
      and (f.region = any(${names}::text[]) or exists (
        select from fact_evidence e join unnest(${names}::text[]) as n(name) on strpos(e.quote, n.name) > 0
        where e.zone_id = f.zone_id and e.observation_id = f.id))
    order by f.period desc nulls last, f.id limit ${MOST_FACTS}`.execute(tx);
  return rows;
}
