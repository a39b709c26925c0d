import { createHash, randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type pg from "pg";
import { AppError } from "#kernel/app-error.ts";
import type { SecretBox } from "#kernel/server/secret-box.ts";

/** RFC 6238 as every authenticator app knows it; one step of thirty seconds either way forgives a clock that is off. */
const PERIOD_SECONDS = 30;
const DIGITS = 6;
const STEPS_FORGIVEN = 1;
const SEED_BYTES = 20;
const RECOVERY_CODES = 10;
const GROUPS_OF_A_CODE = 3;
const LETTERS_OF_A_GROUP = 4;
/** Without letters that are read for one another; three groups of four are 59 bits. */
const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

export type SecondFactorState = { readonly confirmedAt: string | null; readonly codesLeft: number };

/** Second factors of the accounts: the seed sealed, the recovery codes as hashes, each code good once. */
export class SecondFactors {
  readonly #pool: pg.Pool;
  readonly #box: SecretBox;
  readonly #clock: () => number;
  constructor(pool: pg.Pool, box: SecretBox, clock: () => number = Date.now) {
    this.#pool = pool;
    this.#box = box;
    this.#clock = clock;
  }

  async stateOf(personId: string): Promise<SecondFactorState> {
    const found = await this.#pool.query<{ at: Date | null; left: string }>(
      `select f.confirmed_at at, (select count(*) from recovery_code c where c.person_id = f.person_id and c.used_at is null) "left"
         from second_factor f where f.person_id = $1`,
      [personId],
    );
    const row = found.rows[0];
    return { confirmedAt: row?.at?.toISOString() ?? null, codesLeft: row?.at ? Number(row.left) : 0 };
  }

  /** A new seed, to be confirmed by a first code; one that holds already is not replaced. @throws AppError `second-factor.held`. */
  async begin(personId: string, username: string): Promise<{ readonly secret: string; readonly uri: string }> {
    const secret = new Secret({ size: SEED_BYTES });
    const begun = await this.#pool.query(
      `insert into second_factor (person_id, seed) values ($1, $2)
       on conflict (person_id) do update set seed = excluded.seed, begun_at = now(), last_step = 0 where second_factor.confirmed_at is null returning 1`,
      [personId, this.#box.seal(secret.base32)],
    );
    if (begun.rowCount === 0) throw new AppError("second-factor.held", "conflict");
    return { secret: secret.base32, uri: totpOf(secret, username).toString() };
  }

  /** The first code confirms the seed. @returns the recovery codes, which are shown this once. @throws AppError `second-factor.wrong`. */
  async confirm(personId: string, code: string): Promise<readonly string[]> {
    const step = await this.#stepOf(personId, code, "is null");
    if (step === undefined) throw new AppError("second-factor.wrong", "invalid");
    const confirmed = await this.#pool.query(
      "update second_factor set confirmed_at = now(), last_step = $2 where person_id = $1 and confirmed_at is null and last_step < $2",
      [personId, step],
    );
    if (confirmed.rowCount === 0) throw new AppError("second-factor.wrong", "invalid");
    return this.renewCodes(personId);
  }

  /** Whether a code of the app or a recovery code is right; it is good for this once, whatever happens next. */
  async spend(personId: string, given: string): Promise<"code" | "recovery-code" | undefined> {
    const code = given.normalize("NFKC").toLowerCase().replace(/[\s-]/g, "");
    if (/^\d{6}$/.test(code)) {
      const step = await this.#stepOf(personId, code, "is not null");
      if (step === undefined) return undefined;
      // Of two who send the same code at one moment, one finds the step taken.
      const spent = await this.#pool.query("update second_factor set last_step = $2 where person_id = $1 and last_step < $2", [
        personId,
        step,
      ]);
      return spent.rowCount === 1 ? "code" : undefined;
    }
    const used = await this.#pool.query(
      `update recovery_code set used_at = now() where person_id = $1 and code_hash = $2 and used_at is null
         and exists (select from second_factor f where f.person_id = $1 and f.confirmed_at is not null)`,
      [personId, hashOf(personId, code)],
    );
    return used.rowCount === 1 ? "recovery-code" : undefined;
  }

  async renewCodes(personId: string): Promise<readonly string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newCode);
    await this.#pool.query(
      `with gone as (delete from recovery_code where person_id = $1)
       insert into recovery_code (person_id, code_hash) select $1, unnest($2::text[])`,
      [personId, codes.map((code) => hashOf(personId, code.replaceAll("-", "")))],
    );
    return codes;
  }

  /** @returns whether there was one. */
  async remove(personId: string): Promise<boolean> {
    await this.#pool.query("delete from recovery_code where person_id = $1", [personId]);
    const removed = await this.#pool.query("delete from second_factor where person_id = $1 and confirmed_at is not null", [personId]);
    return removed.rowCount === 1;
  }

  async #stepOf(personId: string, code: string, confirmed: "is null" | "is not null"): Promise<number | undefined> {
    const found = await this.#pool.query<{ seed: string }>(
      `select seed from second_factor where person_id = $1 and confirmed_at ${confirmed}`,
      [personId],
    );
    const seed = found.rows[0] && this.#box.open(found.rows[0].seed);
    if (seed === undefined) return undefined;
    const timestamp = this.#clock();
    const away = totpOf(Secret.fromBase32(seed), "").validate({ token: code, timestamp, window: STEPS_FORGIVEN });
    return away === null ? undefined : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + away;
  }
}

const totpOf = (secret: Secret, label: string): TOTP =>
  new TOTP({ issuer: "园枢 Yuanshu", label, algorithm: "SHA1", digits: DIGITS, period: PERIOD_SECONDS, secret });

const newCode = (): string =>
  Array.from({ length: GROUPS_OF_A_CODE }, () =>
    Array.from({ length: LETTERS_OF_A_GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join(""),
  ).join("-");

/** Codes are long and random: a quick hash is enough, bound to the person so that equal codes do not look equal. */
const hashOf = (personId: string, code: string): string => createHash("sha256").update(`${personId}:${code}`).digest("hex");
