import { randomInt } from "node:crypto";
import type { PersonRow, systemOperations } from "#domains/system/contract/system-operations.ts";
import { mailLink } from "#domains/system/server/account-links.ts";
import { getPerson, requirePerson } from "#domains/system/server/person-rows.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { Instant } from "#kernel/local-date.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Operations = typeof systemOperations;
const LINK_MINUTES = 24 * 60;
const GROUPS = 4;
const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

/** Easy to read out, hard to guess: four groups of four. */
const temporaryPassword = (): string =>
  Array.from({ length: GROUPS }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("")).join("-");

/** Sessions end, whichever way it is reset; a new invitation is the same thing for who has not come yet. */
export async function resetPassword({ personId, by, reason }: InputOf<Operations["resetPassword"]>, context: OperationContext) {
  const { signIn } = context.sessions;
  const person = await requirePerson(personId, "resetPassword", context);
  const purpose = person.account.invited ? "invitation" : "reset";
  const { mail } = await signIn.accounts.getState(personId);
  if (by === "mail" && mail === null) throw new AppError("person.no-mail", "conflict", { name: person.name });
  if (by === "mail" && !signIn.outside.mail.configured) throw new AppError("mail.not-configured", "conflict");
  context.journal({ subject: `person:${personId}`, after: { password: "reset", by, reason } });
  if (by === "temporary") {
    const password = temporaryPassword();
    await signIn.links.end(personId);
    await signIn.accounts.setPassword(personId, password, { mustChange: true });
    await signIn.endSessions(personId);
    return { person: await getPerson(personId, context), token: null, password, expiresAt: null, mailed: false };
  }
  const link = await signIn.links.make(personId, purpose, LINK_MINUTES, context.actor.id);
  await signIn.endSessions(personId);
  if (by === "mail" && mail !== null)
    await mailLink(signIn, { mail, name: person.name, username: person.username }, purpose, link, context.language);
  return {
    person: await getPerson(personId, context),
    token: by === "mail" ? null : link.token,
    password: null,
    expiresAt: link.expiresAt as Instant,
    mailed: by === "mail",
  };
}

export async function resetSecondFactor(
  { personId, reason }: InputOf<Operations["resetSecondFactor"]>,
  context: OperationContext,
): Promise<PersonRow> {
  const { signIn } = context.sessions;
  const person = await requirePerson(personId, "resetSecondFactor", context);
  context.journal({ subject: `person:${personId}`, before: { secondFactor: "on" }, after: { secondFactor: "reset", reason } });
  context.afterCommit(async () => {
    await signIn.secondFactors.remove(personId);
    await signIn.endSessions(personId);
  });
  return { ...person, account: { ...person.account, secondFactor: "off", sessions: 0 } };
}

export async function endSessionsOf(
  { personId, reason }: InputOf<Operations["endSessionsOf"]>,
  context: OperationContext,
): Promise<PersonRow> {
  const person = await requirePerson(personId, "endSessions", context);
  context.journal({ subject: `person:${personId}`, after: { sessionsEnded: person.account.sessions, reason } });
  context.afterCommit(() => context.sessions.signIn.endSessions(personId).then(() => undefined));
  return { ...person, account: { ...person.account, sessions: 0 } };
}

export async function setMail({ personId, mail }: InputOf<Operations["setMail"]>, context: OperationContext): Promise<PersonRow> {
  await requirePerson(personId, "setMail", context);
  await context.sessions.signIn.accounts.setMail(personId, mail);
  context.journal({ subject: `person:${personId}`, after: { mail: mail === null ? "cleared" : "entered" }, personal: { mail } });
  return getPerson(personId, context);
}
