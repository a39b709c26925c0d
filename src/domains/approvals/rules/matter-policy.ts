import { type Actor, all, allow, type Decision, holds, type Policy, refuse } from "#kernel/policy.ts";

/** The department of a matter, where the zone has it. */
export type MatterSubject = { readonly departmentId: string | null };

/** Whoever holds the machine is of no department and keeps what belongs to any; a system administrator's account has none of these permissions. */
const ofDepartment = (actor: Actor, { departmentId }: MatterSubject, because: string): Decision =>
  departmentId === null || actor.departmentId === departmentId || actor.role === "system_administrator" ? allow : refuse(because);

/** A matter is added and revised by the head of the department that handles it. */
export const matterPolicy = {
  set: (actor, subject) => all(holds(actor, "approvals.set-matters"), ofDepartment(actor, subject, "other-departments-matter")),
} satisfies Policy<MatterSubject>;

/** The departments of a package's children: its head department is one of them. */
export type DefinitionSubject = { readonly departmentIds: readonly (string | null)[] };
export const definitionPolicy = {
  set: (actor, { departmentIds }) =>
    all(
      holds(actor, "approvals.set-matters"),
      departmentIds.length === 0 || departmentIds.some((departmentId) => ofDepartment(actor, { departmentId }, "x").allowed)
        ? allow
        : refuse("other-departments-matter"),
    ),
} satisfies Policy<DefinitionSubject>;

/** Credit is repaired where the promise was found false; the leadership may for any department. */
export const creditPolicy = {
  repair: (actor, subject) =>
    all(holds(actor, "approvals.decide"), actor.role === "leadership" ? allow : ofDepartment(actor, subject, "other-departments-finding")),
} satisfies Policy<MatterSubject>;
