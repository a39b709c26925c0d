import { createHash, createHmac, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import type pg from "pg";
import { AppError } from "#kernel/app-error.ts";
import { COMMITTEE_ROLES } from "#kernel/role.ts";
import { nextStep, roleThatNeedsSecondFactor, type SignInStep } from "#kernel/second-factor-rule.ts";
import { listMemberships, type MembershipRow } from "#kernel/server/memberships.ts";
import { createSecretBox } from "#kernel/server/secret-box.ts";
import { Accounts, type NewAccount } from "#kernel/server/sign-in/accounts.ts";
import { Attempts, accountKey, type Reached } from "#kernel/server/sign-in/attempts.ts";
import { type Auth, createAuth, SESSION_SECONDS, signInPool } from "#kernel/server/sign-in/create-auth.ts";
import { OneTimeLinks } from "#kernel/server/sign-in/one-time-links.ts";
import { NOTHING_OUTSIDE, type Outside } from "#kernel/server/sign-in/outside.ts";
import { SecondFactors } from "#kernel/server/sign-in/second-factors.ts";
import { SingleSignOnLinks } from "#kernel/server/sign-in/single-sign-on-links.ts";

/** A sign-in that holds: who, since when, and which membership is the one active role. */
export type Session = {
  readonly id: string;
  readonly personId: string;
  readonly username: string;
  readonly name: string;
  readonly membershipId: string | null;
  readonly memberships: readonly MembershipRow[];
  /** What is still to be done before it holds. With a step to do it is nobody's session yet: see `halfwayOf`. */
  readonly step: SignInStep | null;
};
export type SessionRow = {
  readonly id: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly from: string | null;
  readonly device: string | null;
};
export type From = { readonly address: string; readonly device: string | null };
export type Entered = { readonly cookie: string; readonly session: Session };
/** Told when an attempt was the last before an account or an address has to wait. */
export type OnReached = (reached: Reached) => Promise<void>;

/** How exactly it is known when a session was last used. */
const SEEN_SECONDS = 60;
/** A revoked session may live this long in another process; here it ends at once. */
export const CACHE_MS = 20_000;
const CACHE_SIZE = 5000;
const BEARER_BYTES = 24;
const LONGEST_TOKEN = 300;
const LONGEST_DEVICE = 200;

/** Somebody who reads by a token: the person who made it, in an office of the committee that is held today. */
export type Bearer = { readonly person: { readonly personId: string; readonly name: string }; readonly membership: MembershipRow };

export type SignInOptions = {
  /** Whether the accounts of the sample zone, whose password is published, may come in. */
  readonly sampleOpen?: boolean;
  readonly outside?: Outside;
  /** What codes of a second factor are reckoned by. */
  readonly clock?: () => number;
};

/** Accounts, passwords and sessions: better-auth in a schema and under a login of its own. Roles are the platform's. */
export class SignIn {
  readonly accounts: Accounts;
  readonly attempts: Attempts;
  readonly secondFactors: SecondFactors;
  readonly links: OneTimeLinks;
  readonly singleSignOnLinks: SingleSignOnLinks;
  /** Mail, the platform's own address and the provider of single sign-on, as far as they are configured. */
  readonly outside: Outside;
  readonly #pool: pg.Pool;
  readonly #auth: Auth;
  readonly #secret: string;
  readonly #sampleOpen: boolean;
  /** Raised whenever something is forgotten: what was read before that is not remembered after it. */
  #generation = 0;
  readonly #cache = new Map<string, { readonly session: Session | undefined; readonly until: number }>();

  constructor(signInUrl: string, secret: string, { sampleOpen = true, outside = NOTHING_OUTSIDE, clock = Date.now }: SignInOptions = {}) {
    this.#pool = signInPool(signInUrl, 5);
    this.#secret = secret;
    this.#sampleOpen = sampleOpen;
    this.#auth = createAuth(this.#pool, secret);
    this.accounts = new Accounts(this.#pool, this.#auth);
    this.attempts = new Attempts(this.#pool);
    this.secondFactors = new SecondFactors(this.#pool, createSecretBox(secret, "second factors"), clock);
    this.links = new OneTimeLinks(this.#pool);
    this.singleSignOnLinks = new SingleSignOnLinks(this.#pool);
    this.outside = outside;
  }

  /** @returns the person's id. @throws AppError `person.username-taken`, or why the password is not taken. */
  register(account: NewAccount): Promise<string> {
    return this.accounts.create(account);
  }

  /** @returns the value of the session cookie. @throws AppError `sign-in.wrong` or `sign-in.locked`, the same for a name that does not exist. */
  async signIn(username: string, password: string, from: From, onReached?: OnReached): Promise<Entered> {
    const account = accountKey(username);
    const reached = await this.attempts.count("password", account, from.address);
    const headers = new Headers({
      "x-forwarded-for": from.address,
      ...(from.device ? { "user-agent": from.device.slice(0, LONGEST_DEVICE) } : {}),
    });
    const signed = await this.#auth.api
      .signInUsername({ body: { username: username.trim().toLowerCase(), password }, headers })
      .catch(() => null);
    if (!signed || (await this.accounts.isDisabled(signed.user.id))) {
      // Not waited for: it takes longer for a name that exists, and the time would tell.
      if (reached.account || reached.address) void onReached?.(reached).catch(() => undefined);
      throw new AppError("sign-in.wrong", "unauthenticated");
    }
    await this.attempts.clear("password", account);
    await this.#pool.query(`update session set "ipAddress" = $2, "userAgent" = $3, way = 'password' where token = $1`, [
      signed.token,
      from.address,
      from.device?.slice(0, LONGEST_DEVICE) ?? null,
    ]);
    await this.accounts.signedIn(signed.user.id, password);
    return this.#entered(signed.token);
  }

  /** A session for somebody whom the provider of single sign-on vouches for. The second factor of here is asked all the same. */
  async enter(personId: string, from: From): Promise<Entered> {
    const token = newToken();
    await this.#pool.query(
      `insert into session (id, token, "userId", "expiresAt", "createdAt", "updatedAt", "ipAddress", "userAgent", way)
       values ($1, $2, $3, now() + make_interval(secs => ${SESSION_SECONDS}), now(), now(), $4, $5, 'single-sign-on')`,
      [randomUUID(), token, personId, from.address, from.device?.slice(0, LONGEST_DEVICE) ?? null],
    );
    await this.accounts.signedIn(personId);
    return this.#entered(token);
  }

  /** @throws AppError `second-factor.wrong` or `sign-in.locked`. */
  async passSecondFactor(
    cookie: string,
    code: string,
    address: string,
    onReached?: OnReached,
  ): Promise<Entered & { readonly by: "code" | "recovery-code" }> {
    const session = await this.halfwayOf(cookie);
    if (session?.step !== "second-factor") throw new AppError("access.sign-in", "unauthenticated");
    const by = await this.spendCode(session, code, address, onReached);
    return { ...(await this.renewToken(cookie, true)), by };
  }

  /** A code, counted against guessing. @throws AppError `second-factor.wrong` or `sign-in.locked`. */
  async spendCode(
    { personId, username }: Pick<Session, "personId" | "username">,
    code: string,
    address: string,
    onReached?: OnReached,
  ): Promise<"code" | "recovery-code"> {
    const reached = await this.attempts.count("second-factor", accountKey(username), address);
    const by = await this.secondFactors.spend(personId, code);
    if (by === undefined) {
      if (reached.account || reached.address) await onReached?.(reached);
      throw new AppError("second-factor.wrong", "invalid");
    }
    await this.attempts.clear("second-factor", accountKey(username));
    return by;
  }

  /** The present password, counted against guessing. @throws AppError `password.current-wrong` or `sign-in.locked`. */
  async provePassword(
    { personId, username }: Pick<Session, "personId" | "username">,
    password: string,
    address: string,
    onReached?: OnReached,
  ): Promise<void> {
    const account = accountKey(username);
    const reached = await this.attempts.count("password", account, address);
    if (!(await this.accounts.isPassword(personId, password))) {
      if (reached.account || reached.address) await onReached?.(reached);
      throw new AppError("password.current-wrong", "invalid");
    }
    await this.attempts.clear("password", account);
  }

  /** A session that has risen gets a new token: whoever knew the old one does not rise with it. */
  async renewToken(cookie: string, passed: boolean): Promise<Entered> {
    const token = this.#tokenOf(cookie);
    const renewed = newToken();
    const updated = await this.#pool.query(
      `update session set token = $2, "secondFactorAt" = case when $3 then now() else "secondFactorAt" end, "updatedAt" = now() where token = $1`,
      [token ?? "", renewed, passed],
    );
    if (updated.rowCount !== 1) throw new AppError("access.sign-in", "unauthenticated");
    this.#forget();
    return this.#entered(renewed);
  }

  async #entered(token: string): Promise<Entered> {
    const session = await this.#read(token);
    if (!session) throw new AppError("sign-in.wrong", "unauthenticated");
    return { cookie: this.#sign(token), session };
  }

  /** The session behind a cookie; undefined when it is forged, expired, ended, or a step is still to be done. */
  async sessionOf(cookie: string): Promise<Session | undefined> {
    const session = await this.#known(cookie);
    return session?.step === null ? session : undefined;
  }

  /** Somebody who gave the password and still has a step to do: may do that step and nothing else. */
  async halfwayOf(cookie: string): Promise<Session | undefined> {
    const session = await this.#known(cookie);
    return session?.step === null ? undefined : session;
  }

  async #known(cookie: string): Promise<Session | undefined> {
    const token = this.#tokenOf(cookie);
    if (token === undefined) return undefined;
    const known = this.#cache.get(token);
    const now = performance.now();
    if (known && known.until > now) return known.session;
    const generation = this.#generation;
    const session = await this.#read(token);
    if (this.#cache.size >= CACHE_SIZE) this.#cache.clear();
    if (generation === this.#generation) this.#cache.set(token, { session, until: now + CACHE_MS });
    return session;
  }

  #forget(token?: string): void {
    this.#generation += 1;
    if (token === undefined) this.#cache.clear();
    else this.#cache.delete(token);
  }

  async #read(token: string): Promise<Session | undefined> {
    const found = await this.#pool.query<
      Omit<Session, "memberships" | "step"> & { enrolled: boolean; passed: boolean; mustChange: boolean; published: boolean }
    >(
      `select s.id, s."userId" "personId", u.username, u.name, s."membershipId", s."secondFactorAt" is not null passed,
              f.confirmed_at is not null enrolled, coalesce(a.must_change, false) and s.way is distinct from 'single-sign-on' "mustChange",
              coalesce(a.published, false) published
         from session s join "user" u on u.id = s."userId"
         left join second_factor f on f.person_id = u.id left join account_state a on a.person_id = u.id
        where s.token = $1 and s."expiresAt" > now() and a.disabled_at is null`,
      [token],
    );
    const row = found.rows[0];
    if (!row) return undefined;
    await this.#pool.query(
      `update session set "updatedAt" = now() where token = $1 and "updatedAt" < now() - make_interval(secs => ${SEEN_SECONDS})`,
      [token],
    );
    const memberships = await this.membershipsOf(row.personId);
    const { enrolled, passed, mustChange, published, ...session } = row;
    const required = roleThatNeedsSecondFactor(memberships, published) !== undefined;
    return { ...session, memberships, step: nextStep({ enrolled, passed, mustChange, required }) };
  }

  /** Roles were granted or revoked: this process looks again at once, others within the cache's time. */
  forget(): void {
    this.#forget();
  }

  /** One role at a time: it is stored with the session. */
  async chooseMembership(cookie: string, membershipId: string | null): Promise<void> {
    const token = this.#tokenOf(cookie);
    if (token === undefined) return;
    await this.#pool.query('update session set "membershipId" = $2, "updatedAt" = now() where token = $1', [token, membershipId]);
    this.#forget(token);
  }

  async signOut(cookie: string): Promise<void> {
    const token = this.#tokenOf(cookie);
    if (token === undefined) return;
    await this.#pool.query("delete from session where token = $1", [token]);
    this.#forget(token);
  }

  async listSessions(personId: string): Promise<readonly SessionRow[]> {
    const found = await this.#pool.query<SessionRow>(
      `select id, "createdAt" "startedAt", "updatedAt" "lastSeenAt", "ipAddress" "from", "userAgent" device from session where "userId" = $1 and "expiresAt" > now() order by "createdAt" desc limit 100`,
      [personId],
    );
    return found.rows;
  }

  /** @returns whether there was such a session of this person. */
  async endSession(personId: string, sessionId: string): Promise<boolean> {
    const ended = await this.#pool.query<{ token: string }>('delete from session where "userId" = $1 and id = $2 returning token', [
      personId,
      sessionId,
    ]);
    for (const row of ended.rows) this.#forget(row.token);
    return ended.rows.length > 0;
  }

  /**
   * Ends every session of a person, but the one that says so, and every token made until now: whoever held a session may have made one.
   * @returns how many sessions.
   */
  async endSessions(personId: string, except?: string): Promise<number> {
    await this.accounts.endTokens(personId);
    const ended = await this.#pool.query('delete from session where "userId" = $1 and id is distinct from $2', [personId, except ?? null]);
    this.#forget();
    return ended.rowCount ?? 0;
  }

  /** Ends everything that these people hold: sessions and accounts. */
  async remove(personIds: readonly string[]): Promise<void> {
    await this.accounts.remove(personIds);
    this.#forget();
  }

  findPersonId(username: string): Promise<string | undefined> {
    return this.accounts.idOf(username);
  }

  membershipsOf(personId: string): Promise<readonly MembershipRow[]> {
    return listMemberships(this.#pool, personId, this.#sampleOpen);
  }

  /** Where what happens to an account is told. */
  async zonesOf(personId: string): Promise<ReadonlySet<string>> {
    return new Set((await this.membershipsOf(personId)).map(({ zoneId }) => zoneId));
  }

  /** A token to read by: what is given out, signed for its purpose, and the hash that alone is kept. */
  newBearer(purpose: string): { readonly token: string; readonly hash: string } {
    const token = randomBytes(BEARER_BYTES).toString("base64url");
    return { token: `${token}.${this.#signatureOf(`${purpose}:${token}`)}`, hash: hashOf(token) };
  }

  /**
   * Who reads by a token: undefined when it is forged, of another purpose or zone, revoked or ended with the sessions, or its person has left or holds
   * no office of the committee there any more. It is looked at anew each time, so that it ends at once.
   */
  async bearerOf(zoneId: string, purpose: string, given: string): Promise<Bearer | undefined> {
    const [token = "", signature = ""] = given.slice(0, LONGEST_TOKEN).split(".");
    if (!isSame(signature, this.#signatureOf(`${purpose}:${token}`))) return undefined;
    const found = await this.#pool.query<Bearer["person"]>(
      `select p.id "personId", p.name from public.bearer_token t join public.person p on p.zone_id = t.zone_id and p.id = t.person_id
         left join account_state a on a.person_id = t.person_id::text
        where t.zone_id = $1 and t.token_hash = $2 and t.purpose = $3 and t.revoked_at is null and p.left_at is null
          and (a.tokens_end_before is null or t.created_at > a.tokens_end_before)`,
      [zoneId, hashOf(token), purpose],
    );
    const person = found.rows[0];
    if (person === undefined) return undefined;
    const memberships = await this.membershipsOf(person.personId);
    const membership = memberships.find((held) => held.zoneId === zoneId && COMMITTEE.includes(held.role));
    return membership === undefined ? undefined : { person, membership };
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  #sign(token: string): string {
    return `${token}.${this.#signatureOf(token)}`;
  }

  #signatureOf(words: string): string {
    return createHmac("sha256", this.#secret).update(words).digest("base64url");
  }

  #tokenOf(cookie: string): string | undefined {
    const dot = cookie.lastIndexOf(".");
    if (dot <= 0 || cookie.length > LONGEST_TOKEN) return undefined;
    const token = cookie.slice(0, dot);
    return isSame(cookie, this.#sign(token)) ? token : undefined;
  }
}

const COMMITTEE: readonly string[] = COMMITTEE_ROLES;
const newToken = (): string => randomBytes(BEARER_BYTES).toString("base64url");
const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Compared in a time that tells nothing of where they differ. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
