import { journalLock } from "#domains/system/server/own-journal.ts";
import { AppError } from "#kernel/app-error.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

/**
 * Whoever holds a session shows once more to be its person, before something is made that outlives it: by a code of the second factor, or by
 * the password where none is set up. Counted against guessing like a sign-in.
 * @throws AppError `account.proof`, `second-factor.wrong`, `password.current-wrong` or `sign-in.locked`.
 */
export async function proveAgain(proof: string | undefined, context: OperationContext): Promise<void> {
  const { session, signIn } = context.sessions;
  if (!session) throw new AppError("access.sign-in", "unauthenticated");
  if (proof === undefined) throw new AppError("account.proof", "invalid");
  const onReached = journalLock(context, session.username);
  if ((await signIn.secondFactors.stateOf(session.personId)).confirmedAt !== null)
    await signIn.spendCode(session, proof, context.from, onReached);
  else await signIn.provePassword(session, proof, context.from, onReached);
}
