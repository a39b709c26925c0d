import type { Text } from "#kernel/texts.ts";

export const exchangeErrorTexts = {
  "exchange.unknown-kind": { zh: "没有这种事件", en: "there is no such kind of event" },
  "exchange.too-many-tokens": {
    zh: "有效的访问令牌最多 {most} 个，请先吊销不用的。",
    en: "{most} tokens in force at most; revoke one that is not used.",
  },
  "exchange.name-taken": { zh: "已有名为“{name}”的事件推送。", en: "There is a webhook “{name}” already." },
  "exchange.too-many-webhooks": { zh: "事件推送最多 {most} 个。", en: "{most} webhooks at most." },
  "exchange.off": { zh: "事件推送已停用，启用后再试。", en: "The webhook is switched off; switch it on first." },
  "exchange.nothing-failed": { zh: "没有可重新推送的记录。", en: "There is nothing to send again." },
} as const satisfies Record<string, Text>;

/** Why something is not possible now, and why a delivery did not arrive. */
export const exchangeReasons = {
  "exchange.token-over": { zh: "令牌已过期或已吊销。", en: "The token has expired or was revoked." },
  "exchange.webhook-on": { zh: "已启用。", en: "It is on already." },
  "exchange.webhook-off": { zh: "已停用。", en: "It is off already." },
  "exchange.answered": { zh: "对方答复的状态码不是 2xx", en: "the receiver answered with something else than 2xx" },
  "exchange.gone": { zh: "事件推送已停用", en: "the webhook was switched off" },
  "exchange.sealed": {
    zh: "签名密钥打不开：服务器的密钥换过，请更换签名密钥",
    en: "the signing key cannot be opened: the server's secret changed; renew the key",
  },
} as const satisfies Record<string, Text>;
