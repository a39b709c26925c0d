import { randomUUID } from "node:crypto";
import type { PersonRow, systemOperations } from "#domains/system/contract/system-operations.ts";
import { personPolicy } from "#domains/system/rules/system-policy.ts";
import { withAccount } from "#domains/system/server/with-account.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Role } from "#kernel/role.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Operations = typeof systemOperations;

export async function listPeople(input: InputOf<Operations["listPeople"]>, context: OperationContext) {
  const after = input.cursor;
  let query = context.tx
    .selectFrom("person")
    .select("id")
    .where("left_at", "is", null)
    .orderBy("id")
    .limit(input.limit + 1);
  if (after !== undefined) query = query.where("id", ">", after);
  const { q } = input;
  if (q)
    query = query.where((is) =>
      is.or([is("name", "like", `%${escapeLike(q)}%`), is("username", "like", `%${escapeLike(q.toLowerCase())}%`)]),
    );
  const ids = (await query.execute()).map((row) => row.id);
  const page = ids.slice(0, input.limit);
  return { items: await readPeople(page, context), next: ids.length > input.limit ? (page.at(-1) ?? null) : null, total: null };
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`);

async function readPeople(ids: readonly string[], context: OperationContext): Promise<PersonRow[]> {
  if (ids.length === 0) return [];
  const { tx, actor } = context;
  const people = await tx
    .selectFrom("person")
    .selectAll()
    .where("id", "in", [...ids])
    .orderBy("id")
    .execute();
  const memberships = await tx
    .selectFrom("membership as m")
    .leftJoin("department as d", (join) => join.onRef("d.zone_id", "=", "m.zone_id").onRef("d.id", "=", "m.department_id"))
    .select(["m.id", "m.person_id", "m.role", "m.valid_from", "m.valid_to", "m.enterprise_id", "d.name as department"])
    .where("m.person_id", "in", [...ids])
    .where("m.revoked_at", "is", null)
    .orderBy("m.granted_at")
    .execute();
  const bound = memberships.flatMap((row) => row.enterprise_id ?? []);
  const enterprises = bound.length > 0 ? await tx.selectFrom("enterprise").select(["id", "name"]).where("id", "in", bound).execute() : [];
  return people.map((person) => ({
    id: person.id,
    username: person.username,
    name: person.name,
    memberships: memberships
      .filter((row) => row.person_id === person.id)
      .map((row) => ({
        id: row.id,
        role: row.role as Role,
        department: row.department,
        enterprise: enterprises.find((enterprise) => enterprise.id === row.enterprise_id)?.name ?? null,
        validFrom: row.valid_from as LocalDate,
        validTo: row.valid_to as LocalDate | null,
      })),
    abilities: abilitiesOf(personPolicy, actor, { personId: person.id }),
  }));
}

async function getPerson(id: string, context: OperationContext): Promise<PersonRow> {
  const [person] = await readPeople([id], context);
  if (!person) throw new AppError("record.not-found", "not-found");
  return person;
}

export async function createPerson(input: InputOf<Operations["createPerson"]>, context: OperationContext): Promise<PersonRow> {
  return withAccount(context.sessions.signIn, input, async (id) => {
    await context.tx
      .insertInto("person")
      .values({ zone_id: context.actor.zoneId, id, username: input.username.toLowerCase(), name: input.name })
      .execute();
    context.journal({ subject: `person:${id}`, after: { username: input.username }, personal: { name: input.name } });
    return getPerson(id, context);
  });
}

function requireAllowed(decision: { readonly allowed: boolean; readonly because?: string }): void {
  if (!decision.allowed) throw new AppError(decision.because ?? "access.missing-permission", "forbidden");
}

export async function grantRole(input: InputOf<Operations["grantRole"]>, context: OperationContext): Promise<PersonRow> {
  const { tx, actor } = context;
  requireAllowed(personPolicy.grantRole(actor, input));
  const person = await getPerson(input.personId, context);
  if (input.role === "enterprise" && !input.enterpriseId) throw new AppError("person.enterprise-required", "invalid");
  if (input.validTo !== undefined && input.validTo < context.today)
    throw new AppError("membership.ended-before", "invalid", { validTo: input.validTo, today: context.today });
  const { department, enterprise } = await getPlaces(input, context);
  const held = person.memberships.some(
    (row) => row.role === input.role && row.department === department && row.enterprise === enterprise && !hasEnded(row, context.today),
  );
  if (held) throw new AppError("membership.held", "conflict", { name: person.name });
  const id = randomUUID();
  await tx
    .insertInto("membership")
    .values({
      zone_id: actor.zoneId,
      id,
      person_id: input.personId,
      role: input.role,
      department_id: input.departmentId ?? null,
      enterprise_id: input.enterpriseId ?? null,
      valid_from: context.today,
      valid_to: input.validTo ?? null,
      granted_by: actor.id,
    })
    .execute();
  context.journal({
    subject: `person:${input.personId}`,
    after: {
      membership: id,
      role: input.role,
      department: input.departmentId ?? null,
      enterprise: input.enterpriseId ?? null,
      validTo: input.validTo ?? null,
    },
  });
  context.afterCommit(() => context.sessions.signIn.forget());
  return getPerson(input.personId, context);
}

const hasEnded = (row: { readonly validTo: LocalDate | null }, today: LocalDate): boolean => row.validTo !== null && row.validTo < today;

/** The names of the department and the enterprise that a role is bound to. @throws AppError when the zone or the register has no such one. */
async function getPlaces(
  { departmentId, enterpriseId }: InputOf<Operations["grantRole"]>,
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

/** Access ends at once: sessions look at their memberships anew. */
export async function revokeRole(input: InputOf<Operations["revokeRole"]>, context: OperationContext): Promise<PersonRow> {
  const { tx, actor } = context;
  requireAllowed(personPolicy.revokeRole(actor, input));
  const revoked = await tx
    .updateTable("membership")
    .set({ revoked_at: context.now, revoked_by: actor.id, revoked_because: input.reason })
    .where("id", "=", input.membershipId)
    .where("person_id", "=", input.personId)
    .where("revoked_at", "is", null)
    .returning(["role"])
    .executeTakeFirst();
  if (!revoked) throw new AppError("record.not-found", "not-found");
  context.journal({
    subject: `person:${input.personId}`,
    before: { membership: input.membershipId, role: revoked.role },
    after: { revoked: true, reason: input.reason },
  });
  context.afterCommit(() => context.sessions.signIn.forget());
  return getPerson(input.personId, context);
}

export async function listDepartments(_: object, context: OperationContext) {
  const rows = await context.tx.selectFrom("department").select(["id", "name", "name_en"]).orderBy("name").execute();
  return { items: rows.map((row) => ({ id: row.id, name: row.name, nameEn: row.name_en })) };
}

export async function createDepartment(input: InputOf<Operations["createDepartment"]>, context: OperationContext) {
  const { tx, actor } = context;
  const known = await tx
    .selectFrom("department")
    .select("id")
    .where("zone_id", "=", actor.zoneId)
    .where("name", "=", input.name)
    .executeTakeFirst();
  if (known) throw new AppError("record.duplicate", "conflict");
  const id = randomUUID();
  await tx.insertInto("department").values({ zone_id: actor.zoneId, id, name: input.name, name_en: input.nameEn }).execute();
  context.journal({ subject: `department:${id}`, after: { name: input.name } });
  return { id, name: input.name, nameEn: input.nameEn };
}
