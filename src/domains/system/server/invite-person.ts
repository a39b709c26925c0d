import type { systemOperations } from "#domains/system/contract/system-operations.ts";
import { mailLink } from "#domains/system/server/account-links.ts";
import { enterRole } from "#domains/system/server/grant-role.ts";
import { enterPerson } from "#domains/system/server/people.ts";
import { getPerson } from "#domains/system/server/person-rows.ts";
import { withAccount } from "#domains/system/server/with-account.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { Instant } from "#kernel/local-date.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

const MINUTES_A_DAY = 24 * 60;

/**
 * A person with an account that no password opens yet. With a mail address the link goes there and to nobody else; without one it is shown
 * once, to be handed over.
 */
export async function invitePerson(input: InputOf<(typeof systemOperations)["invitePerson"]>, context: OperationContext) {
  const { signIn } = context.sessions;
  const { username, name, mail, role, days, departmentId, enterpriseId, validTo } = input;
  if (role === undefined && (departmentId ?? enterpriseId ?? validTo) !== undefined) throw new AppError("person.role-first", "invalid");
  const byMail = mail !== undefined && signIn.outside.mail.configured && signIn.outside.publicAddress !== undefined;
  return withAccount(signIn, { username, name, mail }, async (id) => {
    await enterPerson(id, input, context);
    const link = await signIn.links.make(id, "invitation", days * MINUTES_A_DAY, context.actor.id);
    context.journal({
      subject: `person:${id}`,
      after: { username, invited: true, expiresAt: link.expiresAt, byMail },
      personal: { name, ...(mail ? { mail } : {}) },
    });
    if (role !== undefined)
      await enterRole(
        await getPerson(id, context),
        { role, ...(departmentId ? { departmentId } : {}), ...(enterpriseId ? { enterpriseId } : {}), ...(validTo ? { validTo } : {}) },
        context,
      );
    if (byMail) await mailLink(signIn, { mail, name, username: username.toLowerCase() }, "invitation", link, context.language);
    return {
      person: await getPerson(id, context),
      token: byMail ? null : link.token,
      expiresAt: link.expiresAt as Instant,
      mailed: byMail,
    };
  });
}
