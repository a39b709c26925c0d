import type { SessionView } from "#domains/system/contract/system-operations.ts";
import { demand } from "#domains/system/server/demand-session.ts";
import { journalLock, journalOwn } from "#domains/system/server/own-journal.ts";
import { presentSession } from "#domains/system/server/present-session.ts";
import { AppError } from "#kernel/app-error.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import type { Entered } from "#kernel/server/sign-in.ts";

export const showSession = (_: object, context: OperationContext): Promise<SessionView> =>
  presentSession(context.sessions.session ?? context.sessions.halfway, context);

export async function signIn(
  input: { readonly username: string; readonly password: string },
  context: OperationContext,
): Promise<SessionView> {
  const { signIn: door, device } = context.sessions;
  const from = { address: context.from, device };
  return welcome(await door.signIn(input.username, input.password, from, journalLock(context, input.username)), "password", context);
}

/** Whoever holds one role only is under it at once; the others choose. A step that is still to be done comes first. */
export async function welcome({ cookie, session }: Entered, way: string, context: OperationContext): Promise<SessionView> {
  const { signIn: door, device } = context.sessions;
  if (session.memberships.length === 0) {
    await door.signOut(cookie);
    throw new AppError("sign-in.no-membership", "forbidden");
  }
  const only = session.memberships.length === 1 ? session.memberships[0] : undefined;
  if (only) await door.chooseMembership(cookie, only.id);
  context.sessions.setCookie(cookie);
  const chosen = { ...session, membershipId: only?.id ?? null };
  journalOwn(context, chosen, { after: { device, way, ...(session.step ? { next: session.step } : {}) } });
  return presentSession(chosen, context);
}

export async function signOut(_: object, context: OperationContext) {
  const { cookie } = demand(context);
  await context.sessions.signIn.signOut(cookie);
  context.sessions.setCookie(null);
  return { signedOut: true as const };
}

/** A sign-in that is not complete is nobody's yet, so there is nothing to journal. A whole one is left by signing out. */
export async function giveUp(_: object, context: OperationContext) {
  const { cookie, halfway } = context.sessions;
  if (cookie !== undefined && halfway) {
    await context.sessions.signIn.signOut(cookie);
    context.sessions.setCookie(null);
  }
  return { signedOut: true as const };
}

export async function chooseRole({ membershipId }: { readonly membershipId: string }, context: OperationContext): Promise<SessionView> {
  const { cookie, session } = demand(context);
  if (!session.memberships.some((membership) => membership.id === membershipId)) throw new AppError("role.not-yours", "forbidden");
  await context.sessions.signIn.chooseMembership(cookie, membershipId);
  return presentSession({ ...session, membershipId }, context);
}

export async function listSessions(_: object, context: OperationContext) {
  const { session } = demand(context);
  const rows = await context.sessions.signIn.listSessions(session.personId);
  return {
    items: rows.map((row) => ({
      id: row.id,
      startedAt: row.startedAt.toISOString() as never,
      lastSeenAt: row.lastSeenAt.toISOString() as never,
      from: row.from,
      device: row.device,
      current: row.id === session.id,
    })),
  };
}

export async function endSession({ id }: { readonly id: string }, context: OperationContext) {
  const { session } = demand(context);
  const ended = await context.sessions.signIn.endSession(session.personId, id);
  if (!ended) throw new AppError("record.not-found", "not-found");
  return { ended: true as const };
}

export async function endAllSessions(_: object, context: OperationContext) {
  const { session } = demand(context);
  const ended = await context.sessions.signIn.endSessions(session.personId, session.id);
  context.journal({ subject: `person:${session.personId}`, after: { sessionsEnded: ended } });
  return { ended };
}
