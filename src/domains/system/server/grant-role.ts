import { randomUUID } from "node:crypto";
import type { PersonRow, systemOperations } from "#domains/system/contract/system-operations.ts";
import { getPerson, requirePerson } from "#domains/system/server/person-rows.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { Role } from "#kernel/role.ts";
import { roleThatForbids } from "#kernel/separate-roles.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { takeTurn } from "#kernel/server/take-turn.ts";

type Operations = typeof systemOperations;
type Granted = Omit<InputOf<Operations["grantRole"]>, "personId">;

export async function grantRole({ personId, ...granted }: InputOf<Operations["grantRole"]>, context: OperationContext): Promise<PersonRow> {
  const person = await requirePerson(personId, "grantRole", context);
  await enterRole(person, granted, context);
  return getPerson(personId, context);
}

/** Enters a role and journals it. @throws AppError why this person may not have it. */
export async function enterRole(person: PersonRow, granted: Granted, context: OperationContext): Promise<void> {
  const { tx, actor, today } = context;
  const { role, departmentId, enterpriseId, validTo, validFrom = today } = granted;
  if (role === "enterprise" && !enterpriseId) throw new AppError("person.enterprise-required", "invalid");
  if (role !== "enterprise" && enterpriseId) throw new AppError("person.enterprise-only", "invalid");
  if (validTo !== undefined && validTo < today) throw new AppError("membership.ended-before", "invalid", { validTo, today });
  if (validFrom < today || (validTo !== undefined && validTo < validFrom))
    throw new AppError("membership.days", "invalid", { validFrom, validTo: validTo ?? "–" });
  const { department, enterprise } = await getPlaces(granted, context);
  // Of two administrators who grant at one moment, the second sees what the first has granted.
  await takeTurn(tx, "roles", person.id);
  const held = (await getPerson(person.id, context)).memberships;
  if (held.some((row) => row.role === role && row.department === department && row.enterprise === enterprise && row.onBehalfOf === null))
    throw new AppError("membership.held", "conflict", { name: person.name });
  requireSeparate(role, held);
  const id = randomUUID();
  await tx
    .insertInto("membership")
    .values({
      zone_id: actor.zoneId,
      id,
      person_id: person.id,
      role,
      department_id: departmentId ?? null,
      enterprise_id: enterpriseId ?? null,
      valid_from: validFrom,
      valid_to: validTo ?? null,
      granted_by: actor.id,
    })
    .execute();
  context.journal({
    subject: `person:${person.id}`,
    after: {
      membership: id,
      role,
      department: departmentId ?? null,
      enterprise: enterpriseId ?? null,
      ...(validFrom === today ? {} : { validFrom }),
      validTo: validTo ?? null,
    },
  });
  context.afterCommit(() => context.sessions.signIn.forget());
}

/** @throws AppError `membership.separate` when one person may not hold both. */
export function requireSeparate(role: Role, held: readonly { readonly role: Role }[]): void {
  const other = roleThatForbids(
    role,
    held.map((row) => row.role),
  );
  if (other !== undefined) throw new AppError("membership.separate", "conflict", { role, other });
}

/** The names of the department and the enterprise that a role is bound to. @throws AppError when the zone or the register has no such one. */
async function getPlaces(
  { departmentId, enterpriseId }: Granted,
  { tx, actor }: OperationContext,
): Promise<{ readonly department: string | null; readonly enterprise: string | null }> {
  const department = departmentId
    ? await tx.selectFrom("department").select("name").where("zone_id", "=", actor.zoneId).where("id", "=", departmentId).executeTakeFirst()
    : { name: null };
  const enterprise = enterpriseId
    ? await tx.selectFrom("enterprise").select("name").where("id", "=", enterpriseId).executeTakeFirst()
    : { name: null };
  if (!department || !enterprise) throw new AppError("record.not-found", "not-found");
  return { department: department.name, enterprise: enterprise.name };
}

/** What was lent from these roles ends with them. @returns how many. */
export async function endLent(membershipId: string, reason: string, { tx, actor, now }: OperationContext): Promise<number> {
  const ended = await tx
    .updateTable("membership")
    .set({ revoked_at: now, revoked_by: actor.id, revoked_because: reason })
    .where("delegated_from", "=", membershipId)
    .where("revoked_at", "is", null)
    .returning("id")
    .execute();
  return ended.length;
}

/** Access ends at once: sessions look at their memberships anew. Roles lent on from this one end with it. */
export async function revokeRole(input: InputOf<Operations["revokeRole"]>, context: OperationContext): Promise<PersonRow> {
  const { tx, actor } = context;
  await requirePerson(input.personId, "revokeRole", context);
  const revoked = await tx
    .updateTable("membership")
    .set({ revoked_at: context.now, revoked_by: actor.id, revoked_because: input.reason })
    .where("id", "=", input.membershipId)
    .where("person_id", "=", input.personId)
    .where("revoked_at", "is", null)
    .where((is) => is.or([is("valid_to", "is", null), is("valid_to", ">=", context.today)]))
    .returning(["role"])
    .executeTakeFirst();
  if (!revoked) throw new AppError("record.not-found", "not-found");
  const lent = await endLent(input.membershipId, input.reason, context);
  context.journal({
    subject: `person:${input.personId}`,
    before: { membership: input.membershipId, role: revoked.role },
    after: { revoked: true, reason: input.reason, ...(lent > 0 ? { lentEnded: lent } : {}) },
  });
  context.afterCommit(() => context.sessions.signIn.forget());
  return getPerson(input.personId, context);
}
