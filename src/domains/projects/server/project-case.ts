import type { ProjectStage } from "#domains/projects/contract/project.ts";
import { Milestone } from "#domains/projects/contract/project.ts";
import type { ProjectCase } from "#domains/projects/rules/project-lifecycle.ts";
import { actualOf, type ProjectRecord } from "#domains/projects/rules/project-record.ts";
import { type EvidenceRow, listEvidence, type ProjectTableRow } from "#domains/projects/server/project-store.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

/** The last day of a calendar: every entry counts. */
const EVER = "9999-12-31" as LocalDate;

/** What the gates look at, of a project as it stands. */
export async function caseOf(
  tx: Tx,
  row: ProjectTableRow,
  record: ProjectRecord,
): Promise<ProjectCase & { readonly pieces: readonly EvidenceRow[] }> {
  const pieces = await listEvidence(tx, row.id);
  const force = await tx
    .selectFrom("project_task_force")
    .select("lead_id")
    .where("zone_id", "=", row.zone_id)
    .where("project_id", "=", row.id)
    .where("disbanded_on", "is", null)
    .executeTakeFirst();
  return {
    state: row.stage as ProjectStage,
    suspendedFrom: row.stage === "SUSPENDED" ? (record.steps.at(-1)?.from ?? null) : null,
    leasedPlant: row.leased_plant,
    parcel: row.parcel,
    hasTaskForce: force !== undefined,
    // What was withdrawn opens no gate.
    evidence: pieces
      .filter((piece) => piece.withdrawn_on === null)
      .map((piece) => ({
        kind: piece.kind,
        datedOn: piece.dated_on as LocalDate,
        numbered: piece.number !== "",
        filed: piece.file_hash !== null,
      })),
    since: record.steps.at(-1)?.on ?? null,
    reached: Object.fromEntries(
      Milestone.options.flatMap((kind) => {
        const on = actualOf(record, kind, EVER);
        return on === null ? [] : [[kind, on]];
      }),
    ),
    on: null,
    reason: null,
    pieces,
  };
}
