import { v7 } from "uuid";
import { milestoneWords } from "#domains/projects/contract/project.ts";
import type { ProjectDraft, registerOperations } from "#domains/projects/contract/register-operations.ts";
import { findOutOfOrder, type Planned } from "#domains/projects/rules/planned-dates.ts";
import { enterpriseNameKey, projectNameKey } from "#domains/projects/rules/project-name.ts";
import { namesOf } from "#domains/projects/server/project-store.ts";
import { AppError } from "#kernel/app-error.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { takeTurn } from "#kernel/server/take-turn.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import { isUscc, normaliseUscc } from "#kernel/uscc.ts";

export type RegisterHandlers = HandlersOf<typeof registerOperations, OperationContext>;

export const registerProject: RegisterHandlers["registerProject"] = async (draft, context) => {
  const { id, code } = await addProject(context.tx, draft, context.today);
  context.journal({ subject: `project:${id}`, after: { code, name: draft.name, enterprise: draft.enterprise, lead: draft.lead ?? null } });
  await context.emit("projects.registered", { projectId: id });
  return { id, code, warnings: draft.signedOn > context.today ? ["date-in-future"] : [] };
};

/**
 * Writes a project with its signing as first step and its plan. Used by the form, the import and the door for signed leads.
 * @throws AppError `projects.registered-already`, `projects.uscc`, `projects.order-of-dates`, `projects.place-incomplete`
 */
export async function addProject(tx: Tx, draft: ProjectDraft, today: LocalDate): Promise<{ readonly id: string; readonly code: string }> {
  const actor = actorOf(tx);
  const uscc = draft.uscc === undefined || draft.uscc === "" ? null : normaliseUscc(draft.uscc);
  if (uscc !== null && !isUscc(uscc)) throw new AppError("projects.uscc", "invalid", { uscc: draft.uscc?.slice(0, 30) ?? "" });
  if ((draft.longitude === undefined) !== (draft.latitude === undefined)) throw new AppError("projects.place-incomplete", "invalid");
  requireOrder([{ kind: "sign", plannedOn: draft.signedOn }, ...planned(draft)]);
  const twice = draft.plan.find(({ kind }, place) => draft.plan.findIndex((one) => one.kind === kind) !== place);
  if (twice !== undefined) throw new AppError("projects.plan-kind-twice", "invalid", { kind: milestoneWords[twice.kind].zh });
  const nameKey = projectNameKey(draft.name);
  await takeTurn(tx, "project-code");
  await requireNew(tx, { name: draft.name, enterprise: draft.enterprise, uscc });
  const id = v7();
  const code = await nextCode(tx, draft.signedOn);
  const zone = { zone_id: actor.zoneId };
  await tx
    .insertInto("project")
    .values({
      ...zone,
      id,
      code,
      name: draft.name,
      name_key: nameKey,
      enterprise_name: draft.enterprise,
      enterprise_id: await findEnterprise(tx, uscc, draft.enterprise),
      uscc,
      category: draft.category,
      level: draft.level,
      industry: draft.industry,
      planned_total_yuan: draft.plannedTotalYuan,
      contract_number: draft.contractNumber,
      signed_on: draft.signedOn,
      leased_plant: draft.leasedPlant,
      place: draft.place,
      parcel: draft.parcel || null,
      longitude: draft.longitude?.toFixed(6) ?? null,
      latitude: draft.latitude?.toFixed(6) ?? null,
      department_id: draft.departmentId ?? null,
      owner_id: draft.ownerId ?? null,
      leader_id: draft.leaderId ?? null,
      contact_name: draft.contactName,
      contact_phone: draft.contactPhone,
      lead_ref: draft.lead ?? null,
      description: draft.description,
      registered_on: today,
      registered_by: actor.id,
    })
    .execute();
  const by = { by: actor.id, by_name: actor.name };
  await tx
    .insertInto("project_step")
    .values({
      ...zone,
      ...by,
      project_id: id,
      ordinal: 1,
      move: "sign",
      from_stage: null,
      to_stage: "SIGNED",
      happened_on: draft.signedOn,
      recorded_on: today,
    })
    .execute();
  await tx
    .insertInto("project_milestone_actual")
    .values({
      ...zone,
      project_id: id,
      kind: "sign",
      ordinal: 1,
      actual_on: draft.signedOn,
      recorded_on: today,
      by: actor.id,
    })
    .execute();
  const plan = planned(draft);
  if (plan.length > 0) {
    await tx
      .insertInto("project_milestone_plan")
      .values(
        plan.map(({ kind, plannedOn }) => ({
          ...zone,
          project_id: id,
          kind,
          ordinal: 1,
          planned_on: plannedOn,
          effective_on: draft.signedOn,
          by: actor.id,
        })),
      )
      .execute();
  }
  return { id, code };
}

const planned = ({ plan }: ProjectDraft): readonly Planned[] =>
  plan.flatMap(({ kind, plannedOn }) => (plannedOn === null || kind === "sign" ? [] : [{ kind, plannedOn }]));

function requireOrder(plan: readonly Planned[]): void {
  const wrong = findOutOfOrder(plan);
  if (wrong === undefined) return;
  throw new AppError("projects.order-of-dates", "invalid", {
    earlier: milestoneWords[wrong.earlier.kind].zh,
    earlierOn: wrong.earlier.plannedOn,
    later: milestoneWords[wrong.later.kind].zh,
    laterOn: wrong.later.plannedOn,
  });
}

type Identity = { readonly name: string; readonly enterprise: string; readonly uscc: string | null };

/**
 * One project registered by two departments is bad input (handbook §4): the same name of the same enterprise, by its code or by its name.
 * @param itself the project whose own name it may be.
 * @throws AppError `projects.registered-already`
 */
export async function requireNew(tx: Tx, { name, enterprise, uscc }: Identity, itself?: string): Promise<void> {
  const alike = await tx
    .selectFrom("project")
    .select(["id", "code", "uscc", "enterprise_name", "registered_on", "registered_by"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("name_key", "=", projectNameKey(name))
    .where("stage", "<>", "TERMINATED")
    .execute();
  const key = enterpriseNameKey(enterprise);
  const there = alike.find(
    (one) => one.id !== itself && (enterpriseNameKey(one.enterprise_name) === key || (uscc !== null && one.uscc === uscc)),
  );
  if (there === undefined) return;
  const names = await namesOf(tx, [there.registered_by]);
  throw new AppError("projects.registered-already", "conflict", {
    name,
    by: names.get(there.registered_by) ?? "–",
    on: there.registered_on,
    code: there.code,
  });
}

/** `XM-2026-0007`: the year of the signing and a running number. */
async function nextCode(tx: Tx, signedOn: LocalDate): Promise<string> {
  const start = `XM-${signedOn.slice(0, 4)}-`;
  const last = await tx
    .selectFrom("project")
    .select("code")
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("code", "like", `${start}%`)
    .orderBy((by) => by.fn("length", ["code"]), "desc")
    .orderBy("code", "desc")
    .limit(1)
    .executeTakeFirst();
  const number = last === undefined ? 0 : Number(last.code.slice(start.length));
  return `${start}${String(number + 1).padStart(4, "0")}`;
}

/** Linked to the national register when that is certain: by code, or by the one enterprise of exactly that name. */
async function findEnterprise(tx: Tx, uscc: string | null, name: string): Promise<string | null> {
  const rows =
    uscc === null
      ? await tx.selectFrom("enterprise").select("id").where("name", "=", name).limit(2).execute()
      : await tx.selectFrom("enterprise").select("id").where("identifier", "=", uscc).limit(1).execute();
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}
