import { sql } from "kysely";
import { v7 } from "uuid";
import type { Colour, ColourRule } from "#domains/projects/contract/colour.ts";
import { type ColourReading, readColour } from "#domains/projects/rules/colours.ts";
import { missedDays } from "#domains/projects/rules/missed-days.ts";
import { lastDayOf, monthOf, previousMonth } from "#domains/projects/rules/months.ts";
import type { ProjectRecord } from "#domains/projects/rules/project-record.ts";
import { answerersOf } from "#domains/projects/server/answerers.ts";
import { listColourRuleVersions, ruleVersionOn } from "#domains/projects/server/colour-rules.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import { addWorkdays, type WorkCalendar } from "#kernel/work-calendar.ts";

export type Recoloured = { readonly looked: number; readonly changed: number; readonly opened: number };
type Recorded = { readonly ordinal: number; readonly colour: string; readonly asOf: LocalDate };

const BATCH = 1000;
/** With the zone it names the lock under which colours are recorded. */
const LOCK = 7_300_011;

/** The colours of single projects after something was entered for them. A recolouring of all waits for it, and it for that. */
export async function recolourProjects(tx: Tx, today: LocalDate, ids: readonly string[]): Promise<Recoloured> {
  const zone = actorOf(tx).zoneId;
  await sql`select pg_advisory_xact_lock_shared(${LOCK}::integer, hashtext(${zone}))`.execute(tx);
  return recolour(tx, [], today, ids);
}

/**
 * The colours of all projects, today's and those of days on which nobody computed them. Asked for twice on a day, the second time finds
 * what changed meanwhile. @returns how many projects were looked at, and how many colours were recorded.
 */
export async function recolourAll(tx: Tx, today: LocalDate): Promise<Recoloured> {
  const actor = actorOf(tx);
  await sql`select pg_advisory_xact_lock(${LOCK}::integer, hashtext(${actor.zoneId}))`.execute(tx);
  const { last } = await tx
    .selectFrom("project_recolouring")
    .select((by) => by.fn.max("as_of").as("last"))
    .where("zone_id", "=", actor.zoneId)
    .executeTakeFirstOrThrow();
  const done = await recolour(tx, missedDays((last ?? undefined) as LocalDate | undefined, today), today);
  await tx
    .insertInto("project_recolouring")
    .values({ zone_id: actor.zoneId, as_of: today, ...done, by: actor.id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if (done.changed > 0) await emitEvent(tx, "projects.recoloured", { asOf: today, changed: done.changed });
  return done;
}

/**
 * Appends what changed, with the day, the rule's version of that day and what was looked at; nothing earlier is touched, and a project
 * whose colour was recorded after a missed day is left alone on it. What a new colour asks for is opened today, when somebody can act on it:
 * reminder, written plan, supervision letter, escalation.
 */
async function recolour(tx: Tx, missed: readonly LocalDate[], today: LocalDate, ids?: readonly string[]): Promise<Recoloured> {
  const versions = await listColourRuleVersions(tx);
  const days = [...missed, today].map((day) => ({ day, ...ruleVersionOn(versions, day) }));
  const records = await loadProjectRecords(tx, ids === undefined ? {} : { ids });
  const recorded = await recordedColours(tx, ids);
  const changes: Change[] = [];
  const looks = records.map((record): Look => {
    const history = [...(recorded.get(record.id) ?? [])];
    const before = history.at(-1);
    let look: Look = { record, reading: undefined, history, changed: false, ordinal: before?.ordinal ?? 0 };
    for (const { day, rule, version } of days) {
      const last = history.at(-1);
      if (day !== today && (day < knownFrom(record) || (last !== undefined && last.asOf > day))) continue;
      const reading = readColour(record, rule, day);
      const colour = reading?.colour ?? "none";
      const differs = last === undefined ? reading !== undefined : last.colour !== colour;
      const ordinal = (last?.ordinal ?? 0) + (differs ? 1 : 0);
      if (differs) changes.push({ record, reading, ordinal, version, day });
      // Whatever it was in between: supervision asks whether the colour is another than the one that was supervised.
      const changed =
        day === today && (before === undefined ? reading !== undefined : ordinal > before.ordinal && before.colour !== colour);
      look = { record, reading, history: [...history], changed, ordinal };
      if (differs) history.push({ ordinal, colour, asOf: day });
    }
    return look;
  });
  await appendColours(tx, changes);
  const { rule, version } = ruleVersionOn(versions, today);
  await settleReminders(tx, looks, today);
  const opened = await openSupervision(tx, looks, rule, version, today);
  return { looked: records.length, changed: changes.length, opened };
}

/** The day on which the project came into the register: nobody could have seen a colour before. */
const knownFrom = ({ steps, signedOn }: ProjectRecord): LocalDate => steps[0]?.recordedOn ?? signedOn;

type Change = {
  readonly record: ProjectRecord;
  readonly reading: ColourReading | undefined;
  readonly ordinal: number;
  readonly version: number;
  readonly day: LocalDate;
};

/** One project looked at: its colour now, what was recorded before, and under which number the present colour is recorded. */
type Look = {
  readonly record: ProjectRecord;
  readonly reading: ColourReading | undefined;
  readonly history: readonly Recorded[];
  readonly changed: boolean;
  readonly ordinal: number;
};

async function appendColours(tx: Tx, changes: readonly Change[]): Promise<void> {
  const actor = actorOf(tx);
  for (let from = 0; from < changes.length; from += BATCH) {
    await tx
      .insertInto("project_colour")
      .values(
        changes.slice(from, from + BATCH).map(({ record, reading, ordinal, version, day }) => ({
          zone_id: actor.zoneId,
          project_id: record.id,
          ordinal,
          as_of: day,
          colour: reading?.colour ?? "none",
          reasons: JSON.stringify(reading?.reasons ?? []),
          inputs: JSON.stringify(reading?.dimensions ?? []),
          rule_version: version,
          by: actor.id,
        })),
      )
      .execute();
  }
}

/** The recorded colours of each project, oldest first. */
async function recordedColours(tx: Tx, ids: readonly string[] | undefined): Promise<ReadonlyMap<string, readonly Recorded[]>> {
  let query = tx
    .selectFrom("project_colour")
    .select(["project_id", "ordinal", "colour", "as_of"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .orderBy("project_id")
    .orderBy("ordinal");
  if (ids !== undefined) query = query.where(sql<boolean>`project_id = any(${ids}::uuid[])`);
  const found = new Map<string, Recorded[]>();
  for (const row of await query.execute()) {
    const one = { ordinal: row.ordinal, colour: row.colour, asOf: row.as_of as LocalDate };
    const list = found.get(row.project_id);
    if (list === undefined) found.set(row.project_id, [one]);
    else list.push(one);
  }
  return found;
}

/** A reminder asks for no answer: it has done its work when the colour is another one. */
async function settleReminders(tx: Tx, looks: readonly Look[], today: LocalDate): Promise<void> {
  const ids = looks.filter(({ changed, ordinal }) => changed && ordinal > 1).map(({ record }) => record.id);
  if (ids.length === 0) return;
  const actor = actorOf(tx);
  await tx
    .updateTable("project_supervision")
    .set({
      state: "CLOSED",
      closed_on: today,
      closed_by: actor.id,
      closed_by_name: actor.name,
      closing_note: "颜色已变，提醒随之办结",
      version: sql`version + 1`,
    })
    .where("zone_id", "=", actor.zoneId)
    .where("kind", "=", "reminder")
    .where("state", "=", "ISSUED")
    .where(sql<boolean>`project_id = any(${ids}::uuid[])`)
    .execute();
}

async function openSupervision(tx: Tx, looks: readonly Look[], rule: ColourRule, version: number, today: LocalDate): Promise<number> {
  const zone = actorOf(tx).zoneId;
  const calendar = await loadCalendar(tx);
  const endOfMonthBefore = lastDayOf(previousMonth(monthOf(today)));
  const escalated = await escalatedColours(
    tx,
    looks.map(({ record }) => record.id),
  );
  const rows = looks.flatMap(({ record, reading, history, changed, ordinal }) => {
    if (reading === undefined) return [];
    const asked = changed ? askedBy(reading.colour, rule, calendar, today) : [];
    const runFrom = startOfYellows(history, changed ? ordinal : undefined);
    const again =
      reading.colour === "yellow" &&
      history.filter((one) => one.asOf <= endOfMonthBefore).at(-1)?.colour === "yellow" &&
      !(escalated.get(record.id) ?? []).some((at) => at >= runFrom);
    return [...asked, ...(again ? [escalation(rule, calendar, today)] : [])].map((action) => ({
      zone_id: zone,
      id: v7(),
      project_id: record.id,
      kind: action.kind,
      colour_ordinal: ordinal,
      rule_version: version,
      opened_on: today,
      issue_by: action.issueBy,
      issued_on: action.issuedOn,
      due_on: action.dueOn,
      due_provisional: action.provisional,
      text: reading.reasons.map((reason) => reason.zh).join("；"),
      state: action.issuedOn === null ? "OPEN" : "ISSUED",
    }));
  });
  const addressees = rows.length === 0 ? new Map<string, string>() : await answerersOf(tx);
  for (let from = 0; from < rows.length; from += BATCH)
    await tx
      .insertInto("project_supervision")
      .values(rows.slice(from, from + BATCH).map((row) => ({ ...row, addressee_id: addressees.get(row.project_id) ?? null })))
      .execute();
  return rows.length;
}

/** The number of the colour with which the present run of yellows began: a run is escalated once. */
function startOfYellows(history: readonly Recorded[], next: number | undefined): number {
  let from = next ?? Number.MAX_SAFE_INTEGER;
  for (const one of history.toReversed()) {
    if (one.colour !== "yellow") break;
    from = one.ordinal;
  }
  return from;
}

/** Under which colours projects were escalated already. */
async function escalatedColours(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await tx
    .selectFrom("project_supervision")
    .select(["project_id", "colour_ordinal"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("kind", "=", "escalation")
    .where(sql<boolean>`project_id = any(${ids}::uuid[])`)
    .execute();
  const found = new Map<string, number[]>();
  for (const row of rows) found.set(row.project_id, [...(found.get(row.project_id) ?? []), row.colour_ordinal]);
  return found;
}

type Action = {
  readonly kind: "reminder" | "plan" | "letter" | "escalation";
  readonly issueBy: LocalDate | null;
  readonly issuedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly provisional: boolean;
};

/** Blue: a reminder. Yellow: a written plan in 5 working days. Red: a supervision letter within 2 (handbook §4). */
function askedBy(colour: Colour, { actions }: ColourRule, calendar: WorkCalendar, today: LocalDate): readonly Action[] {
  if (colour === "blue") return [{ kind: "reminder", issueBy: null, issuedOn: today, dueOn: null, provisional: false }];
  if (colour === "yellow") {
    const due = addWorkdays(calendar, today, actions.planWorkdays);
    return [{ kind: "plan", issueBy: null, issuedOn: today, dueOn: due.day, provisional: due.provisional }];
  }
  if (colour === "red") {
    const due = addWorkdays(calendar, today, actions.letterWorkdays);
    return [{ kind: "letter", issueBy: due.day, issuedOn: null, dueOn: null, provisional: due.provisional }];
  }
  return [];
}

/** Two yellow months in a row are handled as red. */
function escalation({ actions }: ColourRule, calendar: WorkCalendar, today: LocalDate): Action {
  const due = addWorkdays(calendar, today, actions.letterWorkdays);
  return { kind: "escalation", issueBy: due.day, issuedOn: null, dueOn: null, provisional: due.provisional };
}
