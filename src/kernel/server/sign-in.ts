import { createHash, createHmac, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { username as usernamePlugin } from "better-auth/plugins";
import pg from "pg";
import { AppError } from "#kernel/app-error.ts";
import { COMMITTEE_ROLES } from "#kernel/role.ts";
import { survive } from "#kernel/server/database.ts";
import { listMemberships, type MembershipRow } from "#kernel/server/memberships.ts";

/** A sign-in that holds: who, since when, and which membership is the one active role. */
export type Session = {
  readonly id: string;
  readonly personId: string;
  readonly username: string;
  readonly name: string;
  readonly membershipId: string | null;
  readonly memberships: readonly MembershipRow[];
};
export type SessionRow = {
  readonly id: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly from: string | null;
  readonly device: string | null;
};

const SESSION_SECONDS = 12 * 3600;
/** How exactly it is known when a session was last used. */
const SEEN_SECONDS = 60;
/** A revoked session may live this long in another process; here it ends at once. */
const CACHE_MS = 20_000;
const CACHE_SIZE = 5000;
/** Failures within the window after which an account, or an address, has to wait. */
const WINDOW_MINUTES = 15;
const ACCOUNT_FAILURES = 5;
const ADDRESS_FAILURES = 30;

const BEARER_BYTES = 24;
const LONGEST_TOKEN = 300;

/** Somebody who reads by a token: the person who made it, in an office of the committee that is held today. */
export type Bearer = { readonly person: { readonly personId: string; readonly name: string }; readonly membership: MembershipRow };

const SCHEMA = "auth";

function authOn(pool: pg.Pool, secret: string) {
  return betterAuth({
    database: pool,
    secret,
    baseURL: "http://127.0.0.1",
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, autoSignIn: false, minPasswordLength: 10, maxPasswordLength: 200 },
    plugins: [usernamePlugin({ minUsernameLength: 2, maxUsernameLength: 60, usernameValidator: () => true })],
    session: {
      expiresIn: SESSION_SECONDS,
      updateAge: 600,
      additionalFields: { membershipId: { type: "string", required: false, input: false } },
    },
    advanced: { database: { generateId: () => randomUUID() } },
  });
}

const poolOn = (connectionString: string, max: number) => {
  const pool = new pg.Pool({ connectionString, max, options: `-c search_path=${SCHEMA}` });
  survive(pool);
  return pool;
};

/** Creates or updates the sign-in's own schema; run as the owner, beside the migrations. */
export async function migrateSignIn(ownerUrl: string): Promise<void> {
  const pool = poolOn(ownerUrl, 2);
  try {
    await pool.query("select pg_advisory_lock(hashtext('yuanshu sign-in'))");
    await pool.query(`create schema if not exists ${SCHEMA}`);
    const { runMigrations } = await getMigrations(authOn(pool, "migration-only-secret-that-signs-nothing").options);
    await runMigrations();
    await pool.query(
      `create table if not exists sign_in_failure (id uuid primary key default gen_random_uuid(), account text not null, address text not null, at timestamptz not null default now())`,
    );
    await pool.query(`create index if not exists sign_in_failure_recent on sign_in_failure (at)`);
    await pool.query(`grant usage on schema ${SCHEMA} to yuanshu_sign_in`);
    await pool.query(`grant select, insert, update, delete on all tables in schema ${SCHEMA} to yuanshu_sign_in`);
  } finally {
    await pool.end();
  }
}

/** Accounts, passwords and sessions: better-auth in a schema and under a login of its own. Roles are the platform's. */
export class SignIn {
  readonly #pool: pg.Pool;
  readonly #auth: ReturnType<typeof authOn>;
  readonly #secret: string;
  readonly #sampleOpen: boolean;
  readonly #cache = new Map<string, { readonly session: Session | undefined; readonly until: number }>();

  /** `sampleOpen`: whether the accounts of the sample zone, whose password is published, may come in. */
  constructor(signInUrl: string, secret: string, sampleOpen = true) {
    this.#pool = poolOn(signInUrl, 5);
    this.#secret = secret;
    this.#sampleOpen = sampleOpen;
    this.#auth = authOn(this.#pool, secret);
  }

  /** @returns the person's id. @throws AppError `person.username-taken`. */
  async register(account: { readonly username: string; readonly name: string; readonly password: string }): Promise<string> {
    if (await this.#idOf(account.username)) throw new AppError("person.username-taken", "conflict", { username: account.username });
    const email = `${randomUUID()}@accounts.invalid`;
    const created = await this.#auth.api.signUpEmail({
      body: { email, name: account.name, password: account.password, username: account.username },
    });
    return created.user.id;
  }

  /** @returns the value of the session cookie. @throws AppError `sign-in.wrong` or `sign-in.locked`, the same for a name that does not exist. */
  async signIn(
    username: string,
    password: string,
    from: { readonly address: string; readonly device: string | null },
  ): Promise<{ readonly cookie: string; readonly session: Session }> {
    const account = username.trim().toLowerCase();
    await this.#countAttempt(account.slice(0, 100), from.address);
    const headers = new Headers({ "x-forwarded-for": from.address, ...(from.device ? { "user-agent": from.device.slice(0, 200) } : {}) });
    const signed = await this.#auth.api.signInUsername({ body: { username: account, password }, headers }).catch(() => null);
    if (!signed) throw new AppError("sign-in.wrong", "unauthenticated");
    await this.#pool.query("delete from sign_in_failure where account = $1 or at < now() - interval '1 day'", [account.slice(0, 100)]);
    await this.#pool.query('update session set "ipAddress" = $2, "userAgent" = $3 where token = $1', [
      signed.token,
      from.address,
      from.device?.slice(0, 200) ?? null,
    ]);
    const session = await this.#read(signed.token);
    if (!session) throw new AppError("sign-in.wrong", "unauthenticated");
    return { cookie: this.#sign(signed.token), session };
  }

  /** Counted before the password is looked at, so that guesses sent all at once do not slip through together; a right one clears the account's count. */
  async #countAttempt(account: string, address: string): Promise<void> {
    const { rows } = await this.#pool.query<{ id: string }>("insert into sign_in_failure (account, address) values ($1, $2) returning id", [
      account,
      address,
    ]);
    const counted = await this.#pool.query<{ account: string; address: string }>(
      `select count(*) filter (where account = $1) account, count(*) filter (where address = $2) address from sign_in_failure where at > now() - make_interval(mins => ${WINDOW_MINUTES}) and (account = $1 or address = $2)`,
      [account, address],
    );
    const attempts = counted.rows[0];
    if (Number(attempts?.account) <= ACCOUNT_FAILURES && Number(attempts?.address) <= ADDRESS_FAILURES) return;
    // An attempt that was not tried is no failure: it does not keep the account locked for longer.
    await this.#pool.query("delete from sign_in_failure where id = $1", [rows[0]?.id]);
    throw new AppError("sign-in.locked", "too-many", { minutes: WINDOW_MINUTES });
  }

  /** The session behind a cookie; undefined when it is forged, expired or ended. */
  async sessionOf(cookie: string): Promise<Session | undefined> {
    const token = this.#tokenOf(cookie);
    if (token === undefined) return undefined;
    const known = this.#cache.get(token);
    const now = performance.now();
    if (known && known.until > now) return known.session;
    const session = await this.#read(token);
    if (this.#cache.size >= CACHE_SIZE) this.#cache.clear();
    this.#cache.set(token, { session, until: now + CACHE_MS });
    return session;
  }

  async #read(token: string): Promise<Session | undefined> {
    const found = await this.#pool.query<Omit<Session, "memberships">>(
      `select s.id, s."userId" "personId", u.username, u.name, s."membershipId" from session s join "user" u on u.id = s."userId" where s.token = $1 and s."expiresAt" > now()`,
      [token],
    );
    const row = found.rows[0];
    if (!row) return undefined;
    await this.#pool.query(
      `update session set "updatedAt" = now() where token = $1 and "updatedAt" < now() - make_interval(secs => ${SEEN_SECONDS})`,
      [token],
    );
    return { ...row, memberships: await listMemberships(this.#pool, row.personId, this.#sampleOpen) };
  }

  /** Roles were granted or revoked: this process looks again at once, others within the cache's time. */
  forget(): void {
    this.#cache.clear();
  }

  /** One role at a time: it is stored with the session. */
  async chooseMembership(cookie: string, membershipId: string | null): Promise<void> {
    const token = this.#tokenOf(cookie);
    if (token === undefined) return;
    await this.#pool.query('update session set "membershipId" = $2, "updatedAt" = now() where token = $1', [token, membershipId]);
    this.#cache.delete(token);
  }

  async signOut(cookie: string): Promise<void> {
    const token = this.#tokenOf(cookie);
    if (token === undefined) return;
    await this.#pool.query("delete from session where token = $1", [token]);
    this.#cache.delete(token);
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
    for (const row of ended.rows) this.#cache.delete(row.token);
    return ended.rows.length > 0;
  }

  /** Ends everything that these people hold: sessions and accounts. */
  async remove(personIds: readonly string[]): Promise<void> {
    await this.#pool.query('delete from session where "userId" = any($1)', [personIds]);
    await this.#pool.query('delete from account where "userId" = any($1)', [personIds]);
    await this.#pool.query('delete from "user" where id = any($1)', [personIds]);
    this.#cache.clear();
  }

  async #idOf(username: string): Promise<string | undefined> {
    const found = await this.#pool.query<{ id: string }>('select id from "user" where username = $1', [username.trim().toLowerCase()]);
    return found.rows[0]?.id;
  }

  findPersonId(username: string): Promise<string | undefined> {
    return this.#idOf(username);
  }

  /** A token to read by: what is given out, signed for its purpose, and the hash that alone is kept. */
  newBearer(purpose: string): { readonly token: string; readonly hash: string } {
    const token = randomBytes(BEARER_BYTES).toString("base64url");
    return { token: `${token}.${this.#signatureOf(`${purpose}:${token}`)}`, hash: hashOf(token) };
  }

  /**
   * Who reads by a token: undefined when it is forged, of another purpose or zone, revoked, or its person has left or holds no office of the
   * committee there any more. It is looked at anew each time, so that it ends at once.
   */
  async bearerOf(zoneId: string, purpose: string, given: string): Promise<Bearer | undefined> {
    const [token = "", signature = ""] = given.slice(0, LONGEST_TOKEN).split(".");
    if (!isSame(signature, this.#signatureOf(`${purpose}:${token}`))) return undefined;
    const found = await this.#pool.query<Bearer["person"]>(
      `select p.id "personId", p.name from public.bearer_token t join public.person p on p.zone_id = t.zone_id and p.id = t.person_id
        where t.zone_id = $1 and t.token_hash = $2 and t.purpose = $3 and t.revoked_at is null and p.left_at is null`,
      [zoneId, hashOf(token), purpose],
    );
    const person = found.rows[0];
    if (person === undefined) return undefined;
    const memberships = await listMemberships(this.#pool, person.personId, this.#sampleOpen);
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
    if (dot <= 0 || cookie.length > 300) return undefined;
    const token = cookie.slice(0, dot);
    return isSame(cookie, this.#sign(token)) ? token : undefined;
  }
}

const COMMITTEE: readonly string[] = COMMITTEE_ROLES;
const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Compared in a time that tells nothing of where they differ. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
