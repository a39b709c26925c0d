import type { PageEntry } from "#ui/page-entry.ts";

export const exchangePages: readonly PageEntry[] = [
  {
    path: "/system/webhooks",
    title: { zh: "事件推送", en: "Webhooks" },
    permission: "exchange.webhooks",
    menu: { group: "system", order: 8 },
    load: () => import("#domains/exchange/web/WebhooksPage.tsx"),
  },
  {
    path: "/system/webhooks/$id",
    title: { zh: "推送记录", en: "Deliveries" },
    permission: "exchange.webhooks",
    load: () => import("#domains/exchange/web/DeliveriesPage.tsx"),
  },
  {
    path: "/system/tokens",
    title: { zh: "接口令牌", en: "Access tokens" },
    permission: "exchange.tokens",
    menu: { group: "system", order: 9 },
    load: () => import("#domains/exchange/web/TokensPage.tsx"),
  },
];
