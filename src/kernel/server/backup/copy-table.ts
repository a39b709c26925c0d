import { createHash } from "node:crypto";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { TableEntry, TableProof } from "#kernel/server/backup/manifest.ts";

const name = (text: string): string => pg.escapeIdentifier(text);
export const tableName = ({ schema, name: table }: { readonly schema: string; readonly name: string }): string =>
  `${name(schema)}.${name(table)}`;
export const columnNames = ({ columns }: { readonly columns: readonly string[] }): string => columns.map(name).join(", ");

/** Every table of ours with the columns that are stored, and its key, by which its rows are put in order. */
export type StoredTable = TableEntry & { readonly key: readonly string[] };

export async function listTables(client: pg.ClientBase): Promise<readonly StoredTable[]> {
  const { rows } = await client.query<{ schema: string; name: string; columns: string[]; key: string[] | null }>(
    `select n.nspname::text schema, c.relname::text name,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') columns,
       (select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
         where i.indrelid = c.oid and i.indisprimary) key
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relpersistence = 'p'
     order by n.nspname, c.relname`,
  );
  return rows.map((row) => ({ entry: "table", ...row, key: row.key ?? [] }));
}

/** The rows of a table as COPY writes them, in the order of its key: the same rows give the same bytes in any database. */
export async function* readTable(client: pg.ClientBase, table: StoredTable): AsyncGenerator<Buffer> {
  const order = table.key.length > 0 ? columnNames({ columns: table.key }) : "stored::text";
  const text = `copy (select ${columnNames(table)} from ${tableName(table)} stored order by ${order}) to stdout`;
  yield* client.query(copyTo(text)) as AsyncIterable<Buffer>;
}

/** Hashes and counts what passes. In COPY's text format a row is a line, and no value holds the end of one. */
export class Proof {
  readonly #hash = createHash("sha256");
  #rows = 0;
  #bytes = 0;
  add(piece: Uint8Array): void {
    this.#hash.update(piece);
    this.#bytes += piece.byteLength;
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) this.#rows += 1;
  }
  of({ schema, name: table }: { readonly schema: string; readonly name: string }): TableProof {
    return { schema, name: table, rows: this.#rows, bytes: this.#bytes, sha256: this.#hash.digest("hex") };
  }
}

export async function proveTable(client: pg.ClientBase, table: StoredTable): Promise<TableProof> {
  const proof = new Proof();
  for await (const piece of readTable(client, table)) proof.add(piece);
  return proof.of(table);
}
