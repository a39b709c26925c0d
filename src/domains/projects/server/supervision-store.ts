import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from "kysely";
import type { Colour, ColourReason, ColourRule } from "#domains/projects/contract/colour.ts";
import {
  type CancelReason,
  SupervisionKind,
  type SupervisionState,
  type SupervisionView,
} from "#domains/projects/contract/supervision-operations.ts";
import { draftLetter } from "#domains/projects/rules/draft-letter.ts";
import { type SupervisionSubject, supervisionPolicy } from "#domains/projects/rules/project-policy.ts";
import { answererOf } from "#domains/projects/server/answerers.ts";
import { colourRuleOn } from "#domains/projects/server/colour-rules.ts";
import { AppError } from "#kernel/app-error.ts";
import { daysBetween, type LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { DB, Tx } from "#kernel/server/database.ts";
import { takeTurn } from "#kernel/server/take-turn.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type Choice = {
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly projectId?: string;
  readonly addresseeId?: string;
  readonly state?: SupervisionState | undefined;
  readonly kind?: SupervisionKind | undefined;
  readonly open?: boolean;
  readonly late?: boolean;
};
type Part = { readonly offset?: number; readonly limit?: number };

const MOST = 500;
/** The day that runs: until it is issued the day for issuing, until it is answered the day for the answer. */
const AWAITED = sql<LocalDate | null>`case letter.state when 'OPEN' then letter.issue_by when 'ISSUED' then letter.due_on end`;

type Letters = { readonly letter: DB["project_supervision"] };
type Query<Row> = SelectQueryBuilder<DB & Letters, "letter", Row>;

function chosen<Row>(
  tx: Tx,
  query: Query<Row>,
  { id, ids, projectId, addresseeId, state, kind, open, late }: Choice,
  today: LocalDate,
): Query<Row> {
  const where = (found: Query<Row>, condition: Expression<SqlBool>, wanted: boolean) => (wanted ? found.where(condition) : found);
  let found = query.where("letter.zone_id", "=", actorOf(tx).zoneId);
  found = where(found, sql`letter.id = ${id}`, id !== undefined);
  found = where(found, sql`letter.id = any(${ids ?? []}::uuid[])`, ids !== undefined);
  found = where(found, sql`letter.project_id = ${projectId}`, projectId !== undefined);
  found = where(found, sql`letter.addressee_id::text = ${addresseeId}`, addresseeId !== undefined);
  found = where(found, sql`letter.state = ${state}`, state !== undefined);
  found = where(found, sql`letter.kind = ${kind}`, kind !== undefined);
  found = where(found, sql`letter.state in ('OPEN', 'ISSUED', 'REPLIED')`, open === true);
  return where(found, sql`${AWAITED} < ${today}`, late === true);
}

/** What waits longest first, what waits for nobody last; of one project the newest first. */
export async function supervisionViews(tx: Tx, choice: Choice & Part, today: LocalDate): Promise<SupervisionView[]> {
  const actor = actorOf(tx);
  const rows = await chosen(tx, tx.selectFrom("project_supervision as letter") as never as Query<object>, choice, today)
    .innerJoin("project", (join) => join.onRef("project.zone_id", "=", "letter.zone_id").onRef("project.id", "=", "letter.project_id"))
    .leftJoin("project_colour as colour", (join) =>
      join
        .onRef("colour.zone_id", "=", "letter.zone_id")
        .onRef("colour.project_id", "=", "letter.project_id")
        .onRef("colour.ordinal", "=", "letter.colour_ordinal"),
    )
    .leftJoin("person", (join) => join.onRef("person.zone_id", "=", "letter.zone_id").onRef("person.id", "=", "letter.addressee_id"))
    .selectAll("letter")
    .select(["project.code", "project.name", "project.department_id", "colour.colour", "colour.reasons", "person.name as addressee"])
    .select(AWAITED.as("awaited"))
    .$if(choice.projectId === undefined, (query) => query.orderBy(sql`${AWAITED} asc nulls last`))
    .orderBy("letter.id", "desc")
    .offset(choice.offset ?? 0)
    .limit(choice.limit ?? MOST)
    .execute();
  const { rule } = await colourRuleOn(tx, today);
  return rows.map((row) => ({
    id: row.id,
    project: { id: row.project_id, code: row.code, name: row.name },
    kind: row.kind as SupervisionKind,
    number: row.number,
    colour: row.colour === null || row.colour === "none" ? null : (row.colour as Colour),
    reasons: (row.reasons ?? []) as unknown as ColourReason[],
    addressee: row.addressee_id === null ? null : { id: row.addressee_id, name: row.addressee ?? "–" },
    openedOn: row.opened_on as LocalDate,
    issueBy: row.issue_by as LocalDate | null,
    issuedOn: row.issued_on as LocalDate | null,
    issuedBy: row.issued_by_name,
    dueOn: row.due_on as LocalDate | null,
    dueProvisional: row.due_provisional,
    text: row.text,
    state: row.state as SupervisionState,
    reply: row.reply,
    repliedOn: row.replied_on as LocalDate | null,
    repliedBy: row.replied_by_name,
    closedOn: row.closed_on as LocalDate | null,
    closedBy: row.closed_by_name,
    closingNote: row.closing_note,
    cancelledBecause: row.cancelled_because as CancelReason | null,
    cancelledColour: row.cancelled_colour as Colour | null,
    draft: row.state === "OPEN" ? draftOf((row.reasons ?? []) as unknown as ColourReason[], rule) : null,
    daysLate: row.awaited === null ? 0 : Math.max(0, daysBetween(row.awaited, today)),
    version: row.version,
    abilities: abilitiesOf(supervisionPolicy, actor, subjectOf(row)),
  }));
}

const draftOf = (reasons: readonly ColourReason[], rule: ColourRule) => ({
  zh: draftLetter(reasons, rule, "zh"),
  en: draftLetter(reasons, rule, "en"),
});

export async function countSupervision(tx: Tx, choice: Choice, today: LocalDate): Promise<number> {
  const { count } = await chosen(tx, tx.selectFrom("project_supervision as letter") as never as Query<object>, choice, today)
    .select((by) => by.fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Of each kind what is not closed, and how much of it is late. */
export async function supervisionStanding(
  tx: Tx,
  today: LocalDate,
): Promise<{ readonly kind: SupervisionKind; readonly open: number; readonly late: number }[]> {
  const rows = await chosen(tx, tx.selectFrom("project_supervision as letter") as never as Query<object>, { open: true }, today)
    .select("letter.kind")
    .select((by) => by.fn.countAll<string>().as("open"))
    .select(sql<string>`count(*) filter (where ${AWAITED} < ${today})`.as("late"))
    .groupBy("letter.kind")
    .execute();
  const of = new Map(rows.map((row) => [row.kind, row]));
  return SupervisionKind.options.map((kind) => ({ kind, open: Number(of.get(kind)?.open ?? 0), late: Number(of.get(kind)?.late ?? 0) }));
}

export async function getSupervision(tx: Tx, id: string, today: LocalDate): Promise<SupervisionView> {
  const [found] = await supervisionViews(tx, { id }, today);
  if (found === undefined) throw new AppError("projects.no-such-supervision", "not-found");
  return found;
}

/** Who issued and who replied, by id: what the policy looks at. */
export async function getSupervisionSubject(tx: Tx, id: string): Promise<SupervisionSubject> {
  const found = (await supervisionSubjects(tx, [id])).get(id);
  if (found === undefined) throw new AppError("projects.no-such-supervision", "not-found");
  return found;
}

/** The same of several, by id; one that is not there is left out. */
export async function supervisionSubjects(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SupervisionSubject>> {
  const rows = await tx
    .selectFrom("project_supervision as letter")
    .innerJoin("project", (join) => join.onRef("project.zone_id", "=", "letter.zone_id").onRef("project.id", "=", "letter.project_id"))
    .select(["letter.id", "letter.state", "letter.issued_by", "letter.replied_by", "letter.addressee_id", "project.department_id"])
    .where("letter.zone_id", "=", actorOf(tx).zoneId)
    .where(sql<boolean>`letter.id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, subjectOf(row)]));
}

type SubjectRow = Readonly<Record<"issued_by" | "replied_by" | "addressee_id" | "department_id", string | null>> & {
  readonly state: string;
};

const subjectOf = (row: SubjectRow): SupervisionSubject => ({
  state: row.state,
  issuedBy: row.issued_by,
  repliedBy: row.replied_by,
  addresseeId: row.addressee_id,
  departmentId: row.department_id,
});

export type SupervisionChange = {
  readonly state: SupervisionState;
  readonly number?: string;
  readonly issued_on?: LocalDate;
  readonly issued_by?: string;
  readonly issued_by_name?: string;
  readonly due_on?: LocalDate;
  readonly due_provisional?: boolean;
  readonly addressee_id?: string | null;
  readonly text?: string;
  readonly replied_on?: LocalDate;
  readonly replied_by?: string;
  readonly replied_by_name?: string;
  readonly reply?: string;
  readonly closed_on?: LocalDate;
  readonly closed_by?: string;
  readonly closed_by_name?: string;
  readonly closing_note?: string;
};

/** @throws AppError `record.changed` when somebody else changed it since. */
export async function updateSupervision(tx: Tx, id: string, version: number, change: SupervisionChange): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable("project_supervision")
    .set({ ...change, version: version + 1 })
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError("record.changed", "conflict");
}

/** Supervision that was opened before anybody answered for the project goes to whoever does now. */
export async function addressOpenSupervision(tx: Tx, projectId: string): Promise<void> {
  const answerer = await answererOf(tx, projectId);
  if (answerer === null) return;
  await tx
    .updateTable("project_supervision")
    .set((by) => ({ addressee_id: answerer, version: by("version", "+", 1) }))
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("project_id", "=", projectId)
    .where("addressee_id", "is", null)
    .where("state", "in", ["OPEN", "ISSUED", "REPLIED"])
    .execute();
}

/** `督办〔2026〕3号`: numbered within the year of issue. Two who issue at once wait for each other. */
export async function nextLetterNumber(tx: Tx, today: LocalDate): Promise<string> {
  const zone = actorOf(tx).zoneId;
  const start = `督办〔${today.slice(0, 4)}〕`;
  await takeTurn(tx, "letter-number", start);
  const { count } = await tx
    .selectFrom("project_supervision")
    .select((by) => by.fn.countAll<string>().as("count"))
    .where("zone_id", "=", zone)
    .where("number", "like", `${start}%`)
    .executeTakeFirstOrThrow();
  return `${start}${Number(count) + 1}号`;
}
