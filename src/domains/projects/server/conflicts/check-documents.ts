import { v7 } from "uuid";
import { DOCUMENT_WITHDRAWN, DocumentEvent, FINDINGS_ACCEPTED } from "#domains/intelligence/contract/intelligence-events.ts";
import { listNamedProjects, type NamedProject, sentencesAround } from "#domains/intelligence/server/api.ts";
import type { ProjectRecord } from "#domains/projects/rules/project-record.ts";
import { type Contradiction, contradictionsOf, findNamed } from "#domains/projects/rules/register-conflicts.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { EventSubscriber, JobHandler } from "#kernel/server/background.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import type { Tx } from "#kernel/server/database.ts";
import { enqueueUnlessQueued } from "#kernel/server/jobs.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import { actorOf, appendToJournal, recordedAt } from "#kernel/server/unit-of-work.ts";
import type { Text } from "#kernel/texts.ts";

export const CHECK_DOCUMENTS = "projects.check-documents";
const TITLE: Text = { zh: "核对文档与项目台账", en: "Documents against the register of projects" };
const CALM_SECONDS = 3;
const ROWS_A_STATEMENT = 500;

export type Checked = { readonly looked: number; readonly found: number; readonly gone: number };
type Found = Contradiction & { readonly named: NamedProject; readonly projectId: string };

/** Holds what accepted documents say of projects against the register: new contradictions are opened, those that are no more are closed. */
export async function checkDocuments(tx: Tx, today: LocalDate, documentId?: string): Promise<Checked> {
  const named = await listNamedProjects(tx, documentId);
  const found = await findContradictions(tx, named, today);
  const there = await recordedConflicts(tx, documentId);
  const keyOf = (one: { readonly projectId: string; readonly findingId: string; readonly field: string }) =>
    `${one.projectId} ${one.findingId} ${one.field}`;
  const known = new Map(there.map((row) => [keyOf(row), row]));
  const standing = new Map(found.map((one) => [keyOf({ ...one, findingId: one.named.findingId }), one]));
  const fresh = [...standing].flatMap(([key, one]) => (known.has(key) ? [] : [one]));
  const opened = await leaveSettled(tx, fresh);
  await insertConflicts(tx, opened, today);
  const gone = there.filter((row) => row.state === "OPEN" && !standing.has(keyOf(row)));
  await closeConflicts(
    tx,
    gone.map((row) => row.id),
    today,
  );
  for (const row of there) {
    const now = standing.get(keyOf(row));
    if (row.state === "OPEN" && now !== undefined && now.registered !== row.registered) await updateRegistered(tx, row.id, now.registered);
  }
  if (opened.length + gone.length > 0) {
    appendToJournal(tx, { operation: CHECK_DOCUMENTS, subject: "projects", after: { found: opened.length, gone: gone.length } });
    for (const projectId of new Set(opened.map((one) => one.projectId))) await emitEvent(tx, "projects.conflict-found", { projectId });
  }
  return { looked: named.length, found: opened.length, gone: gone.length };
}

async function findContradictions(tx: Tx, named: readonly NamedProject[], today: LocalDate): Promise<readonly Found[]> {
  if (named.length === 0) return [];
  const rows = await tx
    .selectFrom("project")
    .select(["id", "name_key", "enterprise_name"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .execute();
  const candidates = rows.map((row) => ({ id: row.id, nameKey: row.name_key, enterprise: row.enterprise_name }));
  const meant = named.flatMap((one) => {
    const project = findNamed(one, candidates);
    return project === undefined ? [] : [{ one, projectId: project.id }];
  });
  const ids = [...new Set(meant.map(({ projectId }) => projectId))];
  const records = new Map<string, ProjectRecord>(
    (await loadProjectRecords(tx, { ids, only: "course" })).map((record) => [record.id, record]),
  );
  return meant.flatMap(({ one, projectId }) => {
    const record = records.get(projectId);
    if (record === undefined) return [];
    return contradictionsOf(one, record, (one.published as LocalDate | null) ?? today).map((contradiction) => ({
      ...contradiction,
      named: one,
      projectId,
    }));
  });
}

const recordedConflicts = async (tx: Tx, documentId: string | undefined) => {
  let query = tx
    .selectFrom("project_register_conflict")
    .select(["id", "project_id as projectId", "finding_id as findingId", "field", "state", "registered"])
    .where("zone_id", "=", actorOf(tx).zoneId);
  if (documentId !== undefined) query = query.where("document_id", "=", documentId);
  return query.execute();
};

/** What was settled once is not asked again because a reprint says it too. */
async function leaveSettled(tx: Tx, fresh: readonly Found[]): Promise<readonly Found[]> {
  if (fresh.length === 0) return [];
  const settled = await tx
    .selectFrom("project_register_conflict")
    .select(["project_id", "field", "said", "registered"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("state", "in", ["KEPT_REGISTER", "NOT_THE_SAME"])
    .where("project_id", "in", [...new Set(fresh.map((one) => one.projectId))])
    .execute();
  const keys = new Set(settled.map((row) => `${row.project_id} ${row.field} ${row.said} ${row.registered}`));
  return fresh.filter((one) => !keys.has(`${one.projectId} ${one.field} ${one.said} ${one.registered}`));
}

async function insertConflicts(tx: Tx, found: readonly Found[], today: LocalDate): Promise<void> {
  const { zoneId } = actorOf(tx);
  const sentences = await sentencesAround(
    tx,
    found.map(({ named }) => ({ documentId: named.documentId, start: named.start ?? 0, end: named.end ?? 0 })),
  );
  const quoteOf = ({ named }: Found, place: number) => (named.start === null ? named.quote : sentences[place] || named.quote);
  for (let from = 0; from < found.length; from += ROWS_A_STATEMENT)
    await tx
      .insertInto("project_register_conflict")
      .values(
        found.slice(from, from + ROWS_A_STATEMENT).map((one, place) => {
          const { named, projectId, field, said, registered } = one;
          return {
            zone_id: zoneId,
            id: v7(),
            project_id: projectId,
            finding_id: named.findingId,
            document_id: named.documentId,
            document_title: named.documentTitle,
            published: named.published,
            field,
            said,
            registered,
            quote: quoteOf(one, from + place).slice(0, 1000),
            span_start: named.start,
            span_end: named.end,
            found_on: today,
          };
        }),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

async function closeConflicts(tx: Tx, ids: readonly string[], today: LocalDate): Promise<void> {
  if (ids.length === 0) return;
  const actor = actorOf(tx);
  await tx
    .updateTable("project_register_conflict")
    .set((by) => ({
      state: "WITHDRAWN",
      decided_on: today,
      decided_by: actor.id,
      decided_by_name: actor.name,
      reason: "文档已撤回或更正，或台账与文档已经一致",
      version: by("version", "+", 1),
    }))
    .where("zone_id", "=", actor.zoneId)
    .where("id", "in", [...ids])
    .where("state", "=", "OPEN")
    .execute();
}

const updateRegistered = (tx: Tx, id: string, registered: string) =>
  tx
    .updateTable("project_register_conflict")
    .set((by) => ({ registered, version: by("version", "+", 1) }))
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .execute();

/** What changes the register may end a contradiction, or begin one with a document that came before. */
const CHANGING = ["projects.registered", "projects.imported", "projects.edited", "projects.moved", "projects.milestone-reached"] as const;

const aboutDocument = (kind: string): EventSubscriber => ({
  kind,
  handle: async (event, tx) => {
    await checkDocuments(tx, await businessDayOf(tx), DocumentEvent.parse(event.payload).documentId);
  },
});

export const conflictSubscribers: Readonly<Record<string, EventSubscriber>> = {
  "projects.check-accepted": aboutDocument(FINDINGS_ACCEPTED),
  "projects.check-withdrawn": aboutDocument(DOCUMENT_WITHDRAWN),
  ...Object.fromEntries(
    CHANGING.map((kind): [string, EventSubscriber] => [
      `projects.check-after.${kind}`,
      {
        kind,
        handle: async (_, tx) => {
          const runAfter = new Date(Date.parse(recordedAt(tx)) + CALM_SECONDS * 1000).toISOString();
          await enqueueUnlessQueued(tx, { kind: CHECK_DOCUMENTS, title: TITLE, payload: {}, runAfter });
        },
      },
    ]),
  ),
};

export const checkDocumentsJob: JobHandler = async (job) => {
  let checked: Checked | undefined;
  await job.step(async (tx) => {
    checked = await checkDocuments(tx, await businessDayOf(tx));
    return { done: checked.looked, total: checked.looked };
  });
  return checked;
};
