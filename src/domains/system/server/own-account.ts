import type { SessionView, systemOperations } from "#domains/system/contract/system-operations.ts";
import { maskMail } from "#domains/system/rules/mask-mail.ts";
import { secondFactorStanding } from "#domains/system/rules/system-policy.ts";
import { demand, demandAt } from "#domains/system/server/demand-session.ts";
import { journalLock, journalOwn } from "#domains/system/server/own-journal.ts";
import { presentSession } from "#domains/system/server/present-session.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { Instant } from "#kernel/local-date.ts";
import { allow, refuse } from "#kernel/policy.ts";
import { roleThatNeedsSecondFactor } from "#kernel/second-factor-rule.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Operations = typeof systemOperations;

/** Who knows the password that was, sets the next; every other session ends, and this one goes on under a new token. */
export async function changePassword(
  { currentPassword, newPassword }: InputOf<Operations["changePassword"]>,
  context: OperationContext,
): Promise<SessionView> {
  const { cookie, session } = demandAt("change-password", context);
  const { signIn } = context.sessions;
  await signIn.provePassword(session, currentPassword, context.from, journalLock(context, session.username));
  await signIn.accounts.setPassword(session.personId, newPassword);
  await signIn.links.end(session.personId);
  const ended = await signIn.endSessions(session.personId, session.id);
  const entered = await signIn.renewToken(cookie, false);
  context.sessions.setCookie(entered.cookie);
  journalOwn(context, entered.session, { after: { password: "changed", sessionsEnded: ended } });
  return presentSession(entered.session, context);
}

export async function myAccount(_: object, context: OperationContext) {
  const { session } = demand(context);
  const { signIn } = context.sessions;
  const state = await signIn.accounts.getState(session.personId);
  const { codesLeft } = await signIn.secondFactors.stateOf(session.personId);
  const because = roleThatNeedsSecondFactor(session.memberships, state.published) ?? null;
  const notPublished = state.published ? refuse("account.published") : allow;
  const enrolled = state.secondFactorAt !== null;
  return {
    username: session.username,
    name: session.name,
    mail: state.mail === null ? null : maskMail(state.mail),
    published: state.published,
    passwordSetAt: state.passwordSetAt as Instant | null,
    secondFactor: {
      standing: secondFactorStanding({ enrolled, published: state.published, required: because !== null }),
      since: state.secondFactorAt as Instant | null,
      codesLeft,
      because,
    },
    abilities: {
      changePassword: notPublished,
      ...(enrolled
        ? {
            renewRecoveryCodes: allow,
            removeSecondFactor: because === null ? allow : refuse("second-factor.required"),
          }
        : { enrol: notPublished }),
    },
  };
}
