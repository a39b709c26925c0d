import { platformActor } from "#kernel/server/background.ts";
import { SYSTEM_ZONE_ID } from "#kernel/server/database.ts";
import type { JournalLine } from "#kernel/server/journal.ts";
import { actorUnder } from "#kernel/server/memberships.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import type { OnReached, Session } from "#kernel/server/sign-in.ts";

type Line = Omit<JournalLine, "operation">;

/** What somebody does with an account of one's own stands in the journal of every zone that the person works in, under the active role where there is one. */
export function journalOwn(context: OperationContext, session: Session, line: Line): void {
  const { permissions } = context.sessions;
  const active = session.memberships.find(({ id }) => id === session.membershipId);
  const zones = new Set(session.memberships.map(({ zoneId }) => zoneId));
  for (const zoneId of zones.size > 0 ? zones : [SYSTEM_ZONE_ID])
    context.journalAs(actorUnder(session, active?.zoneId === zoneId ? active : undefined, permissions, zoneId), {
      subject: `person:${session.personId}`,
      ...line,
    });
}

/** An attempt after which an account, or an address, has to wait: nobody in particular made it, so the platform says it. */
export const journalLock =
  (context: OperationContext, username: string): OnReached =>
  async (reached) => {
    const { signIn } = context.sessions;
    if (reached.address)
      await context.journalNow(platformActor(SYSTEM_ZONE_ID), { subject: "address", after: { locked: "address", address: context.from } });
    const personId = reached.account ? await signIn.findPersonId(username) : undefined;
    if (personId === undefined) return;
    for (const zoneId of await signIn.zonesOf(personId))
      await context.journalNow(platformActor(zoneId), {
        subject: `person:${personId}`,
        after: { locked: "account", address: context.from },
      });
  };
