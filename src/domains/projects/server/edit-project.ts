import type { ProjectStage } from "#domains/projects/contract/project.ts";
import { projectNameKey } from "#domains/projects/rules/project-name.ts";
import { projectPolicy } from "#domains/projects/rules/project-policy.ts";
import { requireTotalHolds } from "#domains/projects/server/keep-investment.ts";
import { holdProject, requireVersion, updateProject } from "#domains/projects/server/project-store.ts";
import { recolourProjects } from "#domains/projects/server/recolour.ts";
import { type RegisterHandlers, requireNew } from "#domains/projects/server/register-project.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { addressOpenSupervision } from "#domains/projects/server/supervision-store.ts";
import { viewProject } from "#domains/projects/server/view-project.ts";
import { AppError } from "#kernel/app-error.ts";
import { compare, type Decimal } from "#kernel/decimal.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import { isUscc, normaliseUscc } from "#kernel/uscc.ts";

/** What an edit does not name stays; null empties it. */
const given = <Value>(said: Value | null | undefined, before: Value | null): Value | null => (said === undefined ? before : said);

export const editProject: RegisterHandlers["editProject"] = async ({ id, version, ...said }, context) => {
  const { tx } = context;
  const row = await holdProject(tx, id);
  requireVersion(row, version);
  requireDecision(projectPolicy.edit(actorOf(tx), { stage: row.stage as ProjectStage }));
  const uscc = given(said.uscc === undefined ? undefined : normaliseUscc(said.uscc ?? "") || null, row.uscc);
  if (said.uscc && !isUscc(uscc ?? "")) throw new AppError("projects.uscc", "invalid", { uscc: said.uscc.slice(0, 30) });
  const longitude = given(said.longitude === undefined ? undefined : (said.longitude?.toFixed(6) ?? null), row.longitude);
  const latitude = given(said.latitude === undefined ? undefined : (said.latitude?.toFixed(6) ?? null), row.latitude);
  if ((longitude === null) !== (latitude === null)) throw new AppError("projects.place-incomplete", "invalid");
  const change = {
    name: said.name ?? row.name,
    name_key: projectNameKey(said.name ?? row.name),
    enterprise_name: said.enterprise ?? row.enterprise_name,
    uscc,
    category: said.category ?? row.category,
    level: said.level ?? row.level,
    industry: said.industry ?? row.industry,
    planned_total_yuan: said.plannedTotalYuan ?? row.planned_total_yuan,
    contract_number: said.contractNumber ?? row.contract_number,
    leased_plant: said.leasedPlant ?? row.leased_plant,
    place: said.place ?? row.place,
    parcel: given(said.parcel === undefined ? undefined : said.parcel || null, row.parcel),
    longitude,
    latitude,
    department_id: given(said.departmentId, row.department_id),
    owner_id: given(said.ownerId, row.owner_id),
    leader_id: given(said.leaderId, row.leader_id),
    contact_name: said.contactName ?? row.contact_name,
    contact_phone: said.contactPhone ?? row.contact_phone,
    description: said.description ?? row.description,
  };
  if (change.name_key !== row.name_key || change.enterprise_name !== row.enterprise_name || change.uscc !== row.uscc)
    await requireNew(tx, { name: change.name, enterprise: change.enterprise_name, uscc }, id);
  const totalChanged = compare(change.planned_total_yuan as Decimal, row.planned_total_yuan as Decimal) !== 0;
  if (totalChanged) await requireTotalHolds(tx, id, change.planned_total_yuan as Decimal, context.today);
  await updateProject(tx, row, change);
  if (totalChanged) await recolourProjects(tx, context.today, [id]);
  if (change.owner_id !== row.owner_id) await addressOpenSupervision(tx, id);
  const changed = Object.entries(change).filter(([field, value]) => String(row[field as keyof typeof row]) !== String(value));
  // Names and numbers of people stay out of the journal's chain: that they changed is enough.
  const shown = (value: unknown, field: string) => (field.startsWith("contact_") ? "…" : value);
  context.journal({
    subject: `project:${id}`,
    before: Object.fromEntries(changed.map(([field]) => [field, shown(row[field as keyof typeof row], field)])),
    after: Object.fromEntries(changed.map(([field, value]) => [field, shown(value, field)])),
  });
  await context.emit("projects.edited", { projectId: id, fields: changed.map(([field]) => field) });
  return viewProject(tx, id, context.today);
};
