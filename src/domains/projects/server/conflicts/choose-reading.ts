import type { statedCompletionOperations } from "#domains/projects/contract/stated-completion.ts";
import { statedCompletionPolicy } from "#domains/projects/rules/project-policy.ts";
import { completionViews, getCompletion, listCompletionRows, readingOf } from "#domains/projects/server/conflicts/completion-store.ts";
import { withdrawWritten, writeReading } from "#domains/projects/server/conflicts/write-reading.ts";
import { requireVersion } from "#domains/projects/server/project-store.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { AppError } from "#kernel/app-error.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Handlers = HandlersOf<typeof statedCompletionOperations, OperationContext>;

const listStatedCompletions: Handlers["listStatedCompletions"] = async ({ limit, cursor, state }, { tx }) => {
  const { rows, total } = await listCompletionRows(tx, { state, limit: limit + 1, cursor });
  const shown = rows.slice(0, limit);
  return { items: await completionViews(tx, shown), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null, total };
};

/** A person says which reading is meant, with the reason; it is used from then on. A later choice is appended and takes its place. */
const chooseReading: Handlers["chooseReading"] = async ({ statementId, version, reading, reason }, { tx, today, actor, journal, emit }) => {
  const row = await getCompletion(tx, statementId);
  requireVersion(row, version);
  requireDecision(statedCompletionPolicy.choose(actor, { state: row.state }));
  const chosen = readingOf(row)?.readings.find((one) => one.reading === reading);
  if (chosen === undefined) throw new Error(`statement ${row.id} has no reading ${reading}`);
  await withdrawWritten(tx, row.written, reason);
  const written = await writeReading(tx, row, chosen, reason);
  const { numUpdatedRows } = await tx
    .updateTable("project_stated_completion")
    .set({ state: "SETTLED", chosen: reading, written: [...written], version: row.version + 1 })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", row.id)
    .where("version", "=", row.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError("record.changed", "conflict");
  await tx
    .insertInto("project_completion_decision")
    .values({
      zone_id: actor.zoneId,
      statement_id: row.id,
      ordinal: row.version,
      reading,
      reason,
      decided_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  journal({
    subject: `document:${row.document_id}`,
    before: { statement: row.id, state: row.state, chosen: row.chosen },
    after: { state: "SETTLED", chosen: reading, ratePct: chosen.ratePct, planYuan: chosen.planYuan },
    detail: { reason },
  });
  await emit("projects.completion-settled", { statementId: row.id, reading });
  const [view] = await completionViews(tx, [await getCompletion(tx, row.id)]);
  if (view === undefined) throw new Error(`statement ${row.id} is gone`);
  return view;
};

export const completionHandlers: Handlers = { listStatedCompletions, chooseReading };
