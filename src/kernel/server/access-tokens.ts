import { createHash, randomBytes } from "node:crypto";
import pg from "pg";
import { survive } from "#kernel/server/database.ts";
import { listMemberships, type MembershipRow } from "#kernel/server/memberships.ts";
import { SCHEMA } from "#kernel/server/sign-in/create-auth.ts";

/** Whoever acts by a token: its person, in the one role that it was made in. */
export type TokenHolder = {
  readonly id: string;
  readonly purpose: string;
  /** Whether commands may be given with it. */
  readonly acts: boolean;
  readonly person: { readonly personId: string; readonly name: string };
  readonly membership: MembershipRow;
};

const PREFIX = "yst_";
const TOKEN_BYTES = 32;
const TOKEN = /^yst_[\w-]{43}$/;
/** How exactly it is known when a token was last used. */
const USED_SECONDS = 60;

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** 256 random bits: nothing to guess, and so the hash needs no salt. */
export function newAccessToken(): { readonly token: string; readonly hash: string } {
  const token = `${PREFIX}${randomBytes(TOKEN_BYTES).toString("base64url")}`;
  return { token, hash: hashOf(token) };
}

/** Finds whose a token is, under the sign-in's own login. */
export class AccessTokens {
  readonly #pool: pg.Pool;
  readonly #sampleOpen: boolean;

  constructor(signInUrl: string, sampleOpen = true) {
    this.#pool = new pg.Pool({ connectionString: signInUrl, max: 2 });
    survive(this.#pool);
    this.#sampleOpen = sampleOpen;
  }

  /**
   * Undefined when there is no such token, it has expired or was revoked, was made before its person's sessions were ended, or its person has left or no longer holds the role that it was made in.
   * It is looked at anew each time, so that it ends at once.
   */
  async holderOf(token: string): Promise<TokenHolder | undefined> {
    if (!TOKEN.test(token)) return undefined;
    const found = await this.#pool.query<{
      zone_id: string;
      id: string;
      purpose: string;
      acts: boolean;
      person_id: string;
      name: string;
      membership_id: string;
    }>(
      `select t.zone_id, t.id, t.purpose, t.acts, t.person_id, p.name, t.membership_id
         from public.access_token t join public.person p on p.zone_id = t.zone_id and p.id = t.person_id
         left join ${SCHEMA}.account_state a on a.person_id = t.person_id::text
        where t.token_hash = $1 and t.revoked_at is null and t.expires_at > now() and p.left_at is null
          and (a.tokens_end_before is null or t.created_at > a.tokens_end_before)`,
      [hashOf(token)],
    );
    const row = found.rows[0];
    if (row === undefined) return undefined;
    const memberships = await listMemberships(this.#pool, row.person_id, this.#sampleOpen);
    const membership = memberships.find(({ id, zoneId }) => id === row.membership_id && zoneId === row.zone_id);
    if (membership === undefined) return undefined;
    await this.#pool.query(
      `update public.access_token set last_used_at = now() where zone_id = $1 and id = $2
        and (last_used_at is null or last_used_at < now() - make_interval(secs => ${USED_SECONDS}))`,
      [row.zone_id, row.id],
    );
    return { id: row.id, purpose: row.purpose, acts: row.acts, person: { personId: row.person_id, name: row.name }, membership };
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
