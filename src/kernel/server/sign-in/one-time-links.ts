import { createHash, randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";

export type LinkPurpose = "invitation" | "reset";
export type OpenLink = {
  readonly personId: string;
  readonly username: string;
  readonly name: string;
  readonly purpose: LinkPurpose;
  readonly expiresAt: string;
};

const TOKEN_BYTES = 32;
/** Who made a link that was asked for on the sign-in page. */
export const SELF = "self";

/** Links by which a person sets a password: each opens once, until its hour, and only its hash is kept. */
export class OneTimeLinks {
  readonly #pool: pg.Pool;
  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** A new link ends those that the person had; one that was asked for by oneself only those alike, since anybody may ask who knows the name. */
  async make(
    personId: string,
    purpose: LinkPurpose,
    minutes: number,
    by: string,
  ): Promise<{ readonly token: string; readonly expiresAt: string }> {
    const token = randomBytes(TOKEN_BYTES).toString("base64url");
    await this.end(personId, by === SELF);
    const made = await this.#pool.query<{ at: Date }>(
      `insert into one_time_link (id, person_id, purpose, token_hash, created_by, expires_at)
       values ($1, $2, $3, $4, $5, now() + make_interval(mins => $6)) returning expires_at at`,
      [randomUUID(), personId, purpose, hashOf(token), by, minutes],
    );
    return { token, expiresAt: made.rows[0]?.at.toISOString() ?? "" };
  }

  async find(token: string): Promise<OpenLink | undefined> {
    const found = await this.#pool.query<Omit<OpenLink, "expiresAt"> & { at: Date }>(
      `select l.person_id "personId", u.username, u.name, l.purpose, l.expires_at at from one_time_link l join "user" u on u.id = l.person_id
        where l.token_hash = $1 and l.ended_at is null and l.expires_at > now()`,
      [hashOf(token)],
    );
    const row = found.rows[0];
    if (!row) return undefined;
    const { at, ...link } = row;
    return { ...link, expiresAt: at.toISOString() };
  }

  /** @returns whether it was still open: of two who use it at one moment, one is told so. */
  async use(token: string): Promise<boolean> {
    const used = await this.#pool.query(
      "update one_time_link set ended_at = now() where token_hash = $1 and ended_at is null and expires_at > now()",
      [hashOf(token)],
    );
    return used.rowCount === 1;
  }

  async end(personId: string, ownOnly = false): Promise<void> {
    await this.#pool.query(
      "update one_time_link set ended_at = now() where person_id = $1 and ended_at is null and (not $2 or created_by = $3)",
      [personId, ownOnly, SELF],
    );
  }

  /** How many the person, or whoever knows the name, has asked for within a day. */
  async askedToday(personId: string): Promise<number> {
    const found = await this.#pool.query<{ n: number }>(
      "select count(*)::int n from one_time_link where person_id = $1 and created_by = $2 and created_at > now() - interval '1 day'",
      [personId, SELF],
    );
    return found.rows[0]?.n ?? 0;
  }
}

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
