import type { PartEntry } from "#ui/page-parts.tsx";

export const intelligenceParts: readonly PartEntry[] = [
  {
    of: "enterprise",
    key: "mentions",
    permission: "intelligence.read",
    order: 3,
    load: () => import("#domains/intelligence/web/Mentions.tsx"),
  },
];
