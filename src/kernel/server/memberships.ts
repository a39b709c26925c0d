import type pg from "pg";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import type { Role } from "#kernel/role.ts";
import { ANONYMOUS_ID, type PermissionsByRole } from "#kernel/server/access.ts";

/** A role that a person holds in a zone, today. */
export type MembershipRow = {
  readonly id: string;
  readonly role: Role;
  readonly zoneId: string;
  readonly zoneSlug: string;
  readonly zoneName: string;
  readonly zoneNameEn: string;
  readonly businessDate: LocalDate | null;
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly enterpriseId: string | null;
  readonly enterprise: string | null;
  readonly validTo: LocalDate | null;
  /** Of the sample zone. */
  readonly sample: boolean;
  /** Who lent the role; null where it is one's own. */
  readonly onBehalfOf: { readonly personId: string; readonly name: string } | null;
};

/** Held on the day on which the zone lives: granted, begun, neither ended nor revoked. */
const heldToday = (membership: string): string =>
  `${membership}.revoked_at is null and ${membership}.valid_from <= coalesce(z.business_date, (now() at time zone 'Asia/Shanghai')::date)
        and (${membership}.valid_to is null or ${membership}.valid_to >= coalesce(z.business_date, (now() at time zone 'Asia/Shanghai')::date))`;

type FoundRow = Omit<MembershipRow, "enterprise" | "onBehalfOf"> & { readonly lender: string | null; readonly lenderName: string | null };

/**
 * The roles that a person holds now, in every zone; the sample zone's are reckoned by its own business date, and count only while it is open:
 * its password is published. A lent role holds as long as the lender's own does. Who has left holds none.
 */
export async function listMemberships(pool: pg.Pool, personId: string, sampleOpen: boolean): Promise<readonly MembershipRow[]> {
  const found = await pool.query<FoundRow>(
    `select m.id, m.role, m.zone_id "zoneId", z.slug "zoneSlug", z.name "zoneName", z.name_en "zoneNameEn", z.business_date::text "businessDate",
            m.department_id "departmentId", d.name department, m.enterprise_id "enterpriseId", m.valid_to::text "validTo", z.sample,
            o.person_id lender, l.name "lenderName"
       from public.membership m
       join public.zone z on z.id = m.zone_id
       join public.person p on p.zone_id = m.zone_id and p.id = m.person_id and p.left_at is null
       left join public.department d on d.zone_id = m.zone_id and d.id = m.department_id
       left join public.membership o on o.zone_id = m.zone_id and o.id = m.delegated_from and ${heldToday("o")}
       left join public.person l on l.zone_id = o.zone_id and l.id = o.person_id and l.left_at is null
      where m.person_id = $1 and ($2 or not z.sample) and ${heldToday("m")} and (m.delegated_from is null or l.id is not null)
      order by z.slug, m.role, m.id`,
    [personId, sampleOpen],
  );
  const bound = found.rows.flatMap((row) => row.enterpriseId ?? []);
  const names = new Map<string, string>();
  if (bound.length > 0)
    for (const row of (
      await pool.query<{ id: string; name: string }>("select id, name from public.enterprise where id = any($1::uuid[])", [bound])
    ).rows)
      names.set(row.id, row.name);
  return found.rows.map(({ lender, lenderName, ...row }) => ({
    ...row,
    enterprise: row.enterpriseId === null ? null : (names.get(row.enterpriseId) ?? null),
    onBehalfOf: lender === null ? null : { personId: lender, name: lenderName ?? "" },
  }));
}

/** The actor that a person is under one membership; without one, somebody signed in who may only choose a role. */
export function actorUnder(
  person: { readonly personId: string; readonly name: string },
  membership: MembershipRow | undefined,
  permissions: PermissionsByRole,
  systemZoneId: string,
): Actor {
  if (!membership)
    return {
      id: person.personId,
      name: person.name,
      zoneId: systemZoneId,
      role: "anonymous",
      permissions: new Set(),
      enterpriseId: null,
      departmentId: null,
    };
  return {
    id: person.personId,
    name: person.name,
    zoneId: membership.zoneId,
    role: membership.role,
    permissions: permissions[membership.role],
    enterpriseId: membership.enterpriseId,
    departmentId: membership.departmentId,
    ...(membership.onBehalfOf ? { onBehalfOf: membership.onBehalfOf.personId } : {}),
  };
}

export const isSignedIn = (actor: Actor): boolean => actor.id !== ANONYMOUS_ID;
