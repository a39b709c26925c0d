import type { systemOperations } from "#domains/system/contract/system-operations.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { Instant } from "#kernel/local-date.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import type { Lock } from "#kernel/server/sign-in/attempts.ts";

type Operations = typeof systemOperations;

/** Accounts of this zone, and the addresses from which somebody tried one of them: of the others' this zone learns nothing. */
async function locksHere({
  tx,
  actor,
  sessions,
}: OperationContext): Promise<{ readonly locks: readonly Lock[]; readonly names: ReadonlyMap<string, string> }> {
  const people = await tx.selectFrom("person").select(["username", "name"]).where("zone_id", "=", actor.zoneId).execute();
  const names = new Map(people.map(({ username, name }) => [username, name]));
  return { locks: await sessions.signIn.attempts.locks([...names.keys()]), names };
}

export async function listLocks(_: object, context: OperationContext) {
  const { locks, names } = await locksHere(context);
  return {
    items: locks.map((lock) => ({
      ...lock,
      personName: lock.of === "account" ? (names.get(lock.name) ?? null) : null,
      firstAt: lock.firstAt as Instant,
      lastAt: lock.lastAt as Instant,
      until: lock.until as Instant,
    })),
  };
}

export async function liftLock({ of, name, reason }: InputOf<Operations["liftLock"]>, context: OperationContext) {
  const { signIn } = context.sessions;
  const { locks, names } = await locksHere(context);
  if (!locks.some((lock) => lock.of === of && lock.name === name)) throw new AppError("lock.none", "not-found", { name });
  context.journal({
    subject: of === "account" ? `account:${name}` : "address",
    before: { locked: of, name },
    after: { lifted: true, reason },
  });
  context.afterCommit(() => signIn.attempts.lift(of, name, [...names.keys()]).then(() => undefined));
  return { lifted: true as const };
}
