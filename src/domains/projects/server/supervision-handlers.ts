import type { SupervisionView } from "#domains/projects/contract/supervision-operations.ts";
import { supervisionPolicy } from "#domains/projects/rules/project-policy.ts";
import { answererOf } from "#domains/projects/server/answerers.ts";
import { colourRuleOn } from "#domains/projects/server/colour-rules.ts";
import type { SupervisionHandlers } from "#domains/projects/server/handler-shapes.ts";
import { downloadSupervision } from "#domains/projects/server/letters/download-letter.ts";
import { namesOf } from "#domains/projects/server/project-store.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { supervisionStatistics } from "#domains/projects/server/supervision-statistics.ts";
import {
  countSupervision,
  getSupervision,
  getSupervisionSubject,
  nextLetterNumber,
  supervisionStanding,
  supervisionViews,
  updateSupervision,
} from "#domains/projects/server/supervision-store.ts";
import { AppError } from "#kernel/app-error.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { addWorkdays } from "#kernel/work-calendar.ts";

const listSupervision: SupervisionHandlers["listSupervision"] = async ({ cursor, limit, mine, ...choice }, { tx, today, actor }) => {
  const offset = cursor === undefined ? 0 : Math.max(0, Number.parseInt(cursor, 10) || 0);
  const wanted = { ...choice, ...(mine ? { addresseeId: actor.id } : {}) };
  const items = await supervisionViews(tx, { ...wanted, offset, limit }, today);
  const total = await countSupervision(tx, wanted, today);
  const next = offset + items.length < total && items.length > 0 ? String(offset + items.length) : null;
  return { items, next, total, standing: await supervisionStanding(tx, today) };
};

const issueSupervision: SupervisionHandlers["issueSupervision"] = async ({ supervisionId, version, text, addresseeId }, context) => {
  const { tx, today, actor } = context;
  const letter = await requireAllowed("issue", supervisionId, context);
  if (addresseeId !== undefined && !(await namesOf(tx, [addresseeId])).has(addresseeId))
    throw new AppError("projects.no-such-person", "not-found");
  const { rule } = await colourRuleOn(tx, today);
  const due = addWorkdays(await loadCalendar(tx), today, rule.actions.replyWorkdays);
  const number = await nextLetterNumber(tx, today);
  await updateSupervision(tx, supervisionId, version, {
    state: "ISSUED",
    number,
    issued_on: today,
    issued_by: actor.id,
    issued_by_name: actor.name,
    due_on: due.day,
    due_provisional: due.provisional,
    text,
    addressee_id: addresseeId ?? letter.addressee?.id ?? (await answererOf(tx, letter.project.id)),
  });
  context.journal({ subject: `project:${letter.project.id}`, after: { supervision: number, kind: letter.kind, dueOn: due.day } });
  await context.emit("projects.supervision-issued", { projectId: letter.project.id, supervisionId });
  return getSupervision(tx, supervisionId, today);
};

const replySupervision: SupervisionHandlers["replySupervision"] = async ({ supervisionId, version, reply }, context) => {
  const { tx, today, actor } = context;
  const letter = await requireAllowed("reply", supervisionId, context);
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
  const letter = await requireAllowed("close", supervisionId, context);
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

async function requireAllowed(
  what: keyof typeof supervisionPolicy,
  id: string,
  { tx, today, actor }: OperationContext,
): Promise<Pick<SupervisionView, "project" | "kind" | "state" | "addressee">> {
  const letter = await getSupervision(tx, id, today);
  requireDecision(supervisionPolicy[what](actor, await getSupervisionSubject(tx, id)));
  return letter;
}

export const supervisionHandlers: SupervisionHandlers = {
  listSupervision,
  openSupervision: ({ supervisionId }, { tx, today }) => getSupervision(tx, supervisionId, today),
  issueSupervision,
  replySupervision,
  closeSupervision,
  downloadSupervision,
  supervisionStatistics,
};
