import type { z } from "zod";
import {
  LEAD_PROJECT_COURSE,
  LEAD_PROJECT_REFUSED,
  LeadProjectCourse,
  LeadProjectRefused,
} from "#domains/promotion/contract/lead-event.ts";
import { addEvidence, type LeadChange, type LeadTableRow } from "#domains/promotion/server/lead-store.ts";
import { appendActuals, type NewActual, promisesOf } from "#domains/promotion/server/promise-store.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { DeliveredEvent, EventSubscriber } from "#kernel/server/background.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf, appendToJournal } from "#kernel/server/unit-of-work.ts";

/** An event of another domain that is not what was agreed is journalled and left: to try it for ever would mend nothing. */
function read<Shape extends z.ZodType>(tx: Tx, event: DeliveredEvent, shape: Shape): z.output<Shape> | undefined {
  const found = shape.safeParse(event.payload);
  if (found.success) return found.data;
  appendToJournal(tx, {
    operation: "promotion.event-refused",
    subject: `event:${event.id}`,
    after: { kind: event.kind, problem: found.error.issues[0]?.message ?? "" },
  });
  return undefined;
}

async function leadOf(tx: Tx, id: string): Promise<LeadTableRow | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
  return tx
    .selectFrom("promotion_lead")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

/** What is told is no edit of the record: whoever has it open may go on with the version that he sees. */
async function keepTold(tx: Tx, row: LeadTableRow, told: LeadChange): Promise<void> {
  await tx.updateTable("promotion_lead").set(told).where("zone_id", "=", row.zone_id).where("id", "=", row.id).execute();
}

/** Stages of the register from which on a project has landed. */
const LANDED: readonly string[] = ["LAND", "BUILDING", "COMPLETED", "PRODUCING"];

/** What the register of projects tells of a lead's project: the link, its stage as evidence of landing, and actuals for the ledger. */
export const projectCourse: EventSubscriber = {
  kind: LEAD_PROJECT_COURSE,
  handle: async (event, tx) => {
    const course = read(tx, event, LeadProjectCourse);
    if (course === undefined) return;
    const row = await leadOf(tx, course.lead);
    // One that was overtaken by a later one says nothing new.
    if (row === undefined || (row.project_told_at !== null && course.told < row.project_told_at)) return;
    if (row.project_id !== null && row.project_id !== course.projectId) return;
    const today = await businessDayOf(tx);
    await keepTold(tx, row, {
      project_id: course.projectId,
      project_code: course.code,
      project_stage: JSON.stringify({ ...course.stage, asOf: course.asOf }),
      project_told_at: course.told,
      project_problem: null,
    });
    await keepProgress(tx, row, course, today);
    const changed = await changedActuals(tx, row.id, course);
    await appendActuals(tx, row.id, changed, today);
    if (row.project_id === null || changed.length > 0)
      appendToJournal(tx, {
        operation: "promotion.projectTold",
        subject: `lead:${row.id}`,
        after: { project: course.code, stage: course.stage.code, actuals: changed.length },
      });
  },
};

async function keepProgress(tx: Tx, row: LeadTableRow, { stage, code, on }: LeadProjectCourse, today: LocalDate): Promise<void> {
  if (!LANDED.includes(stage.code)) return;
  const there = await tx
    .selectFrom("promotion_evidence")
    .select("id")
    .where("zone_id", "=", row.zone_id)
    .where("lead_id", "=", row.id)
    .where("kind", "=", "project-progress")
    .where("number", "=", `${code} ${stage.code}`)
    .executeTakeFirst();
  if (there !== undefined) return;
  await addEvidence(tx, {
    leadId: row.id,
    kind: "project-progress",
    number: `${code} ${stage.code}`,
    datedOn: on,
    note: `${stage.zh}（${code}）`,
    file: null,
    origin: LEAD_PROJECT_COURSE,
    recordedOn: today,
  });
}

/** What differs from what is known; a figure that was taken back is appended as taken back. */
async function changedActuals(tx: Tx, leadId: string, course: LeadProjectCourse): Promise<readonly NewActual[]> {
  const kept = (await promisesOf(tx, [leadId])).get(leadId);
  const known = kept?.actuals ?? [];
  const last = (metric: NewActual["metric"], year: number | null) =>
    known.filter((one) => one.metric === metric && one.year === year && one.origin === "projects").at(-1);
  const note = course.code;
  const dates = (
    [
      ["start", course.startedOn],
      ["produce", course.producedOn],
    ] as const
  ).flatMap(([metric, reachedOn]): NewActual[] =>
    (last(metric, null)?.reachedOn ?? null) === reachedOn
      ? []
      : [{ metric, year: null, amount: null, reachedOn, origin: "projects", note }],
  );
  const amounts = course.investedByYear.flatMap(({ year, yuan }): NewActual[] =>
    last("investment", year)?.amount === yuan
      ? []
      : [{ metric: "investment", year, amount: yuan, reachedOn: null, origin: "projects", note }],
  );
  const told = new Set(course.investedByYear.map(({ year }) => year));
  const gone = [
    ...new Set(known.flatMap((one) => (one.metric === "investment" && one.year !== null && !told.has(one.year) ? [one.year] : []))),
  ]
    .filter((year) => (last("investment", year)?.amount ?? null) !== null)
    .map((year): NewActual => ({ metric: "investment", year, amount: null, reachedOn: null, origin: "projects", note }));
  return [...dates, ...amounts, ...gone];
}

/** The register said no: the lead shows why, until it is sent again. */
export const projectRefused: EventSubscriber = {
  kind: LEAD_PROJECT_REFUSED,
  handle: async (event, tx) => {
    const refused = read(tx, event, LeadProjectRefused);
    if (refused === undefined) return;
    const row = await leadOf(tx, refused.lead);
    if (row === undefined || row.project_id !== null) return;
    await keepTold(tx, row, { project_problem: JSON.stringify({ zh: refused.zh, en: refused.en }) });
    appendToJournal(tx, { operation: "promotion.projectRefused", subject: `lead:${row.id}`, after: { code: refused.code } });
  },
};
