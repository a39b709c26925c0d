import { z } from "zod";
import { Decimal } from "#kernel/decimal.ts";
import { Instant, LocalDate } from "#kernel/local-date.ts";
import { personal } from "#kernel/personal.ts";

/** Told when a lead is signed; the register of projects, to the right, opens the project from it. */
export const LEAD_SIGNED = "promotion.lead-signed";

const Yuan = Decimal.refine((amount) => !amount.startsWith("-") && amount !== "0" && amount.length <= 20, { error: "projects.amount" });

/** What is said of the project at its signing. `plan` names the register's milestones. */
const SignedProject = z.object({
  name: z.string().trim().min(2).max(120),
  enterprise: z.string().trim().min(2).max(120),
  uscc: z.string().trim().max(30).optional(),
  category: z.enum(["science", "industry", "city"]),
  level: z.enum(["national", "provincial", "municipal", "zone", "ordinary"]).default("ordinary"),
  industry: z.string().trim().max(60).default(""),
  plannedTotalYuan: Yuan,
  contractNumber: z.string().trim().min(1).max(60),
  signedOn: LocalDate,
  leasedPlant: z.boolean().default(false),
  place: z.string().trim().max(200).default(""),
  parcel: z.string().trim().max(60).optional(),
  longitude: z.number().min(70).max(140).optional(),
  latitude: z.number().min(0).max(60).optional(),
  departmentId: z.uuid().optional(),
  ownerId: z.uuid().optional(),
  leaderId: z.uuid().optional(),
  contactName: personal("name", z.string().trim().max(40)).default(""),
  contactPhone: personal("phone", z.string().trim().max(30)).default(""),
  description: z.string().trim().max(2000).default(""),
  plan: z
    .array(
      z.object({
        kind: z.enum([
          "sign",
          "land",
          "start",
          "complete",
          "produce",
          "full-capacity",
          "above-scale",
          "element-land",
          "element-power",
          "element-water",
          "element-gas",
          "element-fire",
          "permit",
        ]),
        plannedOn: LocalDate.nullable(),
      }),
    )
    .max(20)
    .default([]),
});

export const SignedLead = z.object({
  /** Names the lead for good: of one lead one project is opened. */
  lead: z.string().trim().min(1).max(80),
  draft: SignedProject,
  /** The project stands in the register already, under this code, and is to be tied to the lead instead of being opened again. */
  project: z.string().trim().min(1).max(40).optional(),
});
export type SignedLead = z.infer<typeof SignedLead>;
/** As it is sent, with what has a default left out. */
export type SentSignedLead = z.input<typeof SignedLead>;

/**
 * Told by the register of projects whenever something happens to the project of a lead: the whole standing each time, so that one that
 * comes late or twice does no harm. `told` orders them.
 */
export const LEAD_PROJECT_COURSE = "projects.lead-course";

export const LeadProjectCourse = z.object({
  lead: z.string().min(1).max(80),
  projectId: z.uuid(),
  code: z.string().max(40),
  /** The register's own word for the stage, in both languages. */
  stage: z.object({ code: z.string().max(40), zh: z.string().max(40), en: z.string().max(60) }),
  /** The day of the last stage. */
  on: LocalDate,
  startedOn: LocalDate.nullable(),
  producedOn: LocalDate.nullable(),
  investedByYear: z.array(z.object({ year: z.number().int().min(1990).max(2100), yuan: Decimal })).max(60),
  asOf: LocalDate,
  told: Instant,
});
export type LeadProjectCourse = z.infer<typeof LeadProjectCourse>;
export type SentLeadProjectCourse = z.input<typeof LeadProjectCourse>;

/** Told by the register when it could not open or tie the project; the lead shows why until it is sent again. */
export const LEAD_PROJECT_REFUSED = "projects.lead-refused";

export const LeadProjectRefused = z.object({
  lead: z.string().min(1).max(80),
  code: z.string().max(120),
  params: z.record(z.string(), z.unknown()),
  zh: z.string().max(600),
  en: z.string().max(600),
});
