import type { SessionView } from "#domains/system/contract/system-operations.ts";
import { demand, demandAt } from "#domains/system/server/demand-session.ts";
import { journalLock, journalOwn } from "#domains/system/server/own-journal.ts";
import { presentSession } from "#domains/system/server/present-session.ts";
import { AppError } from "#kernel/app-error.ts";
import { roleThatNeedsSecondFactor } from "#kernel/second-factor-rule.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Code = { readonly code: string };

export async function passSecondFactor({ code }: Code, context: OperationContext): Promise<SessionView> {
  const { cookie, halfway, signIn } = context.sessions;
  if (cookie === undefined || halfway?.step !== "second-factor") throw new AppError("sign-in.begin-again", "conflict");
  const entered = await signIn.passSecondFactor(cookie, code, context.from, journalLock(context, halfway.username));
  context.sessions.setCookie(entered.cookie);
  const { codesLeft } = await signIn.secondFactors.stateOf(halfway.personId);
  journalOwn(context, entered.session, { after: { by: entered.by, ...(entered.by === "recovery-code" ? { codesLeft } : {}) } });
  return presentSession(entered.session, context);
}

/** The account of the sample zone is everybody's: one visitor would lock the next out. */
async function refusePublished(personId: string, { sessions }: OperationContext): Promise<void> {
  if ((await sessions.signIn.accounts.getState(personId)).published) throw new AppError("account.published", "conflict");
}

export async function beginSecondFactor(_: object, context: OperationContext) {
  const { session } = demandAt("enrol-second-factor", context);
  await refusePublished(session.personId, context);
  return context.sessions.signIn.secondFactors.begin(session.personId, session.username);
}

/** The session in which it was set up has shown it by that; all others of the person have to show it now. */
export async function confirmSecondFactor({ code }: Code, context: OperationContext) {
  const { cookie, session } = demandAt("enrol-second-factor", context);
  const { signIn } = context.sessions;
  const recoveryCodes = await signIn.secondFactors.confirm(session.personId, code.replace(/\s/g, ""));
  const entered = await signIn.renewToken(cookie, true);
  context.sessions.setCookie(entered.cookie);
  journalOwn(context, entered.session, { after: { secondFactor: "on" } });
  return { recoveryCodes: [...recoveryCodes], session: await presentSession(entered.session, context) };
}

export async function renewRecoveryCodes({ code }: Code, context: OperationContext) {
  const { session } = demand(context);
  const { signIn } = context.sessions;
  await signIn.spendCode(session, code, context.from, journalLock(context, session.username));
  const recoveryCodes = await signIn.secondFactors.renewCodes(session.personId);
  context.journal({ subject: `person:${session.personId}`, after: { recoveryCodes: recoveryCodes.length } });
  return { recoveryCodes: [...recoveryCodes] };
}

export async function removeSecondFactor({ code }: Code, context: OperationContext) {
  const { session } = demand(context);
  const { signIn } = context.sessions;
  const needs = roleThatNeedsSecondFactor(session.memberships, false);
  if (needs !== undefined) throw new AppError("second-factor.required", "forbidden");
  await signIn.spendCode(session, code, context.from, journalLock(context, session.username));
  context.journal({ subject: `person:${session.personId}`, before: { secondFactor: "on" }, after: { secondFactor: "off" } });
  context.afterCommit(async () => {
    await signIn.secondFactors.remove(session.personId);
    signIn.forget();
  });
  return { removed: true as const };
}
