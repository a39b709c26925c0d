import { type Actor, all, allow, type Grants, holds, type Policy, refuse } from "#kernel/policy.ts";
import { SIGNED_IN_ROLES } from "#kernel/role.ts";

/** A token gives no more than its person has, so everybody may make one; other systems are the system administrator's affair. */
export const exchangeGrants = {
  "exchange.tokens": SIGNED_IN_ROLES,
  "exchange.webhooks": ["system_administrator"],
} as const satisfies Grants;

export type TokenSubject = { readonly state: "in-force" | "expired" | "revoked" };
export const tokenPolicy = {
  revoke: (actor: Actor, token: TokenSubject) =>
    all(holds(actor, "exchange.tokens"), token.state === "in-force" ? allow : refuse("exchange.token-over")),
} satisfies Policy<TokenSubject>;

export type WebhookSubject = { readonly state: "ON" | "OFF" };
const mayManage = (actor: Actor) => holds(actor, "exchange.webhooks");
export const webhookPolicy = {
  edit: (actor: Actor) => mayManage(actor),
  renewKey: (actor: Actor) => mayManage(actor),
  switchOn: (actor: Actor, hook: WebhookSubject) => all(mayManage(actor), hook.state === "OFF" ? allow : refuse("exchange.webhook-on")),
  switchOff: (actor: Actor, hook: WebhookSubject) => all(mayManage(actor), hook.state === "ON" ? allow : refuse("exchange.webhook-off")),
  test: (actor: Actor, hook: WebhookSubject) => all(mayManage(actor), hook.state === "ON" ? allow : refuse("exchange.off")),
  replay: (actor: Actor, hook: WebhookSubject) => all(mayManage(actor), hook.state === "ON" ? allow : refuse("exchange.off")),
} satisfies Policy<WebhookSubject>;
