import { z } from "zod";
import { EVENT_KINDS } from "#domains/exchange/contract/event-kinds.ts";
import { defineOperations, PageRequest, pageOf } from "#kernel/contract.ts";
import { Instant } from "#kernel/local-date.ts";
import { LONGEST_PASSWORD } from "#kernel/password-policy.ts";
import { Abilities } from "#kernel/policy.ts";
import { Role } from "#kernel/role.ts";

const Id = z.uuid();

/** A token of mine: an agent's, or that of an address that reads. */
export const TokenRow = z.object({
  id: Id,
  kind: z.enum(["agent", "calendar-feed"]),
  purpose: z.string(),
  /** Whether commands may be given with it. */
  acts: z.boolean(),
  role: Role.nullable(),
  createdAt: Instant,
  expiresAt: Instant.nullable(),
  lastUsedAt: Instant.nullable(),
  state: z.enum(["in-force", "expired", "revoked"]),
  abilities: Abilities,
});
export type TokenRow = z.infer<typeof TokenRow>;

export const EventKindCode = z.string().refine((kind) => kind in EVENT_KINDS, { error: "exchange.unknown-kind" });
const Name = z.string().trim().min(2).max(60);
const Address = z.string().trim().min(8).max(500);
const Kinds = z.array(EventKindCode).min(1).max(200);

export const WebhookRow = z.object({
  id: Id,
  name: z.string(),
  address: z.string(),
  kinds: z.array(z.string()),
  state: z.enum(["ON", "OFF"]),
  offBecause: z.enum(["by-hand", "failures"]).nullable(),
  failures: z.number().int(),
  createdByName: z.string(),
  createdAt: Instant,
  /** Of the last thirty days. */
  delivered: z.number().int(),
  waiting: z.number().int(),
  failed: z.number().int(),
  version: z.number().int(),
  abilities: Abilities,
});
export type WebhookRow = z.infer<typeof WebhookRow>;

export const DeliveryState = z.enum(["waiting", "delivered", "failed"]);
export const DeliveryRow = z.object({
  id: Id,
  eventId: Id,
  kind: z.string(),
  state: DeliveryState,
  attempts: z.number().int(),
  /** What the receiver answered last. */
  status: z.number().int().nullable(),
  failure: z.string().nullable(),
  createdAt: Instant,
  nextAt: Instant.nullable(),
  endedAt: Instant.nullable(),
});
export type DeliveryRow = z.infer<typeof DeliveryRow>;

export const exchangeOperations = defineOperations({
  listTokens: {
    kind: "query",
    path: "/api/exchange/tokens",
    permission: "exchange.tokens",
    command: "token list",
    summary: { zh: "我的访问令牌与订阅地址", en: "My access tokens and feed addresses" },
    input: z.object({}),
    output: z.object({ items: z.array(TokenRow) }),
  },
  createToken: {
    kind: "command",
    idempotency: "key",
    path: "/api/exchange/tokens",
    permission: "exchange.tokens",
    command: "token create",
    shownOnce: ["token"],
    summary: { zh: "制作访问令牌，供智能体以本人岗位使用", en: "Make an access token, by which an agent acts in my role" },
    input: z.object({
      purpose: z.string().trim().min(2).max(80),
      days: z.number().int().min(1).max(365).default(90),
      acts: z.boolean().default(false),
      /** Of one that acts: the code of the second factor, or the password where none is set up. */
      proof: z.string().min(1).max(LONGEST_PASSWORD).optional(),
    }),
    output: z.object({ token: z.string().nullable(), row: TokenRow }),
  },
  revokeToken: {
    kind: "command",
    idempotency: "natural",
    path: "/api/exchange/tokens/:id/revoke",
    permission: "exchange.tokens",
    command: "token revoke",
    summary: { zh: "吊销访问令牌或订阅地址", en: "Revoke a token or a feed address" },
    input: z.object({ id: Id }),
    output: TokenRow,
  },

  listWebhooks: {
    kind: "query",
    path: "/api/exchange/webhooks",
    permission: "exchange.webhooks",
    command: "webhook list",
    summary: { zh: "事件推送列表", en: "List webhooks" },
    input: z.object({}),
    output: z.object({ items: z.array(WebhookRow) }),
  },
  createWebhook: {
    kind: "command",
    idempotency: "key",
    path: "/api/exchange/webhooks",
    permission: "exchange.webhooks",
    command: "webhook create",
    shownOnce: ["signingKey"],
    summary: { zh: "新增事件推送", en: "Add a webhook" },
    input: z.object({ name: Name, address: Address, kinds: Kinds }),
    output: z.object({ signingKey: z.string().nullable(), row: WebhookRow }),
  },
  editWebhook: {
    kind: "command",
    idempotency: "natural",
    path: "/api/exchange/webhooks/:webhookId",
    permission: "exchange.webhooks",
    command: "webhook edit",
    summary: { zh: "修改事件推送", en: "Change a webhook" },
    input: z.object({ webhookId: Id, version: z.number().int(), name: Name, address: Address, kinds: Kinds }),
    output: WebhookRow,
  },
  renewWebhookKey: {
    kind: "command",
    idempotency: "key",
    path: "/api/exchange/webhooks/:webhookId/renew-key",
    permission: "exchange.webhooks",
    command: "webhook renew-key",
    shownOnce: ["signingKey"],
    summary: { zh: "更换签名密钥", en: "Renew the signing key" },
    input: z.object({ webhookId: Id, version: z.number().int() }),
    output: z.object({ signingKey: z.string().nullable(), row: WebhookRow }),
  },
  switchWebhook: {
    kind: "command",
    idempotency: "natural",
    path: "/api/exchange/webhooks/:webhookId/switch",
    permission: "exchange.webhooks",
    command: "webhook switch",
    summary: { zh: "启用或停用事件推送", en: "Switch a webhook on or off" },
    input: z.object({ webhookId: Id, version: z.number().int(), on: z.boolean() }),
    output: WebhookRow,
  },
  testWebhook: {
    kind: "command",
    idempotency: "key",
    path: "/api/exchange/webhooks/:webhookId/test",
    permission: "exchange.webhooks",
    command: "webhook test",
    summary: { zh: "试发一次", en: "Send a test" },
    input: z.object({ webhookId: Id }),
    output: z.object({ queued: z.literal(true) }),
  },
  listDeliveries: {
    kind: "query",
    path: "/api/exchange/webhooks/:webhookId/deliveries",
    permission: "exchange.webhooks",
    command: "webhook deliveries",
    summary: { zh: "推送记录", en: "Deliveries of a webhook" },
    input: PageRequest.extend({ webhookId: Id, state: DeliveryState.optional() }),
    output: pageOf(DeliveryRow),
  },
  replayDeliveries: {
    kind: "command",
    idempotency: "key",
    path: "/api/exchange/webhooks/:webhookId/replay",
    permission: "exchange.webhooks",
    command: "webhook replay",
    summary: { zh: "重新推送：指定的若干条，或全部失败的", en: "Send again: those named, or all that failed" },
    input: z.object({ webhookId: Id, deliveryIds: z.array(Id).min(1).max(200).optional() }),
    output: z.object({ replayed: z.number().int() }),
  },
});
