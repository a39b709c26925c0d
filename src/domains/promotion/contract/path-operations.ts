import { z } from "zod";
import { IntroducerRole, IntroductionPath } from "#domains/promotion/contract/path.ts";
import { defineOperations } from "#kernel/contract.ts";
import { LocalDate } from "#kernel/local-date.ts";

export const pathOperations = defineOperations({
  introductionPaths: {
    kind: "query",
    path: "/api/promotion/paths",
    permission: "promotion.read",
    command: "promotion paths",
    summary: { zh: "以商招商：由谁找谁", en: "Who should call whom: introductions to an enterprise" },
    input: z.object({ enterpriseId: z.uuid(), limit: z.number().int().min(1).max(50).default(12) }),
    output: z.object({
      /** With what it is to the zone itself: who stands on the zone's side needs no introduction. */
      target: z.object({ id: z.uuid(), name: z.string(), identifier: z.string(), roles: z.array(IntroducerRole) }),
      asOf: LocalDate,
      paths: z.array(IntroductionPath),
      /** How many of the zone's side could have begun. */
      introducers: z.number().int(),
      /** Paths that were not taken because two on them are competitors or in dispute. */
      blocked: z.number().int(),
      /** Whoever competes or is in dispute with the target: neither begins nor is passed. */
      adverse: z.array(z.object({ id: z.uuid(), name: z.string() })),
      /** Whoever has too many ties to be asked further. */
      hubs: z.array(z.object({ id: z.uuid(), name: z.string() })),
      /** The most ties of one enterprise that are followed. */
      hubFrom: z.number().int(),
    }),
  },
});
