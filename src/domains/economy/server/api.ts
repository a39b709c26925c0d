export { type ComputedFigure, reportFromRows } from "#domains/economy/server/report-from-rows.ts";
