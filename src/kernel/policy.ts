import { z } from "zod";
import type { Role } from "#kernel/role.ts";

/** Who acts: one person under one chosen role, in one zone. `enterpriseId` and `departmentId` narrow what the person owns. */
export type Actor = {
  readonly id: string;
  readonly name: string;
  readonly zoneId: string;
  readonly role: Role;
  readonly permissions: ReadonlySet<string>;
  readonly enterpriseId: string | null;
  readonly departmentId: string | null;
  /** Under a role that was lent: the person who lent it. The journal names this one too, and what is one's own is then the lender's as well. */
  readonly onBehalfOf?: string;
};

/** May it be done, and if not, why: `because` is a code that the texts turn into a sentence. */
export const Decision = z.discriminatedUnion("allowed", [
  z.object({ allowed: z.literal(true) }),
  z.object({ allowed: z.literal(false), because: z.string() }),
]);
export type Decision = z.infer<typeof Decision>;

/** Sent with a record: what this actor may do with it now. */
export const Abilities = z.record(z.string(), Decision);
export type Abilities = z.infer<typeof Abilities>;

export type Policy<Subject> = Record<string, (actor: Actor, subject: Subject) => Decision>;

/** Which roles hold which permission of a domain. */
export type Grants<Permission extends string = string> = Readonly<Record<Permission, readonly Role[]>>;

export const allow: Decision = { allowed: true };
export const refuse = (because: string): Decision => ({ allowed: false, because });

/** The first refusal wins, so put the most telling reason first. */
export const all = (...decisions: readonly Decision[]): Decision => decisions.find((decision) => !decision.allowed) ?? allow;

export const holds = (actor: Actor, permission: string): Decision =>
  actor.permissions.has(permission) ? allow : refuse(`missing-permission:${permission}`);

/**
 * No self-approval (handbook §1: applicant, reviewer and payer are three people): refused to whoever did one of these steps before, and to
 * whoever acts by a role that such a person lent. A step that nobody has done yet forbids nothing.
 */
export const someoneElse = (actor: Actor, earlier: string | null | undefined | readonly (string | null)[], because: string): Decision => {
  const before: readonly (string | null | undefined)[] = Array.isArray(earlier) ? earlier : [earlier as string | null | undefined];
  return before.includes(actor.id) || (actor.onBehalfOf !== undefined && before.includes(actor.onBehalfOf)) ? refuse(because) : allow;
};

/** Sent with every record, so the web shows and explains buttons without repeating a rule. */
export function abilitiesOf<Subject, P extends Policy<Subject>>(
  policy: P,
  actor: Actor,
  subject: Subject,
): { [Name in keyof P]: Decision } {
  const entries = Object.entries(policy).map(([name, decide]) => [name, decide(actor, subject)] as const);
  return Object.fromEntries(entries) as { [Name in keyof P]: Decision };
}
