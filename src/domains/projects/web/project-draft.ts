import type { z } from "zod";
import { KeyLevel, type Milestone, ProjectCategory } from "#domains/projects/contract/project.ts";
import type { registerOperations } from "#domains/projects/contract/register-operations.ts";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { formTexts } from "#domains/projects/web/project-form-texts.ts";
import { shift, ZERO } from "#kernel/decimal.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { readAmount } from "#kernel/sheet-cells.ts";
import type { Text } from "#kernel/texts.ts";

const TEN_THOUSAND_YUAN = 4;

/** The form as it is typed: every field a string. */
export type Draft = Readonly<Record<(typeof FIELDS)[number], string>> & { readonly leasedPlant: boolean };
const FIELDS = [
  "name",
  "enterprise",
  "uscc",
  "category",
  "level",
  "industry",
  "description",
  "amount",
  "contractNumber",
  "parcel",
  "place",
  "longitude",
  "latitude",
  "departmentId",
  "ownerId",
  "leaderId",
  "contactName",
  "contactPhone",
] as const;

export const EMPTY_DRAFT: Draft = {
  ...(Object.fromEntries(FIELDS.map((field) => [field, ""])) as Record<(typeof FIELDS)[number], string>),
  category: "industry",
  level: "ordinary",
  leasedPlant: false,
};

export const PLANNED_AT_REGISTRATION = ["land", "start", "complete", "produce"] as const satisfies readonly Milestone[];
export type PlannedDays = Readonly<Partial<Record<Milestone, string>>>;

export const draftOf = (project: Project): Draft => ({
  name: project.row.name,
  enterprise: project.row.enterprise,
  uscc: project.uscc ?? "",
  category: project.row.category,
  level: project.row.level,
  industry: project.row.industry,
  description: project.description,
  amount: shift(project.row.plannedTotalYuan, -TEN_THOUSAND_YUAN),
  contractNumber: project.contractNumber,
  parcel: project.parcel ?? "",
  place: project.place,
  longitude: project.longitude?.toString() ?? "",
  latitude: project.latitude?.toString() ?? "",
  departmentId: project.departmentId ?? "",
  ownerId: project.ownerId ?? "",
  leaderId: project.leaderId ?? "",
  contactName: project.contactName,
  contactPhone: project.contactPhone,
  leasedPlant: project.leasedPlant,
});

type Sent = z.input<typeof registerOperations.registerProject.input>;
type Reading =
  | { readonly ok: true; readonly said: Omit<Sent, "signedOn" | "plan" | "lead"> }
  | { readonly ok: false; readonly problem: Text };

/** What is sent of a draft; amounts leave as 元. The server judges the rest. */
export function readDraft(draft: Draft): Reading {
  const amount = readAmount(draft.amount);
  if (amount === undefined || amount === ZERO) return { ok: false, problem: formTexts.badAmount };
  const position = [draft.longitude, draft.latitude].map((text) => (text.trim() === "" ? undefined : Number(text)));
  if (position.some((degrees) => degrees !== undefined && !Number.isFinite(degrees))) return { ok: false, problem: formTexts.badPosition };
  const [longitude, latitude] = position;
  return {
    ok: true,
    said: {
      name: draft.name,
      enterprise: draft.enterprise,
      uscc: draft.uscc,
      category: ProjectCategory.parse(draft.category),
      level: KeyLevel.parse(draft.level),
      industry: draft.industry,
      description: draft.description,
      plannedTotalYuan: amount,
      contractNumber: draft.contractNumber,
      leasedPlant: draft.leasedPlant,
      parcel: draft.parcel,
      place: draft.place,
      contactName: draft.contactName,
      contactPhone: draft.contactPhone,
      ...(longitude === undefined ? {} : { longitude }),
      ...(latitude === undefined ? {} : { latitude }),
      ...(draft.departmentId === "" ? {} : { departmentId: draft.departmentId }),
      ...(draft.ownerId === "" ? {} : { ownerId: draft.ownerId }),
      ...(draft.leaderId === "" ? {} : { leaderId: draft.leaderId }),
    },
  };
}

/** Fields of the form that are left out where nothing is chosen; an edit sends null to empty them. */
const LEFT_OUT = ["departmentId", "ownerId", "leaderId", "longitude", "latitude"] as const;
type Changed<Said> = Partial<Omit<Said, (typeof LEFT_OUT)[number]>> & {
  -readonly [Field in keyof Said & (typeof LEFT_OUT)[number]]?: Said[Field] | null;
};

/** Only what was changed goes out: a masked number that nobody touched is never written back; what was emptied goes as null. */
export function changedOnly<Said extends object>(said: Said, before: Said): Changed<Said> {
  const fields = Object.keys({ ...before, ...said }) as (keyof Said)[];
  const changed = fields.filter((field) => before[field] !== said[field]);
  return Object.fromEntries(changed.map((field) => [field, said[field] ?? null])) as Changed<Said>;
}

export const readPlan = (days: PlannedDays) =>
  PLANNED_AT_REGISTRATION.flatMap((kind) => {
    const plannedOn = findLocalDate(days[kind] ?? "");
    return plannedOn === undefined ? [] : [{ kind, plannedOn }];
  });
