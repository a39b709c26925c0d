import { randomUUID } from "node:crypto";
import type { systemOperations, Zone } from "#domains/system/contract/system-operations.ts";
import { withAccount } from "#domains/system/server/with-account.ts";
import { listZoneRows, withinZone, zoneView } from "#domains/system/server/zone-store.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

/**
 * A real zone: its departments, and a first security administrator, who grants everybody else their roles, the system and the audit
 * administrator among them: no one person is two of the three (kernel/separate-roles.ts).
 */
export async function createZone(input: Input, context: OperationContext): Promise<Zone> {
  const { tx, actor, sessions } = context;
  if ((await listZoneRows(tx)).some((zone) => zone.slug === input.slug))
    throw new AppError("zone.slug-taken", "conflict", { slug: input.slug });
  const zone = {
    id: randomUUID(),
    slug: input.slug,
    name: input.name,
    name_en: input.nameEn,
    region: input.region ?? input.name,
    sample: false,
    business_date: null,
  };
  const account = { username: input.adminUsername, name: input.adminName, password: input.adminPassword };
  await withAccount(sessions.signIn, account, (personId) =>
    withinZone(tx, zone.id, actor.zoneId, () => insertZone(zone, personId, input, context)),
  );
  context.journal({
    subject: `zone:${zone.id}`,
    after: { slug: zone.slug, name: zone.name, departments: input.departments },
    personal: { administrator: input.adminName },
  });
  const created = (await listZoneRows(tx)).find((row) => row.id === zone.id);
  if (!created) throw new AppError("record.not-found", "not-found");
  return zoneView(created);
}

type Input = InputOf<(typeof systemOperations)["createZone"]>;

async function insertZone(
  zone: { readonly id: string; readonly slug: string; readonly name: string },
  personId: string,
  input: Input,
  { tx, actor, today }: OperationContext,
): Promise<void> {
  await tx.insertInto("zone").values(zone).execute();
  const departments = [...new Set(input.departments)];
  if (departments.length > 0)
    await tx
      .insertInto("department")
      .values(departments.map((name) => ({ zone_id: zone.id, id: randomUUID(), name })))
      .execute();
  await tx
    .insertInto("person")
    .values({ zone_id: zone.id, id: personId, username: input.adminUsername.toLowerCase(), name: input.adminName })
    .execute();
  await tx
    .insertInto("membership")
    .values({
      zone_id: zone.id,
      id: randomUUID(),
      person_id: personId,
      role: "security_administrator",
      valid_from: today,
      granted_by: actor.id,
    })
    .execute();
}
