import { sql } from "kysely";
import { fieldWords, type ProfileField } from "#domains/registry/contract/enterprise.ts";
import { nameKey } from "#domains/registry/rules/enterprise-name.ts";
import { columnOfField, expectedOf, type FieldValue, fieldText, readField } from "#domains/registry/rules/profile-field.ts";
import type { ProfileRow } from "#domains/registry/server/enterprise/enterprise-row.ts";
import { refreshFound } from "#domains/registry/server/refresh-found.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { arrayLiteral } from "#kernel/server/copy-rows.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { Language } from "#kernel/texts.ts";

/** What a field says now, as a person would write it. */
export const fieldOf = (row: ProfileRow, field: ProfileField): string | null =>
  fieldText((row as unknown as Record<string, unknown>)[columnOfField(field)]);

/** @throws AppError `registry.bad-value`, `registry.same-value`, `registry.no-such-region` */
export async function readNewValue(
  tx: Tx,
  row: ProfileRow,
  field: ProfileField,
  given: string,
  today: LocalDate,
  language: Language,
): Promise<FieldValue> {
  const value = readField(field, given, today);
  if (value === undefined)
    throw new AppError("registry.bad-value", "invalid", {
      found: given.slice(0, 60),
      field: fieldWords[field][language],
      expected: expectedOf(field)[language],
    });
  if (fieldText(value) === fieldOf(row, field)) throw new AppError("registry.same-value", "invalid");
  if (field === "regionCode" && value !== null) await requireRegion(tx, String(value));
  return value;
}

/** @throws AppError `registry.no-such-region` */
export async function requireRegion(tx: Tx, code: string): Promise<void> {
  const { rows } = await sql`select from region where code ~ '^[0-9]+$' and starts_with(code, ${code}) limit 1`.execute(tx);
  if (rows.length === 0) throw new AppError("registry.no-such-region", "invalid", { found: code });
}

export type Origin = { readonly sourceId: string; readonly asOf: LocalDate };

/** One field, with where it now comes from. A name that is replaced stays among the former ones. */
export async function setField(tx: Tx, row: ProfileRow, field: ProfileField, value: FieldValue, { sourceId, asOf }: Origin): Promise<void> {
  const column = sql.raw(columnOfField(field));
  const written = Array.isArray(value) ? arrayLiteral(value as readonly string[]) : value === null ? null : String(value);
  const type = sql.raw(TYPES[field] ?? "text");
  if (field === "name") {
    await sql`insert into enterprise_name (enterprise_id, name, kind, to_on, source_id) values (${row.id}, ${row.name}, 'former', ${asOf}, ${sourceId}) on conflict do nothing`.execute(
      tx,
    );
    await sql`update enterprise set name_key = ${nameKey(String(value))} where id = ${row.id}::uuid`.execute(tx);
  }
  await sql`update enterprise set ${column} = ${written}::${type},
      field_sources = field_sources || jsonb_build_object(${field}::text, jsonb_build_object('s', ${sourceId}::text, 'd', ${asOf}::text)),
      changed_at = now(), version = version + 1 where id = ${row.id}::uuid`.execute(tx);
  await refreshFound(tx, [row.id]);
}

const TYPES: Readonly<Partial<Record<ProfileField, string>>> = {
  otherClasses: "text[]",
  products: "text[]",
  foundedOn: "date",
  capitalYuan: "numeric",
  revenueYuan: "numeric",
  revenueGrowthPct: "numeric",
  employees: "integer",
  revenueYear: "integer",
};
