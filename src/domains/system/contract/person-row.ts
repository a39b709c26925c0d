import { z } from "zod";
import { Instant, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";
import { Role } from "#kernel/role.ts";

const Id = z.uuid();

/** Which people a list shows. */
export const PeopleShown = z.enum(["present", "no-second-factor", "invited", "lent", "ending", "left"]);
export type PeopleShown = z.infer<typeof PeopleShown>;

export const HeldRole = z.object({
  id: Id,
  role: Role,
  department: z.string().nullable(),
  enterprise: z.string().nullable(),
  validFrom: LocalDate,
  validTo: LocalDate.nullable(),
  onBehalfOf: z.string().nullable(),
});
export type HeldRole = z.infer<typeof HeldRole>;

/** `required`: a role needs one and there is none yet; whoever signs in is asked to set it up. `published`: an account of the sample zone. */
export const SecondFactorStanding = z.enum(["on", "required", "off", "published"]);

export const PersonRow = z.object({
  id: Id,
  username: z.string(),
  name: z.string(),
  memberships: z.array(HeldRole),
  account: z.object({
    secondFactor: SecondFactorStanding,
    /** Nobody knows a password yet: the invitation has not been used. */
    invited: z.boolean(),
    mustChange: z.boolean(),
    /** Masked. */
    mail: z.string().nullable(),
    singleSignOn: z.boolean(),
    lastSignedInAt: Instant.nullable(),
    sessions: z.number().int(),
  }),
  leftAt: Instant.nullable(),
  abilities: Abilities,
});
export type PersonRow = z.infer<typeof PersonRow>;
