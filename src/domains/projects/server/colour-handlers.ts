import type { z } from "zod";
import type { ColourReason } from "#domains/projects/contract/colour.ts";
import type { ColourChange } from "#domains/projects/contract/colour-operations.ts";
import type { ProjectStage } from "#domains/projects/contract/project.ts";
import { readColour, readFreshness } from "#domains/projects/rules/colours.ts";
import { stageOn } from "#domains/projects/rules/project-record.ts";
import { colourRuleOn, listColourRuleVersions } from "#domains/projects/server/colour-rules.ts";
import type { ColourHandlers } from "#domains/projects/server/handler-shapes.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import { getProject } from "#domains/projects/server/project-store.ts";
import { lastColours, readingsOf } from "#domains/projects/server/readings.ts";
import { recolourAll } from "#domains/projects/server/recolour.ts";
import { supervisionViews } from "#domains/projects/server/supervision-store.ts";
import { tryColourRule } from "#domains/projects/server/try-colour-rule.ts";
import { AppError } from "#kernel/app-error.ts";
import { addDays, daysBetween, type Instant, type LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const colours: ColourHandlers["colours"] = async ({ asOf: asked }, { tx, today, language }) => {
  const asOf = asked ?? today;
  const version = await colourRuleOn(tx, asOf);
  return readingsOf(await loadProjectRecords(tx), version, asOf).flatMap(({ record, reading, freshness }) => {
    if (reading === undefined) return [];
    return [
      {
        project: record.name,
        code: record.code,
        id: record.id,
        colour: reading.colour,
        reasons: reading.reasons.map((reason) => reason[language]),
        freshness: freshness.state,
      },
    ];
  });
};

const WEEK = 7;

const colourWall: ColourHandlers["colourWall"] = async ({ asOf: asked, category, level }, { tx, today }) => {
  const asOf = asked ?? today;
  const rule = await colourRuleOn(tx, asOf);
  const records = await loadProjectRecords(tx);
  const recorded = await lastColours(tx, records, asOf);
  const counts = { green: 0, blue: 0, yellow: 0, red: 0 };
  let turnedRed = 0;
  const tiles = readingsOf(records, rule, asOf).flatMap(({ record, reading, freshness }) => {
    if ((category !== undefined && record.category !== category) || (level !== undefined && record.level !== level)) return [];
    if (reading === undefined) return [];
    counts[reading.colour] += 1;
    const last = recorded.get(record.id);
    const since = last?.colour === reading.colour ? last.asOf : null;
    if (reading.colour === "red" && since !== null && since > addDays(asOf, -WEEK)) turnedRed += 1;
    return [
      {
        id: record.id,
        code: record.code,
        name: record.name,
        enterprise: record.enterprise,
        category: record.category,
        level: record.level,
        stage: stageOn(record, asOf) ?? ("SIGNED" as ProjectStage),
        plannedTotalYuan: record.plannedTotalYuan,
        colour: reading.colour,
        reasons: [...reading.reasons],
        freshness,
        since,
      },
    ];
  });
  return { asOf, ruleVersion: rule.version, counts, turnedRed, tiles };
};

const projectColour: ColourHandlers["projectColour"] = async ({ id, asOf: asked }, { tx, today }) => {
  const asOf = asked ?? today;
  await getProject(tx, id);
  const [record] = await loadProjectRecords(tx, { ids: [id] });
  if (record === undefined) throw new AppError("projects.no-such-project", "not-found");
  const { rule, version } = await colourRuleOn(tx, asOf);
  const reading = readColour(record, rule, asOf);
  const history = await historyOf(tx, id, today);
  return {
    asOf,
    colour: reading?.colour ?? null,
    dimensions: [...(reading?.dimensions ?? [])],
    freshness: readFreshness(record, rule, asOf),
    ruleVersion: version,
    history,
    clearedAfterDays: history
      .slice(0, -1)
      .flatMap((change) => (change.colour === "red" && change.falseAlarm === null ? [change.days] : [])),
    supervision: await supervisionViews(tx, { projectId: id }, today),
  };
};

async function historyOf(tx: Tx, projectId: string, today: LocalDate): Promise<z.input<typeof ColourChange>[]> {
  const zone = actorOf(tx).zoneId;
  const rows = await tx
    .selectFrom("project_colour as change")
    .leftJoin("project_false_alarm as alarm", (join) =>
      join
        .onRef("alarm.zone_id", "=", "change.zone_id")
        .onRef("alarm.project_id", "=", "change.project_id")
        .onRef("alarm.colour_ordinal", "=", "change.ordinal"),
    )
    .selectAll("change")
    .select(["alarm.reason", "alarm.said_on", "alarm.by_name"])
    .where("change.zone_id", "=", zone)
    .where("change.project_id", "=", projectId)
    .orderBy("change.ordinal")
    .execute();
  return rows.map((row, place) => ({
    ordinal: row.ordinal,
    asOf: row.as_of as LocalDate,
    colour: row.colour as z.input<typeof ColourChange>["colour"],
    reasons: row.reasons as unknown as ColourReason[],
    ruleVersion: row.rule_version,
    recordedAt: row.recorded_at as Instant,
    by: row.by,
    days: Math.max(0, daysBetween(row.as_of as LocalDate, (rows[place + 1]?.as_of ?? today) as LocalDate)),
    falseAlarm: row.reason === null ? null : { reason: row.reason, on: row.said_on as LocalDate, by: row.by_name ?? "–" },
  }));
}

const recolour: ColourHandlers["recolour"] = async (_, context) => {
  const done = await recolourAll(context.tx, context.today);
  context.journal({ subject: "projects", after: { recoloured: context.today, changed: done.changed, opened: done.opened } });
  return { asOf: context.today, ...done };
};

const setColourRule: ColourHandlers["setColourRule"] = async ({ rule, effectiveOn, reason }, context) => {
  const { tx, today, actor } = context;
  // A rule that began earlier would colour days anew that have been looked at.
  if (effectiveOn < today) throw new AppError("projects.rule-in-past", "invalid", { date: effectiveOn, today });
  const versions = await listColourRuleVersions(tx);
  const before = versions.at(-1);
  const version = (before?.version ?? 0) + 1;
  await tx
    .insertInto("project_colour_rule")
    .values({
      zone_id: actor.zoneId,
      version,
      effective_on: effectiveOn,
      content: JSON.stringify(rule),
      reason,
      changed_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  context.journal({ subject: "project-colour-rule", before: before?.rule, after: rule, detail: { version, effectiveOn, reason } });
  return { version, effectiveOn, rule, reason, changedOn: today, changedBy: actor.name };
};

const sayFalseAlarm: ColourHandlers["sayFalseAlarm"] = async ({ id, ordinal, reason }, context) => {
  const { tx, today, actor } = context;
  const change = await tx
    .selectFrom("project_colour")
    .select(["colour", "as_of"])
    .where("zone_id", "=", actor.zoneId)
    .where("project_id", "=", id)
    .where("ordinal", "=", ordinal)
    .executeTakeFirst();
  if (change === undefined) throw new AppError("projects.no-such-colour", "not-found");
  if (change.colour === "green" || change.colour === "none") throw new AppError("projects.no-alarm", "conflict");
  const { numInsertedOrUpdatedRows: said } = await tx
    .insertInto("project_false_alarm")
    .values({ zone_id: actor.zoneId, project_id: id, colour_ordinal: ordinal, reason, said_on: today, by: actor.id, by_name: actor.name })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  if (said !== 1n) throw new AppError("projects.false-alarm-said", "conflict");
  context.journal({
    subject: `project:${id}`,
    after: { falseAlarm: ordinal, colour: change.colour, asOf: change.as_of },
    detail: { reason },
  });
  return { said: true };
};

export const colourHandlers: ColourHandlers = {
  colours,
  colourWall,
  projectColour,
  recolour,
  listColourRules: async (_, { tx }) => ({ items: [...(await listColourRuleVersions(tx))] }),
  setColourRule,
  sayFalseAlarm,
  tryColourRule,
};
