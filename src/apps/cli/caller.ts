import type { Runtime } from "#apps/runtime.ts";
import { ensureSample } from "#apps/server/sample-zone.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Operation } from "#kernel/contract.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { localAdministrator } from "#kernel/server/access.ts";
import { SYSTEM_ZONE_ID } from "#kernel/server/database.ts";
import { actorUnder } from "#kernel/server/memberships.ts";
import type { SessionDoor } from "#kernel/server/operation-context.ts";
import type { Caller } from "#kernel/server/platform.ts";
import type { Entered, SignIn } from "#kernel/server/sign-in.ts";
import type { Language } from "#kernel/texts.ts";

type Flags = { readonly zone?: string; readonly user?: string };

/**
 * Who acts on the command line: on the embedded database whoever holds the machine, journalled as the local administrator;
 * against a server of one's own a named user, who signs in with YUANSHU_USER (or --user) and YUANSHU_PASSWORD. Whoever names no user and
 * has the login that owns the tables (DATABASE_OWNER_URL) holds the machine as well: that is how the first zone and its administrators come about.
 */
export async function callerOnCommandLine(runtime: Runtime, operation: Operation, flags: Flags, language: Language): Promise<Caller> {
  const { platform, signIn, database } = runtime;
  const base = { language, from: "local", idempotencyKey: undefined };
  const door = {
    signIn,
    permissions: platform.permissions,
    demoAccounts: [],
    device: "command line",
    halfway: undefined,
    setCookie: () => {},
  };
  const username = flags.user ?? process.env["YUANSHU_USER"];
  const ownsTables = username === undefined && process.env["DATABASE_OWNER_URL"] !== undefined;
  if (!database.embedded && !ownsTables) {
    if (!username) throw new AppError("access.sign-in", "unauthenticated");
    const { cookie, session } = await enter(signIn, username);
    const membership = session.memberships.find((held) => flags.zone === undefined || held.zoneSlug === flags.zone);
    const sessions: SessionDoor = { ...door, session, cookie };
    return {
      ...base,
      actor: actorUnder(session, membership, platform.permissions, SYSTEM_ZONE_ID),
      businessDate: membership?.businessDate ?? null,
      sessions,
    };
  }
  const zone = operation.platform ? { id: SYSTEM_ZONE_ID, businessDate: null } : await chooseZone(runtime, flags.zone);
  const sessions: SessionDoor = { ...door, session: undefined, cookie: undefined };
  return {
    ...base,
    actor: localAdministrator(zone.id, platform.permissions),
    businessDate: zone.businessDate,
    sessions,
    adminUrl: database.adminUrl,
  };
}

/** With the code of the second factor in YUANSHU_CODE where the account has one. Other steps are taken in the browser. */
async function enter(signIn: SignIn, username: string): Promise<Entered> {
  const { env } = process;
  const entered = await signIn.signIn(username, env["YUANSHU_PASSWORD"] ?? "", { address: "local", device: "command line" });
  const { step } = entered.session;
  if (step === null) return entered;
  if (step !== "second-factor") throw new AppError("sign-in.step-in-browser", "unauthenticated");
  return signIn.passSecondFactor(entered.cookie, env["YUANSHU_CODE"] ?? "", "local");
}

/** The zone that was named; without a name the only one, or the only real one, there is; the sample zone is made when there is none. */
async function chooseZone(runtime: Runtime, slug: string | undefined): Promise<{ id: string; businessDate: LocalDate | null }> {
  const list = async () =>
    (
      await runtime.pool.query<{ id: string; slug: string; sample: boolean; businessDate: LocalDate | null }>(
        'select id, slug, sample, business_date::text "businessDate" from zone where id <> $1 order by sample, slug',
        [SYSTEM_ZONE_ID],
      )
    ).rows;
  let zones = await list();
  if (zones.length === 0) {
    await ensureSample(runtime);
    zones = await list();
  }
  const real = zones.filter((zone) => !zone.sample);
  const only = zones.length === 1 ? zones[0] : real.length === 1 ? real[0] : undefined;
  const found = slug === undefined ? only : zones.find((zone) => zone.slug === slug);
  if (!found) throw new AppError("command.zone", "invalid", { zones: zones.map((zone) => zone.slug) });
  return found;
}
