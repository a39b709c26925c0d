import type { Membership, SessionView } from "#domains/system/contract/system-operations.ts";
import { demand } from "#domains/system/server/demand-session.ts";
import { listZoneRows, zoneView } from "#domains/system/server/zone-store.ts";
import { AppError } from "#kernel/app-error.ts";
import { SYSTEM_ZONE_ID } from "#kernel/server/database.ts";
import { actorUnder, type MembershipRow } from "#kernel/server/memberships.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import type { Session } from "#kernel/server/sign-in.ts";

const viewOf = (row: MembershipRow): Membership => ({
  id: row.id,
  role: row.role,
  zone: { id: row.zoneId, slug: row.zoneSlug, name: row.zoneName, nameEn: row.zoneNameEn },
  department: row.department,
  enterprise: row.enterprise,
  validTo: row.validTo,
});

async function present(session: Session | undefined, context: OperationContext): Promise<SessionView> {
  const active = session?.memberships.find((membership) => membership.id === session.membershipId);
  const zone = active ? (await listZoneRows(context.tx)).find((row) => row.id === active.zoneId) : undefined;
  return {
    person: session ? { id: session.personId, username: session.username, name: session.name } : null,
    active: active ? viewOf(active) : null,
    memberships: session?.memberships.map(viewOf) ?? [],
    permissions: active ? permissionsUnder(active, context).sort() : [],
    zone: zone ? zoneView(zone) : null,
    today: zone?.business_date ? (zoneView(zone).businessDate ?? context.today) : context.today,
    demoAccounts: session ? [] : [...context.sessions.demoAccounts],
  };
}

/** Whoever is system administrator in the platform's own zone may also do what concerns the whole platform. */
const permissionsUnder = ({ role, zoneId }: MembershipRow, { sessions }: OperationContext): string[] => [
  ...sessions.permissions[role],
  ...(zoneId === SYSTEM_ZONE_ID && role === "system_administrator" ? ["platform.administer"] : []),
];

export const showSession = (_: object, context: OperationContext): Promise<SessionView> => present(context.sessions.session, context);

/** Whoever holds one role only is under it at once; the others choose. */
export async function signIn(
  input: { readonly username: string; readonly password: string },
  context: OperationContext,
): Promise<SessionView> {
  const { signIn: door, device } = context.sessions;
  const { cookie, session } = await door.signIn(input.username, input.password, { address: context.from, device });
  if (session.memberships.length === 0) {
    await door.signOut(cookie);
    throw new AppError("sign-in.no-membership", "forbidden");
  }
  const only = session.memberships.length === 1 ? session.memberships[0] : undefined;
  if (only) await door.chooseMembership(cookie, only.id);
  context.sessions.setCookie(cookie);
  context.journalAs(actorUnder(session, only, context.sessions.permissions, SYSTEM_ZONE_ID), {
    subject: `person:${session.personId}`,
    after: { device },
  });
  return present({ ...session, membershipId: only?.id ?? null }, context);
}

export async function signOut(_: object, context: OperationContext) {
  const { cookie } = demand(context);
  await context.sessions.signIn.signOut(cookie);
  context.sessions.setCookie(null);
  return { signedOut: true as const };
}

export async function chooseRole({ membershipId }: { readonly membershipId: string }, context: OperationContext): Promise<SessionView> {
  const { cookie, session } = demand(context);
  if (!session.memberships.some((membership) => membership.id === membershipId)) throw new AppError("role.not-yours", "forbidden");
  await context.sessions.signIn.chooseMembership(cookie, membershipId);
  return present({ ...session, membershipId }, context);
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
