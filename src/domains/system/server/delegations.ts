import { randomUUID } from "node:crypto";
import type { Delegation } from "#domains/system/contract/identity-operations.ts";
import type { systemOperations } from "#domains/system/contract/system-operations.ts";
import { delegationState, isLendable, problemOfDelegation } from "#domains/system/rules/delegation.ts";
import { delegationPolicy } from "#domains/system/rules/system-policy.ts";
import { requireSeparate } from "#domains/system/server/grant-role.ts";
import { getPerson } from "#domains/system/server/person-rows.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import { COMMITTEE_ROLES, type Role } from "#kernel/role.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { takeTurn } from "#kernel/server/take-turn.ts";

type Operations = typeof systemOperations;
const MOST_SHOWN = 200;

const select = (tx: Tx) =>
  tx
    .selectFrom("membership as m")
    .innerJoin("membership as o", (join) => join.onRef("o.zone_id", "=", "m.zone_id").onRef("o.id", "=", "m.delegated_from"))
    .innerJoin("person as b", (join) => join.onRef("b.zone_id", "=", "m.zone_id").onRef("b.id", "=", "m.person_id"))
    .innerJoin("person as l", (join) => join.onRef("l.zone_id", "=", "o.zone_id").onRef("l.id", "=", "o.person_id"))
    .leftJoin("department as d", (join) => join.onRef("d.zone_id", "=", "m.zone_id").onRef("d.id", "=", "m.department_id"))
    .select([
      "m.id",
      "m.role",
      "m.valid_from",
      "m.valid_to",
      "m.revoked_at",
      "m.granted_because",
      "d.name as department",
      "l.id as lender",
      "l.name as lender_name",
      "b.id as borrower",
      "b.name as borrower_name",
    ]);
type Row = Awaited<ReturnType<ReturnType<typeof select>["execute"]>>[number];

function viewOf(row: Row, { actor, today }: OperationContext): Delegation {
  const days = { validFrom: row.valid_from as LocalDate, validTo: row.valid_to as LocalDate, revoked: row.revoked_at !== null };
  const state = delegationState(days, today);
  return {
    id: row.id,
    role: row.role as Role,
    department: row.department,
    from: { id: row.lender, name: row.lender_name },
    to: { id: row.borrower, name: row.borrower_name },
    validFrom: days.validFrom,
    validTo: days.validTo,
    because: row.granted_because ?? "",
    state,
    abilities: abilitiesOf(delegationPolicy, actor, { lenderId: row.lender, over: state === "over" || state === "ended" }),
  };
}

export async function listDelegations(_: object, context: OperationContext) {
  const { tx, actor } = context;
  const rows = await select(tx)
    .where((is) => is.or([is("l.id", "=", actor.id), is("b.id", "=", actor.id)]))
    .orderBy("m.valid_from", "desc")
    .limit(MOST_SHOWN)
    .execute();
  const own = actor.id.includes("-") && UUID.test(actor.id) ? (await getPerson(actor.id, context)).memberships : [];
  return {
    items: rows.map((row) => viewOf(row, context)),
    lendable: own.filter(({ role, onBehalfOf, validFrom }) => isLendable(role) && onBehalfOf === null && validFrom <= context.today),
  };
}
const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

export async function listColleagues({ q }: InputOf<Operations["listColleagues"]>, { tx, actor, today }: OperationContext) {
  let query = tx
    .selectFrom("person as p")
    .innerJoin("membership as m", (join) => join.onRef("m.zone_id", "=", "p.zone_id").onRef("m.person_id", "=", "p.id"))
    .leftJoin("department as d", (join) => join.onRef("d.zone_id", "=", "m.zone_id").onRef("d.id", "=", "m.department_id"))
    .select(["p.id", "p.name", "d.name as department"])
    .distinctOn("p.id")
    .where("p.left_at", "is", null)
    .where("m.revoked_at", "is", null)
    .where("m.role", "in", [...COMMITTEE_ROLES])
    .where((is) => is.or([is("m.valid_to", "is", null), is("m.valid_to", ">=", today)]))
    .orderBy("p.id")
    .limit(MOST_SHOWN);
  if (q) query = query.where("p.name", "like", `%${q.replace(/[\\%_]/g, (character) => `\\${character}`)}%`);
  const rows = await query.execute();
  return { items: rows.filter(({ id }) => id !== actor.id).sort((one, other) => one.name.localeCompare(other.name, "zh-CN")) };
}

/** Who lends a role names whom, from when to when and why; the second factor and the separation of roles bind the borrower as ever. */
export async function delegateRole(input: InputOf<Operations["delegateRole"]>, context: OperationContext): Promise<Delegation> {
  const { tx, actor, today } = context;
  const { membershipId, personId, from, to, reason } = input;
  const own = (await getPerson(actor.id, context)).memberships.find(({ id }) => id === membershipId);
  if (!own) throw new AppError("role.not-yours", "forbidden");
  const borrower = await getPerson(personId, context);
  if (borrower.leftAt !== null) throw new AppError("person.left", "conflict");
  const problem = problemOfDelegation({
    role: own.role,
    lenderId: actor.id,
    borrowerId: personId,
    lent: own.onBehalfOf !== null,
    ownEnds: own.validTo,
    from,
    to,
    today,
  });
  if (problem) throw new AppError(problem.code, "invalid", problem.params);
  await takeTurn(tx, "roles", personId);
  const held = (await getPerson(personId, context)).memberships;
  if (!held.some(({ role }) => isLendable(role))) throw new AppError("delegation.no-colleague", "conflict", { name: borrower.name });
  requireSeparate(own.role, held);
  const lent = await tx.selectFrom("membership").select("department_id").where("id", "=", membershipId).executeTakeFirstOrThrow();
  const id = randomUUID();
  await tx
    .insertInto("membership")
    .values({
      zone_id: actor.zoneId,
      id,
      person_id: personId,
      role: own.role,
      department_id: lent.department_id,
      valid_from: from,
      valid_to: to,
      delegated_from: membershipId,
      granted_by: actor.id,
      granted_because: reason,
    })
    .execute();
  context.journal({
    subject: `person:${personId}`,
    after: { membership: id, role: own.role, lentBy: actor.id, lentFrom: membershipId, validFrom: from, validTo: to, reason },
  });
  context.afterCommit(() => context.sessions.signIn.forget());
  return viewOf(await select(tx).where("m.id", "=", id).executeTakeFirstOrThrow(), context);
}

export async function endDelegation({ id }: InputOf<Operations["endDelegation"]>, context: OperationContext) {
  const { tx, actor, now } = context;
  const row = await select(tx).where("m.id", "=", id).executeTakeFirst();
  if (!row) throw new AppError("record.not-found", "not-found");
  const { abilities } = viewOf(row, context);
  const end = abilities["end"];
  if (end?.allowed !== true) throw new AppError(end?.because ?? "delegation.over", "forbidden");
  await tx
    .updateTable("membership")
    .set({ revoked_at: now, revoked_by: actor.id, revoked_because: "delegation ended" })
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .execute();
  context.journal({ subject: `person:${row.borrower}`, before: { membership: id, role: row.role }, after: { delegation: "ended" } });
  context.afterCommit(() => context.sessions.signIn.forget());
  return { ended: true as const };
}
