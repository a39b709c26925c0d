import { z } from "zod";
import { Colour, ColourReason, ColourRule, ColourRuleVersion } from "#domains/projects/contract/colour.ts";
import { KeyLevel, ProjectCategory, ProjectStage } from "#domains/projects/contract/project.ts";
import { SupervisionView } from "#domains/projects/contract/supervision-operations.ts";
import { defineOperations } from "#kernel/contract.ts";
import { Decimal } from "#kernel/decimal.ts";
import { DayInReach, Instant, LocalDate } from "#kernel/local-date.ts";

const Id = z.uuid();

const ColourCounts = z.object({ green: z.number().int(), blue: z.number().int(), yellow: z.number().int(), red: z.number().int() });

export const FreshnessView = z.object({
  state: z.enum(["fresh", "stale", "missing"]),
  days: z.number().int().nullable(),
  lastReportedOn: LocalDate.nullable(),
});

export const WallTile = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  enterprise: z.string(),
  category: ProjectCategory,
  level: KeyLevel,
  stage: ProjectStage,
  plannedTotalYuan: Decimal,
  colour: Colour,
  reasons: z.array(ColourReason),
  freshness: FreshnessView,
  /** Since when it has had this colour, as it was recorded; null before it was ever recorded. */
  since: LocalDate.nullable(),
});

export const ColourChange = z.object({
  ordinal: z.number().int(),
  asOf: LocalDate,
  colour: Colour.or(z.literal("none")),
  reasons: z.array(ColourReason),
  ruleVersion: z.number().int(),
  recordedAt: Instant,
  by: z.string(),
  /** Days until the next change; for the last one until today. */
  days: z.number().int(),
  falseAlarm: z.object({ reason: z.string(), on: LocalDate, by: z.string() }).nullable(),
});

export const colourOperations = defineOperations({
  colours: {
    kind: "query",
    path: "/api/projects/colours",
    permission: "projects.read",
    summary: { zh: "某日的四色", en: "The four colours as of a day" },
    input: z.object({ asOf: DayInReach.optional() }),
    output: z.array(
      z.object({
        project: z.string(),
        code: z.string(),
        id: Id,
        colour: Colour,
        reasons: z.array(z.string()),
        freshness: FreshnessView.shape.state,
      }),
    ),
  },
  colourWall: {
    kind: "query",
    path: "/api/projects/wall",
    permission: "projects.read",
    summary: { zh: "四色墙", en: "The colour wall" },
    input: z.object({ asOf: DayInReach.optional(), category: ProjectCategory.optional(), level: KeyLevel.optional() }),
    output: z.object({
      asOf: LocalDate,
      ruleVersion: z.number().int(),
      counts: ColourCounts,
      turnedRed: z.number().int(),
      tiles: z.array(WallTile),
    }),
  },
  projectColour: {
    kind: "query",
    path: "/api/projects/:id/colour",
    permission: "projects.read",
    summary: { zh: "为什么是这个颜色", en: "Why this colour" },
    input: z.object({ id: Id, asOf: DayInReach.optional() }),
    output: z.object({
      asOf: LocalDate,
      colour: Colour.nullable(),
      dimensions: z.array(ColourReason),
      freshness: FreshnessView,
      ruleVersion: z.number().int(),
      history: z.array(ColourChange),
      /** Days from red to another colour, of every red that was cleared and was no false alarm. */
      clearedAfterDays: z.array(z.number().int()),
      supervision: z.array(SupervisionView),
    }),
  },
  recolour: {
    kind: "command",
    path: "/api/projects/recolour",
    permission: "projects.supervise",
    idempotency: "natural",
    summary: { zh: "重算全部项目的颜色", en: "Recompute the colours of all projects" },
    input: z.object({}),
    output: z.object({ asOf: LocalDate, looked: z.number().int(), changed: z.number().int(), opened: z.number().int() }),
  },
  listColourRules: {
    kind: "query",
    path: "/api/projects/colour-rules",
    permission: "projects.read",
    summary: { zh: "四色规则的历次版本", en: "Versions of the colour rule" },
    input: z.object({}),
    output: z.object({ items: z.array(ColourRuleVersion) }),
  },
  setColourRule: {
    kind: "command",
    path: "/api/projects/colour-rules",
    permission: "projects.set-rules",
    idempotency: "key",
    summary: { zh: "修改四色规则", en: "Change the colour rule" },
    input: z.object({ rule: ColourRule, effectiveOn: DayInReach, reason: z.string().trim().min(2).max(500) }),
    output: ColourRuleVersion,
  },
  tryColourRule: {
    kind: "query",
    path: "/api/projects/colour-rules/try",
    permission: "projects.set-rules",
    summary: { zh: "试算：改了规则哪些项目变色", en: "Dry run: which projects would change colour" },
    input: z.object({ rule: ColourRule, asOf: DayInReach.optional() }),
    output: z.object({
      asOf: LocalDate,
      before: ColourCounts,
      after: ColourCounts,
      changes: z.array(
        z.object({
          project: z.object({ id: Id, code: z.string(), name: z.string() }),
          from: Colour.nullable(),
          to: Colour.nullable(),
          /** Why it would have its new colour. */
          reasons: z.array(ColourReason),
        }),
      ),
    }),
  },
  sayFalseAlarm: {
    kind: "command",
    path: "/api/projects/:id/false-alarm",
    permission: "projects.supervise",
    idempotency: "natural",
    summary: { zh: "认定为误报", en: "Call a colour a false alarm" },
    input: z.object({ id: Id, ordinal: z.number().int().min(1), reason: z.string().trim().min(2).max(500) }),
    output: z.object({ said: z.literal(true) }),
  },
});
