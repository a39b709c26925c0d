import { type CourseHandlers, exportGantt, gantt } from "#domains/projects/server/gantt.ts";
import { calendar, leftOver } from "#domains/projects/server/project-calendar.ts";

export const courseHandlers: CourseHandlers = { gantt, exportGantt, calendar, leftOver };
