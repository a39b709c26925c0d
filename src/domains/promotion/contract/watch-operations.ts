import { z } from "zod";
import { EarlyWarning, RelocationSign, WarningKind, WarningLevel } from "#domains/promotion/contract/distress-warning.ts";
import { defineOperations, PageRequest, pageOf } from "#kernel/contract.ts";
import { DayInReach, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";

const Id = z.uuid();
const Source = z.string().trim().min(2).max(200);

export const WarningRow = z.object({
  id: Id,
  enterpriseId: Id,
  enterprise: z.string(),
  liaison: z.string().nullable(),
  warning: EarlyWarning,
  raisedOn: LocalDate,
  /** Null while it stands. */
  endedOn: LocalDate.nullable(),
});
export type WarningRow = z.infer<typeof WarningRow>;

export const WatchEntry = z.object({
  id: Id,
  kind: z.enum(["permit", "sign"]),
  sign: RelocationSign.nullable(),
  subject: z.string(),
  /** The last day of a permit, the day of a sign. */
  on: LocalDate,
  renewalAskedOn: LocalDate.nullable(),
  closed: z.object({ on: LocalDate, because: z.string() }).nullable(),
  source: z.string(),
  by: z.string(),
  version: z.number().int(),
});
export type WatchEntry = z.infer<typeof WatchEntry>;

const Watched = z.object({
  enterpriseId: Id,
  enterprise: z.string(),
  entries: z.array(WatchEntry),
  warnings: z.array(WarningRow),
  abilities: Abilities,
});

/** The watch over residents: permits that end, distress, signs of relocation. */
export const watchOperations = defineOperations({
  listWarnings: {
    kind: "query",
    path: "/api/promotion/warnings",
    permission: "promotion.watch",
    summary: { zh: "在区企业早期预警", en: "Early warnings of residents" },
    input: PageRequest.extend({
      q: z.string().trim().max(60).optional(),
      kind: WarningKind.optional(),
      level: WarningLevel.optional(),
      /** `true`: of enterprises whose liaison one is. */
      mine: z.boolean().optional(),
      /** `true`: those that have ended. */
      ended: z.boolean().optional(),
    }),
    output: pageOf(WarningRow).extend({
      levels: z.array(z.object({ level: WarningLevel, count: z.number().int() })),
      /** The last day on which residents were looked at; null before the first. */
      lookedOn: LocalDate.nullable(),
      abilities: Abilities,
    }),
  },
  lookAtResidents: {
    kind: "command",
    path: "/api/promotion/warnings/look",
    permission: "promotion.watch",
    idempotency: "key",
    summary: { zh: "重新核对在区企业预警", en: "Look at residents now" },
    input: z.object({}),
    output: z.object({ looked: z.number().int(), raised: z.number().int(), ended: z.number().int() }),
  },
  openWatch: {
    kind: "query",
    path: "/api/promotion/residents/:enterpriseId/watch",
    permission: "promotion.watch",
    summary: { zh: "一家在区企业的预警登记", en: "What is on record of one resident" },
    input: z.object({ enterpriseId: Id }),
    output: Watched,
  },
  enterPermit: {
    kind: "command",
    path: "/api/promotion/residents/:enterpriseId/permits",
    permission: "promotion.watch",
    idempotency: "key",
    summary: { zh: "登记许可到期日", en: "Enter a permit and its last day" },
    input: z.object({
      enterpriseId: Id,
      name: z.string().trim().min(2).max(120),
      expiresOn: DayInReach,
      renewalAskedOn: DayInReach.optional(),
      source: Source,
    }),
    output: Watched,
  },
  enterSign: {
    kind: "command",
    path: "/api/promotion/residents/:enterpriseId/signs",
    permission: "promotion.watch",
    idempotency: "key",
    summary: { zh: "登记外迁迹象", en: "Enter a sign of relocation" },
    input: z.object({
      enterpriseId: Id,
      sign: RelocationSign,
      on: DayInReach,
      subject: z.string().trim().min(2).max(200),
      source: Source,
    }),
    output: Watched,
  },
  closeWatch: {
    kind: "command",
    path: "/api/promotion/residents/:enterpriseId/watch/:watchId/close",
    permission: "promotion.watch",
    idempotency: "natural",
    summary: { zh: "了结一条登记", en: "Close an entry" },
    input: z.object({
      enterpriseId: Id,
      watchId: Id,
      version: z.number().int(),
      because: z.string().trim().min(2).max(200),
    }),
    output: Watched,
  },
});
