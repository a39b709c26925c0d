import { z } from "zod";
import { defineOperations } from "#kernel/contract.ts";

/** Somebody of the committee who can be a liaison or be known to an enterprise: no personal data beyond name and department. */
export const Official = z.object({ id: z.uuid(), name: z.string(), department: z.string().nullable() });
export type Official = z.infer<typeof Official>;

export const peopleOperations = defineOperations({
  listOfficials: {
    kind: "query",
    path: "/api/registry/officials",
    permission: "registry.read",
    summary: { zh: "可担任联络员的人员", en: "People who can be liaisons" },
    input: z.object({ q: z.string().trim().max(40).optional() }),
    output: z.object({ items: z.array(Official) }),
  },
});
