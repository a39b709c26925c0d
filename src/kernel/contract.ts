import { z } from "zod";
import type { Text } from "#kernel/texts.ts";

/**
 * One operation, defined once: mounted on HTTP with OpenAPI, on the typed web client and on the command line.
 *
 * - `path`: `/api/…`; a `:name` segment is taken from the input field of that name. Queries are GET, commands POST.
 * - `permission`: what the actor's role must hold; `public` needs no sign-in, `signed-in` any role.
 * - `idempotency` of a command: `key` stores the result under the caller's key and replays it; `natural` may be repeated harmlessly.
 * - `command`: the words on the command line when they differ from `<domain> <operation-in-kebab-case>`, such as `audit verify`.
 * - `platform`: concerns the platform and no zone; on the command line it runs in the platform's own. A command that does is refused to
 *   everybody of a zone, whatever the role: one zone's administrator is not another's.
 * - `bearer` of a public query: it is read by whoever holds a token of this purpose, in the input field `token`, as the person who made the
 *   token and with this one permission (docs/decisions/0007). Without such a token it answers as if there were nothing.
 * - `guesses` of a public query that a code opens: so many wrong ones from one address within so many minutes, and the address has to wait.
 * - `shownOnce`: fields of the output that are kept nowhere in clear, such as an access code: a command that is repeated under its key answers
 *   null in their place.
 * - `secrets`: fields of the input that open something, beside those whose name says so (password, secret, token): they stand in no journal.
 * - `open` of a public query: read by programs of everybody. So many calls a minute from one address; the answer carries an ETag, may be kept by caches
 *   for so long, and may be read by pages of other sites.
 * - `file`: what kind of file the reply is. `template`: an empty form; `published`: what everybody may have; `shown`: a picture of a page or a
 *   calendar; `stored`: as somebody handed it in, journalled; `export`: made of records, with row limit, mark and days to keep it, journalled.
 * - `upload`: the operation takes files beside its input (multipart on HTTP, file arguments on the command line); `optional` when it can do without;
 *   `folder` when on the command line a folder stands for the files that lie in it.
 *   `kept`: the files stream into the store as they come and are never whole in memory; the handler is given where they lie (`context.kept`).
 */
export type Operation = {
  readonly kind: "query" | "command";
  readonly path: `/api/${string}`;
  readonly summary: Text;
  readonly permission: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodType;
  readonly idempotency?: "key" | "natural";
  readonly command?: string;
  readonly platform?: true;
  readonly bearer?: { readonly purpose: string; readonly permission: string };
  readonly guesses?: { readonly wrong: number; readonly minutes: number };
  readonly shownOnce?: readonly string[];
  readonly secrets?: readonly string[];
  readonly open?: { readonly perMinute: number; readonly maxAgeSeconds: number };
  readonly file?: "template" | "published" | "shown" | "stored" | "export";
  readonly upload?: {
    readonly maxFiles: number;
    readonly maxBytes: number;
    readonly optional?: true;
    readonly folder?: true;
    readonly kept?: true;
  };
};

export type OperationTable = Readonly<Record<string, QueryOperation | CommandOperation>>;
export type QueryOperation = Operation & { readonly kind: "query" };
/** A command that does not say how it is repeated does not compile. */
export type CommandOperation = Operation & { readonly kind: "command"; readonly idempotency: "key" | "natural" };

export type InputOf<O extends Operation> = z.output<O["input"]>;
export type SentInputOf<O extends Operation> = z.input<O["input"]>;
export type OutputOf<O extends Operation> = z.output<O["output"]>;

/** Binds a table to its handlers: a missing handler does not compile. */
export type HandlersOf<Table extends OperationTable, Context> = {
  readonly [Name in keyof Table]: (input: InputOf<Table[Name]>, context: Context) => Promise<z.input<Table[Name]["output"]>>;
};

export const defineOperations = <const Table extends OperationTable>(table: Table): Table => table;

/** A reply that is a file: sent as it is on HTTP, written to `--out` (or standard output) on the command line. */
export const FileReply = z.object({
  name: z.string(),
  mime: z.string(),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});
export type FileReply = z.infer<typeof FileReply>;

/** A page of a list: `cursor` continues after the last item, `total` is counted when asked cheaply. */
export const PageRequest = z.object({ cursor: z.string().max(200).optional(), limit: z.number().int().min(1).max(200).default(50) });
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.number().int().nullable() });
