import { AppError } from "#kernel/app-error.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import type { Session } from "#kernel/server/sign-in.ts";

/** The caller's own session. @throws AppError 401 when there is none, as on the command line. */
export function demand(context: OperationContext): { readonly cookie: string; readonly session: Session } {
  const { cookie, session } = context.sessions;
  if (cookie === undefined || !session) throw new AppError("access.sign-in", "unauthenticated");
  return { cookie, session };
}
