import { sql } from "kysely";
import { v7 } from "uuid";
import type { exchangeOperations, TokenRow } from "#domains/exchange/contract/exchange-operations.ts";
import { tokenPolicy } from "#domains/exchange/rules/exchange-policy.ts";
import { proveAgain } from "#domains/system/server/api.ts";
import { AppError } from "#kernel/app-error.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { Instant } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Role } from "#kernel/role.ts";
import { newAccessToken } from "#kernel/server/access-tokens.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

export type ExchangeHandlers = HandlersOf<typeof exchangeOperations, OperationContext>;

const MOST_IN_FORCE = 20;
/** Of tokens that are over; those in force are all shown, or one could be hidden behind many. */
const MOST_OVER_SHOWN = 200;
const LONG_AGO = "1970-01-01T00:00:00.000Z";
const DAY_MS = 86_400_000;

/** Of one's own: all that are in force, and of those that are over the newest; or the one with this id, however old it is. */
async function readTokens({ tx, actor, now, sessions }: OperationContext, id?: string): Promise<TokenRow[]> {
  const endedAt = await sessions.signIn.accounts.tokensEndBefore(actor.id);
  const ended = endedAt?.toISOString() ?? LONG_AGO;
  const isOver = (row: { readonly created_at: string; readonly revoked_at: string | null }) =>
    row.revoked_at !== null || Date.parse(row.created_at) <= Date.parse(ended);
  const agents = () =>
    tx
      .selectFrom("access_token as t")
      .leftJoin("membership as m", (join) => join.onRef("m.zone_id", "=", "t.zone_id").onRef("m.id", "=", "t.membership_id"))
      .select(["t.id", "t.purpose", "t.acts", "m.role", "t.created_at", "t.expires_at", "t.last_used_at", "t.revoked_at"])
      .where("t.zone_id", "=", actor.zoneId)
      .where("t.person_id", "=", actor.id);
  const feeds = () =>
    tx
      .selectFrom("bearer_token as t")
      .select(["t.id", "t.created_at", "t.revoked_at"])
      .where("t.zone_id", "=", actor.zoneId)
      .where("t.person_id", "=", actor.id)
      .where("t.purpose", "=", "calendar-feed");
  const agentHolds = sql<boolean>`(t.revoked_at is null and t.expires_at > ${now} and t.created_at > ${ended})`;
  const feedHolds = sql<boolean>`(t.revoked_at is null and t.created_at > ${ended})`;
  const [foundAgents, foundFeeds] =
    id !== undefined
      ? [await agents().where("t.id", "=", id).execute(), await feeds().where("t.id", "=", id).execute()]
      : [
          [
            ...(await agents().where(agentHolds).execute()),
            ...(await agents().where(sql<boolean>`not ${agentHolds}`).orderBy("t.id", "desc").limit(MOST_OVER_SHOWN).execute()),
          ],
          [
            ...(await feeds().where(feedHolds).execute()),
            ...(await feeds().where(sql<boolean>`not ${feedHolds}`).orderBy("t.id", "desc").limit(MOST_OVER_SHOWN).execute()),
          ],
        ];
  const rows = [
    ...foundAgents.map((row) => ({
      id: row.id,
      kind: "agent" as const,
      purpose: row.purpose,
      acts: row.acts,
      role: row.role as Role | null,
      createdAt: row.created_at as Instant,
      expiresAt: row.expires_at as Instant,
      lastUsedAt: row.last_used_at as Instant | null,
      state: isOver(row) ? ("revoked" as const) : row.expires_at <= now ? ("expired" as const) : ("in-force" as const),
    })),
    ...foundFeeds.map((row) => ({
      id: row.id,
      kind: "calendar-feed" as const,
      purpose: "calendar-feed",
      acts: false,
      role: null,
      createdAt: row.created_at as Instant,
      expiresAt: null,
      lastUsedAt: null,
      state: isOver(row) ? ("revoked" as const) : ("in-force" as const),
    })),
  ];
  return rows
    .sort((one, other) => other.createdAt.localeCompare(one.createdAt))
    .map((row) => ({ ...row, abilities: abilitiesOf(tokenPolicy, actor, row) }));
}

async function getToken(id: string, context: OperationContext): Promise<TokenRow> {
  const [found] = await readTokens(context, id);
  if (found === undefined) throw new AppError("record.not-found", "not-found");
  return found;
}

export const listTokens: ExchangeHandlers["listTokens"] = async (_, context) => ({ items: await readTokens(context) });

/** One that acts outlives the session by months: a session alone is not enough to make it. Bound to the role that is active now: choosing another role in the browser does not change what a program may do. */
export const createToken: ExchangeHandlers["createToken"] = async ({ purpose, days, acts, proof }, context) => {
  const { tx, actor, now } = context;
  const membershipId = context.sessions.session?.membershipId;
  if (!membershipId) throw new AppError("access.no-role", "forbidden");
  const inForce = (await readTokens(context)).filter(({ kind, state }) => kind === "agent" && state === "in-force");
  if (inForce.length >= MOST_IN_FORCE) throw new AppError("exchange.too-many-tokens", "conflict", { most: MOST_IN_FORCE });
  if (acts) await proveAgain(proof, context);
  const { token, hash } = newAccessToken();
  const id = v7();
  const expiresAt = new Date(Date.parse(now) + days * DAY_MS).toISOString();
  await tx
    .insertInto("access_token")
    .values({
      zone_id: actor.zoneId,
      id,
      person_id: actor.id,
      membership_id: membershipId,
      purpose,
      acts,
      token_hash: hash,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute();
  context.journal({ subject: `access-token:${id}`, after: { purpose, acts, role: actor.role, expiresAt } });
  return { token, row: await getToken(id, context) };
};

export const revokeToken: ExchangeHandlers["revokeToken"] = async ({ id }, context) => {
  const { tx, actor, now } = context;
  const before = await getToken(id, context);
  if (before.state === "in-force") {
    const table = before.kind === "agent" ? "access_token" : "bearer_token";
    await tx.updateTable(table).set({ revoked_at: now }).where("zone_id", "=", actor.zoneId).where("id", "=", id).execute();
  }
  context.journal({ subject: `access-token:${id}`, before: { state: before.state }, after: { state: "revoked", kind: before.kind } });
  return getToken(id, context);
};
