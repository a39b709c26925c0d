import { exchangeOperations } from "#domains/exchange/contract/exchange-operations.ts";
import { exchangeErrorTexts, exchangeReasons } from "#domains/exchange/contract/exchange-texts.ts";
import { exchangeGrants } from "#domains/exchange/rules/exchange-policy.ts";
import { listDeliveries, replayDeliveries } from "#domains/exchange/server/deliveries.ts";
import { sendWebhook } from "#domains/exchange/server/send-webhook.ts";
import { tellWebhooks } from "#domains/exchange/server/tell-webhooks.ts";
import { createToken, listTokens, revokeToken } from "#domains/exchange/server/tokens.ts";
import { WEBHOOK } from "#domains/exchange/server/webhook-store.ts";
import {
  createWebhook,
  editWebhook,
  listWebhooks,
  renewWebhookKey,
  switchWebhook,
  testWebhook,
} from "#domains/exchange/server/webhooks.ts";
import { definePlugin } from "#kernel/server/plugin.ts";

export const exchangePlugin = definePlugin({
  name: "exchange",
  operations: exchangeOperations,
  grants: exchangeGrants,
  texts: { ...exchangeErrorTexts, ...exchangeReasons },
  handlers: {
    listTokens,
    createToken,
    revokeToken,
    listWebhooks,
    createWebhook,
    editWebhook,
    renewWebhookKey,
    switchWebhook,
    testWebhook,
    listDeliveries,
    replayDeliveries,
  },
  subscribers: { "exchange.tell-webhooks": tellWebhooks },
  channels: { [WEBHOOK]: sendWebhook },
  // A program makes no tokens for itself and opens no doors to elsewhere.
  agents: "none",
});
