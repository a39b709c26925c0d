import { v7 } from "uuid";
import { levelWords } from "#domains/chain/contract/chain.ts";
import { type Presence, placementStateWords, presenceWords } from "#domains/chain/contract/placement.ts";
import { placementPolicy } from "#domains/chain/rules/chain-policy.ts";
import type { PlacementHandlers } from "#domains/chain/server/handler-shapes.ts";
import { labelPlaced } from "#domains/chain/server/label-placed.ts";
import { pathTo } from "#domains/chain/server/measured-graph.ts";
import {
  findPlacement,
  getPlacement,
  identify,
  insertPlacements,
  type PlacementRecord,
  searchPlacements,
  updatePlacement,
} from "#domains/chain/server/placement-store.ts";
import { type NodesByCode, nodesOn, presentPlacement, presentPlacements } from "#domains/chain/server/placement-view.ts";
import { requireDecision } from "#domains/chain/server/require-decision.ts";
import { noteActivity } from "#domains/registry/server/api.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

export const listPlacements: PlacementHandlers["listPlacements"] = async (
  { state, node, presence, q, enterprise, limit, cursor },
  { tx, today },
) => {
  const nodes = await nodesOn(tx, today);
  const skip = Number.isSafeInteger(Number(cursor ?? 0)) ? Math.max(0, Number(cursor ?? 0)) : 0;
  const below = node === undefined ? undefined : codesUnder(nodes, node);
  const { rows, total } = await searchPlacements(tx, { state, nodes: below, presence, q, enterprise }, { skip, limit });
  const next = skip + rows.length < total ? String(skip + rows.length) : null;
  return { items: presentPlacements(tx, rows, nodes), next, total };
};

/** A place and everything below it. */
const codesUnder = (nodes: NodesByCode, code: string): readonly string[] => [
  code,
  ...[...nodes.keys()].filter((one) => pathTo(nodes, one).some((above) => above.code === code)),
];

/** Who produces here does so since a day; the day is known and not to come. */
function requireDay(presence: Presence, from: LocalDate | null, today: LocalDate): void {
  if (presence === "producing" && from === null) throw new AppError("chain.from-needed", "invalid");
  if (from !== null && from > today) throw new AppError("chain.date-in-future", "invalid", { date: from, today });
}

/** A person's own placing needs no second word: it is confirmed as it is made. */
export const placeEnterprise: PlacementHandlers["placeEnterprise"] = async (input, context) => {
  const { tx, today, language } = context;
  const node = (await nodesOn(tx, today)).get(input.node);
  if (node === undefined) throw new AppError("chain.no-such-node", "not-found", { code: input.node });
  if (node.level !== "direction" && node.level !== "node")
    throw new AppError("chain.not-a-place", "invalid", { name: node.name, level: levelWords[node.level][language] });
  const from = input.from ?? null;
  requireDay(input.presence, from, today);
  const enterprise = await identify(tx, { name: input.enterprise, uscc: input.uscc });
  const there = await findPlacement(tx, node.code, enterprise.key);
  if (there)
    throw new AppError("chain.placed-already", "conflict", {
      enterprise: there.enterprise,
      node: node.name,
      state: placementStateWords[there.state][language],
    });
  const id = v7();
  await insertPlacements(tx, [
    {
      id,
      node: node.code,
      enterprise,
      state: "CONFIRMED",
      score: null,
      reasons: [{ kind: "hand", found: input.note, points: 1 }],
      basis: { products: input.products },
      presence: input.presence,
      leading: input.leading,
      from,
      on: today,
      note: input.note,
    },
  ]);
  context.journal({
    subject: `chain-placement:${id}`,
    after: { node: node.code, enterprise: enterprise.name, presence: input.presence, from },
  });
  await tell(context, await getPlacement(tx, id));
  await relabel(context, enterprise.id);
  return presentPlacement(tx, await getPlacement(tx, id), today);
};

export const decidePlacement: PlacementHandlers["decidePlacement"] = async (input, context) => {
  const { tx, today, actor } = context;
  const row = await getPlacement(tx, input.placementId);
  if (row.version !== input.version) throw new AppError("record.changed", "conflict");
  requireDecision(placementPolicy[input.confirm ? "confirm" : "reject"](actor, row));
  const presence = input.presence ?? row.presence;
  const from = input.from ?? row.from;
  if (input.confirm) requireDay(presence, from, today);
  const change = input.confirm
    ? { state: "CONFIRMED" as const, presence, from, leading: input.leading ?? row.leading, note: input.note, decidedOn: today }
    : { state: "REJECTED" as const, note: input.note, decidedOn: today };
  await updatePlacement(tx, row, change);
  context.journal({
    subject: `chain-placement:${row.id}`,
    before: { state: row.state },
    after: change,
    detail: { node: row.node, enterprise: row.enterprise },
  });
  const decided = await getPlacement(tx, row.id);
  if (input.confirm) await tell(context, decided);
  await relabel(context, decided.enterpriseId);
  return presentPlacement(tx, decided, today);
};

export const endPlacement: PlacementHandlers["endPlacement"] = async ({ placementId, version, until, note }, context) => {
  const { tx, today, actor } = context;
  const row = await getPlacement(tx, placementId);
  if (row.version !== version) throw new AppError("record.changed", "conflict");
  requireDecision(placementPolicy.end(actor, row));
  if (until > today) throw new AppError("chain.date-in-future", "invalid", { date: until, today });
  if (row.from !== null && until <= row.from) throw new AppError("chain.until-before-from", "invalid", { until, from: row.from });
  await updatePlacement(tx, row, { until, note });
  context.journal({ subject: `chain-placement:${row.id}`, before: { until: null }, after: { until }, detail: { note } });
  await relabel(context, row.enterpriseId);
  return presentPlacement(tx, await getPlacement(tx, row.id), today);
};

/** Who is known here by name alone is found in no search of the register. */
async function relabel({ tx, today }: OperationContext, enterpriseId: string | null): Promise<void> {
  if (enterpriseId !== null) await labelPlaced(tx, today, [enterpriseId]);
}

/** The enterprise's timeline says where it stands; other rooms hear of it. */
async function tell(
  { tx, today, emit }: OperationContext,
  { id, node, enterpriseId, enterprise, presence }: PlacementRecord,
): Promise<void> {
  await emit("chain.placement-confirmed", { placementId: id, node, enterpriseId, enterprise, presence });
  if (enterpriseId === null) return;
  const name = (await nodesOn(tx, today)).get(node)?.name ?? node;
  await noteActivity(tx, {
    enterpriseId,
    on: today,
    kind: "chain.placement",
    subject: `chain-placement:${id}`,
    summary: `产业链落位：${name}（${presenceWords[presence].zh}）`,
  });
}
