import { randomInt } from "node:crypto";
import type { PersonRow, systemOperations } from "#domains/system/contract/system-operations.ts";
import { mailLink } from "#domains/system/server/account-links.ts";
import { getPerson, requirePerson } from "#domains/system/server/person-rows.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { Instant } from "#kernel/local-date.ts";
import { SECOND_FACTOR_RULES } from "#kernel/second-factor-rule.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Operations = typeof systemOperations;
const LINK_MINUTES = 24 * 60;
const GROUPS = 4;
const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

/** Easy to read out, hard to guess: four groups of four. */
const temporaryPassword = (): string =>
  Array.from({ length: GROUPS }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("")).join("-");

/** Within these days nobody does both halves of what opens a privileged account: sets its password or mail, and resets its second factor. */
const DAYS_APART = 7;
const isPrivileged = ({ memberships }: PersonRow): boolean =>
  memberships.some(({ role }) => SECOND_FACTOR_RULES.some((rule) => rule.role === role));

/** @throws AppError `person.other-administrator` when the actor did one of these to this privileged person lately. */
async function refuseBothHalves(person: PersonRow, operations: readonly string[], { tx, actor, now }: OperationContext): Promise<void> {
  if (!isPrivileged(person)) return;
  const done = await tx
    .selectFrom("journal_entry")
    .select("sequence")
    .where("zone_id", "=", actor.zoneId)
    .where("subject", "=", `person:${person.id}`)
    .where("actor_id", "=", actor.id)
    .where("operation", "in", [...operations])
    .where("at", ">", new Date(Date.parse(now) - DAYS_APART * 86_400_000).toISOString())
    .limit(1)
    .executeTakeFirst();
  if (done) throw new AppError("person.other-administrator", "forbidden", { days: DAYS_APART });
}

/** Sessions end, whichever way it is reset; a new invitation is the same thing for who has not come yet. */
export async function resetPassword({ personId, by, reason }: InputOf<Operations["resetPassword"]>, context: OperationContext) {
  const { signIn } = context.sessions;
  const person = await requirePerson(personId, "resetPassword", context);
  await refuseBothHalves(person, ["system.resetSecondFactor"], context);
  const byMailOnly = isPrivileged(person) && signIn.outside.mail.configured && signIn.outside.publicAddress !== undefined;
  if (byMailOnly && by !== "mail") throw new AppError("person.mail-only", "conflict");
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
  await refuseBothHalves(person, ["system.resetPassword", "system.setMail"], context);
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
  await refuseBothHalves(await requirePerson(personId, "setMail", context), ["system.resetSecondFactor"], context);
  await context.sessions.signIn.accounts.setMail(personId, mail);
  context.journal({ subject: `person:${personId}`, after: { mail: mail === null ? "cleared" : "entered" }, personal: { mail } });
  return getPerson(personId, context);
}
