import { Secret, TOTP } from "otpauth";
import type { Entered, SignIn } from "#kernel/server/sign-in.ts";

/** What an authenticator app shows for a seed, so many steps of thirty seconds away from now. */
export const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

/** A sign-in whose role asks for a second factor sets one up, as its person would. */
export async function allTheWay(signIn: SignIn, entered: Entered): Promise<Entered> {
  const { personId, username, step } = entered.session;
  if (step !== "enrol-second-factor") return entered;
  const { secret } = await signIn.secondFactors.begin(personId, username);
  await signIn.secondFactors.confirm(personId, codeOf(secret));
  return signIn.renewToken(entered.cookie, true);
}
