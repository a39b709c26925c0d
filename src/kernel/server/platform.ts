import { createHash, randomBytes } from "node:crypto";
import { AppError } from "#kernel/app-error.ts";
import { canonicalJson } from "#kernel/canonical-json.ts";
import type { Operation, OperationTable } from "#kernel/contract.ts";
import { type ErrorTexts, sentenceOf } from "#kernel/error-sentence.ts";
import { sayProblems } from "#kernel/input-problems.ts";
import { instantOf, type LocalDate, localDateOf } from "#kernel/local-date.ts";
import { findMasked, findPersonal, hasPersonal, maskPersonal } from "#kernel/personal.ts";
import type { Actor } from "#kernel/policy.ts";
import { ANONYMOUS_ID, type PermissionsByRole, permissionsByRole, requireAccess, requireBearer } from "#kernel/server/access.ts";
import type { Tx } from "#kernel/server/database.ts";
import { makeMark, withMark } from "#kernel/server/export-mark.ts";
import { fileLine, isFile, markFile } from "#kernel/server/file-door.ts";
import type { FileStore } from "#kernel/server/files.ts";
import { GuessLimit } from "#kernel/server/guess-limit.ts";
import { findResult, keepResult } from "#kernel/server/idempotency.ts";
import { enqueueJob } from "#kernel/server/jobs.ts";
import type { JournalLine } from "#kernel/server/journal.ts";
import type { OpenWork } from "#kernel/server/open-work.ts";
import type { KeptFile, OperationContext, SessionDoor, UnmaskedReply, UploadedFile } from "#kernel/server/operation-context.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import { hasLeave, seesOwn } from "#kernel/server/personal-leave.ts";
import type { Plugin } from "#kernel/server/plugin.ts";
import { guardOutside } from "#kernel/server/post-outside.ts";
import { recordRefusal } from "#kernel/server/refusals.ts";
import { secretBoxes } from "#kernel/server/secret-box.ts";
import { appendToJournal, isJournalled, type UnitOfWork } from "#kernel/server/unit-of-work.ts";
import type { Language, Text } from "#kernel/texts.ts";

export type MountedOperation = {
  readonly domain: string;
  readonly name: string;
  readonly operation: Operation;
  readonly run: (input: never, context: OperationContext) => Promise<unknown>;
  /** What its domain offers to agents. */
  readonly agents: "all" | "queries" | "none";
};

/** One call of one operation, whatever face it came through. */
export type Caller = {
  readonly actor: Actor;
  readonly businessDate: LocalDate | null;
  readonly language: Language;
  readonly from: string;
  readonly sessions: SessionDoor;
  readonly idempotencyKey?: string | undefined;
  readonly files?: readonly UploadedFile[];
  /** Files that streamed into the store of the actor's zone already. */
  readonly kept?: readonly KeptFile[];
  readonly adminUrl?: string | undefined;
  /** The purpose of the token by which the actor reads, where it was one; nothing but an operation of that purpose is run with it. */
  readonly bearer?: string | undefined;
};

export type Platform = {
  readonly operations: readonly MountedOperation[];
  readonly tables: Readonly<Record<string, OperationTable>>;
  readonly texts: ErrorTexts;
  readonly permissions: PermissionsByRole;
  /** Keeps a refusal for lack of rights where it can be seen. @throws AppError when this actor may not run this operation at all. */
  admit(mounted: MountedOperation, actor: Actor, from: string): Promise<void>;
  /** The input as its operation would take it. @throws AppError as `execute` would, for lack of rights or a wrong input, without doing anything. */
  examine(mounted: MountedOperation, input: unknown, caller: Pick<Caller, "actor" | "from" | "language">): Promise<Record<string, unknown>>;
  /** Validates, authorises, runs in one transaction, journals. @throws AppError for every refusal. */
  execute(mounted: MountedOperation, input: unknown, caller: Caller): Promise<unknown>;
};

export type PlatformParts = {
  readonly plugins: readonly Plugin[];
  readonly unitOfWork: UnitOfWork;
  readonly store: FileStore;
  readonly clock?: () => Date;
  /** The installation's secret; without it what is sealed opens in this process only. */
  readonly secret?: string;
  /** Whether an address that somebody typed in may be written to. */
  readonly checkOutside?: (address: string) => Promise<void>;
};

export function createPlatform({
  plugins,
  unitOfWork,
  store,
  clock = () => new Date(),
  secret = randomBytes(32).toString("hex"),
  checkOutside = guardOutside(undefined).check,
}: PlatformParts): Platform {
  const operations = plugins.flatMap((plugin) =>
    Object.entries(plugin.operations).map(([name, operation]): MountedOperation => {
      const run = plugin.handlers[name];
      if (!run) throw new Error(`${plugin.name}.${name} has no handler`);
      return { domain: plugin.name, name, operation, run: run as MountedOperation["run"], agents: plugin.agents ?? "all" };
    }),
  );
  const texts = Object.assign({}, ...plugins.map((plugin) => plugin.texts)) as ErrorTexts;
  const names = new Map(operations.map(({ domain, name, operation }) => [`${domain}.${name}`, operation.summary]));
  const guesses = new GuessLimit();
  /** A code that is wrong answers as if there were nothing; how often an address may be told so is limited. */
  const unguessed = async ({ domain, name, operation }: MountedOperation, from: string, work: () => Promise<unknown>): Promise<unknown> => {
    if (operation.guesses === undefined) return work();
    const takeBack = guesses.begin(`${domain}.${name}`, from, operation.guesses, clock());
    try {
      const found = await work();
      takeBack();
      return found;
    } catch (error) {
      if (!(error instanceof AppError && error.kind === "not-found")) takeBack();
      throw error;
    }
  };
  const watched = async (mounted: MountedOperation, actor: Actor, from: string, work: () => Promise<unknown>): Promise<unknown> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError && error.kind === "forbidden")
        await recordRefusal(unitOfWork, actor, {
          origin: from,
          operation: `${mounted.domain}.${mounted.name}`,
          code: error.code,
          params: error.params,
        });
      throw error;
    }
  };
  return {
    operations,
    tables: Object.fromEntries(plugins.map((plugin) => [plugin.name, plugin.operations])),
    texts,
    permissions: permissionsByRole(plugins.map((plugin) => plugin.grants)),
    admit: async (mounted, actor, from) => {
      await watched(mounted, actor, from, async () => requireAccess(mounted.operation, actor));
    },
    examine: (mounted, input, caller) =>
      watched(mounted, caller.actor, caller.from, async () => {
        requireAccess(mounted.operation, caller.actor);
        return readInput(mounted.operation, input, caller.language, texts);
      }) as Promise<Record<string, unknown>>,
    execute: (mounted, input, caller) =>
      watched(mounted, caller.actor, caller.from, async () => {
        requireAccess(mounted.operation, caller.actor);
        requireBearer(mounted.operation, caller.bearer);
        return unguessed(mounted, caller.from, () =>
          runOperation(mounted, input, caller, {
            plugins,
            operations,
            unitOfWork,
            store,
            texts,
            names,
            now: clock(),
            secret,
            checkOutside,
          }),
        );
      }),
  };
}

type Surroundings = {
  readonly plugins: readonly Plugin[];
  readonly operations: readonly MountedOperation[];
  readonly unitOfWork: UnitOfWork;
  readonly store: FileStore;
  readonly secret: string;
  readonly checkOutside: (address: string) => Promise<void>;
  readonly texts: ErrorTexts;
  readonly names: ReadonlyMap<string, Text>;
  readonly now: Date;
};

async function runOperation(
  { domain, name, operation, run }: MountedOperation,
  given: unknown,
  caller: Caller,
  { plugins, operations, unitOfWork, store, texts, names, now, secret, checkOutside }: Surroundings,
): Promise<unknown> {
  const input = readInput(operation, given, caller.language, texts);
  const uploaded = checkFiles(operation, caller.files ?? [], caller.kept ?? []);
  const fullName = `${domain}.${name}`;
  const isCommand = operation.kind === "command";
  const kept = operation.upload?.kept ? [...(caller.kept ?? []), ...(await keepAll(store, caller.actor.zoneId, uploaded))] : [];
  const files = operation.upload?.kept ? [] : uploaded;
  const key = operation.idempotency === "key" ? caller.idempotencyKey : undefined;
  // A password must not lie in the database under a quick hash.
  const bodyHash = key === undefined ? "" : hashOf(withoutSecrets(input), files, kept);
  const afterwards: (() => unknown)[] = [];
  const leaving: Omit<JournalLine, "operation">[] = [];

  const result = await unitOfWork.run(caller.actor, { readOnly: !isCommand, origin: caller.from }, async (tx) => {
    if (key !== undefined) {
      const stored = await findResult(tx, fullName, key, bodyHash);
      if (stored !== undefined) return stored;
    }
    const journal = (line: Omit<JournalLine, "operation">) => appendToJournal(tx, { operation: fullName, ...line });
    const instant = instantOf(now);
    const mark = operation.file === "export" ? makeMark(caller.actor, instant, caller.language) : undefined;
    const context: OperationContext = {
      actor: caller.actor,
      tx,
      now: instant,
      today: caller.businessDate ?? localDateOf(instant),
      language: caller.language,
      from: caller.from,
      files,
      kept,
      store,
      sessions: caller.sessions,
      secretBox: secretBoxes(secret),
      checkOutside,
      adminUrl: caller.adminUrl,
      journal,
      journalAs: (actor, line) =>
        afterwards.push(() =>
          unitOfWork.run(actor, { origin: caller.from }, async (own) => appendToJournal(own, { operation: fullName, ...line })),
        ),
      journalNow: async (actor, line) => {
        await unitOfWork.run(actor, { origin: caller.from }, async (own) => appendToJournal(own, { operation: fullName, ...line }));
      },
      openWorkOf: async (personId) => {
        const found: OpenWork[] = [];
        for (const { openWork } of plugins) if (openWork) found.push(...(await openWork(tx, personId)).filter(({ count }) => count > 0));
        return found;
      },
      sentenceOf: (refusal) => sentenceOf(refusal, texts, caller.language),
      readUnmasked: (name, asked) => readUnmasked(name, asked, context, operations),
      nameOf: (operation) => names.get(operation)?.[caller.language] ?? operation,
      afterCommit: (work) => afterwards.push(work),
      emit: (kind, payload) => emitEvent(tx, kind, payload),
      enqueue: (kind, title, payload) => enqueueJob(tx, { kind, title, payload }),
    };
    const said = operation.output.parse(await (mark ? withMark(mark, () => run(input as never, context)) : run(input as never, context)));
    const output = await shownTo(tx, { operation, fullName, input, said, actor: caller.actor, now: instant });
    if (isCommand && !isJournalled(tx) && !caller.actor.id.startsWith("anonymous"))
      journal({ detail: withoutSecrets(maskPersonal(operation.input, input), operation.secrets) });
    if (key !== undefined) await keepResult(tx, fullName, key, bodyHash, withoutShownOnce(operation, output));
    if (!isFile(output) || caller.actor.id === ANONYMOUS_ID || (operation.file !== "export" && operation.file !== "stored")) return output;
    // One door for every file that leaves the house: it is marked and journalled, or it does not leave.
    const file = mark ? await markFile(output, mark) : output;
    const line = fileLine(file, withoutSecrets(maskPersonal(operation.input, input)), mark);
    if (isCommand) journal(line);
    else leaving.push(line);
    return { name: file.name, mime: file.mime, bytes: file.bytes };
  });
  for (const work of afterwards) await work();
  // A query reads only, so its file is told of in a transaction of its own, before the first byte goes.
  for (const line of leaving)
    await unitOfWork.run(caller.actor, { origin: caller.from }, async (tx) => appendToJournal(tx, { operation: fullName, ...line }));
  return result;
}

function readInput(operation: Operation, given: unknown, language: Language, texts: ErrorTexts): Record<string, unknown> {
  // A field that nobody reads is a slip of the pen: `relgion=` must not list everything.
  const parsed = operation.input.strict().safeParse(given);
  if (!parsed.success)
    throw new AppError("input.invalid", "invalid", {
      problems: sayProblems(parsed.error, language, texts),
      fields: parsed.error.issues.slice(0, 20).map((issue) => issue.path.join(".")),
    });
  const masked = findMasked(operation.input, parsed.data);
  if (masked !== undefined) throw new AppError("personal.masked", "invalid", { field: masked });
  const unstorable = findUnstorable(parsed.data);
  if (unstorable !== undefined) throw new AppError("input.characters", "invalid", { field: unstorable });
  return parsed.data;
}

type Said = {
  readonly operation: Operation;
  readonly fullName: string;
  readonly input: object;
  readonly said: unknown;
  readonly actor: Actor;
  readonly now: string;
};

/**
 * The one place where personal data is masked: after the handler and before the reply is kept or sent, by the marks of the contract. Open is
 * what is one's own, and a query that one has leave for; what a command answers stays masked.
 */
async function shownTo(tx: Tx, { operation, fullName, input, said, actor, now }: Said): Promise<unknown> {
  if (!hasPersonal(operation.output) || seesOwn(actor) || findPersonal(operation.output, said).length === 0) return said;
  if (operation.kind === "query" && actor.id !== ANONYMOUS_ID && (await hasLeave(tx, actor, fullName, input, now))) return said;
  return maskPersonal(operation.output, said);
}

/** What another query would answer this caller, unmasked: run with the same rights, so that the record is in reach or refused. */
async function readUnmasked(
  name: string,
  asked: Readonly<Record<string, unknown>>,
  context: OperationContext,
  operations: readonly MountedOperation[],
): Promise<UnmaskedReply> {
  const mounted = operations.find(({ domain, name: own }) => `${domain}.${own}` === name);
  if (mounted?.operation.kind !== "query" || !hasPersonal(mounted.operation.output))
    throw new AppError("personal.no-such-reply", "invalid", { operation: name });
  requireAccess(mounted.operation, context.actor);
  const parsed = mounted.operation.input.strict().safeParse(asked);
  if (!parsed.success) throw new AppError("personal.no-such-reply", "invalid", { operation: name });
  const said = mounted.operation.output.parse(await mounted.run(parsed.data as never, context));
  return { input: parsed.data, values: findPersonal(mounted.operation.output, said) };
}

/** The path of a text that no database can hold as it was written: one with a zero character or half a surrogate pair. */
function findUnstorable(value: unknown, path = ""): string | undefined {
  if (typeof value === "string") return value.includes("\u0000") || !value.isWellFormed() ? path : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, part] of Object.entries(value)) {
    const found = findUnstorable(part, path === "" ? name : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Bytes that a face had in memory all the same, such as a test's or the sample's, go where a stream would have gone. */
const keepAll = (store: FileStore, zoneId: string, files: readonly UploadedFile[]): Promise<KeptFile[]> =>
  Promise.all(files.map(async ({ name, bytes }) => ({ name, hash: await store.put(zoneId, bytes), size: bytes.byteLength })));

function checkFiles(operation: Operation, files: readonly UploadedFile[], kept: readonly KeptFile[]): readonly UploadedFile[] {
  if (!operation.upload) return [];
  if (files.length + kept.length === 0 && !operation.upload.optional) throw new AppError("upload.none", "invalid");
  if (files.length + kept.length > operation.upload.maxFiles)
    throw new AppError("upload.too-many", "too-large", { most: operation.upload.maxFiles });
  const { maxBytes } = operation.upload;
  const large = files.find((file) => file.bytes.byteLength > maxBytes);
  if (large) throw new AppError("upload.too-large", "too-large", { name: large.name, megabytes: Math.floor(maxBytes / 1_048_576) });
  return files;
}

function hashOf(input: unknown, files: readonly UploadedFile[], kept: readonly KeptFile[]): string {
  const hash = createHash("sha256").update(canonicalJson(input));
  for (const file of files) hash.update(file.name).update(file.bytes);
  for (const file of kept) hash.update(file.name).update(file.hash);
  return hash.digest("hex");
}

/** What a repetition answers: a code that is shown once lies in no table. */
const withoutShownOnce = ({ shownOnce = [] }: Operation, output: unknown): unknown =>
  shownOnce.length === 0 ? output : { ...(output as object), ...Object.fromEntries(shownOnce.map((field) => [field, null])) };

export const SECRET = /password|secret|token/i;
export const withoutSecrets = (input: object, secrets: readonly string[] = []): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).filter(([field]) => !SECRET.test(field) && !secrets.includes(field)));
