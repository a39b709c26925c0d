import type { Account, TestServer } from "#apps/test-server.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import type { Operation, SentInputOf } from "#kernel/contract.ts";
import { SESSION_COOKIE } from "#kernel/server/mount-operations.ts";
import { codeOf } from "#kernel/server/test-second-factor.ts";

/** A browser window: it keeps the cookie that the server sets, as one does. */
export type Window = {
  readonly account: Account;
  send<O extends Operation>(operation: O, input: SentInputOf<O>): Promise<{ readonly status: number; readonly body: never }>;
};

export function openWindow(at: TestServer, username = ""): Window {
  let cookie: string | null = null;
  const account = {
    get cookie() {
      return cookie;
    },
    personId: "",
    name: username,
  };
  return {
    account,
    send: async (operation, input) => {
      const reply = await at.call(account, operation, input);
      const set = new RegExp(`${SESSION_COOKIE}=([^;]*)`).exec(String(reply.headers["set-cookie"] ?? ""))?.[1];
      if (set !== undefined) cookie = set === "" ? null : decodeURIComponent(set);
      return { status: reply.status, body: JSON.parse(reply.text) as never };
    },
  };
}

/** A person with these roles who has come in with a password, and with a second factor where the roles ask for one. */
export async function appoint(
  at: TestServer,
  username: string,
  roles: readonly SentInputOf<typeof systemOperations.grantRole>["role"][],
  password: string,
): Promise<Window & { readonly personId: string; readonly secret: string | undefined }> {
  const security = at.account("security_administrator");
  const person = await at.done(security, systemOperations.createPerson, { username, name: `某${username}`, password });
  for (const role of roles) await at.done(security, systemOperations.grantRole, { personId: person.id, role });
  const window = openWindow(at, username);
  const entered = await window.send(systemOperations.signIn, { username, password });
  if (entered.status !== 200) throw new Error(`${username}: ${JSON.stringify(entered.body)}`);
  const { pending } = entered.body as { pending: { step: string } | null };
  if (pending?.step !== "enrol-second-factor") return { ...window, personId: person.id, secret: undefined };
  const { secret } = (await window.send(systemOperations.beginSecondFactor, {})).body as { secret: string };
  await window.send(systemOperations.confirmSecondFactor, { code: codeOf(secret) });
  return { ...window, personId: person.id, secret };
}
