import { type Expression, type SqlBool, sql } from "kysely";
import type { CaseDecision, CaseState } from "#domains/approvals/contract/case.ts";
import type { Matter } from "#domains/approvals/contract/matter.ts";
import type { Answers, CaseCourse, CourseStep, Piece, ReviewRecord, ReviewState } from "#domains/approvals/rules/case-course.ts";
import type { CommitmentState } from "#domains/approvals/rules/promises.ts";
import type { CaseTableRow } from "#domains/approvals/server/case-store.ts";
import { matterVersion, matterVersions, versionKey } from "#domains/approvals/server/matter-store.ts";
import type { Pause } from "#kernel/clock.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** What was recorded of a case beside its row. */
export type CourseParts = Pick<
  CaseCourse,
  "steps" | "pieces" | "pauses" | "extension" | "supplement" | "reviews" | "deferrals" | "commitments"
>;

const day = (value: string | null): LocalDate | null => value as LocalDate | null;

export const courseOf = (row: CaseTableRow, matter: Matter, parts: CourseParts): CaseCourse => ({
  ...parts,
  matter,
  state: row.state as CaseState,
  decision: row.decision as CaseDecision | null,
  enterprise: row.enterprise_name,
  draftedOn: row.drafted_on as LocalDate,
  submittedOn: day(row.submitted_on),
  acceptedOn: day(row.accepted_on),
  decidedOn: day(row.decided_on),
  deliveredOn: day(row.delivered_on),
  endedOn: day(row.ended_on),
  form: row.form as Answers,
});

export async function getCourse(tx: Tx, row: CaseTableRow): Promise<CaseCourse> {
  const { matter } = await matterVersion(tx, row.matter_code, row.matter_version);
  const parts = await loadParts(tx, [row.id]);
  return courseOf(row, matter, parts(row.id));
}

/** Several cases with all that was recorded of them, each part by one query. */
export async function loadCourses(tx: Tx, rows: readonly CaseTableRow[]): Promise<ReadonlyMap<string, CaseCourse>> {
  if (rows.length === 0) return new Map();
  const matters = await matterVersions(
    tx,
    rows.map((row) => ({ code: row.matter_code, version: row.matter_version })),
  );
  const parts = await loadParts(
    tx,
    rows.map(({ id }) => id),
  );
  return new Map(
    rows.flatMap((row) => {
      const version = matters.get(versionKey(row.matter_code, row.matter_version));
      return version === undefined ? [] : [[row.id, courseOf(row, version.matter, parts(row.id))] as const];
    }),
  );
}

async function loadParts(tx: Tx, ids: readonly string[]): Promise<(id: string) => CourseParts> {
  const zone = actorOf(tx).zoneId;
  const among = (column: Expression<string | null>): Expression<SqlBool> => sql<SqlBool>`${column} = any(${ids}::uuid[])`;
  const steps = await tx
    .selectFrom("approval_step")
    .select(["case_id", "move", "from_state", "to_state", "happened_on", "automatic"])
    .where("zone_id", "=", zone)
    .where((of) => among(of.ref("case_id")))
    .orderBy("case_id")
    .orderBy("ordinal")
    .execute();
  const pieces = await tx
    .selectFrom("approval_piece")
    .select(["case_id", "material_key", "how", "provided_on"])
    .where("zone_id", "=", zone)
    .where((of) => among(of.ref("case_id")))
    .orderBy("id")
    .execute();
  const pauses = await tx
    .selectFrom("approval_pause")
    .select(["case_id", "reason", "from_day", "to_day", "notice"])
    .where("zone_id", "=", zone)
    .where((of) => among(of.ref("case_id")))
    .orderBy("from_day")
    .orderBy("id")
    .execute();
  const extensions = await tx
    .selectFrom("approval_extension")
    .select(["case_id", "length", "granted_on"])
    .where("zone_id", "=", zone)
    .where((of) => among(of.ref("case_id")))
    .execute();
  const supplements = await tx
    .selectFrom("approval_supplement")
    .select(["case_id", "noticed_on", "due_on", "answered_on"])
    .where("zone_id", "=", zone)
    .where((of) => among(of.ref("case_id")))
    .execute();
  const reviews = await tx
    .selectFrom("approval_review")
    .select(["case_id", "node", "department_name", "state", "opened_on", "closed_on"])
    .where("zone_id", "=", zone)
    .where((of) => among(of.ref("case_id")))
    .orderBy("opened_on")
    .orderBy("node")
    .execute();
  const deferrals = await tx
    .selectFrom("approval_deferral")
    .select(["case_id", "material_key", "state"])
    .where("zone_id", "=", zone)
    .where((of) => among(of.ref("case_id")))
    .orderBy("id")
    .execute();
  const commitments = await tx
    .selectFrom("approval_commitment")
    .select(["case_id", "material_key", "state", "found_on", "correct_by"])
    .where("zone_id", "=", zone)
    .where((of) => among(of.ref("case_id")))
    .orderBy("id")
    .execute();

  const stepsOf = byCase(
    steps,
    (row): CourseStep => ({
      move: row.move,
      from: row.from_state as CaseState | null,
      to: row.to_state as CaseState,
      on: row.happened_on as LocalDate,
      automatic: row.automatic,
    }),
  );
  const piecesOf = byCase(
    pieces,
    (row): Piece => ({ key: row.material_key, how: row.how as Piece["how"], on: row.provided_on as LocalDate }),
  );
  const pausesOf = byCase(
    pauses,
    (row): Pause => ({ reason: row.reason, from: row.from_day as LocalDate, to: day(row.to_day), notice: row.notice }),
  );
  const extensionOf = byCase(extensions, (row) => ({ length: row.length, grantedOn: row.granted_on as LocalDate }));
  const supplementOf = byCase(supplements, (row) => ({
    noticedOn: row.noticed_on as LocalDate,
    dueOn: day(row.due_on),
    answeredOn: day(row.answered_on),
  }));
  const reviewsOf = byCase(
    reviews,
    (row): ReviewRecord => ({
      node: row.node,
      department: row.department_name,
      state: row.state as ReviewState,
      openedOn: day(row.opened_on),
      closedOn: day(row.closed_on),
    }),
  );
  const deferralsOf = byCase(deferrals, (row) => ({
    key: row.material_key,
    state: row.state as "OPEN" | "SUPPLIED" | "LAPSED",
  }));
  const commitmentsOf = byCase(commitments, (row) => ({
    key: row.material_key,
    state: row.state as CommitmentState,
    foundOn: day(row.found_on),
    correctBy: day(row.correct_by),
  }));
  return (id) => ({
    steps: stepsOf(id),
    pieces: piecesOf(id),
    pauses: pausesOf(id),
    extension: extensionOf(id)[0] ?? null,
    supplement: supplementOf(id)[0] ?? null,
    reviews: reviewsOf(id),
    deferrals: deferralsOf(id),
    commitments: commitmentsOf(id),
  });
}

function byCase<Row extends { readonly case_id: string | null }, Part>(
  rows: readonly Row[],
  part: (row: Row) => Part,
): (id: string) => readonly Part[] {
  const found = new Map<string, Part[]>();
  for (const row of rows) {
    if (row.case_id === null) continue;
    const parts = found.get(row.case_id);
    if (parts === undefined) found.set(row.case_id, [part(row)]);
    else parts.push(part(row));
  }
  return (id) => found.get(id) ?? [];
}
