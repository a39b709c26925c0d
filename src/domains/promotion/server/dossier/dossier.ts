import { v7 } from "uuid";
import { type DossierSaid, dossierPartWords } from "#domains/promotion/contract/dossier.ts";
import { missingForDossier } from "#domains/promotion/rules/dossier-paper.ts";
import { checkFairCompetition } from "#domains/promotion/rules/fair-competition.ts";
import { diligencePolicy, paperPolicy } from "#domains/promotion/rules/paper-policy.ts";
import { attachConfirmed } from "#domains/promotion/server/diligence/confirmed-evidence.ts";
import { paperSubject } from "#domains/promotion/server/diligence/memo-store.ts";
import { factsOf } from "#domains/promotion/server/dossier/dossier-facts.ts";
import { dossierRows, editionOf, lockDossier, viewDossier } from "#domains/promotion/server/dossier/dossier-store.ts";
import type { DossierHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { addEvidence, lockLead, requireVersion, subjectOf } from "#domains/promotion/server/lead-store.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Language } from "#kernel/texts.ts";

/** @throws AppError `promotion.dossier-money`, `promotion.dossier-promise` with the part and the words. */
function requireGeneral(said: DossierSaid, language: Language): void {
  const [problem] = checkFairCompetition(said);
  if (problem === undefined) return;
  const params = { place: dossierPartWords[problem.part][language], found: problem.found };
  throw new AppError(problem.kind === "money" ? "promotion.dossier-money" : "promotion.dossier-promise", "invalid", params);
}

export const openDossier: DossierHandlers["openDossier"] = ({ id }, { tx, today }) => viewDossier(tx, id, today);

/** Begins an edition, or changes the draft of which the version is given. What the Regulation forbids is not even kept as a draft. */
export const writeDossier: DossierHandlers["writeDossier"] = async ({ id, version, said }, context) => {
  const { tx, actor, today, language } = context;
  const lead = await lockLead(tx, id);
  const [last] = await dossierRows(tx, id);
  if (version === undefined) {
    const open = last?.state === "DRAFT" || last?.state === "SUBMITTED";
    requireDecision(diligencePolicy.write(actor, { lead: subjectOf(lead), open }));
    requireGeneral(said, language);
    const edition = (last?.edition ?? 0) + 1;
    await tx
      .insertInto("dossier")
      .values({
        zone_id: actor.zoneId,
        id: v7(),
        lead_id: id,
        edition,
        content: JSON.stringify(said),
        written_on: today,
        written_by: actor.id,
        written_by_name: actor.name,
      })
      .execute();
    context.journal({ subject: `lead:${id}`, after: { dossier: edition, said } });
  } else {
    if (last === undefined) throw new AppError("promotion.no-such-dossier", "not-found");
    requireVersion(last, version);
    requireDecision(paperPolicy.edit(actor, paperSubject(last)));
    requireGeneral(said, language);
    await tx
      .updateTable("dossier")
      .set({ content: JSON.stringify(said), written_on: today, version: version + 1 })
      .where("zone_id", "=", actor.zoneId)
      .where("id", "=", last.id)
      .execute();
    context.journal({ subject: `lead:${id}`, before: { said: last.content }, after: { dossier: last.edition, said } });
  }
  await context.emit("promotion.dossier-written", { leadId: id });
  return viewDossier(tx, id, today);
};

/** From here on it is the plan of the lead: it stands among the lead's papers and waits for its fair-competition review. */
export const submitDossier: DossierHandlers["submitDossier"] = async ({ id, dossierId, version }, context) => {
  const { tx, actor, today, language } = context;
  const lead = await lockLead(tx, id);
  const row = await lockDossier(tx, id, dossierId);
  requireVersion(row, version);
  requireDecision(paperPolicy.submit(actor, paperSubject(row)));
  const { said, edition } = editionOf(tx, row);
  const [missing] = missingForDossier(said);
  if (missing !== undefined) throw new AppError(`promotion.refused.${missing}`, "conflict");
  requireGeneral(said, language);
  await tx
    .updateTable("dossier")
    .set({ state: "SUBMITTED", submitted_on: today, facts: JSON.stringify(await factsOf(tx, lead, today)), version: version + 1 })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", dossierId)
    .execute();
  const evidenceId = await addEvidence(tx, {
    leadId: id,
    kind: "tailored-plan",
    number: `${lead.code}-专案-${edition}`,
    datedOn: today,
    note: "",
    file: null,
    origin: "dossier",
    recordedOn: today,
  });
  context.journal({
    subject: `lead:${id}`,
    before: { state: "DRAFT" },
    after: { dossier: edition, state: "SUBMITTED", evidence: evidenceId },
  });
  await context.emit("promotion.evidence-attached", { leadId: id, evidenceId, kind: "tailored-plan" });
  return viewDossier(tx, id, today);
};

/** The gate of handbook §3: somebody else looks whether nothing is promised to this enterprise that is not open to all. */
export const reviewDossier: DossierHandlers["reviewDossier"] = async ({ id, dossierId, version, approve, review }, context) => {
  const { tx, actor, today } = context;
  const lead = await lockLead(tx, id);
  const row = await lockDossier(tx, id, dossierId);
  requireVersion(row, version);
  requireDecision(paperPolicy.review(actor, paperSubject(row)));
  const evidenceId = approve
    ? await attachConfirmed(tx, {
        leadId: id,
        kind: "fair-competition-review",
        number: `${lead.code}-公平审查-${row.edition}`,
        origin: "dossier",
        writtenBy: { id: row.written_by, name: row.written_by_name },
        review,
        on: today,
      })
    : null;
  const state = approve ? "APPROVED" : "RETURNED";
  await tx
    .updateTable("dossier")
    .set({
      state,
      reviewed_on: today,
      reviewed_by: actor.id,
      reviewed_by_name: actor.name,
      review,
      evidence_id: evidenceId,
      version: version + 1,
    })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", dossierId)
    .execute();
  context.journal({
    subject: `lead:${id}`,
    before: { state: "SUBMITTED" },
    after: { dossier: row.edition, state, evidence: evidenceId },
    detail: { review },
  });
  if (evidenceId !== null) await context.emit("promotion.evidence-confirmed", { leadId: id, evidenceId, kind: "fair-competition-review" });
  await context.emit("promotion.dossier-reviewed", { leadId: id, dossierId, approve });
  return viewDossier(tx, id, today);
};
