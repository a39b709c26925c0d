import { z } from "zod";
import { defineOperations } from "#kernel/contract.ts";
import { Instant } from "#kernel/local-date.ts";
import { PersonalKind } from "#kernel/personal.ts";

export const personalOperations = defineOperations({
  unmask: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/unmask",
    permission: "system.unmask",
    summary: {
      zh: "查看完整个人信息（须写明事由，留痕，限时 30 分钟）",
      en: "See personal data in full, with a reason, journalled, for thirty minutes",
    },
    input: z.object({
      /** The query whose reply is to be seen in full, such as `projects.openProject`, and what it is asked with. */
      operation: z.string().max(80),
      input: z
        .record(z.string().max(60), z.union([z.string().max(200), z.number(), z.boolean()]))
        .refine((given) => Object.keys(given).length <= 10),
      reason: z.string().trim().min(4).max(200),
    }),
    output: z.object({ until: Instant, fields: z.array(z.object({ path: z.string(), kind: PersonalKind })) }),
  },
});
