import type { Membership, SessionView } from "#domains/system/contract/system-operations.ts";
import { listZoneRows, zoneView } from "#domains/system/server/zone-store.ts";
import { roleThatNeedsSecondFactor } from "#kernel/second-factor-rule.ts";
import { SYSTEM_ZONE_ID } from "#kernel/server/database.ts";
import type { MembershipRow } from "#kernel/server/memberships.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import type { Session } from "#kernel/server/sign-in.ts";

const viewOf = (row: MembershipRow): Membership => ({
  id: row.id,
  role: row.role,
  zone: { id: row.zoneId, slug: row.zoneSlug, name: row.zoneName, nameEn: row.zoneNameEn },
  department: row.department,
  enterprise: row.enterprise,
  validTo: row.validTo,
  onBehalfOf: row.onBehalfOf?.name ?? null,
});

/** What the face is told of a session; of one with a step to do no more than the step. */
export async function presentSession(given: Session | undefined, context: OperationContext): Promise<SessionView> {
  const { outside } = context.sessions.signIn;
  const session = given?.step === null ? given : undefined;
  const active = session?.memberships.find((membership) => membership.id === session.membershipId);
  const zone = active ? (await listZoneRows(context.tx)).find((row) => row.id === active.zoneId) : undefined;
  return {
    person: session ? { id: session.personId, username: session.username, name: session.name } : null,
    active: active ? viewOf(active) : null,
    memberships: session?.memberships.map(viewOf) ?? [],
    permissions: active ? permissionsUnder(active, context).sort() : [],
    zone: zone ? zoneView(zone) : null,
    today: zone?.business_date ? (zoneView(zone).businessDate ?? context.today) : context.today,
    pending: given?.step
      ? {
          step: given.step,
          username: given.username,
          name: given.name,
          because: roleThatNeedsSecondFactor(given.memberships, false) ?? null,
        }
      : null,
    ways: {
      singleSignOn: outside.singleSignOn?.settings.name ?? null,
      resetByMail: outside.mail.configured && outside.publicAddress !== undefined,
    },
    demoAccounts: given ? [] : [...context.sessions.demoAccounts],
  };
}

/** Whoever is system administrator in the platform's own zone may also do what concerns the whole platform. */
const permissionsUnder = ({ role, zoneId }: MembershipRow, { sessions }: OperationContext): string[] => [
  ...sessions.permissions[role],
  ...(zoneId === SYSTEM_ZONE_ID && role === "system_administrator" ? ["platform.administer"] : []),
];
