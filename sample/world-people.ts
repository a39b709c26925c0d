import type { SampleWorld } from "./step.ts";

const known = new WeakMap<SampleWorld, Promise<ReadonlyMap<string, string>>>();

/** The officials of the zone by name, read once for a loading. */
export function officialsOf(world: SampleWorld): Promise<ReadonlyMap<string, string>> {
  const there = known.get(world);
  if (there !== undefined) return there;
  const read = world
    .ask("leader", "projects.listPeople", {})
    .then(({ items }) => new Map(items.map(({ name, id }) => [name, id])) as ReadonlyMap<string, string>);
  known.set(world, read);
  return read;
}

const projects = new WeakMap<SampleWorld, Promise<ReadonlyMap<string, string>>>();

/** The projects of the register by name, read once for a loading. */
export function projectsOf(world: SampleWorld): Promise<ReadonlyMap<string, string>> {
  const there = projects.get(world);
  if (there !== undefined) return there;
  const read = (async () => {
    const found = new Map<string, string>();
    let cursor: string | undefined;
    do {
      const page = await world.ask("leader", "projects.listProjects", { limit: 200, ...(cursor === undefined ? {} : { cursor }) });
      for (const { name, id } of page.items) found.set(name, id);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return found;
  })();
  projects.set(world, read);
  return read;
}
