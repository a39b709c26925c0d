import { sql } from "kysely";
import { v7 } from "uuid";
import { DOCUMENT_WITHDRAWN, DocumentEvent, FINDINGS_ACCEPTED } from "#domains/intelligence/contract/intelligence-events.ts";
import { listNamedCompanies, listNamedProjects } from "#domains/intelligence/server/api.ts";
import { spellingsOf } from "#domains/promotion/rules/company-in-document.ts";
import type { ScreeningHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { findEnterprises } from "#domains/registry/server/api.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { EventSubscriber, JobHandler } from "#kernel/server/background.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import type { DailyJob } from "#kernel/server/daily-jobs.ts";
import type { Tx } from "#kernel/server/database.ts";
import { enqueueUnlessQueued } from "#kernel/server/jobs.ts";
import { actorOf, appendToJournal } from "#kernel/server/unit-of-work.ts";
import type { Text } from "#kernel/texts.ts";

type Read = { readonly noted: number; readonly withdrawn: number };

/** Projects that an accepted document names: each is a sign of expansion of the one enterprise of the register that it means. */
async function readDocument(tx: Tx, documentId: string): Promise<Read> {
  const today = await businessDayOf(tx);
  const { zoneId, id: by, name } = actorOf(tx);
  const named = await listNamedProjects(tx, documentId);
  const findings = named.map(({ findingId }) => findingId);
  const gone = await tx
    .updateTable("promotion_signal")
    .set({ withdrawn_on: today, withdrawn_by: name, withdrawn_because: "文件撤回或所载项目未获采纳", version: sql`version + 1` })
    .where("zone_id", "=", zoneId)
    .where("document_id", "=", documentId)
    .where("withdrawn_on", "is", null)
    .$if(findings.length > 0, (query) => query.where("finding_id", "not in", findings))
    .executeTakeFirst();
  const beside = named.length === 0 ? [] : await listNamedCompanies(tx, documentId);
  let noted = 0;
  for (const project of named) {
    const enterprise = project.company === null ? undefined : await enterpriseMeant(tx, spellingsOf(project.company, beside), today);
    if (enterprise === undefined) continue;
    const day = project.published === null || project.published > today ? today : (project.published as LocalDate);
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("promotion_signal")
      .values({
        zone_id: zoneId,
        id: v7(),
        enterprise_id: enterprise.id,
        kind: "document-project",
        on_day: day,
        note: project.name.slice(0, 500),
        source: project.documentTitle.slice(0, 200),
        document_id: documentId,
        finding_id: project.findingId,
        quote: project.quote.slice(0, 1000),
        recorded_on: today,
        by,
        by_name: name,
      })
      // A finding that was taken back and is accepted again counts again.
      .onConflict((conflict) =>
        conflict
          .columns(["zone_id", "finding_id"])
          .where("finding_id", "is not", null)
          .doUpdateSet({ withdrawn_on: null, withdrawn_by: null, withdrawn_because: null, version: sql`promotion_signal.version + 1` })
          .where("promotion_signal.withdrawn_on", "is not", null),
      )
      .executeTakeFirst();
    noted += Number(numInsertedOrUpdatedRows ?? 0n);
  }
  const withdrawn = Number(gone.numUpdatedRows);
  if (noted + withdrawn > 0)
    appendToJournal(tx, { operation: "promotion.read-document", subject: `document:${documentId}`, after: { noted, withdrawn } });
  return { noted, withdrawn };
}

/** The first spelling that is one enterprise's alone decides; nobody where it is several's, and nobody is guessed. */
async function enterpriseMeant(tx: Tx, spellings: readonly string[], today: LocalDate) {
  for (const name of spellings) {
    const [enterprise, ...others] = await findEnterprises(tx, { name }, today);
    if (enterprise !== undefined) return others.length === 0 ? enterprise : undefined;
  }
  return undefined;
}

/** Documents with an accepted project of a named firm that is no sign yet: the firm may have come into the register since. */
async function documentsToRead(tx: Tx): Promise<readonly string[]> {
  const known = await tx
    .selectFrom("promotion_signal")
    .select("finding_id")
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("finding_id", "is not", null)
    .where("withdrawn_on", "is", null)
    .execute();
  const noted = new Set(known.map(({ finding_id }) => finding_id));
  const open = (await listNamedProjects(tx)).filter(({ findingId, company }) => company !== null && !noted.has(findingId));
  return [...new Set(open.map(({ documentId }) => documentId))];
}

export const readDocuments: ScreeningHandlers["readDocuments"] = async (_, context) => {
  const { tx } = context;
  const documents = await documentsToRead(tx);
  let [noted, withdrawn] = [0, 0];
  for (const id of documents) {
    const read = await readDocument(tx, id);
    noted += read.noted;
    withdrawn += read.withdrawn;
  }
  const done = { read: documents.length, noted, withdrawn };
  context.journal({ subject: "signals", after: done });
  return done;
};

export const READ_DOCUMENTS = "promotion.read-documents";
const READ_TITLE: Text = { zh: "从已采纳文件查找企业动态", en: "Signs of enterprises in accepted documents" };
export const readDocumentsDaily: DailyJob = { kind: READ_DOCUMENTS, title: READ_TITLE, at: "00:55" };

/** Document by document, each in a transaction of its own. */
export const readDocumentsJob: JobHandler = async (job) => {
  const documents = await job.read(documentsToRead);
  let noted = 0;
  for (const [place, id] of documents.entries())
    await job.step(async (tx) => {
      noted += (await readDocument(tx, id)).noted;
      return { done: place + 1, total: documents.length };
    });
  return { read: documents.length, noted };
};

/** Whoever came into the register, one by one or with a file, may have been in a document already. */
const whenRegistered = (kind: string): EventSubscriber => ({
  kind,
  handle: (_, tx) => enqueueUnlessQueued(tx, { kind: READ_DOCUMENTS, title: READ_TITLE, payload: {} }),
});

const aboutDocument = (kind: string): EventSubscriber => ({
  kind,
  handle: async (event, tx) => {
    await readDocument(tx, DocumentEvent.parse(event.payload).documentId);
  },
});

export const signalSubscribers: Readonly<Record<string, EventSubscriber>> = {
  "promotion.signals-accepted": aboutDocument(FINDINGS_ACCEPTED),
  "promotion.signals-withdrawn": aboutDocument(DOCUMENT_WITHDRAWN),
  "promotion.signals-registered": whenRegistered("registry.enterprise-registered"),
  "promotion.signals-imported": whenRegistered("registry.enterprises-imported"),
};
