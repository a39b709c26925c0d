import type { PersonRow, systemOperations } from "#domains/system/contract/system-operations.ts";
import { endLent } from "#domains/system/server/grant-role.ts";
import { getPerson, requirePerson } from "#domains/system/server/person-rows.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import { stopJob } from "#kernel/server/jobs.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Operations = typeof systemOperations;

/** What stays behind is named before anybody leaves: with where to hand it over, as far as a domain has such a place. */
export async function departure({ personId }: InputOf<Operations["departure"]>, context: OperationContext) {
  const person = await getPerson(personId, context);
  return { person, openWork: [...(await context.openWorkOf(personId))] };
}

/**
 * Roles, lent ones among them, tokens, sessions and the account end together. Open work forbids nothing, since somebody may be gone already;
 * whoever says so has to have seen how much it is, and the journal keeps what it was.
 */
export async function leavePost(
  { personId, reason, openWork }: InputOf<Operations["leavePost"]>,
  context: OperationContext,
): Promise<PersonRow> {
  const { tx, actor, now, sessions } = context;
  await requirePerson(personId, "leave", context);
  const left = await context.openWorkOf(personId);
  const found = left.reduce((sum, { count }) => sum + count, 0);
  if (found !== openWork) throw new AppError("person.open-work-changed", "conflict", { expected: openWork, found });
  await tx.updateTable("person").set({ left_at: now }).where("id", "=", personId).execute();
  const ended = await tx
    .updateTable("membership")
    .set({ revoked_at: now, revoked_by: actor.id, revoked_because: reason })
    .where("person_id", "=", personId)
    .where("revoked_at", "is", null)
    .returning(["id", "role"])
    .execute();
  for (const { id } of ended) await endLent(id, reason, context);
  // Jobs go on under the rights that they were asked for with: those end too.
  const jobs = await tx
    .selectFrom("job")
    .select("id")
    .where("actor_id", "=", personId)
    .where("state", "in", ["queued", "running"])
    .execute();
  for (const { id } of jobs) await stopJob(tx, id);
  context.journal({
    subject: `person:${personId}`,
    before: { roles: ended.map(({ role }) => role).sort() },
    after: { left: true, reason, jobsStopped: jobs.length, openWork: Object.fromEntries(left.map(({ what, count }) => [what.zh, count])) },
    items: ended.map(({ id, role }) => ({ membership: id, role })),
  });
  await context.emit("system.person-left", { personId, reason });
  context.afterCommit(async () => {
    await sessions.signIn.endSessions(personId);
    await sessions.signIn.links.end(personId);
    await sessions.signIn.accounts.disable(personId);
  });
  return getPerson(personId, context);
}
