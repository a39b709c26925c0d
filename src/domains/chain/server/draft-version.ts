import { v7 } from "uuid";
import { checkEffective } from "#domains/chain/rules/version-lifecycle.ts";
import type { VersionHandlers } from "#domains/chain/server/handler-shapes.ts";
import {
  appendVersionStep,
  getVersion,
  insertVersion,
  listVersionRecords,
  loadContent,
  replaceContent,
  updateVersion,
} from "#domains/chain/server/version-store.ts";
import { draftReply, listRows, openDraft, viewVersion } from "#domains/chain/server/version-view.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { holds } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";

export const listVersions: VersionHandlers["listVersions"] = async (_, { tx, today, actor }) => ({
  items: await listRows(tx, today),
  abilities: { draft: holds(actor, "chain.edit") },
});

export const openVersion: VersionHandlers["openVersion"] = async ({ id }, { tx, today }) => viewVersion(tx, id, today);

/** @throws AppError `chain.effective-…` where what was in force on a past day would change. */
export async function requireEffective(tx: Tx, effectiveFrom: LocalDate, today: LocalDate): Promise<void> {
  const approved = (await listVersionRecords(tx)).filter(({ state }) => state === "APPROVED");
  const decision = checkEffective(effectiveFrom, approved, today);
  if (decision.allowed) return;
  const last =
    approved
      .map((one) => one.effectiveFrom)
      .toSorted()
      .at(-1) ?? "";
  if (decision.because === "effective-not-after-last")
    throw new AppError("chain.effective-not-after-last", "conflict", { date: effectiveFrom, last });
  throw new AppError("chain.effective-in-the-past", "conflict", { date: effectiveFrom, today });
}

export const draftVersion: VersionHandlers["draftVersion"] = async (input, context) => {
  const { tx, today } = context;
  const basis = input.basedOn === undefined ? null : await getVersion(tx, input.basedOn);
  const id = v7();
  await insertVersion(tx, {
    id,
    name: input.name,
    nameEn: input.nameEn,
    effectiveFrom: input.effectiveFrom,
    basedOn: basis?.id ?? null,
    note: input.note,
    draftedOn: today,
  });
  if (basis) await replaceContent(tx, id, await loadContent(tx, basis.id));
  await appendVersionStep(tx, id, "draft", input.note === "" ? null : input.note, today);
  context.journal({
    subject: `chain-version:${id}`,
    after: { name: input.name, effectiveFrom: input.effectiveFrom, basedOn: basis?.id ?? null },
  });
  return { id, row: (await draftReply(tx, id, today)).row };
};

export const editVersion: VersionHandlers["editVersion"] = async (input, context) => {
  const { tx, today, actor } = context;
  const { row, content } = await openDraft(context, input);
  const change = {
    name: input.name ?? row.name,
    nameEn: input.nameEn ?? row.nameEn,
    effectiveFrom: input.effectiveFrom ?? row.effectiveFrom,
    note: input.note ?? row.note,
  };
  await updateVersion(tx, row, { ...change, authors: [...new Set([...row.authors, actor.id])] });
  context.journal({
    subject: `chain-version:${row.id}`,
    before: { name: row.name, nameEn: row.nameEn, effectiveFrom: row.effectiveFrom, note: row.note },
    after: change,
  });
  return draftReply(tx, row.id, today, content);
};
