import type { ProjectStage } from "#domains/projects/contract/project.ts";
import { projectPolicy } from "#domains/projects/rules/project-policy.ts";
import { addEvidence, PAPER_TYPES } from "#domains/projects/server/attach-evidence.ts";
import type { InvestmentHandlers } from "#domains/projects/server/handler-shapes.ts";
import { viewInvestment } from "#domains/projects/server/investment-view.ts";
import { keepReport } from "#domains/projects/server/keep-investment.ts";
import { keepPhotos, preparePhotos } from "#domains/projects/server/photos/keep-photos.ts";
import { holdProject } from "#domains/projects/server/project-store.ts";
import { recolourProjects } from "#domains/projects/server/recolour.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { tellLeads } from "#domains/projects/server/tell-lead.ts";
import { AppError } from "#kernel/app-error.ts";
import { keepFile } from "#kernel/server/files.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const MOST_BYTES = 15 * 1_048_576;

export const reportMonth: InvestmentHandlers["reportMonth"] = async (input, context) => {
  const { tx, today } = context;
  const { id, month } = input;
  const row = await holdProject(tx, id);
  requireDecision(projectPolicy.report(actorOf(tx), { stage: row.stage as ProjectStage }));
  if (input.investedYuan === undefined && input.progress === "" && context.files.length === 0)
    throw new AppError("projects.empty-report", "invalid");
  const first = context.files.length - input.papers.length;
  if (first < 0) throw new AppError("projects.papers-missing", "invalid", { notes: input.papers.length, files: context.files.length });
  const photos = await preparePhotos({ files: context.files.slice(0, first), now: context.now }, input.photos);
  const { reportId, before } = await keepReport(
    tx,
    row,
    {
      month,
      investedYuan: input.investedYuan ?? null,
      progress: input.progress,
      difficulties: input.difficulties,
      revisionReason: input.revisionReason ?? null,
    },
    today,
  );
  await keepPhotos(context, { projectId: id, reportId }, photos);
  for (const [place, file] of context.files.slice(first).entries()) {
    const kept = await keepFile(tx, context.store, file.bytes, { maxBytes: MOST_BYTES, types: PAPER_TYPES });
    await addEvidence(tx, {
      projectId: id,
      kind: "investment-proof",
      number: input.papers[place]?.number ?? "",
      datedOn: today,
      note: input.papers[place]?.note ?? "",
      file: { hash: kept.hash, name: file.name },
      origin: "hand",
      recordedOn: today,
      reportId,
    });
  }
  context.journal({
    subject: `project:${id}`,
    before: before === undefined ? undefined : { report: month, invested: before },
    after: { report: month, invested: input.investedYuan ?? null, photos: photos.length, papers: input.papers.length },
    detail: { revisionReason: input.revisionReason ?? null },
  });
  await recolourProjects(tx, today, [id]);
  await tellLeads(tx, [id], today);
  await context.emit("projects.month-reported", { projectId: id, reportId, month });
  return viewInvestment(tx, id, Number(month.slice(0, 4)), today);
};
