import type { PartEntry } from "#ui/page-parts.tsx";

export const promotionParts: readonly PartEntry[] = [
  {
    of: "chain-place",
    key: "targets",
    permission: "promotion.read",
    order: 1,
    load: () => import("#domains/promotion/web/PlaceTargets.tsx"),
  },
  {
    of: "enterprise",
    key: "promotion",
    permission: "promotion.read",
    order: 2,
    load: () => import("#domains/promotion/web/EnterprisePromotion.tsx"),
  },
];
