import type { SupervisionHandlers } from "#domains/projects/server/handler-shapes.ts";
import { issueAllSupervision, issueSupervision } from "#domains/projects/server/issue-supervision.ts";
import { downloadSupervision } from "#domains/projects/server/letters/download-letter.ts";
import { requireSupervision } from "#domains/projects/server/require-supervision.ts";
import { supervisionStatistics } from "#domains/projects/server/supervision-statistics.ts";
import {
  countSupervision,
  getSupervision,
  supervisionStanding,
  supervisionViews,
  updateSupervision,
} from "#domains/projects/server/supervision-store.ts";

const listSupervision: SupervisionHandlers["listSupervision"] = async ({ cursor, limit, mine, ...choice }, { tx, today, actor }) => {
  const offset = cursor === undefined ? 0 : Math.max(0, Number.parseInt(cursor, 10) || 0);
  const wanted = { ...choice, ...(mine ? { addresseeId: actor.id } : {}) };
  const items = await supervisionViews(tx, { ...wanted, offset, limit }, today);
  const total = await countSupervision(tx, wanted, today);
  const next = offset + items.length < total && items.length > 0 ? String(offset + items.length) : null;
  return { items, next, total, standing: await supervisionStanding(tx, today) };
};

const replySupervision: SupervisionHandlers["replySupervision"] = async ({ supervisionId, version, reply }, context) => {
  const { tx, today, actor } = context;
  const letter = await requireSupervision("reply", supervisionId, context);
  const by = { replied_by: actor.id, replied_by_name: actor.name };
  await updateSupervision(tx, supervisionId, version, { state: "REPLIED", replied_on: today, ...by, reply });
  context.journal({
    subject: `project:${letter.project.id}`,
    before: { supervision: supervisionId, state: letter.state },
    after: { state: "REPLIED" },
  });
  return getSupervision(tx, supervisionId, today);
};

const closeSupervision: SupervisionHandlers["closeSupervision"] = async ({ supervisionId, version, note }, context) => {
  const { tx, today, actor } = context;
  const letter = await requireSupervision("close", supervisionId, context);
  const by = { closed_by: actor.id, closed_by_name: actor.name };
  await updateSupervision(tx, supervisionId, version, { state: "CLOSED", closed_on: today, ...by, closing_note: note });
  context.journal({
    subject: `project:${letter.project.id}`,
    before: { supervision: supervisionId, state: letter.state },
    after: { state: "CLOSED" },
    detail: { note },
  });
  return getSupervision(tx, supervisionId, today);
};

export const supervisionHandlers: SupervisionHandlers = {
  listSupervision,
  openSupervision: ({ supervisionId }, { tx, today }) => getSupervision(tx, supervisionId, today),
  issueSupervision,
  issueAllSupervision,
  replySupervision,
  closeSupervision,
  downloadSupervision,
  supervisionStatistics,
};
