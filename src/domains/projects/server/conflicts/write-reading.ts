import type { CompletionReading } from "#domains/projects/rules/stated-completion.ts";
import type { CompletionRow } from "#domains/projects/server/conflicts/completion-store.ts";
import { round, shift } from "#kernel/decimal.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { NewObservation } from "#kernel/server/fact-shapes.ts";
import { decideFacts, listFacts, observeFacts } from "#kernel/server/facts.ts";

/** The rule under which a chosen reading stands among the facts. */
export const WRITTEN_BY = "projects.stated-completion";
const OF_DOCUMENT = "文档所述";

/** The chosen reading as accepted figures of the document, with its words: the rate in a calibre of its own, and the plan that follows from it. */
export async function writeReading(
  tx: Tx,
  row: CompletionRow,
  { ratePct, planYuan }: CompletionReading,
  reason: string,
): Promise<readonly string[]> {
  const said = {
    period: row.period,
    region: row.region,
    basis: "cumulative",
    scope: "region",
    origin: "document",
    originId: row.document_id,
    rule: WRITTEN_BY,
    confidence: 1,
    evidence: [{ quote: row.quote, start: row.span_start, end: row.span_end }],
  } as const satisfies Partial<NewObservation>;
  const calibre = row.subject === "" ? OF_DOCUMENT : row.subject;
  const ids = await observeFacts(tx, [
    { ...said, indicator: "投资完成率", code: "investment-completion", calibre, kind: "actual", value: ratePct, unit: "%" },
    { ...said, indicator: `${row.subject}年度计划投资`, code: null, kind: "target", value: round(shift(planYuan, -8), 2), unit: "亿元" },
  ]);
  await decideFacts(
    tx,
    ids.map((observationId) => ({ observationId, decision: "accept", reason })),
  );
  return ids;
}

/** Takes back what an earlier choice wrote; what went with its document is gone already. */
export async function withdrawWritten(tx: Tx, ids: readonly string[], reason?: string): Promise<void> {
  if (ids.length === 0) return;
  const standing = await listFacts(tx, { ids, status: ["accepted"] });
  await decideFacts(
    tx,
    standing.map(({ id }) => ({ observationId: id, decision: "withdraw", reason: reason ?? "文档已撤回" })),
  );
}
