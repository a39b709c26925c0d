import { z } from "zod";
import { DocumentRow } from "#domains/intelligence/contract/intelligence-operations.ts";
import { defineOperations } from "#kernel/contract.ts";

const Words = z.object({ zh: z.string(), en: z.string() });

export const Tile = z.object({
  code: z.string(),
  name: Words,
  period: z.string(),
  value: z.string().nullable(),
  unit: z.string(),
  yoyPct: z.string().nullable(),
  /** Difference from the city in percentage points, with its sign. */
  againstCity: z.string().nullable(),
  /** Growth in percent over up to twelve cumulative periods, oldest first. */
  trend: z.array(z.object({ period: z.string(), value: z.string() })),
  observationId: z.uuid(),
});

/** The first screen: what the zone is, what waits, what conflicts, what is missing, what came in. */
export const Cockpit = z.object({
  region: z.string(),
  period: z.string().nullable(),
  card: z.object({ id: z.uuid(), state: z.string(), version: z.number().int() }).nullable(),
  tiles: z.array(Tile),
  conflicts: z.object({
    open: z.number().int(),
    items: z.array(z.object({ id: z.string(), indicator: z.string(), period: z.string().nullable(), values: z.array(z.string()) })),
  }),
  backlog: z.object({ documents: z.number().int(), proposals: z.number().int() }),
  missing: z.array(z.object({ code: z.string(), name: Words })),
  recent: z.array(DocumentRow),
});

export const workbenchOperations = defineOperations({
  cockpit: {
    kind: "query",
    path: "/api/workbench/cockpit",
    permission: "workbench.read",
    summary: { zh: "驾驶舱", en: "Cockpit" },
    input: z.object({ period: z.string().max(20).optional() }),
    output: Cockpit,
  },
});
