import { CompiledQuery, type Transaction } from "kysely";

/** What the driver's connection can do while a COPY waits for its data. */
type CopyConnection = {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  stream: { once(event: "drain", listener: () => void): void; writableNeedDrain: boolean };
};

/**
 * COPY … FROM STDIN as a query of its own kind, run on the very connection of a transaction: the dialect calls what it is given here a cursor,
 * reads it until it gives no more rows, and closes it.
 */
export class CopyIn {
  readonly #text: string;
  readonly #pieces: readonly Buffer[];
  readonly #done: Promise<void>;
  #resolve: () => void = () => {};
  #reject: (error: unknown) => void = () => {};

  constructor(text: string, parameters: unknown[]) {
    this.#text = text;
    this.#pieces = parameters as Buffer[];
    this.#done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#done.catch(() => {});
  }

  async read<Row>(_count: number): Promise<Row[]> {
    await this.#done;
    return [];
  }

  async close(): Promise<void> {}

  submit(connection: CopyConnection): void {
    connection.query(this.#text);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    const send = (from: number): void => {
      for (let place = from; place < this.#pieces.length; place += 1) {
        connection.sendCopyFromChunk(this.#pieces[place] as Buffer);
        if (connection.stream.writableNeedDrain) {
          connection.stream.once("drain", () => send(place + 1));
          return;
        }
      }
      connection.endCopyFrom();
    };
    send(0);
  }

  handleError(error: unknown): void {
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    this.#resolve();
  }

  handleCommandComplete(): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}

/** Rows in the text format of COPY, made with `copyLine`, into a table without row-level security: a staging table of this transaction. */
export async function copyRows(
  tx: Pick<Transaction<unknown>, "getExecutor">,
  table: string,
  columns: readonly string[],
  pieces: readonly Buffer[],
): Promise<void> {
  if (!/^[a-z_]+$/.test(table) || !columns.every((column) => /^[a-z_]+$/.test(column))) throw new Error(`not a name: ${table}`);
  const query = CompiledQuery.raw(`copy ${table} (${columns.join(", ")}) from stdin`, [...pieces]);
  for await (const _ of tx.getExecutor().stream(query, 1)) throw new Error("COPY gives no rows");
}

const TO_ESCAPE = /[\\\n\r\t]/;
const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** One value; null is nothing. */
export const copyValue = (value: string | number | null | undefined): string => {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "number") return String(value);
  return TO_ESCAPE.test(value) ? value.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character] ?? character) : value;
};

const QUOTED = /[{}",\\\s]|^$|^null$/i;

/** An array of texts as a literal, before it is escaped as a value. */
export const arrayLiteral = (values: readonly string[]): string =>
  `{${values.map((value) => (QUOTED.test(value) ? `"${value.replace(/["\\]/g, "\\$&")}"` : value)).join(",")}}`;
