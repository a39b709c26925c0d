import { AppError } from "#kernel/app-error.ts";
import type { Operation } from "#kernel/contract.ts";
import type { Actor, Grants } from "#kernel/policy.ts";
import { Role } from "#kernel/role.ts";
import { SYSTEM_ZONE_ID } from "#kernel/server/database.ts";

export type PermissionsByRole = Readonly<Record<Role, ReadonlySet<string>>>;

/** Turns the grants of every domain (permission → roles) round: what each role holds. */
export function permissionsByRole(grants: readonly Grants[]): PermissionsByRole {
  const held = Object.fromEntries(Role.options.map((role) => [role, new Set<string>()])) as Record<Role, Set<string>>;
  for (const grant of grants) {
    for (const [permission, roles] of Object.entries(grant)) for (const role of roles) held[role].add(permission);
  }
  return held;
}

/** @throws AppError when this actor may not run this operation: 401 without a sign-in, 403 without the permission. */
export function requireAccess(operation: Operation, actor: Actor): void {
  if (operation.permission === "public") return;
  if (actor.id === ANONYMOUS_ID) throw new AppError("access.sign-in", "unauthenticated");
  if (operation.permission === "signed-in") return;
  if (actor.role === "anonymous") throw new AppError("access.no-role", "forbidden");
  if (operation.platform && operation.kind === "command" && actor.zoneId !== SYSTEM_ZONE_ID)
    throw new AppError("access.platform", "forbidden");
  if (!actor.permissions.has(operation.permission))
    throw new AppError("access.missing-permission", "forbidden", { permission: operation.permission });
}

/** @throws AppError when the operation is read by a token and the caller has none of its purpose, or has one and reads something else. */
export function requireBearer(operation: Operation, purpose: string | undefined): void {
  if (operation.bearer?.purpose !== purpose) throw new AppError("access.token", "not-found");
}

export const ANONYMOUS_ID = "anonymous";
export const LOCAL_ADMINISTRATOR_ID = "local-administrator";

/** Somebody without a sign-in, bound to a zone: reads published snapshots only. */
export const anonymous = (zoneId: string): Actor => ({
  id: ANONYMOUS_ID,
  name: "",
  zoneId,
  role: "anonymous",
  permissions: new Set(),
  enterpriseId: null,
  departmentId: null,
});

/** Whoever holds the machine and its embedded database: may do everything, and the journal says that it was this one. */
export function localAdministrator(zoneId: string, permissions: PermissionsByRole): Actor {
  const everything = new Set(Object.values(permissions).flatMap((held) => [...held]));
  return {
    id: LOCAL_ADMINISTRATOR_ID,
    name: "本机管理员",
    zoneId,
    role: "system_administrator",
    permissions: everything,
    enterpriseId: null,
    departmentId: null,
  };
}
