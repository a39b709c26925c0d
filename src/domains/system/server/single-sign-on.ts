import type { SessionView, systemOperations } from "#domains/system/contract/system-operations.ts";
import { welcome } from "#domains/system/server/sign-in-and-out.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import { roleThatNeedsSecondFactor } from "#kernel/second-factor-rule.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Operations = typeof systemOperations;

function configured({ sessions }: OperationContext) {
  const { singleSignOn } = sessions.signIn.outside;
  if (!singleSignOn) throw new AppError("single-sign-on.not-configured", "conflict");
  return singleSignOn;
}

export const beginSingleSignOn = (_: object, context: OperationContext) => configured(context).begin();

/** Whoever the provider vouches for comes in by the account of here that is theirs: rights are granted here and nowhere else. */
export async function finishSingleSignOn(
  { flow, answer }: InputOf<Operations["finishSingleSignOn"]>,
  context: OperationContext,
): Promise<SessionView> {
  const { signIn, device } = context.sessions;
  const vouched = await configured(context).finish(flow, answer);
  const { personId, linkedNow } = await signIn.singleSignOnLinks.personOf(
    vouched,
    async (id) => roleThatNeedsSecondFactor(await signIn.membershipsOf(id), false) !== undefined,
  );
  const entered = await signIn.enter(personId, { address: context.from, device });
  return welcome(entered, linkedNow ? "single sign-on, linked now" : "single sign-on", context);
}
