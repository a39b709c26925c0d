import { rolePolicy } from "#domains/chain/rules/chain-policy.ts";
import type { GraphHandlers } from "#domains/chain/server/handler-shapes.ts";
import { identify } from "#domains/chain/server/placement-store.ts";
import { nodesOn } from "#domains/chain/server/placement-view.ts";
import { requireDecision } from "#domains/chain/server/require-decision.ts";
import {
  carrierNamed,
  carriersOf,
  endRoleOn,
  getCarrier,
  getRole,
  insertRole,
  putCarrier,
  rolesOf,
} from "#domains/chain/server/role-store.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { holds } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";

async function requireNodes(tx: Tx, codes: readonly string[], today: LocalDate): Promise<void> {
  const nodes = await nodesOn(tx, today);
  const unknown = codes.find((code) => !nodes.has(code));
  if (unknown !== undefined) throw new AppError("chain.no-such-node", "not-found", { code: unknown });
}

export const listRoles: GraphHandlers["listRoles"] = async ({ asOf }, { tx, today }) => ({ items: await rolesOf(tx, asOf ?? today) });

/** A chain has one chief at a time and may have several leader firms; the same one is not named twice. */
export const appointRole: GraphHandlers["appointRole"] = async (input, context) => {
  const { tx, today } = context;
  await requireNodes(tx, [input.node], today);
  const there = (await rolesOf(tx, today, [input.node])).find(
    (role) => role.node === input.node && role.kind === input.kind && (input.kind === "chief" || role.name === input.name),
  );
  if (there) throw new AppError("chain.role-held", "conflict", { name: there.name, from: there.from });
  const firm = input.kind === "leader_firm" ? await identify(tx, input) : null;
  const id = await insertRole(tx, {
    node: input.node,
    kind: input.kind,
    name: input.name,
    office: input.office,
    from: input.from,
    personId: input.kind === "chief" ? await findPersonId(tx, input.personId) : null,
    enterpriseId: firm?.id ?? null,
    enterpriseKey: firm?.key ?? null,
    on: today,
  });
  context.journal({ subject: `chain-role:${id}`, after: { node: input.node, kind: input.kind, name: input.name, from: input.from } });
  return getRole(tx, id);
};

/** @throws AppError `record.not-found` for a person who is none of this zone. */
async function findPersonId(tx: Tx, id: string | undefined): Promise<string | null> {
  if (id === undefined) return null;
  const person = await tx.selectFrom("person").select("id").where("id", "=", id).where("enterprise_id", "is", null).executeTakeFirst();
  if (person === undefined) throw new AppError("record.not-found", "not-found");
  return person.id;
}

export const endRole: GraphHandlers["endRole"] = async ({ roleId, version, until }, context) => {
  const { tx, actor } = context;
  const role = await getRole(tx, roleId);
  if (role.version !== version) throw new AppError("record.changed", "conflict");
  requireDecision(rolePolicy.end(actor, role));
  if (until <= role.from) throw new AppError("chain.until-before-from", "invalid", { until, from: role.from });
  await endRoleOn(tx, role, until);
  context.journal({ subject: `chain-role:${roleId}`, before: { until: null }, after: { until } });
  return getRole(tx, roleId);
};

export const listCarriers: GraphHandlers["listCarriers"] = async ({ asOf }, { tx, today, actor }) => ({
  items: await carriersOf(tx, asOf ?? today),
  abilities: { edit: holds(actor, "chain.edit") },
});

export const saveCarrier: GraphHandlers["saveCarrier"] = async ({ carrierId, version, ...input }, context) => {
  const { tx, today } = context;
  const was = carrierId === undefined ? undefined : await getCarrier(tx, carrierId);
  if (was && was.version !== version) throw new AppError("record.changed", "conflict");
  await requireNodes(tx, input.nodes, today);
  const until = input.until ?? null;
  if (until !== null && until <= input.from) throw new AppError("chain.until-before-from", "invalid", { until, from: input.from });
  const same = await carrierNamed(tx, input.name);
  if (same && same.id !== was?.id) throw new AppError("chain.carrier-exists", "conflict", { name: input.name });
  const id = await putCarrier(tx, { ...input, nodes: [...new Set(input.nodes)], until }, today, was);
  context.journal({ subject: `chain-carrier:${id}`, before: was ?? null, after: input });
  return getCarrier(tx, id);
};
