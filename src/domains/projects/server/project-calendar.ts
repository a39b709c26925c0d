import type { z } from "zod";
import type { LeftOver } from "#domains/projects/contract/course-operations.ts";
import { entryOfTask, readCalendar } from "#domains/projects/server/calendar-sources.ts";
import type { CourseHandlers } from "#domains/projects/server/gantt.ts";
import { taskViews } from "#domains/projects/server/task-force-store.ts";
import { AppError } from "#kernel/app-error.ts";
import { addDays, daysBetween, type LocalDate } from "#kernel/local-date.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import { dayKind } from "#kernel/work-calendar.ts";

/** A month with the weeks around it, and some more. */
const MOST_DAYS = 62;

export const calendar: CourseHandlers["calendar"] = async ({ from, to, mine, projectId }, { tx, today, actor }) => {
  const count = daysBetween(from, to);
  if (count < 0 || count >= MOST_DAYS) throw new AppError("projects.calendar-span", "invalid", { from, to, most: MOST_DAYS });
  const work = await loadCalendar(tx);
  const scope = { projectId, personId: mine ? actor.id : undefined };
  const unfinished = { kind: "calendar", open: true, to: addDays(today, -1), projectId, ownerId: scope.personId } as const;
  return {
    today,
    days: Array.from({ length: count + 1 }, (_, place) => addDays(from, place)).map((day) => ({ day, ...dayKind(work, day) })),
    entries: [...(await readCalendar(tx, { ...scope, from, to }, today))],
    leftOver: (await taskViews(tx, unfinished, today)).map((task) => entryOfTask(task, actor)),
  };
};

/**
 * What stood unfinished at the end of a day (yesterday when nothing is said): items of the calendar that belonged to that day or one before.
 * An item that was rolled over since is told with its reason, whatever became of it later.
 */
export const leftOver: CourseHandlers["leftOver"] = async ({ day: asked }, { tx, today }) => {
  const day = asked ?? addDays(today, -1);
  const rolls = await tx
    .selectFrom("project_task_roll")
    .select(["task_id", "ordinal", "from_day", "to_day", "reason", "rolled_on"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("from_day", "<=", day)
    // Moved on before the day was over, from an earlier day: it belonged to another day by then.
    .where((by) => by.or([by("from_day", "=", day), by("rolled_on", ">", day)]))
    .orderBy("task_id")
    .orderBy("ordinal")
    .execute();
  const tasks = await taskViews(tx, { kind: "calendar", limit: 20_000 }, today);
  const items = tasks.flatMap((task): z.input<typeof LeftOver>[] => {
    if (task.openedOn > day) return [];
    const roll = rolls.find((one) => one.task_id === task.id);
    if (roll !== undefined) return [{ task, day: roll.from_day as LocalDate, rolledTo: roll.to_day as LocalDate, reason: roll.reason }];
    const finished = task.state !== "OPEN" && (task.closedOn === null || task.closedOn <= day);
    return task.dueOn <= day && !finished ? [{ task, day: task.dueOn, rolledTo: null, reason: null }] : [];
  });
  return { day, items, unexplained: items.filter(({ reason }) => reason === null).length };
};
