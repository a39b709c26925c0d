import { randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";
import { AppError } from "#kernel/app-error.ts";
import { PASSWORDS_REMEMBERED, type PasswordOwner, problemOfPassword } from "#kernel/password-policy.ts";
import { isCommonPassword } from "#kernel/server/sign-in/common-passwords.ts";
import type { Auth } from "#kernel/server/sign-in/create-auth.ts";
import { hashPassword, isWeakHash, verifyPassword } from "#kernel/server/sign-in/hash-password.ts";

export type NewAccount = {
  readonly username: string;
  readonly name: string;
  /** Absent for somebody who is invited: nobody knows the password until the person sets one. */
  readonly password?: string;
  readonly mail?: string | undefined;
  /** An account of the sample zone, whose password stands on the sign-in page. */
  readonly published?: boolean;
};

export type AccountState = {
  readonly username: string;
  readonly name: string;
  readonly published: boolean;
  readonly mustChange: boolean;
  readonly passwordSetAt: string | null;
  readonly mail: string | null;
  readonly lastSignedInAt: string | null;
  readonly disabled: boolean;
  readonly secondFactorAt: string | null;
  readonly singleSignOn: boolean;
  readonly sessions: number;
};

/** Accounts and their passwords. Handed on to nobody: hashes stay here. */
export class Accounts {
  readonly #pool: pg.Pool;
  readonly #auth: Auth;
  constructor(pool: pg.Pool, auth: Auth) {
    this.#pool = pool;
    this.#auth = auth;
  }

  /** @returns the person's id. @throws AppError `person.username-taken`, or why the password is not taken. */
  async create({ username, name, password, mail, published = false }: NewAccount): Promise<string> {
    if (await this.idOf(username)) throw new AppError("person.username-taken", "conflict", { username });
    if (password !== undefined) refuseWeak(password, { username, name });
    const created = await this.#auth.api.signUpEmail({
      body: {
        email: `${randomUUID()}@accounts.invalid`,
        name,
        password: password ?? randomBytes(48).toString("base64url"),
        username,
      },
    });
    await this.#pool.query(
      `insert into account_state (person_id, published, mail, password_set_at) values ($1, $2, $3, case when $4 then now() end)`,
      [created.user.id, published, mail ?? null, password !== undefined],
    );
    return created.user.id;
  }

  async idOf(username: string): Promise<string | undefined> {
    const found = await this.#pool.query<{ id: string }>('select id from "user" where username = $1', [username.trim().toLowerCase()]);
    return found.rows[0]?.id;
  }

  async states(personIds: readonly string[]): Promise<ReadonlyMap<string, AccountState>> {
    const found = await this.#pool.query<{ id: string } & Record<string, unknown>>(
      `select u.id, u.username, u.name, coalesce(a.published, false) published, coalesce(a.must_change, false) "mustChange", a.mail,
              coalesce(a.password_set_at, case when a.person_id is null then u."createdAt" end) "passwordSetAt", a.last_signed_in_at "lastSignedInAt",
              a.disabled_at is not null disabled, f.confirmed_at "secondFactorAt",
              exists (select from single_sign_on_link l where l.person_id = u.id) "singleSignOn",
              (select count(*)::int from session s where s."userId" = u.id and s."expiresAt" > now()) sessions
         from "user" u left join account_state a on a.person_id = u.id left join second_factor f on f.person_id = u.id
        where u.id = any($1)`,
      [personIds],
    );
    const instant = (value: unknown) => (value instanceof Date ? value.toISOString() : null);
    return new Map(
      found.rows.map(({ id, ...row }) => [
        id,
        {
          ...row,
          passwordSetAt: instant(row["passwordSetAt"]),
          lastSignedInAt: instant(row["lastSignedInAt"]),
          secondFactorAt: instant(row["secondFactorAt"]),
        } as AccountState,
      ]),
    );
  }

  async getState(personId: string): Promise<AccountState> {
    const state = (await this.states([personId])).get(personId);
    if (!state) throw new AppError("record.not-found", "not-found");
    return state;
  }

  /**
   * Sets a password by the rules. Earlier ones are remembered as hashes, so that the last few are not taken again.
   * @throws AppError why it is not taken.
   */
  async setPassword(
    personId: string,
    password: string,
    { mustChange = false, checked = false }: { readonly mustChange?: boolean; readonly checked?: boolean } = {},
  ): Promise<void> {
    const state = checked ? await this.getState(personId) : await this.#check(personId, password, mustChange);
    const present = await this.#hashOf(personId);
    await this.#store(personId, await hashPassword(password));
    if (present !== undefined && state.passwordSetAt !== null)
      await this.#pool.query("insert into password_before (person_id, hash) values ($1, $2) on conflict do nothing", [personId, present]);
    await this.#pool.query(
      `delete from password_before where person_id = $1 and at not in (select at from password_before where person_id = $1 order by at desc limit $2)`,
      [personId, PASSWORDS_REMEMBERED - 1],
    );
    await this.#pool.query(
      `insert into account_state (person_id, must_change, password_set_at) values ($1, $2, now())
       on conflict (person_id) do update set must_change = excluded.must_change, password_set_at = now()`,
      [personId, mustChange],
    );
  }

  /** @throws AppError why a password would not be taken. */
  async checkPassword(personId: string, password: string): Promise<void> {
    await this.#check(personId, password, false);
  }

  async #check(personId: string, password: string, mustChange: boolean): Promise<AccountState> {
    const state = await this.getState(personId);
    if (state.published) throw new AppError("account.published", "conflict");
    refuseWeak(password, state);
    if (!mustChange && (await this.#wasUsed(personId, password)))
      throw new AppError("password.used", "invalid", { count: PASSWORDS_REMEMBERED });
    return state;
  }

  async isPassword(personId: string, password: string): Promise<boolean> {
    const hash = await this.#hashOf(personId);
    return hash !== undefined && verifyPassword({ hash, password });
  }

  /** While the right password is at hand: a hash of weaker parameters is made anew. */
  async signedIn(personId: string, password?: string): Promise<void> {
    const hash = password === undefined ? undefined : await this.#hashOf(personId);
    if (password !== undefined && hash !== undefined && isWeakHash(hash)) await this.#store(personId, await hashPassword(password));
    await this.#pool.query(
      `insert into account_state (person_id, last_signed_in_at, password_set_at) values ($1, now(), now())
       on conflict (person_id) do update set last_signed_in_at = now()`,
      [personId],
    );
  }

  async setMail(personId: string, mail: string | null): Promise<void> {
    await this.#pool.query(
      `insert into account_state (person_id, mail, password_set_at) values ($1, $2, now()) on conflict (person_id) do update set mail = excluded.mail`,
      [personId, mail],
    );
  }

  /** No token of this person that was made until now opens anything any more, in whatever zone. */
  async endTokens(personId: string): Promise<void> {
    await this.#pool.query(
      `insert into account_state (person_id, tokens_end_before, password_set_at) select id, now(), now() from "user" where id = $1
       on conflict (person_id) do update set tokens_end_before = now()`,
      [personId],
    );
  }

  /** Tokens made until then are over, whatever their own row says. */
  async tokensEndBefore(personId: string): Promise<Date | undefined> {
    const found = await this.#pool.query<{ at: Date | null }>("select tokens_end_before at from account_state where person_id = $1", [
      personId,
    ]);
    return found.rows[0]?.at ?? undefined;
  }

  /** The accounts that the sample zone publishes; said at every start, so that a zone of an earlier edition has it too. */
  async publish(usernames: readonly string[]): Promise<void> {
    await this.#pool.query(
      `insert into account_state (person_id, published, password_set_at) select id, true, now() from "user" where username = any($1)
       on conflict (person_id) do update set published = true where not account_state.published`,
      [usernames],
    );
  }

  /** Who has left: the name stays for the journal's sake, nothing opens it any more. */
  async disable(personId: string): Promise<void> {
    await this.#store(personId, await hashPassword(randomBytes(48).toString("base64url")));
    await this.#pool.query(
      `insert into account_state (person_id, disabled_at) values ($1, now()) on conflict (person_id) do update set disabled_at = now(), mail = null`,
      [personId],
    );
    for (const table of ["second_factor", "recovery_code", "password_before", "single_sign_on_link"])
      await this.#pool.query(`delete from ${table} where person_id = $1`, [personId]);
  }

  async isDisabled(personId: string): Promise<boolean> {
    const found = await this.#pool.query("select 1 from account_state where person_id = $1 and disabled_at is not null", [personId]);
    return found.rowCount === 1;
  }

  async remove(personIds: readonly string[]): Promise<void> {
    await this.#pool.query('delete from session where "userId" = any($1)', [personIds]);
    await this.#pool.query('delete from account where "userId" = any($1)', [personIds]);
    await this.#pool.query('delete from "user" where id = any($1)', [personIds]);
  }

  async #hashOf(personId: string): Promise<string | undefined> {
    const found = await this.#pool.query<{ password: string }>(
      `select password from account where "userId" = $1 and "providerId" = 'credential' and password is not null`,
      [personId],
    );
    return found.rows[0]?.password;
  }

  async #store(personId: string, hash: string): Promise<void> {
    await this.#pool.query(`update account set password = $2, "updatedAt" = now() where "userId" = $1 and "providerId" = 'credential'`, [
      personId,
      hash,
    ]);
  }

  async #wasUsed(personId: string, password: string): Promise<boolean> {
    const present = await this.#hashOf(personId);
    const before = await this.#pool.query<{ hash: string }>(
      "select hash from password_before where person_id = $1 order by at desc limit $2",
      [personId, PASSWORDS_REMEMBERED - 1],
    );
    for (const hash of [present, ...before.rows.map((row) => row.hash)])
      if (hash !== undefined && (await verifyPassword({ hash, password }))) return true;
    return false;
  }
}

function refuseWeak(password: string, owner: PasswordOwner): void {
  const problem = problemOfPassword(password, owner, isCommonPassword);
  if (problem) throw new AppError(problem.code, "invalid", problem.params);
}
