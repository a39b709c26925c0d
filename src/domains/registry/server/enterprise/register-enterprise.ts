import { sql } from "kysely";
import { fieldWords } from "#domains/registry/contract/enterprise.ts";
import { readIdentifier } from "#domains/registry/rules/enterprise-identifier.ts";
import { readClass } from "#domains/registry/rules/industry-class.ts";
import { expectedOf, readField } from "#domains/registry/rules/profile-field.ts";
import type { EnterpriseDraftRow } from "#domains/registry/rules/read-enterprise-row.ts";
import { noteActivity } from "#domains/registry/server/enterprise/activities.ts";
import { findProfile, getForChange } from "#domains/registry/server/enterprise/enterprise-row.ts";
import { viewEnterprise } from "#domains/registry/server/enterprise/open-enterprise.ts";
import { readNewValue, requireRegion, setField } from "#domains/registry/server/enterprise/set-field.ts";
import { enterpriseId, provisionalIdentifier } from "#domains/registry/server/enterprise-id.ts";
import type { EnterpriseHandlers } from "#domains/registry/server/handler-shapes.ts";
import { mergeEnterprises } from "#domains/registry/server/imports/merge-enterprises.ts";
import { qualificationId, stagedLines } from "#domains/registry/server/imports/stage-enterprises.ts";
import { refreshFound } from "#domains/registry/server/refresh-found.ts";
import { addSource } from "#domains/registry/server/sources.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Language } from "#kernel/texts.ts";

/** By hand, through the same door as a row of an import. */
export const registerEnterprise: EnterpriseHandlers["registerEnterprise"] = async (
  input,
  { tx, actor, today, language, journal, emit },
) => {
  const name = readName(input.name, today, language);
  if (input.foundedOn !== undefined && input.foundedOn > today)
    throw new AppError("registry.date-in-future", "invalid", { date: input.foundedOn, today });
  const written = input.identifier === "" && input.identifierKind === "provisional" ? provisionalIdentifier(name) : input.identifier;
  const read = readIdentifier(written, input.identifierKind);
  if (!read.ok) throw new AppError(`registry.${read.because}`, "invalid", { found: written.slice(0, 40) });
  const id = enterpriseId(read.kind, read.identifier);
  const there = await findProfile(tx, id);
  if (there !== undefined) throw new AppError("registry.registered-already", "conflict", { identifier: read.identifier, name: there.name });
  const classCode = input.classCode === undefined || input.classCode === "" ? undefined : requireClass(input.classCode);
  if (input.regionCode !== undefined && input.regionCode !== "") await requireRegion(tx, input.regionCode);
  const asOf = input.asOf ?? today;
  if (asOf > today) throw new AppError("registry.date-in-future", "invalid", { date: asOf, today });
  const { identifierKind: _kind, identifier: _written, source, asOf: _asOf, classCode: _class, ...said } = input;
  const told = Object.entries({ ...said, classCode }).filter(([, value]) => value !== undefined && value !== "");
  const draft: EnterpriseDraftRow = { ...Object.fromEntries(told), name, identifierKind: read.kind, identifier: read.identifier };
  const staged = [{ id, identifier: read.identifier, draft }];
  await mergeEnterprises(tx, staged, stagedLines(staged), { sourceId: await addSource(tx, "hand", source, asOf), asOf });
  await noteActivity(tx, {
    enterpriseId: id,
    on: today,
    kind: "register",
    subject: `enterprise:${id}`,
    summary: `登记入库，来源：${source}`,
  });
  journal({ subject: `enterprise:${id}`, after: { identifier: read.identifier, name, source, by: actor.name } });
  await emit("registry.enterprise-registered", { enterpriseId: id });
  return { id, identifier: read.identifier, warnings: [...read.warnings] };
};

/** A name as it is kept. @throws AppError `registry.bad-value` where nothing is left of it that can be seen. */
function readName(written: string, today: LocalDate, language: Language): string {
  const name = readField("name", written, today);
  if (typeof name === "string") return name;
  const params = { found: written.trim().slice(0, 60), field: fieldWords.name[language], expected: expectedOf("name")[language] };
  throw new AppError("registry.bad-value", "invalid", params);
}

/** @throws AppError `registry.no-such-class`, `registry.class-letter` */
function requireClass(written: string): string {
  const read = readClass(written);
  if (read.ok) return read.code;
  if (read.because === "unknown") throw new AppError("registry.no-such-class", "invalid", { found: written });
  throw new AppError("registry.class-letter", "invalid", { found: written, division: read.division, expected: read.expected });
}

export const correctEnterprise: EnterpriseHandlers["correctEnterprise"] = async ({ id, version, field, value, because, asOf }, context) => {
  const { tx, actor, today, language, journal, emit } = context;
  const row = await getForChange(tx, id);
  if (row.version !== version) throw new AppError("registry.changed-meanwhile", "conflict");
  if (asOf !== undefined && asOf > today) throw new AppError("registry.date-in-future", "invalid", { date: asOf, today });
  const read = await readNewValue(tx, row, field, value, today, language);
  const day = asOf ?? today;
  await setField(tx, row, field, read, { sourceId: await addSource(tx, "hand", `人工更正：${because}`, day), asOf: day });
  await noteActivity(tx, {
    enterpriseId: id,
    on: today,
    kind: "correction",
    subject: `enterprise:${id}`,
    summary: `更正${fieldWords[field].zh}：${because}`.slice(0, 500),
  });
  journal({ subject: `enterprise:${id}`, before: { field, value: row.field_sources[field] ?? null }, after: { field, value, because } });
  await emit("registry.enterprise-changed", { enterpriseId: id, field });
  return viewEnterprise(tx, actor, id, today);
};

export const addName: EnterpriseHandlers["addName"] = async (
  { id, name: written, kind, from, to, source },
  { tx, actor, today, language, journal },
) => {
  await getForChange(tx, id);
  if (from !== undefined && to !== undefined && to < from) throw new AppError("registry.dates-reversed", "invalid", { from, to });
  const name = readName(written, today, language);
  const sourceId = await addSource(tx, "hand", source, today);
  await sql`insert into enterprise_name (enterprise_id, name, kind, from_on, to_on, source_id)
    values (${id}, ${name}, ${kind}, ${from ?? null}, ${to ?? null}, ${sourceId})
    on conflict (enterprise_id, name, kind) do update set from_on = excluded.from_on, to_on = excluded.to_on, source_id = excluded.source_id`.execute(
    tx,
  );
  await refreshFound(tx, [id]);
  journal({ subject: `enterprise:${id}`, after: { name, kind, from: from ?? null, to: to ?? null, source } });
  return viewEnterprise(tx, actor, id, today);
};

export const addQualification: EnterpriseHandlers["addQualification"] = async (input, { tx, actor, today, journal, emit }) => {
  const { id, kind, level = null, number, issuer, from, to = null, source } = input;
  await getForChange(tx, id);
  if (to !== null && to < from) throw new AppError("registry.dates-reversed", "invalid", { from, to });
  const sourceId = await addSource(tx, "hand", source, today);
  await sql`insert into enterprise_qualification (enterprise_id, id, kind, level, number, issuer, valid_from, valid_to, source_id, as_of)
    values (${id}, ${qualificationId(id, kind, level, number, from)}, ${kind}, ${level}, ${number}, ${issuer}, ${from}, ${to}, ${sourceId}, ${today})
    on conflict (enterprise_id, id) do update set issuer = excluded.issuer, valid_to = excluded.valid_to, source_id = excluded.source_id, as_of = excluded.as_of`.execute(
    tx,
  );
  await refreshFound(tx, [id]);
  journal({ subject: `enterprise:${id}`, after: { qualification: kind, level, number, from, to, source } });
  await emit("registry.enterprise-changed", { enterpriseId: id, field: "qualifications" });
  return viewEnterprise(tx, actor, id, today);
};
