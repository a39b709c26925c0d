import { investmentColumns, investmentTemplateNames } from "#domains/projects/contract/investment-columns.ts";
import type { ProjectStage } from "#domains/projects/contract/project.ts";
import { projectPolicy } from "#domains/projects/rules/project-policy.ts";
import type { InvestmentHandlers } from "#domains/projects/server/handler-shapes.ts";
import { importInvestment } from "#domains/projects/server/import-investment.ts";
import { investmentOverview } from "#domains/projects/server/investment-overview.ts";
import { viewInvestment } from "#domains/projects/server/investment-view.ts";
import { keepPlan, keepStatEntry } from "#domains/projects/server/keep-investment.ts";
import { downloadOf } from "#domains/projects/server/photos/download-photo.ts";
import { holdProject } from "#domains/projects/server/project-store.ts";
import { recolourProjects } from "#domains/projects/server/recolour.ts";
import { reportMonth } from "#domains/projects/server/report-month.ts";
import { reportsDue } from "#domains/projects/server/reports-due.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { yearOf } from "#kernel/local-date.ts";
import { columnsTemplate } from "#kernel/server/read-columns.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const setInvestmentPlan: InvestmentHandlers["setInvestmentPlan"] = async ({ id, year, monthsYuan, reason }, context) => {
  const { tx, today } = context;
  const row = await holdProject(tx, id);
  requireDecision(projectPolicy.setInvestmentPlan(actorOf(tx), { stage: row.stage as ProjectStage }));
  const annual = await keepPlan(tx, row, { year, monthsYuan, reason }, today);
  context.journal({ subject: `project:${id}`, after: { investmentPlan: year, annual }, detail: { reason } });
  await recolourProjects(tx, today, [id]);
  await context.emit("projects.plan-set", { projectId: id, year });
  return viewInvestment(tx, id, year, today);
};

const enterStatistics: InvestmentHandlers["enterStatistics"] = async ({ id, enteredOn, statCode, files }, context) => {
  const { tx, today } = context;
  const row = await holdProject(tx, id);
  requireDecision(projectPolicy.enterStatistics(actorOf(tx), { stage: row.stage as ProjectStage }));
  await keepStatEntry(tx, row, { enteredOn, statCode, files }, today);
  context.journal({ subject: `project:${id}`, after: { statisticsEntry: enteredOn, statCode } });
  await recolourProjects(tx, today, [id]);
  await context.emit("projects.statistics-entered", { projectId: id, enteredOn });
  return viewInvestment(tx, id, yearOf(today), today);
};

const projectInvestment: InvestmentHandlers["projectInvestment"] = ({ id, year, asOf }, { tx, today }) =>
  viewInvestment(tx, id, year ?? yearOf(asOf ?? today), asOf ?? today);

export const investmentHandlers: InvestmentHandlers = {
  investmentTemplate: (_, { language }) => columnsTemplate(investmentColumns, investmentTemplateNames, language),
  importInvestment,
  setInvestmentPlan,
  reportMonth,
  enterStatistics,
  projectInvestment,
  investmentOverview,
  reportsDue,
  downloadPhoto: downloadOf("whole"),
  downloadThumbnail: downloadOf("small"),
};
