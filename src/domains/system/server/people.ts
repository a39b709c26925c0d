import { randomUUID } from "node:crypto";
import type { PersonRow, systemOperations } from "#domains/system/contract/system-operations.ts";
import { getPerson } from "#domains/system/server/person-rows.ts";
import { withAccount } from "#domains/system/server/with-account.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Operations = typeof systemOperations;

export async function createPerson(input: InputOf<Operations["createPerson"]>, context: OperationContext): Promise<PersonRow> {
  return withAccount(context.sessions.signIn, input, async (id) => {
    await enterPerson(id, input, context);
    context.journal({ subject: `person:${id}`, after: { username: input.username }, personal: { name: input.name } });
    return getPerson(id, context);
  });
}

export async function enterPerson(
  id: string,
  { username, name }: { readonly username: string; readonly name: string },
  { tx, actor }: OperationContext,
): Promise<void> {
  await tx.insertInto("person").values({ zone_id: actor.zoneId, id, username: username.toLowerCase(), name }).execute();
}

const MOST_FOUND = 20;

/** By the number, or by how the name begins. */
export async function findEnterprises({ q }: InputOf<Operations["findEnterprises"]>, { tx }: OperationContext) {
  const escaped = q.replace(/[\\%_]/g, (character) => `\\${character}`);
  const rows = await tx
    .selectFrom("enterprise")
    .select(["id", "name", "identifier"])
    .where((is) => is.or([is("identifier", "=", q.toUpperCase()), is("name", "like", `${escaped}%`)]))
    .where("merged_into", "is", null)
    .orderBy("name")
    .limit(MOST_FOUND)
    .execute();
  return { items: rows };
}

export async function listDepartments(_: object, context: OperationContext) {
  const rows = await context.tx.selectFrom("department").select(["id", "name", "name_en"]).orderBy("name").execute();
  return { items: rows.map((row) => ({ id: row.id, name: row.name, nameEn: row.name_en })) };
}

export async function createDepartment(input: InputOf<Operations["createDepartment"]>, context: OperationContext) {
  const { tx, actor } = context;
  const known = await tx
    .selectFrom("department")
    .select("id")
    .where("zone_id", "=", actor.zoneId)
    .where("name", "=", input.name)
    .executeTakeFirst();
  if (known) throw new AppError("record.duplicate", "conflict");
  const id = randomUUID();
  await tx.insertInto("department").values({ zone_id: actor.zoneId, id, name: input.name, name_en: input.nameEn }).execute();
  context.journal({ subject: `department:${id}`, after: { name: input.name } });
  return { id, name: input.name, nameEn: input.nameEn };
}
