import type pg from "pg";
import { AppError } from "#kernel/app-error.ts";
import { networkOf } from "#kernel/server/guess-limit.ts";

/**
 * Failures within the window after which somebody has to wait: `pair` at one account from one network, `account` at it from all networks
 * together, `address` from one network at all accounts. The bound over all networks is the higher one: whoever knows a name alone is not
 * to lock its owner out from a single place.
 */
const WINDOW_MINUTES = 15;
const MOST = {
  password: { pair: 5, account: 30, address: 30 },
  /** Whoever comes so far knows the password, and codes are short. */
  "second-factor": { pair: 5, account: 5, address: 30 },
  /** Letters that one may ask to be sent. */
  reset: { pair: 3, account: 3, address: 10 },
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
   * @throws AppError `sign-in.locked`, `sign-in.locked-account` or `sign-in.locked-address`.
   */
  async count(kind: AttemptKind, account: string, address: string): Promise<Reached> {
    const network = networkOf(address);
    const { rows } = await this.#pool.query<{ id: string }>(
      "insert into sign_in_failure (kind, account, address) values ($1, $2, $3) returning id",
      [kind, account, network],
    );
    const counted = await this.#pool.query<{ pair: string; account: string; address: string }>(
      `select count(*) filter (where account = $2 and address = $3) pair, count(*) filter (where account = $2) account,
              count(*) filter (where address = $3) address from sign_in_failure
        where kind = $1 and at > now() - make_interval(mins => ${WINDOW_MINUTES}) and (account = $2 or address = $3)`,
      [kind, account, network],
    );
    const { [kind]: most } = MOST;
    const [ofPair, ofAccount, ofAddress] = [
      Number(counted.rows[0]?.pair),
      Number(counted.rows[0]?.account),
      Number(counted.rows[0]?.address),
    ];
    const over =
      ofPair > most.pair
        ? "sign-in.locked"
        : ofAccount > most.account
          ? "sign-in.locked-account"
          : ofAddress > most.address
            ? "sign-in.locked-address"
            : undefined;
    if (over === undefined) return { account: ofPair === most.pair || ofAccount === most.account, address: ofAddress === most.address };
    // An attempt that was not tried is no failure: it does not keep the account locked for longer.
    await this.#pool.query("delete from sign_in_failure where id = $1", [rows[0]?.id]);
    throw new AppError(over, "too-many", { minutes: WINDOW_MINUTES });
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
    const found = await this.#pool.query<Omit<Lock, "failures"> & { failures: string; worst: string }>(
      `with recent as (select * from sign_in_failure where at > now() - make_interval(mins => ${WINDOW_MINUTES}) and kind <> 'reset'),
            sides as (
              select 'account' as of, account as name, kind, address, at from recent where account = any($1)
              union all
              select 'address', address, kind, address, at from recent where address in (select address from recent where account = any($1))),
            counted as (
              select of, name, kind, at, count(*) over (partition by of, name, kind, address) n from sides)
       select of, name, kind, count(*) failures, max(n) worst, to_json(min(at))#>>'{}' "firstAt", to_json(max(at))#>>'{}' "lastAt",
              to_json(min(at) + make_interval(mins => ${WINDOW_MINUTES}))#>>'{}' "until"
         from counted group by of, name, kind order by max(at) desc limit 500`,
      [usernames.map(accountKey)],
    );
    return found.rows
      .filter(
        ({ of, kind, failures, worst }) => Number(failures) >= MOST[kind][of] || (of === "account" && Number(worst) >= MOST[kind].pair),
      )
      .map(({ worst: _, ...row }) => ({ ...row, failures: Number(row.failures), ...instants(row) }));
  }

  /**
   * Of an address only what it tried at these accounts or at names that are nobody's: what it did to the accounts of another zone is not this
   * one's to forget.
   * @returns how many failures were forgotten.
   */
  async lift(of: Lock["of"], name: string, usernames: readonly string[]): Promise<number> {
    const lifted =
      of === "account"
        ? await this.#pool.query("delete from sign_in_failure where account = $1", [name])
        : await this.#pool.query(
            `delete from sign_in_failure f where address = $1
              and (account = any($2) or not exists (select from "user" u where u.username = f.account))`,
            [name, usernames.map(accountKey)],
          );
    return lifted.rowCount ?? 0;
  }
}

const instants = ({ firstAt, lastAt, until }: Pick<Lock, "firstAt" | "lastAt" | "until">) => ({
  firstAt: new Date(firstAt).toISOString(),
  lastAt: new Date(lastAt).toISOString(),
  until: new Date(until).toISOString(),
});
