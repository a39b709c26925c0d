import type { NewAccount } from "#kernel/server/sign-in/accounts.ts";
import type { SignIn } from "#kernel/server/sign-in.ts";

/**
 * Registers an account for the person whom `work` then enters. Accounts live under another login and so in another transaction:
 * when the work fails, the account goes again, and its user name is free.
 */
export async function withAccount<T>(signIn: SignIn, account: NewAccount, work: (personId: string) => Promise<T>): Promise<T> {
  const personId = await signIn.register(account);
  try {
    return await work(personId);
  } catch (error) {
    await signIn.remove([personId]);
    throw error;
  }
}
