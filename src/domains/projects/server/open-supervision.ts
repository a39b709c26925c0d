import { sql } from "kysely";
import { v7 } from "uuid";
import type { ColourRule } from "#domains/projects/contract/colour.ts";
import { askedByColour, askedByYellows, isRepeatedYellow, ONE_AT_A_TIME } from "#domains/projects/rules/asked-by-colour.ts";
import { answerersOf } from "#domains/projects/server/answerers.ts";
import type { Look, Recorded } from "#domains/projects/server/colour-look.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type By = { readonly rule: ColourRule; readonly version: number; readonly today: LocalDate };

const BATCH = 1000;

/**
 * Opens what a changed colour asks for, and an escalation where yellow has stood for as many cutoffs as the rule says. While a letter, an escalation or a plan is not
 * closed the project gets no second one of the kind. @returns how many were opened.
 */
export async function openSupervision(tx: Tx, looks: readonly Look[], { rule, version, today }: By): Promise<number> {
  const zone = actorOf(tx).zoneId;
  const calendar = await loadCalendar(tx);
  const ids = looks.map(({ record }) => record.id);
  const [escalated, standing] = [await escalatedColours(tx, ids), await standingKinds(tx, ids)];
  const rows = looks.flatMap(({ record, reading, history, changed, ordinal }) => {
    if (reading === undefined) return [];
    const run = startOfYellows(history);
    const again =
      reading.colour === "yellow" &&
      run !== undefined &&
      isRepeatedYellow(run.asOf, rule, today) &&
      !(escalated.get(record.id) ?? []).some((at) => at >= run.ordinal);
    const asked = [
      ...(changed ? askedByColour(reading.colour, rule, calendar, today) : []),
      ...(again ? [askedByYellows(rule, calendar, today)] : []),
    ];
    return asked
      .filter(({ kind }) => !standing.has(`${record.id} ${kind}`))
      .map((action) => ({
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
  let opened = 0;
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH).map((row) => ({ ...row, addressee_id: addressees.get(row.project_id) ?? null }));
    // Somebody else's recolouring of the same project may have asked for it a moment ago.
    const kept = await tx
      .insertInto("project_supervision")
      .values(batch)
      .onConflict((conflict) => conflict.columns(["zone_id", "project_id", "kind"]).where("state", "=", "OPEN").doNothing())
      .returning("id")
      .execute();
    opened += kept.length;
  }
  return opened;
}

/** The colour with which the present run of yellows began: a run is escalated once. Undefined when the last that was recorded is no yellow. */
function startOfYellows(history: readonly Recorded[]): Recorded | undefined {
  let from: Recorded | undefined;
  for (const one of history.toReversed()) {
    if (one.colour !== "yellow") break;
    from = one;
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

/** `project kind` of what is not closed yet, of the kinds that stand once. */
async function standingKinds(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("project_supervision")
    .select(["project_id", "kind"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("kind", "in", ONE_AT_A_TIME)
    .where("state", "in", ["OPEN", "ISSUED", "REPLIED"])
    .where(sql<boolean>`project_id = any(${ids}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => `${row.project_id} ${row.kind}`));
}
