import { medianOf, redSpells, supervisionByQuarter } from "#domains/projects/rules/supervision-statistics.ts";
import type { SupervisionHandlers } from "#domains/projects/server/handler-shapes.ts";
import { daysBetween, type LocalDate } from "#kernel/local-date.ts";

/** From the colours and letters as they were recorded; nothing is computed anew. */
export const supervisionStatistics: SupervisionHandlers["supervisionStatistics"] = async (
  { quarters, asOf: asked },
  { tx, today, actor },
) => {
  const asOf = asked ?? today;
  const changes = await tx
    .selectFrom("project_colour as change")
    .leftJoin("project_false_alarm as alarm", (join) =>
      join
        .onRef("alarm.zone_id", "=", "change.zone_id")
        .onRef("alarm.project_id", "=", "change.project_id")
        .onRef("alarm.colour_ordinal", "=", "change.ordinal"),
    )
    .select(["change.project_id", "change.as_of", "change.colour", "alarm.reason"])
    .where("change.zone_id", "=", actor.zoneId)
    .where("change.as_of", "<=", asOf)
    .orderBy("change.project_id")
    .orderBy("change.ordinal")
    .execute();
  const letters = await tx
    .selectFrom("project_supervision")
    .select(["issued_on", "due_on", "replied_on", "closed_on"])
    .where("zone_id", "=", actor.zoneId)
    .where("number", "is not", null)
    .where("issued_on", "<=", asOf)
    .execute();
  const spells = redSpells(
    changes.map((row) => ({
      projectId: row.project_id,
      asOf: row.as_of as LocalDate,
      colour: row.colour,
      falseAlarm: row.reason !== null,
    })),
  );
  const stillRed = spells.filter(({ to }) => to === null);
  const red = stillRed.filter(({ falseAlarm }) => !falseAlarm);
  return {
    asOf,
    quarters: [
      ...supervisionByQuarter(
        spells,
        letters.map((row) => ({
          issuedOn: row.issued_on as LocalDate,
          dueOn: row.due_on as LocalDate | null,
          repliedOn: row.replied_on as LocalDate | null,
          closedOn: row.closed_on as LocalDate | null,
        })),
      ),
    ].slice(0, quarters),
    redNow: stillRed.length,
    falseNow: stillRed.length - red.length,
    redForDays: medianOf(red.map(({ from }) => daysBetween(from, asOf))) ?? null,
  };
};
