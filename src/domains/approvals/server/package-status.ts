import type { PackageDefinition } from "#domains/approvals/contract/package-operations.ts";
import type { PackageState } from "#domains/approvals/rules/package-course.ts";
import { packageTimeline } from "#domains/approvals/rules/package-timeline.ts";
import { loadPackage } from "#domains/approvals/server/load-package.ts";
import { findMatterOn } from "#domains/approvals/server/matter-store.ts";
import type { PackageTableRow } from "#domains/approvals/server/package-store.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import type { Text } from "#kernel/texts.ts";
import { addWorkdays, type ReckonedDay, type WorkCalendar } from "#kernel/work-calendar.ts";

const HOURS_OF_A_WORKDAY = 8;

/** The last day of the package's own promise; hours are of a working day and end on the day itself when they fit into it. */
export function packageDue(
  { promised }: Pick<PackageDefinition, "promised">,
  submittedOn: LocalDate | null,
  calendar: WorkCalendar,
): ReckonedDay | null {
  if (submittedOn === null) return null;
  const workdays = promised.unit === "workday" ? promised.length : Math.ceil(promised.length / HOURS_OF_A_WORKDAY) - 1;
  return addWorkdays(calendar, submittedOn, Math.max(0, workdays));
}

/** Names of the package's matters as they stand on a day. */
export async function matterNames(tx: Tx, { children }: PackageDefinition, day: LocalDate): Promise<ReadonlyMap<string, Text>> {
  const names = new Map<string, Text>();
  for (const { matterCode } of children) {
    const found = await findMatterOn(tx, matterCode, day);
    if (found !== undefined) names.set(matterCode, found.matter.name);
  }
  return names;
}

/** What number and code of the package open; a copy is written with each of its moves. */
export async function keepPackageStatus(tx: Tx, row: PackageTableRow, today: LocalDate): Promise<void> {
  const { definition, cases, children } = await loadPackage(tx, row);
  const due = packageDue(definition, row.submitted_on as LocalDate | null, await loadCalendar(tx));
  const content = packageTimeline(
    { number: row.number, state: row.state as PackageState, submittedOn: row.submitted_on as LocalDate | null, due },
    definition,
    children.map((child, place) => ({
      ...child,
      endedOn: (cases[place]?.decided_on ?? cases[place]?.ended_on ?? null) as LocalDate | null,
    })),
    { names: await matterNames(tx, definition, today), asOf: today },
  );
  await tx
    .insertInto("approval_status")
    .values({
      zone_id: row.zone_id,
      number: row.number,
      // The package's own version grows with each of its moves.
      ordinal: row.version,
      access_hash: row.access_hash,
      content: JSON.stringify(content),
    })
    .execute();
}
