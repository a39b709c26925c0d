import type { Selectable } from "kysely";
import type { z } from "zod";
import type { AssistView, CommitmentView, DeferralView, ResultView } from "#domains/approvals/contract/case.ts";
import type { Matter } from "#domains/approvals/contract/matter.ts";
import { deferralDue } from "#domains/approvals/rules/case-clock.ts";
import type { CaseCourse } from "#domains/approvals/rules/case-course.ts";
import type { CaseTableRow } from "#domains/approvals/server/case-store.ts";
import { daysBetween, type LocalDate } from "#kernel/local-date.ts";
import type { DB, Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";

type CommitmentRow = Selectable<DB["approval_commitment"]>;
type DeferralRow = Selectable<DB["approval_deferral"]>;
type Commitment = z.input<typeof CommitmentView>;
type Deferral = z.input<typeof DeferralView>;

const nameOf = (matter: Matter, key: string) => matter.materials.find((material) => material.key === key)?.name ?? { zh: key, en: key };

export async function commitmentViews(tx: Tx, row: CaseTableRow, course: CaseCourse, today: LocalDate): Promise<Commitment[]> {
  const rows = await tx
    .selectFrom("approval_commitment")
    .selectAll()
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", row.id)
    .orderBy("id")
    .execute();
  return rows.map((commitment) => commitmentView(commitment, course.matter, today));
}

/** A promise as it stands on a day; of a matter's version, so that a list of many cases needs no course of each. */
export const commitmentView = (commitment: CommitmentRow, matter: Matter, today: LocalDate): Commitment => ({
  id: commitment.id,
  materialKey: commitment.material_key,
  materialName: nameOf(matter, commitment.material_key),
  text: commitment.text,
  promisedOn: commitment.promised_on as LocalDate,
  verifyBy: commitment.verify_by as LocalDate,
  verifyProvisional: commitment.verify_provisional,
  state: commitment.state as Commitment["state"],
  finding: commitment.finding,
  foundOn: commitment.found_on as LocalDate | null,
  correctBy: commitment.correct_by as LocalDate | null,
  daysLate: Math.max(0, daysBetween(commitment.verify_by as LocalDate, (commitment.found_on ?? today) as LocalDate)),
  version: commitment.version,
});

export async function deferralViews(tx: Tx, row: CaseTableRow, course: CaseCourse, today: LocalDate): Promise<Deferral[]> {
  const rows = await tx
    .selectFrom("approval_deferral")
    .selectAll()
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", row.id)
    .orderBy("id")
    .execute();
  const due = deferralDue(course, await loadCalendar(tx), today);
  return rows.map((deferral) =>
    deferralView(
      deferral.state === "OPEN" && due !== null ? { ...deferral, due_on: due.day, due_provisional: due.provisional } : deferral,
      course.matter,
      today,
    ),
  );
}

export const deferralView = (deferral: DeferralRow, matter: Matter, today: LocalDate): Deferral => ({
  id: deferral.id,
  materialKey: deferral.material_key,
  materialName: nameOf(matter, deferral.material_key),
  promisedOn: deferral.promised_on as LocalDate,
  dueOn: deferral.due_on as LocalDate,
  dueProvisional: deferral.due_provisional,
  state: deferral.state as Deferral["state"],
  suppliedOn: deferral.supplied_on as LocalDate | null,
  daysLate: Math.max(0, daysBetween(deferral.due_on as LocalDate, (deferral.supplied_on ?? today) as LocalDate)),
});

export async function assistViews(tx: Tx, row: CaseTableRow): Promise<z.input<typeof AssistView>[]> {
  const assists = await tx
    .selectFrom("approval_assist")
    .selectAll()
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", row.id)
    .orderBy("from_day")
    .orderBy("id")
    .execute();
  if (assists.length === 0) return [];
  const log = await tx
    .selectFrom("approval_assist_log")
    .selectAll()
    .where("zone_id", "=", row.zone_id)
    .where(
      "assist_id",
      "in",
      assists.map(({ id }) => id),
    )
    .orderBy("id")
    .execute();
  return assists.map((assist) => ({
    id: assist.id,
    helper: assist.helper_name,
    authorisation: assist.authorisation,
    from: assist.from_day as LocalDate,
    to: assist.to_day as LocalDate | null,
    log: log
      .filter((line) => line.assist_id === assist.id)
      .map((line) => ({ on: line.happened_on as LocalDate, text: line.text, by: line.by_name })),
  }));
}

export async function resultView(tx: Tx, row: CaseTableRow, outside: boolean): Promise<z.input<typeof ResultView> | null> {
  const result = await tx
    .selectFrom("approval_result")
    .selectAll()
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", row.id)
    .executeTakeFirst();
  // Nothing is released before it is delivered.
  if (result === undefined || (outside && result.delivered_on === null)) return null;
  return {
    number: result.number,
    name: { zh: result.name_zh, en: result.name_en },
    datedOn: result.dated_on as LocalDate,
    validUntil: result.valid_until as LocalDate | null,
    // The result's document is opened under the number of its case.
    pieceId: result.file_hash === null ? null : row.id,
    deliveredOn: result.delivered_on as LocalDate | null,
    deliveredHow: result.delivered_how,
    revokedOn: result.revoked_on as LocalDate | null,
    revokedBecause: result.revoked_because,
  };
}
