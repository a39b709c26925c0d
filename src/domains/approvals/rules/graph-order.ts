/** A node of a graph of waiting: it begins when all in `after` are done. */
export type Waiting = { readonly key: string; readonly after: readonly string[] };

/** The first circle of waiting, in its order and closed (`a, b, a`), or undefined when the graph has an order. Unknown names wait for nothing. */
export function findCycle(nodes: readonly Waiting[]): readonly string[] | undefined {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const done = new Set<string>();
  const walk = (key: string, path: readonly string[]): readonly string[] | undefined => {
    const place = path.indexOf(key);
    if (place >= 0) return [...path.slice(place), key].reverse();
    if (done.has(key)) return undefined;
    for (const before of byKey.get(key)?.after ?? []) {
      const found = byKey.has(before) ? walk(before, [...path, key]) : undefined;
      if (found !== undefined) return found;
    }
    done.add(key);
    return undefined;
  };
  for (const { key } of nodes) {
    const found = walk(key, []);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Keys that stand more than once. */
export const doubled = (keys: readonly string[]): readonly string[] => [
  ...new Set(keys.filter((key, place) => keys.indexOf(key) !== place)),
];
