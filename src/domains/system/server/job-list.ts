import type { Job, systemOperations } from "#domains/system/contract/system-operations.ts";
import { jobPolicy } from "#domains/system/rules/system-policy.ts";
import { AppError, type ErrorParams } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { Instant } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import { resumeJob as queueAgain, cancelJob as requestCancel } from "#kernel/server/jobs.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import type { Text } from "#kernel/texts.ts";

type Operations = typeof systemOperations;

const rowsOf = ({ tx }: OperationContext) =>
  tx
    .selectFrom("job")
    .select(["id", "kind", "title", "state", "done", "total", "message", "failure", "actor_id", "created_at", "finished_at"]);
type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>["execute"]>>[number];

const viewOf = (row: Row, context: OperationContext): Job => {
  const state = row.state as Job["state"];
  return {
    id: row.id,
    kind: row.kind,
    title: row.title as Text,
    state,
    done: Number(row.done),
    total: row.total === null ? null : Number(row.total),
    message: state === "failed" ? sayFailure(row.failure, context) : row.message,
    createdAt: row.created_at as Instant,
    finishedAt: row.finished_at as Instant | null,
    abilities: abilitiesOf(jobPolicy, context.actor, { state, ownerId: row.actor_id }),
  };
};

/** Why it ended, in words; how far it had come is said by its numbers. */
function sayFailure(failure: unknown, context: OperationContext): string | null {
  const { code, params = {} } = (failure ?? {}) as { code?: string; params?: ErrorParams };
  return code === undefined ? null : context.sentenceOf({ code, params });
}

export async function listJobs({ cursor, limit, state }: InputOf<Operations["listJobs"]>, context: OperationContext) {
  let query = rowsOf(context)
    .orderBy("id", "desc")
    .limit(limit + 1);
  if (cursor !== undefined) query = query.where("id", "<", cursor);
  if (state !== undefined) query = query.where("state", "=", state);
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  return { items: page.map((row) => viewOf(row, context)), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null, total: null };
}

export async function getJob({ id }: { readonly id: string }, context: OperationContext): Promise<Job> {
  const row = await rowsOf(context).where("id", "=", id).executeTakeFirst();
  if (!row) throw new AppError("record.not-found", "not-found");
  return viewOf(row, context);
}

async function change(id: string, context: OperationContext, ability: "cancel" | "resume", work: () => Promise<void>): Promise<Job> {
  const decision = (await getJob({ id }, context)).abilities[ability];
  if (decision && !decision.allowed) {
    const [reason, permission = ""] = decision.because.split(":");
    if (reason === "missing-permission") throw new AppError("access.missing-permission", "forbidden", { permission });
    throw new AppError(decision.because, "conflict");
  }
  await work();
  context.journal({ subject: `job:${id}`, after: { [ability]: true } });
  return getJob({ id }, context);
}

export const cancelJob = ({ id }: { readonly id: string }, context: OperationContext) =>
  change(id, context, "cancel", () => requestCancel(context.tx, id));
export const resumeJob = ({ id }: { readonly id: string }, context: OperationContext) =>
  change(id, context, "resume", () => queueAgain(context.tx, id));
