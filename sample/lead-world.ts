import { type Decimal, shift, whole } from "#kernel/decimal.ts";
import type { SampleWorld } from "./step.ts";

/** 万元 in 元. */
export const yuan = (tenThousands: number): Decimal => shift(whole(tenThousands), 4);

const ids = new WeakMap<SampleWorld, Map<string, string>>();

/** A lead by its name; what was found once is not asked for again. */
export async function rowOf(world: SampleWorld, name: string) {
  const { items } = await world.ask("leader", "promotion.listLeads", { q: name, limit: 20 });
  const found = items.find((row) => row.projectName === name);
  if (found !== undefined) {
    const known = ids.get(world) ?? new Map<string, string>();
    ids.set(world, known.set(name, found.id));
  }
  return found;
}

export async function idOf(world: SampleWorld, name: string): Promise<string | undefined> {
  return ids.get(world)?.get(name) ?? (await rowOf(world, name))?.id;
}

export const contractOf = async (world: SampleWorld, number: string) =>
  (await world.ask("leader", "promotion.listContracts", { q: number, limit: 20 })).items.find((contract) => contract.number === number);

/** The code under which the register of projects has one of that name. */
export async function projectCode(world: SampleWorld, name: string): Promise<string | undefined> {
  const { items } = await world.ask("leader", "projects.listProjects", { q: name, limit: 20 });
  return items.find((project) => project.name === name)?.code;
}
