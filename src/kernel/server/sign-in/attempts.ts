import type pg from "pg";
import { AppError } from "#kernel/app-error.ts";

/** Failures within the window after which an account, or an address, has to wait. */
const WINDOW_MINUTES = 15;
const MOST = {
  password: { account: 5, address: 30 },
  "second-factor": { account: 5, address: 30 },
  /** Letters that one may ask to be sent. */
  reset: { account: 3, address: 10 },
} as const;
export type AttemptKind = keyof typeof MOST;
const LONGEST_ACCOUNT = 100;

/** Somebody who has to wait: an account, or whoever knocks from an address. */
export type Lock = {
  readonly of: "account" | "address";
  readonly name: string;
  readonly kind: AttemptKind;
  readonly failures: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly until: string;
};
/** What the attempt at hand was the last of: the next one has to wait. */
export type Reached = { readonly account: boolean; readonly address: boolean };

export const accountKey = (username: string): string => username.trim().toLowerCase().slice(0, LONGEST_ACCOUNT);

/** Counts attempts in the database, so that several servers count together. */
export class Attempts {
  readonly #pool: pg.Pool;
  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /**
   * Counted before anything is looked at, so that guesses sent all at once do not slip through together; a right one clears the account's count.
   * @throws AppError `sign-in.locked`.
   */
  async count(kind: AttemptKind, account: string, address: string): Promise<Reached> {
    const { rows } = await this.#pool.query<{ id: string }>(
      "insert into sign_in_failure (kind, account, address) values ($1, $2, $3) returning id",
      [kind, account, address],
    );
    const counted = await this.#pool.query<{ account: string; address: string }>(
      `select count(*) filter (where account = $2) account, count(*) filter (where address = $3) address from sign_in_failure
        where kind = $1 and at > now() - make_interval(mins => ${WINDOW_MINUTES}) and (account = $2 or address = $3)`,
      [kind, account, address],
    );
    const { [kind]: most } = MOST;
    const [ofAccount, ofAddress] = [Number(counted.rows[0]?.account), Number(counted.rows[0]?.address)];
    if (ofAccount <= most.account && ofAddress <= most.address)
      return { account: ofAccount === most.account, address: ofAddress === most.address };
    // An attempt that was not tried is no failure: it does not keep the account locked for longer.
    await this.#pool.query("delete from sign_in_failure where id = $1", [rows[0]?.id]);
    throw new AppError("sign-in.locked", "too-many", { minutes: WINDOW_MINUTES });
  }

  async clear(kind: AttemptKind, account: string): Promise<void> {
    await this.#pool.query("delete from sign_in_failure where (kind = $1 and account = $2) or at < now() - interval '1 day'", [
      kind,
      account,
    ]);
  }

  /**
   * Who has to wait at present: accounts of these names, and addresses that knocked at one of them.
   */
  async locks(usernames: readonly string[]): Promise<readonly Lock[]> {
    const found = await this.#pool.query<Omit<Lock, "failures"> & { failures: string }>(
      `with recent as (select * from sign_in_failure where at > now() - make_interval(mins => ${WINDOW_MINUTES}) and kind <> 'reset'),
            sides as (
              select 'account' as of, account as name, kind, at from recent where account = any($1)
              union all
              select 'address', address, kind, at from recent where address in (select address from recent where account = any($1)))
       select of, name, kind, count(*) failures, to_json(min(at))#>>'{}' "firstAt", to_json(max(at))#>>'{}' "lastAt",
              to_json(min(at) + make_interval(mins => ${WINDOW_MINUTES}))#>>'{}' "until"
         from sides group by of, name, kind order by max(at) desc limit 500`,
      [usernames.map(accountKey)],
    );
    return found.rows
      .map((row) => ({ ...row, failures: Number(row.failures), ...instants(row) }))
      .filter((row) => row.failures >= MOST[row.kind][row.of]);
  }

  /** @returns how many failures were forgotten. */
  async lift(of: Lock["of"], name: string): Promise<number> {
    const column = of === "account" ? "account" : "address";
    const lifted = await this.#pool.query(`delete from sign_in_failure where ${column} = $1`, [name]);
    return lifted.rowCount ?? 0;
  }
}

const instants = ({ firstAt, lastAt, until }: Pick<Lock, "firstAt" | "lastAt" | "until">) => ({
  firstAt: new Date(firstAt).toISOString(),
  lastAt: new Date(lastAt).toISOString(),
  until: new Date(until).toISOString(),
});
