import type { z } from "zod";
import type { CaseState, CaseStepView, CaseView, MaterialView } from "#domains/approvals/contract/case.ts";
import { moveWords } from "#domains/approvals/contract/move-words.ts";
import { type CaseSubject, casePolicy } from "#domains/approvals/rules/approval-policy.ts";
import { latestEnd } from "#domains/approvals/rules/case-clock.ts";
import type { Answers, CaseCourse } from "#domains/approvals/rules/case-course.ts";
import { gatesOf } from "#domains/approvals/rules/case-gates.ts";
import { type CaseGates, type CaseMove, caseMoves } from "#domains/approvals/rules/case-lifecycle.ts";
import { readMaterials } from "#domains/approvals/rules/case-materials.ts";
import { INTERNAL_STEPS } from "#domains/approvals/rules/public-timeline.ts";
import { type CaseTableRow, getCase } from "#domains/approvals/server/case-store.ts";
import { getCourse } from "#domains/approvals/server/load-courses.ts";
import { listPieces } from "#domains/approvals/server/pieces.ts";
import { assistViews, commitmentViews, deferralViews, resultView } from "#domains/approvals/server/view-promises.ts";
import { reviewViews } from "#domains/approvals/server/view-reviews.ts";
import { rowOf, surroundingsOf } from "#domains/approvals/server/view-row.ts";
import { missingFor, nextMoves } from "#kernel/lifecycle.ts";
import type { Instant, LocalDate } from "#kernel/local-date.ts";
import { type Abilities, type Actor, abilitiesOf, refuse } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type View = z.input<typeof CaseView>;

export const subjectOf = (row: CaseTableRow): CaseSubject => ({
  state: row.state as CaseState,
  enterpriseId: row.enterprise_id,
  departmentId: row.department_id,
  applicantId: row.applicant_id,
  acceptedBy: row.accepted_by,
  helpers: [],
});

/** With those who act for the applicant on a day: what an applicant may do is decided by it. */
export async function subjectFor(tx: Tx, row: CaseTableRow, today: LocalDate): Promise<CaseSubject> {
  const running = await tx
    .selectFrom("approval_assist")
    .select("helper_id")
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", row.id)
    .where("from_day", "<=", today)
    .where((by) => by.or([by("to_day", "is", null), by("to_day", ">=", today)]))
    .execute();
  return { ...subjectOf(row), helpers: running.map(({ helper_id }) => helper_id) };
}

/** Whose names and opinions stay inside the committee. */
export const isOutside = (actor: Actor): boolean => actor.role === "enterprise";

/** A case as it stands on a day, for this reader: what is done, who has it, what is missing, and what may be done next. */
export async function viewCase(tx: Tx, id: string, today: LocalDate): Promise<View> {
  const row = await getCase(tx, id);
  const course = await getCourse(tx, row);
  const surroundings = await surroundingsOf(tx, [row], today);
  const { calendar } = surroundings;
  const actor = actorOf(tx);
  const subject = await subjectFor(tx, row, today);
  const gates = gatesOf(course, calendar, today);
  const pauses = await tx
    .selectFrom("approval_pause")
    .selectAll()
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", id)
    .orderBy("from_day")
    .execute();
  const supplement = await tx
    .selectFrom("approval_supplement")
    .selectAll()
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", id)
    .executeTakeFirst();
  const extension = await tx
    .selectFrom("approval_extension")
    .selectAll()
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", id)
    .executeTakeFirst();
  return {
    row: rowOf(row, course, surroundings),
    matterVersion: row.matter_version,
    authority: course.matter.authority,
    uscc: row.uscc,
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
    form: row.form as Answers,
    materials: await materialViews(tx, row, course),
    steps: await stepViews(tx, row, course),
    reviews: await reviewViews(tx, row, course, calendar, today),
    pauses: pauses.map((pause) => ({
      id: pause.id,
      reason: pause.reason,
      from: pause.from_day as LocalDate,
      to: pause.to_day as LocalDate | null,
      notice: pause.notice,
      latestTo: latestEnd(course.matter, { reason: pause.reason, from: pause.from_day as LocalDate }, calendar),
    })),
    supplement:
      supplement === undefined
        ? null
        : {
            noticedOn: supplement.noticed_on as LocalDate,
            items: supplement.items,
            dueOn: supplement.due_on as LocalDate | null,
            answeredOn: supplement.answered_on as LocalDate | null,
          },
    extension:
      extension === undefined
        ? null
        : {
            length: extension.length,
            grantedOn: extension.granted_on as LocalDate,
            reason: extension.reason,
            by: isOutside(actor) ? course.matter.department : extension.by_name,
          },
    commitments: await commitmentViews(tx, row, course, today),
    deferrals: await deferralViews(tx, row, course, today),
    assists: await assistViews(tx, row),
    result: await resultView(tx, row, isOutside(actor)),
    next: nextMoves(caseMoves, gates)
      .filter(({ by, missing }) => by !== "rule" && !missing.some((code) => code.startsWith("suspended-from:")))
      .map(({ name, to, by, missing }) => ({
        move: name.startsWith("resume") ? "resume" : name,
        to: to as CaseState,
        by,
        missing: [...missing],
      })),
    version: row.version,
    abilities: gated(abilitiesOf(casePolicy, actor, subject), course, gates),
  };
}

/** What a person may do and a gate still forbids is refused with that gate's reason: a closed button says what is missing. */
function gated(abilities: Abilities, { matter, extension }: CaseCourse, gates: CaseGates): Abilities {
  const closed = (name: string): string | undefined => {
    if (name === "extend") return matter.extension === null ? "no-extension" : extension === null ? undefined : "extended-already";
    return Object.hasOwn(caseMoves, name) ? missingFor<CaseState, CaseGates>(caseMoves[name as CaseMove], gates)[0] : undefined;
  };
  const looked = Object.fromEntries(
    Object.entries(abilities).map(([name, decision]) => {
      const because = decision.allowed ? closed(name) : undefined;
      return [name, because === undefined ? decision : refuse(because)];
    }),
  );
  // Of the two ways to decide, granting needs more than refusing.
  const granting = missingFor<CaseState, CaseGates>(caseMoves.decide, { ...gates, granting: true })[0];
  const { decide } = looked;
  return decide === undefined ? looked : { ...looked, grant: decide.allowed && granting !== undefined ? refuse(granting) : decide };
}

async function materialViews(tx: Tx, row: CaseTableRow, course: CaseCourse): Promise<z.input<typeof MaterialView>[]> {
  const newest = new Map((await listPieces(tx, { caseId: row.id })).map((piece) => [piece.material_key, piece]));
  return readMaterials(course).map(({ material, state, deferrable, byCommitment }) => {
    const piece = newest.get(material.key);
    return {
      key: material.key,
      name: material.name,
      state,
      deferrable,
      byCommitment,
      fileName: piece?.file_name ?? null,
      pieceId: piece?.file_hash ? piece.id : null,
      providedOn: (piece?.provided_on ?? null) as LocalDate | null,
      reusedFrom: piece?.reused_number ?? null,
      note: piece?.note || material.note,
    };
  });
}

/** Outside the committee the department stands for the person, and what was written about a review stays inside. */
async function stepViews(tx: Tx, row: CaseTableRow, { matter }: CaseCourse): Promise<z.input<typeof CaseStepView>[]> {
  const outside = isOutside(actorOf(tx));
  const steps = await tx
    .selectFrom("approval_step")
    .selectAll()
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", row.id)
    .orderBy("ordinal")
    .execute();
  return steps
    .filter(({ move }) => !outside || !INTERNAL_STEPS.has(move))
    .map((step) => ({
      move: step.move,
      from: step.from_state as CaseState | null,
      to: step.to_state as CaseState,
      on: step.happened_on as LocalDate,
      words: moveWords[step.move] ?? { zh: step.move, en: step.move },
      note: step.note,
      automatic: step.automatic,
      by: outside && step.by !== row.applicant_id ? matter.department : step.by_name,
      recordedAt: step.recorded_at as Instant,
    }));
}
