import type { z } from "zod";
import type { HandlersOf, OperationTable, OutputOf } from "#kernel/contract.ts";
import type { Grants } from "#kernel/policy.ts";
import type { EventSubscriber, JobHandler } from "#kernel/server/background.ts";
import type { DailyJob } from "#kernel/server/daily-jobs.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { OpenWork } from "#kernel/server/open-work.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import type { Channel } from "#kernel/server/outgoing.ts";
import type { Language, Text } from "#kernel/texts.ts";

/** What one domain brings to the platform. The apps hold a list of these and nothing else. */
export type Plugin<Table extends OperationTable = OperationTable> = {
  readonly name: string;
  readonly operations: Table;
  readonly handlers: HandlersOf<Table, OperationContext>;
  readonly grants: Grants;
  /** Sentences of its refusals, by code. */
  readonly texts: Readonly<Record<string, Text>>;
  readonly jobs?: Readonly<Record<string, JobHandler>>;
  readonly subscribers?: Readonly<Record<string, EventSubscriber>>;
  /** Jobs of its own kinds that every zone has once a day. */
  readonly daily?: readonly DailyJob[];
  /** What somebody who leaves would leave behind. */
  readonly openWork?: (tx: Tx, personId: string) => Promise<readonly OpenWork[]>;
  /** How what it tells elsewhere is sent, by channel. */
  readonly channels?: Readonly<Record<string, Channel>>;
  /** Which of its operations an agent is offered; all, when nothing is said, of those that an agent can be offered at all (agents/agent-tools.ts). */
  readonly agents?: "queries" | "none";
  /** How a result reads on the command line, where a table would not do. */
  readonly present?: { readonly [Name in keyof Table]?: (output: OutputOf<Table[Name]>, language: Language) => string };
  /** Commands that need neither server nor database. */
  readonly localCommands?: readonly LocalCommand[];
};

/** A command that runs on files alone, without server, database or account. */
export type LocalCommand<Input extends z.ZodObject = z.ZodObject> = {
  readonly words: string;
  readonly summary: Text;
  readonly input: Input;
  readonly takesFiles: boolean;
  readonly run: (
    input: z.output<Input>,
    files: readonly string[],
    say: (line: string) => void,
  ) => Promise<{ readonly ok: boolean; readonly output: unknown; readonly printed: string }>;
};

/** Checks a plugin against its own table: a handler that is missing, or returns another shape, does not compile. */
export const definePlugin = <const Table extends OperationTable>(plugin: Plugin<Table>): Plugin => plugin as unknown as Plugin;
export const defineLocalCommand = <Input extends z.ZodObject>(command: LocalCommand<Input>): LocalCommand =>
  command as unknown as LocalCommand;
