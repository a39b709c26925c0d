import type { InputOf, Operation, OperationTable, OutputOf, SentInputOf } from "#kernel/contract.ts";

/** What a face sends; the transport adds host, cookies and headers. */
export type Call = {
  readonly method: "GET" | "POST";
  /** Path with its parameters filled in, and the query of a GET. */
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>> | undefined;
  readonly operation: Operation;
};

export type Client<Table extends OperationTable> = {
  readonly [Name in keyof Table]: (input: SentInputOf<Table[Name]>) => Promise<OutputOf<Table[Name]>>;
};

/** The address of an operation: path parameters filled in, and for a query the rest of its input as search parameters. */
export function callOf<O extends Operation>(operation: O, input: SentInputOf<O> | InputOf<O>): Call {
  const rest: Record<string, unknown> = { ...(input as Record<string, unknown>) };
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  if (operation.kind === "command") return { method: "POST", url: path, body: rest, operation };
  const search = Object.entries(rest)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(
      ([name, value]) =>
        `${encodeURIComponent(name)}=${encodeURIComponent(typeof value === "object" ? JSON.stringify(value) : String(value))}`,
    )
    .join("&");
  return { method: "GET", url: search === "" ? path : `${path}?${search}`, body: undefined, operation };
}

/** One typed function for each operation of the table. */
export function createClient<Table extends OperationTable>(table: Table, send: (call: Call) => Promise<unknown>): Client<Table> {
  const entries = Object.entries(table).map(
    ([name, operation]) => [name, (input: SentInputOf<Operation>) => send(callOf(operation, input))] as const,
  );
  return Object.fromEntries(entries) as unknown as Client<Table>;
}
