import { viewLatest } from "#domains/economy/server/card-view.ts";
import type { EconomyHandlers } from "#domains/economy/server/draft-report-card.ts";
import { openEdition, requireAllowed } from "#domains/economy/server/open-card.ts";
import { type EditionChange, getLatestEdition, requireVersion, updateEdition } from "#domains/economy/server/report-card-store.ts";
import { AppError } from "#kernel/app-error.ts";

export const editReportCard: EconomyHandlers["editReportCard"] = async (input, context) => {
  const { tx } = context;
  const row = await getLatestEdition(tx, input.id);
  requireVersion(row, input.version);
  requireAllowed(tx, "edit", await openEdition(tx, row));
  const change: EditionChange = {
    title: input.title ?? row.title,
    signerName: input.signer ?? row.signerName,
    signerDepartment: input.signerDepartment ?? row.signerDepartment,
    preliminary: input.preliminary ?? row.preliminary,
    excluded: input.excluded ?? row.excluded,
    editors: [...new Set([...row.editors, context.actor.id])],
  };
  if ((change.signerName === null) !== (change.signerDepartment === null)) throw new AppError("economy.signer-incomplete", "invalid");
  await updateEdition(tx, row, change);
  const { id: _, version: __, ...edited } = input;
  context.journal({
    subject: `report-card:${row.id}`,
    before: {
      title: row.title,
      signer: row.signerName,
      department: row.signerDepartment,
      preliminary: row.preliminary,
      excluded: row.excluded,
    },
    after: edited,
  });
  return viewLatest(tx, row.id);
};
