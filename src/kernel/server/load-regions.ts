import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import pg from "pg";

type Row = readonly [
  code: string,
  name: string,
  kind: string,
  parents: readonly string[],
  aliases: readonly string[],
  related: readonly string[],
];

/**
 * Puts the catalogue of regions into its reference table when the file is another than the one loaded last.
 * Rows that others added stay; rows of the file are set to what it says.
 */
export async function loadRegions(ownerUrl: string, path: string): Promise<void> {
  const text = await readFile(path, "utf8");
  const version = createHash("sha256").update(text).digest("hex").slice(0, 12);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { source, rows } = JSON.parse(text) as { source: string; rows: readonly Row[] };
    const mark = `${source} [${version}]`;
    const loaded = await client.query("select 1 from region where source = $1 limit 1", [mark]);
    if (loaded.rowCount) return;
    const records = rows.map(([code, name, kind, parents, aliases, related]) => ({ code, name, kind, parents, aliases, related }));
    await client.query(
      `insert into region (code, name, kind, parents, aliases, related, source)
       select code, name, kind, parents, aliases, related, $2 from jsonb_to_recordset($1::jsonb) as given(code text, name text, kind text, parents text[], aliases text[], related text[])
       on conflict (code) do update set name = excluded.name, kind = excluded.kind, parents = excluded.parents, aliases = excluded.aliases, related = excluded.related, source = excluded.source`,
      [JSON.stringify(records), mark],
    );
  } finally {
    await client.end();
  }
}
