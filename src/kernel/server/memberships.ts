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
};

/**
 * The roles that a person holds now, in every zone; the sample zone's are reckoned by its own business date, and count only while it is open:
 * its password is published.
 */
export async function listMemberships(pool: pg.Pool, personId: string, sampleOpen: boolean): Promise<readonly MembershipRow[]> {
  const found = await pool.query<Omit<MembershipRow, "enterprise">>(
    `select m.id, m.role, m.zone_id "zoneId", z.slug "zoneSlug", z.name "zoneName", z.name_en "zoneNameEn", z.business_date::text "businessDate",
            m.department_id "departmentId", d.name department, m.enterprise_id "enterpriseId", m.valid_to::text "validTo"
       from public.membership m
       join public.zone z on z.id = m.zone_id
       left join public.department d on d.zone_id = m.zone_id and d.id = m.department_id
      where m.person_id = $1 and m.revoked_at is null and ($2 or not z.sample)
        and m.valid_from <= coalesce(z.business_date, (now() at time zone 'Asia/Shanghai')::date)
        and (m.valid_to is null or m.valid_to >= coalesce(z.business_date, (now() at time zone 'Asia/Shanghai')::date))
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
  return found.rows.map((row) => ({ ...row, enterprise: row.enterpriseId === null ? null : (names.get(row.enterpriseId) ?? null) }));
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
  };
}

export const isSignedIn = (actor: Actor): boolean => actor.id !== ANONYMOUS_ID;
