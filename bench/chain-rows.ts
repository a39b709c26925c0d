import { randomUUID } from "node:crypto";
import pg from "pg";

type Place = { readonly node: string; readonly codes: readonly string[]; readonly words: readonly string[] };

/** An approved chain graph with one direction, as wide as a screening asks for. The first of the words is its name. */
export async function layChain(ownerUrl: string, zoneId: string, { node, codes, words }: Place): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.zone', $1, false)", [zoneId]);
    const version = randomUUID();
    await client.query(
      `insert into chain_version (zone_id, id, number, name, state, effective_from, drafted_on, drafted_by, drafted_by_name, authors, approved_on, approved_by, approved_by_name)
       values ($1, $2, 1, 'bench', 'APPROVED', '2026-01-01', '2026-01-01', 'a', 'a', '{a}', '2026-01-01', 'b', 'b')`,
      [zoneId, version],
    );
    const [name, ...products] = words;
    const nodes = [
      ["B", "industry", null, "主导产业", [], []],
      ["B-F", "field", "B", "细分领域", [], []],
      [node, "direction", "B-F", name, codes, products],
    ] as const;
    for (const [code, level, parent, title, classes, made] of nodes)
      await client.query(
        `insert into chain_node (zone_id, version_id, code, level, parent, ordinal, name, class_codes, products) values ($1, $2, $3, $4, $5, 1, $6, $7, $8)`,
        [zoneId, version, code, level, parent, title, classes, made],
      );
  } finally {
    await client.end();
  }
}
