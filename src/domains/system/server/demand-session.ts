import { AppError } from "#kernel/app-error.ts";
import type { SignInStep } from "#kernel/second-factor-rule.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import type { Session } from "#kernel/server/sign-in.ts";

type Own = { readonly cookie: string; readonly session: Session };

/** The caller's own session. @throws AppError 401 when there is none, as on the command line. */
export function demand(context: OperationContext): Own {
  const { cookie, session } = context.sessions;
  if (cookie === undefined || !session) throw new AppError("access.sign-in", "unauthenticated");
  return { cookie, session };
}

/** The caller's own session, or the one that waits for this very step. @throws AppError `sign-in.begin-again` */
export function demandAt(step: SignInStep, context: OperationContext): Own {
  const { cookie, session, halfway } = context.sessions;
  const own = session ?? (halfway?.step === step ? halfway : undefined);
  if (cookie === undefined || !own) throw new AppError("sign-in.begin-again", "conflict");
  return { cookie, session: own };
}
