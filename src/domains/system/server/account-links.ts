import { letterTexts } from "#domains/system/contract/letter-texts.ts";
import type { systemOperations } from "#domains/system/contract/system-operations.ts";
import { journalOwn } from "#domains/system/server/own-journal.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { Instant } from "#kernel/local-date.ts";
import { platformActor } from "#kernel/server/background.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { accountKey } from "#kernel/server/sign-in/attempts.ts";
import { type LinkPurpose, type OpenLink, SELF } from "#kernel/server/sign-in/one-time-links.ts";
import type { SignIn } from "#kernel/server/sign-in.ts";
import { type Language, say } from "#kernel/texts.ts";

type Operations = typeof systemOperations;
type MadeLink = { readonly token: string; readonly expiresAt: string };
const RESET_MINUTES = 30;
/** To one account, however often somebody asks. */
const LETTERS_A_DAY = 6;

/** The token stands behind the `#`, which no browser sends to a server: it is in no log of ours and of no proxy. */
export const linkAddress = (publicAddress: string, token: string): string => `${publicAddress}/set-password#${token}`;

export async function mailLink(
  signIn: SignIn,
  to: { readonly mail: string; readonly name: string; readonly username: string },
  purpose: LinkPurpose,
  link: MadeLink,
  language: Language,
): Promise<void> {
  const { mail, publicAddress } = signIn.outside;
  if (publicAddress === undefined) throw new AppError("mail.no-address", "unavailable");
  const until = new Date(link.expiresAt).toLocaleString(language === "zh" ? "zh-CN" : "en-GB", { timeZone: "Asia/Shanghai" });
  const words = { name: to.name, username: to.username, address: linkAddress(publicAddress, link.token), until };
  const { subject, body } = letterTexts[purpose];
  await mail.sendMail({ to: to.mail, subject: say(subject, language), text: say(body, language, words) });
}

/**
 * Answers the same whether there is such an account or not, and as quickly: the letter is written after the reply.
 */
export async function askForReset({ username }: InputOf<Operations["askForReset"]>, context: OperationContext) {
  const { signIn } = context.sessions;
  const { mail, publicAddress } = signIn.outside;
  if (!mail.configured || publicAddress === undefined) throw new AppError("mail.not-configured", "conflict");
  await signIn.attempts.count("reset", accountKey(username), context.from);
  context.afterCommit(() => {
    void sendReset(username, context).catch(() => undefined);
  });
  return { asked: true as const };
}

async function sendReset(username: string, context: OperationContext): Promise<void> {
  const { signIn } = context.sessions;
  const personId = await signIn.findPersonId(username);
  const state = personId === undefined ? undefined : (await signIn.accounts.states([personId])).get(personId);
  if (personId === undefined || !state || state.mail === null || state.disabled || state.published) return;
  if ((await signIn.links.askedToday(personId)) >= LETTERS_A_DAY) return;
  const link = await signIn.links.make(personId, "reset", RESET_MINUTES, SELF);
  let sent = true;
  await mailLink(signIn, { mail: state.mail, name: state.name, username: state.username }, "reset", link, context.language).catch(() => {
    sent = false;
  });
  for (const zoneId of await signIn.zonesOf(personId))
    await context.journalNow(platformActor(zoneId), { subject: `person:${personId}`, after: { resetLetter: sent ? "sent" : "failed" } });
}

async function getLink(token: string, { sessions }: OperationContext): Promise<OpenLink> {
  const link = await sessions.signIn.links.find(token);
  if (!link) throw new AppError("account-link.closed", "not-found");
  return link;
}

export async function openLink({ token }: InputOf<Operations["openLink"]>, context: OperationContext) {
  const { purpose, username, name, expiresAt } = await getLink(token, context);
  return { purpose, username, name, expiresAt: expiresAt as Instant };
}

/** A password that is not taken leaves the link open for a better one. */
export async function redeemLink({ token, newPassword }: InputOf<Operations["redeemLink"]>, context: OperationContext) {
  const { signIn } = context.sessions;
  const { personId, purpose, username, name } = await getLink(token, context);
  await signIn.accounts.checkPassword(personId, newPassword);
  if (!(await signIn.links.use(token))) throw new AppError("account-link.closed", "not-found");
  await signIn.accounts.setPassword(personId, newPassword, { checked: true });
  await signIn.attempts.clear("password", accountKey(username));
  const ended = await signIn.endSessions(personId);
  const memberships = await signIn.membershipsOf(personId);
  const session = { id: "", personId, username, name, membershipId: null, memberships, step: null };
  journalOwn(context, session, { after: { password: "set", by: purpose, sessionsEnded: ended } });
  return { username };
}
