import { createReadStream } from "node:fs";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { callerOnCommandLine } from "#apps/cli/caller.ts";
import { type Command, commandsOf, findCommand, helpOf, helpOfAll, type Parsed, parseArguments } from "#apps/cli/command-line.ts";
import type { MachineCommand } from "#apps/cli/machine/machine-command.ts";
import { presentOutput } from "#apps/cli/present-output.ts";
import { plugins } from "#apps/plugins.ts";
import type { Runtime } from "#apps/runtime.ts";
import { printRefusal, terminalLanguage } from "#apps/terminal.ts";
import { AppError, type ErrorParams } from "#kernel/app-error.ts";
import { FileReply, type OperationTable } from "#kernel/contract.ts";
import { databaseTexts } from "#kernel/database-texts.ts";
import { fieldsOf, inputFromText } from "#kernel/input-from-text.ts";
import type { Actor } from "#kernel/policy.ts";
import type { KeptFile } from "#kernel/server/operation-context.ts";
import type { Language } from "#kernel/texts.ts";

const tables: Readonly<Record<string, OperationTable>> = Object.fromEntries(plugins.map((plugin) => [plugin.name, plugin.operations]));
const commands = commandsOf(tables);
const localCommands = plugins.flatMap((plugin) => plugin.localCommands ?? []);

const languageFrom = (asked: string | undefined): Language => (asked === "en" ? "en" : asked === "zh" ? "zh" : terminalLanguage());

async function main(args: readonly string[]): Promise<number> {
  const local = findCommand(localCommands, args);
  const command = findCommand(commands, args);
  if (local && (!command || local.words.length >= command.words.length)) {
    const fields = fieldsOf(local);
    const parsed = parseArguments(args, local.words.split(" "), fields);
    const language = languageFrom(parsed.common.language);
    if (parsed.common.help) return help(helpOf(local.words, local.summary[language], fields, local.takesFiles, language));
    return runLocal(local, parsed, language);
  }
  if (command) {
    const fields = fieldsOf(command.operation);
    const parsed = parseArguments(args, command.words.split(" "), fields);
    const language = languageFrom(parsed.common.language);
    if (parsed.common.help)
      return help(helpOf(command.words, command.operation.summary[language], fields, command.operation.upload !== undefined, language));
    return runOperation(command, parsed, language);
  }
  // They stand on database and runtime, which the other commands are quicker without.
  const { machineCommands } = await import("#apps/cli/machine/machine-commands.ts");
  const machine = findCommand(machineCommands, args);
  if (machine) {
    const fields = fieldsOf(machine);
    const parsed = parseArguments(args, machine.words.split(" "), fields);
    const language = languageFrom(parsed.common.language);
    if (parsed.common.help) return help(helpOf(machine.words, machine.summary[language], fields, machine.takesFiles, language));
    return runMachine(machine, parsed, language);
  }
  const words = args.filter((argument) => !argument.startsWith("--"));
  const language = languageFrom(args.includes("en") ? "en" : undefined);
  const all = [
    ...commands.map(({ words: said, operation }) => ({ words: said, summary: operation.summary[language] })),
    ...[...localCommands, ...machineCommands].map(({ words: said, summary }) => ({ words: said, summary: summary[language] })),
  ];
  const beginning = all.filter((one) => one.words === words[0] || one.words.startsWith(`${words[0]} `));
  if (words.length === 0) return help(helpOfAll(all, language));
  if (beginning.length > 0 && words.length === 1) return help(helpOfAll(beginning, language));
  throw new AppError("command.unknown", "invalid", { words: words.join(" ") });
}

function help(text: string): number {
  console.log(text);
  return 0;
}

async function runLocal(local: (typeof localCommands)[number], parsed: Parsed, language: Language): Promise<number> {
  const { validInput } = await import("#apps/cli/valid-input.ts");
  const result = await local.run(validInput(local.input, inputFromText(local, parsed.flags), language), parsed.files, (line) =>
    console.error(line),
  );
  console.log(parsed.common.json ? JSON.stringify(result.output, null, 2) : result.printed);
  return result.ok ? 0 : 1;
}

async function runMachine(machine: MachineCommand, parsed: Parsed, language: Language): Promise<number> {
  const { validInput } = await import("#apps/cli/valid-input.ts");
  const { dataDirOf } = await import("#apps/runtime.ts");
  const result = await machine.run(validInput(machine.input, inputFromText(machine, parsed.flags), language), {
    files: parsed.files,
    dataDir: parsed.common.dataDir ?? dataDirOf(process.env),
    environment: process.env,
    language,
  });
  console.log(parsed.common.json ? JSON.stringify(result.output, null, 2) : result.printed);
  return result.ok ? 0 : 1;
}

async function runOperation(command: Command, parsed: Parsed, language: Language): Promise<number> {
  const paths = command.operation.upload?.folder ? (await Promise.all(parsed.files.map(filesIn))).flat() : parsed.files;
  const streams = command.operation.upload?.kept === true;
  const files = streams ? [] : await Promise.all(paths.map(readGiven));
  const { dataDirOf, openRuntime } = await import("#apps/runtime.ts");
  const runtime = await openRuntime({
    as: "guest",
    environment: process.env,
    dataDir: parsed.common.dataDir ?? dataDirOf(process.env),
    onNote: (code, params) => code === "database.creating" && printNote(code, params),
  });
  try {
    const mounted = runtime.platform.operations.find((one) => one.domain === command.domain && one.name === command.name);
    if (!mounted) throw new AppError("command.unknown", "invalid", { words: command.words });
    const caller = await callerOnCommandLine(runtime, command.operation, parsed.common, language);
    const kept = streams ? await keepGiven(runtime, caller.actor, parsed.files, command.operation.upload?.maxBytes ?? 0) : [];
    const output = await runtime.platform.execute(mounted, inputFromText(command.operation, parsed.flags), { ...caller, files, kept });
    const settled = await settle(runtime, output, caller.actor);
    return await print(command, settled, parsed, language);
  } finally {
    await runtime.close();
  }
}

const printNote = (code: keyof typeof databaseTexts, params: Readonly<Record<string, unknown>>): void => {
  console.error(databaseTexts[code][terminalLanguage()].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name])));
};

/** What a command queued is done before the command line returns, by the running server or here; the job's result completes the reply. */
async function settle(runtime: Runtime, output: unknown, actor: Actor): Promise<unknown> {
  if (typeof output !== "object" || output === null || !("jobId" in output) || typeof output.jobId !== "string") return output;
  const { jobId } = output;
  const { unitOfWork, database, store, outgoing } = runtime;
  // The sample is the server's to load: a command waits for its own work only.
  const { jobHandlers, subscribers } = await import("#apps/background.ts");
  const { "sample.load": _sample, ...jobs } = jobHandlers(runtime);
  const { startWorker } = await import("#kernel/server/worker.ts");
  const worker = await startWorker({
    workerUrl: database.workerUrl,
    unitOfWork,
    store,
    secretBox: outgoing.secretBox,
    jobs,
    subscribers: subscribers(),
  });
  try {
    for (;;) {
      const job = await unitOfWork.run(actor, { readOnly: true }, (tx) =>
        tx.selectFrom("job").select(["state", "message", "result", "failure"]).where("id", "=", jobId).executeTakeFirst(),
      );
      if (!job || job.state === "done") return job?.result && typeof job.result === "object" ? { ...output, ...job.result } : output;
      const failure = job.failure as { readonly code: string; readonly params: ErrorParams } | null;
      if (failure) throw new AppError(failure.code, "unavailable", failure.params);
      if (job.state === "failed" || job.state === "cancelled")
        throw new AppError("command.job-failed", "unavailable", { message: job.message ?? job.state });
      await wait(100);
    }
  } finally {
    await worker.close();
  }
}

/** The files of a folder, by name and without hidden ones; a path that is no folder stands for itself. */
async function filesIn(path: string): Promise<readonly string[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() && !entry.name.startsWith(".") ? [join(path, entry.name)] : [])).toSorted();
}

/** Files of any size go into the store as they are read. */
const keepGiven = (runtime: Runtime, actor: Actor, paths: readonly string[], maxBytes: number): Promise<KeptFile[]> =>
  Promise.all(
    paths.map(async (path) => {
      await requireFile(path);
      return { name: basename(path), ...(await runtime.store.putStream(actor.zoneId, createReadStream(path), maxBytes)) };
    }),
  );

async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error.code ?? "");
  const reason = typeof found === "string" ? found : found.isDirectory() ? "EISDIR" : undefined;
  if (reason !== undefined) throw new AppError("command.file", "invalid", { path, reason });
}

async function readGiven(path: string): Promise<{ name: string; bytes: Uint8Array }> {
  try {
    if ((await stat(path)).isDirectory()) throw Object.assign(new Error("directory"), { code: "EISDIR" });
    return { name: basename(path), bytes: await readFile(path) };
  } catch (error) {
    throw new AppError("command.file", "invalid", { path, reason: (error as NodeJS.ErrnoException).code ?? "" });
  }
}

async function print(command: Command, output: unknown, parsed: Parsed, language: Language): Promise<number> {
  if (FileReply.safeParse(output).success) {
    const file = output as FileReply;
    const path = parsed.common.save ?? file.name;
    await writeFile(path, file.bytes);
    console.log(path);
    return 0;
  }
  if (parsed.common.json) console.log(JSON.stringify(output, null, 2));
  else {
    const present = plugins.find((plugin) => plugin.name === command.domain)?.present?.[command.name] as
      | ((output: unknown, language: Language) => string)
      | undefined;
    console.log(present ? present(output, language) : presentOutput(output));
  }
  return typeof output === "object" && output !== null && "ok" in output && output.ok === false ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  printRefusal(error);
  process.exitCode = 1;
}
