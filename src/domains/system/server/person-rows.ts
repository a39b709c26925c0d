import type { HeldRole, PersonRow } from "#domains/system/contract/person-row.ts";
import { maskMail } from "#domains/system/rules/mask-mail.ts";
import { personPolicy, secondFactorStanding } from "#domains/system/rules/system-policy.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Instant, LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Role } from "#kernel/role.ts";
import { roleThatNeedsSecondFactor } from "#kernel/second-factor-rule.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type HeldRow = HeldRole & { readonly personId: string };

/** Roles that are neither revoked nor over, those that begin later among them. */
async function heldBy(tx: Tx, ids: readonly string[], today: LocalDate): Promise<HeldRow[]> {
  const rows = await tx
    .selectFrom("membership as m")
    .leftJoin("department as d", (join) => join.onRef("d.zone_id", "=", "m.zone_id").onRef("d.id", "=", "m.department_id"))
    .leftJoin("membership as o", (join) => join.onRef("o.zone_id", "=", "m.zone_id").onRef("o.id", "=", "m.delegated_from"))
    .leftJoin("person as l", (join) => join.onRef("l.zone_id", "=", "o.zone_id").onRef("l.id", "=", "o.person_id"))
    .select(["m.id", "m.person_id", "m.role", "m.valid_from", "m.valid_to", "m.enterprise_id", "d.name as department", "l.name as lender"])
    .where("m.person_id", "in", [...ids])
    .where("m.revoked_at", "is", null)
    .where((is) => is.or([is("m.valid_to", "is", null), is("m.valid_to", ">=", today)]))
    .orderBy("m.granted_at")
    .execute();
  const bound = rows.flatMap((row) => row.enterprise_id ?? []);
  const enterprises = bound.length > 0 ? await tx.selectFrom("enterprise").select(["id", "name"]).where("id", "in", bound).execute() : [];
  return rows.map((row) => ({
    personId: row.person_id,
    id: row.id,
    role: row.role as Role,
    department: row.department,
    enterprise: enterprises.find((enterprise) => enterprise.id === row.enterprise_id)?.name ?? null,
    validFrom: row.valid_from as LocalDate,
    validTo: row.valid_to as LocalDate | null,
    onBehalfOf: row.lender,
  }));
}

export async function readPeople(ids: readonly string[], context: OperationContext): Promise<PersonRow[]> {
  if (ids.length === 0) return [];
  const { tx, actor, today, sessions } = context;
  const people = await tx
    .selectFrom("person as p")
    .innerJoin("zone as z", "z.id", "p.zone_id")
    .select(["p.id", "p.username", "p.name", "p.left_at", "z.sample"])
    .where("p.id", "in", [...ids])
    .orderBy("p.id")
    .execute();
  const held = await heldBy(tx, ids, today);
  const states = await sessions.signIn.accounts.states(ids);
  return people.map((person) => {
    const memberships = held.filter((row) => row.personId === person.id).map(({ personId: _, ...row }) => row);
    const state = states.get(person.id);
    const published = state?.published ?? false;
    const enrolled = Boolean(state?.secondFactorAt);
    const required =
      roleThatNeedsSecondFactor(
        memberships.map(({ role }) => ({ role, sample: person.sample })),
        published,
      ) !== undefined;
    return {
      id: person.id,
      username: person.username,
      name: person.name,
      memberships,
      account: {
        secondFactor: secondFactorStanding({ enrolled, published, required }),
        invited: state !== undefined && state.passwordSetAt === null && !state.disabled,
        mustChange: state?.mustChange ?? false,
        mail: state?.mail ? maskMail(state.mail) : null,
        singleSignOn: state?.singleSignOn ?? false,
        lastSignedInAt: (state?.lastSignedInAt ?? null) as Instant | null,
        sessions: state?.sessions ?? 0,
      },
      leftAt: person.left_at as Instant | null,
      abilities: abilitiesOf(personPolicy, actor, { personId: person.id, left: person.left_at !== null, published, enrolled }),
    };
  });
}

export async function getPerson(id: string, context: OperationContext): Promise<PersonRow> {
  const [person] = await readPeople([id], context);
  if (!person) throw new AppError("record.not-found", "not-found");
  return person;
}

/** The person, if the actor may do this to him. @throws AppError 404, or why not. */
export async function requirePerson(id: string, ability: keyof typeof personPolicy, context: OperationContext): Promise<PersonRow> {
  const person = await getPerson(id, context);
  // Accounts lie under a login of their own, beyond the walls of rows: whoever may not change the person's row gets no further either.
  const held = await context.tx.selectFrom("person").select("id").where("id", "=", id).forUpdate().executeTakeFirst();
  if (!held) throw new AppError("record.not-found", "not-found");
  const decision = person.abilities[ability];
  if (decision?.allowed !== true) throw new AppError(decision?.because ?? "access.missing-permission", "forbidden");
  return person;
}
