import type { PartEntry } from "#ui/page-parts.tsx";

export const chainParts: readonly PartEntry[] = [
  {
    of: "enterprise",
    key: "chain",
    permission: "chain.read",
    order: 1,
    load: () => import("#domains/chain/web/EnterprisePlaces.tsx"),
  },
];
