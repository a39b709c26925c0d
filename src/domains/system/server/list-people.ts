import { sql } from "kysely";
import type { PeopleShown } from "#domains/system/contract/person-row.ts";
import type { systemOperations } from "#domains/system/contract/system-operations.ts";
import { readPeople } from "#domains/system/server/person-rows.ts";
import type { InputOf } from "#kernel/contract.ts";
import { addDays, type LocalDate } from "#kernel/local-date.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

/** A role that ends within so many days is shown as ending. */
const ENDING_DAYS = 30;
const MOST_LOOKED_THROUGH = 5000;

export async function listPeople(input: InputOf<(typeof systemOperations)["listPeople"]>, context: OperationContext) {
  const { cursor, q, role, show, limit } = input;
  const ofAccounts = await shownByAccount(show, context);
  let query = selectPeople(context, show)
    .orderBy("p.id")
    .limit(limit + 1);
  if (ofAccounts) query = query.where(sql<boolean>`p.id = any(${ofAccounts}::uuid[])`);
  if (cursor !== undefined) query = query.where("p.id", ">", cursor);
  if (q)
    query = query.where((is) =>
      is.or([is("p.name", "like", `%${escapeLike(q)}%`), is("p.username", "like", `%${escapeLike(q.toLowerCase())}%`)]),
    );
  if (role) query = query.where(holdsRole(sql`m.role = ${role}`, context.today));
  const ids = (await query.execute()).map((row) => row.id);
  const page = ids.slice(0, limit);
  return { items: await readPeople(page, context), next: ids.length > limit ? (page.at(-1) ?? null) : null, total: null };
}

const holdsRole = (which: ReturnType<typeof sql>, today: LocalDate) =>
  sql<boolean>`exists (select from membership m where m.zone_id = p.zone_id and m.person_id = p.id and m.revoked_at is null
    and (m.valid_to is null or m.valid_to >= ${today}) and ${which})`;

function selectPeople({ tx, today }: OperationContext, show: PeopleShown) {
  const query = tx
    .selectFrom("person as p")
    .select("p.id")
    .where("p.left_at", show === "left" ? "is not" : "is", null);
  if (show === "lent") return query.where(holdsRole(sql`m.delegated_from is not null`, today));
  if (show === "ending") return query.where(holdsRole(sql`m.valid_to <= ${addDays(today, ENDING_DAYS)}`, today));
  return query;
}

/** What accounts alone know: they lie under another login, so they are asked about the people of this zone. */
async function shownByAccount(show: PeopleShown, context: OperationContext): Promise<readonly string[] | undefined> {
  if (show !== "no-second-factor" && show !== "invited") return undefined;
  const here = await selectPeople(context, "present").limit(MOST_LOOKED_THROUGH).execute();
  const people = await readPeople(
    here.map(({ id }) => id),
    context,
  );
  return people.filter(({ account }) => (show === "invited" ? account.invited : account.secondFactor === "required")).map(({ id }) => id);
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`);
