import { stageWords } from "#domains/projects/contract/project.ts";
import { investedIn } from "#domains/projects/rules/investment.ts";
import { actualOf, type ProjectRecord, reportsUpTo, stageOn } from "#domains/projects/rules/project-record.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import { LEAD_PROJECT_COURSE, type SentLeadProjectCourse } from "#domains/promotion/contract/lead-event.ts";
import { type Instant, type LocalDate, yearOf } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import { actorOf, recordedAt } from "#kernel/server/unit-of-work.ts";

/**
 * Tells whoever signed with the investors how the projects of their leads stand: the whole standing each time. Of projects that were opened
 * from no lead nothing is told.
 * @param ids null: of all projects, as after an import.
 */
export async function tellLeads(tx: Tx, ids: readonly string[] | null, today: LocalDate): Promise<void> {
  let query = tx
    .selectFrom("project")
    .select(["id", "lead_ref"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("lead_ref", "is not", null);
  if (ids !== null) query = query.where("id", "in", [...ids]);
  const rows = ids !== null && ids.length === 0 ? [] : await query.execute();
  if (rows.length === 0) return;
  const leads = new Map(rows.flatMap(({ id, lead_ref }) => (lead_ref === null ? [] : [[id, lead_ref] as const])));
  const records = await loadProjectRecords(tx, { ids: [...leads.keys()] });
  for (const record of records) {
    const lead = leads.get(record.id);
    if (lead !== undefined) await emitEvent(tx, LEAD_PROJECT_COURSE, courseOf(lead, record, today, recordedAt(tx) as Instant));
  }
}

function courseOf(lead: string, record: ProjectRecord, today: LocalDate, told: Instant): SentLeadProjectCourse {
  const stage = stageOn(record, today) ?? "SIGNED";
  const last = record.steps.filter(({ on }) => on <= today).at(-1);
  const years = new Set(
    [...reportsUpTo(record, today)].flatMap(([month, { investedYuan }]) => (investedYuan === null ? [] : [Number(month.slice(0, 4))])),
  );
  return {
    lead,
    projectId: record.id,
    code: record.code,
    stage: { code: stage, ...stageWords[stage] },
    on: last?.on ?? record.signedOn,
    startedOn: actualOf(record, "start", today),
    producedOn: actualOf(record, "produce", today),
    investedByYear: [...years]
      .sort((one, other) => one - other)
      .map((year) => ({ year, yuan: investedIn(record, year, throughOf(year, today), today) })),
    asOf: today,
    told,
  };
}

/** Of a year that is over its whole, of this year the months as far as they were reported. */
const throughOf = (year: number, today: LocalDate): string => (year < yearOf(today) ? `${year}-12` : today.slice(0, 7));
