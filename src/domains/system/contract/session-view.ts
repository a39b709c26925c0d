import { z } from "zod";
import { LocalDate } from "#kernel/local-date.ts";
import { Role } from "#kernel/role.ts";

const Id = z.uuid();

export const Zone = z.object({
  id: Id,
  slug: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  name: z.string().min(2).max(80),
  nameEn: z.string().max(120),
  /** The region of the catalogue that the zone's own figures are about. */
  region: z.string(),
  sample: z.boolean(),
  /** Fixed for the sample zone, null for a real one: it lives on the real day. */
  businessDate: LocalDate.nullable(),
});
export type Zone = z.infer<typeof Zone>;

export const Membership = z.object({
  id: Id,
  role: Role,
  zone: Zone.pick({ id: true, slug: true, name: true, nameEn: true }),
  department: z.string().nullable(),
  enterprise: z.string().nullable(),
  validTo: LocalDate.nullable(),
  /** Who lent the role; null where it is one's own. */
  onBehalfOf: z.string().nullable(),
});
export type Membership = z.infer<typeof Membership>;

/** What is still to be done before a sign-in holds (kernel/second-factor-rule.ts). */
export const SignInStep = z.enum(["second-factor", "change-password", "enrol-second-factor"]);

/** Who is signed in, under which role, in which zone; `active` is null until a role is chosen. */
export const SessionView = z.object({
  person: z.object({ id: Id, username: z.string(), name: z.string() }).nullable(),
  active: Membership.nullable(),
  memberships: z.array(Membership),
  permissions: z.array(z.string()),
  zone: Zone.nullable(),
  today: LocalDate,
  /** Set for somebody who gave the password and has something to do before being let in; `person` is null as long. */
  pending: z.object({ step: SignInStep, username: z.string(), name: z.string(), because: Role.nullable() }).nullable(),
  /** Ways in beside user name and password, as far as they are configured. */
  ways: z.object({ singleSignOn: z.string().nullable(), resetByMail: z.boolean() }),
  /** Shown on the sign-in page of the sample zone only. */
  demoAccounts: z.array(z.object({ username: z.string(), password: z.string(), name: z.string(), role: Role })),
});
export type SessionView = z.infer<typeof SessionView>;
