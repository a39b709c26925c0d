import type { Selectable } from "kysely";
import { type DossierEdition, DossierFacts, DossierSaid, type DossierView } from "#domains/promotion/contract/dossier.ts";
import type { PaperState } from "#domains/promotion/contract/paper.ts";
import { missingForDossier } from "#domains/promotion/rules/dossier-paper.ts";
import { diligencePolicy, paperPolicy } from "#domains/promotion/rules/paper-policy.ts";
import { paperSubject } from "#domains/promotion/server/diligence/memo-store.ts";
import { factsOf } from "#domains/promotion/server/dossier/dossier-facts.ts";
import { getLead, subjectOf } from "#domains/promotion/server/lead-store.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { DB, Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type DossierRow = Selectable<DB["dossier"]>;

export const dossierRows = (tx: Tx, leadId: string): Promise<DossierRow[]> =>
  tx
    .selectFrom("dossier")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("lead_id", "=", leadId)
    .orderBy("edition", "desc")
    .execute();

/** Held until the end of the transaction. @throws AppError `promotion.no-such-dossier` */
export async function lockDossier(tx: Tx, leadId: string, dossierId: string): Promise<DossierRow> {
  const row = await tx
    .selectFrom("dossier")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("lead_id", "=", leadId)
    .where("id", "=", dossierId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new AppError("promotion.no-such-dossier", "not-found");
  return row;
}

export const editionOf = (tx: Tx, row: DossierRow): DossierEdition => {
  const said = DossierSaid.parse(row.content);
  return {
    id: row.id,
    edition: row.edition,
    state: row.state as PaperState,
    said,
    facts: row.facts === null ? null : DossierFacts.parse(row.facts),
    writtenOn: row.written_on as LocalDate,
    writtenBy: row.written_by_name,
    submittedOn: row.submitted_on as LocalDate | null,
    reviewed:
      row.reviewed_on === null ? null : { on: row.reviewed_on as LocalDate, by: row.reviewed_by_name ?? "–", review: row.review ?? "" },
    missing: row.state === "DRAFT" ? [...missingForDossier(said)] : [],
    version: row.version,
    abilities: abilitiesOf(paperPolicy, actorOf(tx), paperSubject(row)),
  };
};

export async function viewDossier(tx: Tx, leadId: string, today: LocalDate): Promise<DossierView> {
  const [lead, actor, rows] = [await getLead(tx, leadId), actorOf(tx), await dossierRows(tx, leadId)];
  const open = rows.some(({ state }) => state === "DRAFT" || state === "SUBMITTED");
  return {
    lead: { id: lead.id, code: lead.code, projectName: lead.project_name, party: lead.party_name },
    contact: { name: lead.contact_name, phone: lead.contact_phone },
    now: await factsOf(tx, lead, today),
    editions: rows.map((row) => editionOf(tx, row)),
    abilities: abilitiesOf({ write: diligencePolicy.write }, actor, { lead: subjectOf(lead), open }),
  };
}
