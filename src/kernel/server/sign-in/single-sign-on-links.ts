import type pg from "pg";
import { AppError } from "#kernel/app-error.ts";
import type { Vouched } from "#kernel/server/sign-in/single-sign-on.ts";

/** Which account of here a person of the provider is. Once linked, the provider's own unchanging number decides, not a name that may be given on. */
export class SingleSignOnLinks {
  readonly #pool: pg.Pool;
  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /**
   * The account that this person of the provider comes in by; linked now where it had none. It never makes an account. Who administers the
   * provider chooses the name that it tells: one whose owner has not been here yet, or whose role asks for a second factor that nobody has set
   * up, is not linked by a name alone.
   * @param needsSecondFactor whether a role of this account asks for one
   * @throws AppError `single-sign-on.no-account`, `single-sign-on.not-yet`, or `single-sign-on.other-person` when the account is linked to somebody else there.
   */
  async personOf(
    { issuer, subject, username }: Vouched,
    needsSecondFactor: (personId: string) => Promise<boolean>,
  ): Promise<{ readonly personId: string; readonly linkedNow: boolean }> {
    const linked = await this.#pool.query<{ personId: string }>(
      `select l.person_id "personId" from single_sign_on_link l left join account_state a on a.person_id = l.person_id
        where l.issuer = $1 and l.subject = $2 and a.disabled_at is null`,
      [issuer, subject],
    );
    if (linked.rows[0]) return { personId: linked.rows[0].personId, linkedNow: false };
    const found = await this.#pool.query<{ id: string; invited: boolean; enrolled: boolean }>(
      `select u.id, a.person_id is not null and a.password_set_at is null invited, f.confirmed_at is not null enrolled
         from "user" u left join account_state a on a.person_id = u.id left join second_factor f on f.person_id = u.id
        where u.username = $1 and a.disabled_at is null and not coalesce(a.published, false)`,
      [username.trim().toLowerCase()],
    );
    const account = found.rows[0];
    if (!account) throw new AppError("single-sign-on.no-account", "forbidden", { username });
    if (account.invited || (!account.enrolled && (await needsSecondFactor(account.id))))
      throw new AppError("single-sign-on.not-yet", "forbidden", { username });
    const made = await this.#pool.query(
      "insert into single_sign_on_link (issuer, subject, person_id) values ($1, $2, $3) on conflict do nothing",
      [issuer, subject, account.id],
    );
    if (made.rowCount === 0) throw new AppError("single-sign-on.other-person", "forbidden", { username });
    return { personId: account.id, linkedNow: true };
  }
}
