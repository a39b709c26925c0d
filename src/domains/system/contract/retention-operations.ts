import { z } from "zod";
import { defineOperations } from "#kernel/contract.ts";
import { Instant } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";

const Words = z.object({ zh: z.string(), en: z.string() });
export const RetentionLine = z.object({
  key: z.string(),
  what: Words,
  days: z.number().int(),
  action: z.enum(["erase", "delete"]),
  source: Words,
  before: Instant,
  /** What would go now, or went. */
  rows: z.number().int(),
});
export type RetentionLine = z.infer<typeof RetentionLine>;

export const retentionOperations = defineOperations({
  listRetention: {
    kind: "query",
    path: "/api/system/retention",
    permission: "system.journal",
    command: "retention list",
    summary: { zh: "保存期限与现在到期的数据（只看不删）", en: "How long things are kept, and what would go now" },
    input: z.object({}),
    output: z.object({ items: z.array(RetentionLine), abilities: Abilities }),
  },
  runRetention: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/retention/run",
    permission: "system.journal",
    command: "retention run",
    summary: { zh: "立即清理到期的数据（每天凌晨自动清理）", en: "Clear what has been kept long enough; done each night by itself" },
    input: z.object({}),
    output: z.object({ items: z.array(RetentionLine) }),
  },
});
