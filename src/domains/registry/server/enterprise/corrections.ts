import { v7 } from "uuid";
import { fieldWords, type ProfileField } from "#domains/registry/contract/enterprise.ts";
import { correctionPolicy } from "#domains/registry/rules/registry-policy.ts";
import { noteActivity } from "#domains/registry/server/enterprise/activities.ts";
import { getForChange } from "#domains/registry/server/enterprise/enterprise-row.ts";
import { fieldOf, readNewValue, setField } from "#domains/registry/server/enterprise/set-field.ts";
import type { EnterpriseHandlers } from "#domains/registry/server/handler-shapes.ts";
import { IdMark, makeMark, readMark } from "#domains/registry/server/page-marks.ts";
import { addSource } from "#domains/registry/server/sources.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { type Actor, abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";

export const correctionQuery = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom("enterprise_correction as c")
    .innerJoin("enterprise as e", "e.id", "c.enterprise_id")
    .selectAll("c")
    .select("e.name as enterprise_name")
    .where("c.zone_id", "=", actor.zoneId);
type CorrectionRow = Awaited<ReturnType<ReturnType<typeof correctionQuery>["execute"]>>[number];

export const presentCorrection = (row: CorrectionRow, actor: Actor) => ({
  id: row.id,
  enterprise: { id: row.enterprise_id, name: row.enterprise_name },
  field: row.field as ProfileField,
  before: row.value_before,
  asked: row.asked,
  because: row.because,
  state: row.state as "ASKED" | "ACCEPTED" | "REFUSED" | "WITHDRAWN",
  askedOn: row.asked_on as unknown as LocalDate,
  askedBy: row.asked_by_name,
  answeredOn: row.answered_on as unknown as LocalDate | null,
  answeredBy: row.answered_by_name,
  answer: row.answer,
  version: row.version,
  abilities: abilitiesOf(correctionPolicy, actor, { state: row.state, enterpriseId: row.enterprise_id }),
});

async function getCorrection(tx: Tx, actor: Actor, id: string, version?: number): Promise<CorrectionRow> {
  const row = await correctionQuery(tx, actor).where("c.id", "=", id).executeTakeFirst();
  if (row === undefined) throw new AppError("registry.no-such-correction", "not-found");
  if (version !== undefined && row.version !== version) throw new AppError("registry.changed-meanwhile", "conflict");
  return row;
}

export const askCorrection: EnterpriseHandlers["askCorrection"] = async ({ field, value, because }, context) => {
  const { tx, actor, today, language, journal, emit } = context;
  if (actor.enterpriseId === null) throw new AppError("registry.no-own-enterprise", "forbidden");
  const row = await getForChange(tx, actor.enterpriseId);
  await readNewValue(tx, row, field, value, today, language);
  const open = await correctionQuery(tx, actor)
    .where("c.enterprise_id", "=", row.id)
    .where("c.field", "=", field)
    .where("c.state", "=", "ASKED")
    .executeTakeFirst();
  if (open !== undefined) throw new AppError("registry.correction-open", "conflict", { field: fieldWords[field][language] });
  const id = v7();
  await tx
    .insertInto("enterprise_correction")
    .values({
      zone_id: actor.zoneId,
      id,
      enterprise_id: row.id,
      field,
      value_before: fieldOf(row, field),
      asked: value,
      because,
      asked_on: today,
      asked_by: actor.id,
      asked_by_name: actor.name,
    })
    .execute();
  await noteActivity(tx, {
    enterpriseId: row.id,
    on: today,
    kind: "correction",
    subject: `enterprise-correction:${id}`,
    summary: `企业申请更正${fieldWords[field].zh}：${fieldOf(row, field) ?? "（空）"} → ${value === "" ? "（空）" : value}`.slice(0, 500),
  });
  journal({ subject: `enterprise-correction:${id}`, after: { enterpriseId: row.id, field, value, because } });
  await emit("registry.correction-asked", { correctionId: id, enterpriseId: row.id, field });
  return presentCorrection(await getCorrection(tx, actor, id), actor);
};

export const withdrawCorrection: EnterpriseHandlers["withdrawCorrection"] = async (
  { correctionId, version },
  { tx, actor, today, journal },
) => {
  const row = await getCorrection(tx, actor, correctionId, version);
  const may = correctionPolicy.withdraw(actor, { state: row.state, enterpriseId: row.enterprise_id });
  if (!may.allowed) throw new AppError(may.because, "conflict");
  await settle(tx, actor, row, { state: "WITHDRAWN", on: today, answer: null });
  journal({ subject: `enterprise-correction:${correctionId}`, after: { state: "WITHDRAWN" } });
  return presentCorrection(await getCorrection(tx, actor, correctionId), actor);
};

/** Accepted, the field changes and says from now on that it comes from the enterprise's own correction. */
export const answerCorrection: EnterpriseHandlers["answerCorrection"] = async ({ correctionId, version, accept, answer }, context) => {
  const { tx, actor, today, language, journal, emit } = context;
  const row = await getCorrection(tx, actor, correctionId, version);
  const may = correctionPolicy.answer(actor, { state: row.state, enterpriseId: row.enterprise_id });
  if (!may.allowed) throw new AppError(may.because, "conflict");
  const field = row.field as ProfileField;
  if (accept) {
    const enterprise = await getForChange(tx, row.enterprise_id);
    const value = await readNewValue(tx, enterprise, field, row.asked, today, language);
    const sourceId = await addSource(tx, "correction", "企业更正申请", today);
    await setField(tx, enterprise, field, value, { sourceId, asOf: today });
  }
  const state = accept ? "ACCEPTED" : "REFUSED";
  await settle(tx, actor, row, { state, on: today, answer });
  await noteActivity(tx, {
    enterpriseId: row.enterprise_id,
    on: today,
    kind: "correction",
    subject: `enterprise-correction:${correctionId}`,
    summary: `${accept ? "同意" : "不予"}更正${fieldWords[field].zh}：${answer}`.slice(0, 500),
  });
  journal({
    subject: `enterprise-correction:${correctionId}`,
    before: { field, value: row.value_before },
    after: { state, value: row.asked, answer },
  });
  await emit("registry.correction-answered", { correctionId, enterpriseId: row.enterprise_id, field, state });
  return presentCorrection(await getCorrection(tx, actor, correctionId), actor);
};

type Outcome = { readonly state: string; readonly on: LocalDate; readonly answer: string | null };

async function settle(tx: Tx, actor: Actor, row: CorrectionRow, { state, on, answer }: Outcome): Promise<void> {
  await tx
    .updateTable("enterprise_correction")
    .set({ state, answered_on: on, answered_by: actor.id, answered_by_name: actor.name, answer, version: row.version + 1 })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", row.id)
    .execute();
}

export const listCorrections: EnterpriseHandlers["listCorrections"] = async ({ state, cursor, limit }, { tx, actor }) => {
  const after = readMark(cursor, IdMark);
  let query = correctionQuery(tx, actor)
    .orderBy("c.id", "desc")
    .limit(limit + 1);
  if (state !== undefined) query = query.where("c.state", "=", state);
  if (after !== undefined) query = query.where("c.id", "<", after.id);
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => presentCorrection(row, actor)),
    next: rows.length > limit && last !== undefined ? makeMark({ id: last.id }) : null,
    total: null,
  };
};
