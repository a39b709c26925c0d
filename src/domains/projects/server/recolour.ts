import { sql } from "kysely";
import { type ColourReading, readColour } from "#domains/projects/rules/colours.ts";
import { missedDays } from "#domains/projects/rules/missed-days.ts";
import type { ProjectRecord } from "#domains/projects/rules/project-record.ts";
import { cancelLapsed } from "#domains/projects/server/cancel-lapsed.ts";
import type { Look, Recorded } from "#domains/projects/server/colour-look.ts";
import { listColourRuleVersions, ruleVersionOn } from "#domains/projects/server/colour-rules.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import { openSupervision } from "#domains/projects/server/open-supervision.ts";
import { settleReminders } from "#domains/projects/server/settle-reminders.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type Recoloured = { readonly looked: number; readonly changed: number; readonly opened: number };

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
 * reminder, written plan, supervision letter, escalation. What waited for its issue and lost its cause is cancelled first.
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
  await cancelLapsed(tx, looks, today);
  const opened = await openSupervision(tx, looks, { rule, version, today });
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
