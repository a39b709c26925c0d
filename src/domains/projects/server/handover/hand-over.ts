import { type HeldItem, HeldKind, heldKindWords } from "#domains/projects/contract/handover-operations.ts";
import type { HandoverHandlers } from "#domains/projects/server/handler-shapes.ts";
import { HOLDINGS } from "#domains/projects/server/handover/holdings.ts";
import { peopleOn } from "#domains/projects/server/list-people.ts";
import { namesOf } from "#domains/projects/server/project-store.ts";
import { appendLogs } from "#domains/projects/server/task-force-store.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Tx } from "#kernel/server/database.ts";
import { takeTurn } from "#kernel/server/take-turn.ts";

async function heldBy(tx: Tx, personId: string): Promise<HeldItem[]> {
  const items: HeldItem[] = [];
  for (const kind of HeldKind.options) items.push(...(await HOLDINGS[kind].find(tx, personId)));
  return items;
}

async function getName(tx: Tx, personId: string): Promise<string> {
  const name = (await namesOf(tx, [personId])).get(personId);
  if (name === undefined) throw new AppError("projects.no-such-person", "not-found");
  return name;
}

export const handoverPreview: HandoverHandlers["handoverPreview"] = async ({ personId }, { tx }) => ({
  person: { id: personId, name: await getName(tx, personId) },
  items: await heldBy(tx, personId),
});

/**
 * Everything that an official holds moves to one colleague, in one step: one entry in the journal with every item, a line in the log of
 * every project, one event, to which other domains move what they hold of him.
 */
export const handOver: HandoverHandlers["handOver"] = async ({ fromId, toId, reason, expected }, context) => {
  const { tx, today } = context;
  const [from, to] = [await getName(tx, fromId), await getName(tx, toId)];
  if (fromId === toId) throw new AppError("projects.handover-to-self", "invalid");
  if (!(await peopleOn(tx, today)).some(({ id }) => id === toId)) throw new AppError("projects.handover-no-post", "invalid", { name: to });
  await takeTurn(tx, "handover", fromId);
  const items = await heldBy(tx, fromId);
  if (items.length !== expected) throw new AppError("projects.handover-changed", "conflict", { expected, found: items.length });
  for (const kind of HeldKind.options) await HOLDINGS[kind].move(tx, { fromId, toId, today });
  const byProject = Map.groupBy(
    items.filter((item) => item.project !== null),
    (item) => item.project?.id ?? "",
  );
  await appendLogs(
    tx,
    [...byProject].map(([projectId, held]) => ({
      projectId,
      taskId: null,
      kind: "handover" as const,
      text: `${from} → ${to}：${held.map(sayItem).join("、")}（${reason}）`,
      on: today,
    })),
  );
  const byKind = HeldKind.options.map((kind) => ({ kind, moved: items.filter((item) => item.kind === kind).length }));
  context.journal({
    subject: `person:${fromId}`,
    before: { holds: items.length },
    after: { handedOverTo: toId, moved: items.length },
    detail: { reason },
    items: items.map(({ kind, id, project }) => ({ kind, id, project: project?.id ?? null, from: fromId, to: toId })),
  });
  await context.emit("projects.handed-over", { fromId, toId, on: today, reason, moved: items.length });
  return { moved: items.length, byKind };
};

const sayItem = ({ kind, what }: HeldItem): string => (what === "" ? heldKindWords[kind].zh : `${heldKindWords[kind].zh}“${what}”`);
