import { AppError } from "#kernel/app-error.ts";
import type { Operation, OperationTable } from "#kernel/contract.ts";
import { fieldsOf, type InputField } from "#kernel/input-from-text.ts";
import type { Language } from "#kernel/texts.ts";

/** `reportCard` → `report-card`. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The words that run an operation: its own, or `<domain> <operation>`. */
export const commandOf = (domain: string, name: string, operation: Operation): string => operation.command ?? `${domain} ${kebab(name)}`;

export type Command = { readonly words: string; readonly domain: string; readonly name: string; readonly operation: Operation };

export const commandsOf = (tables: Readonly<Record<string, OperationTable>>): readonly Command[] =>
  Object.entries(tables).flatMap(([domain, table]) =>
    Object.entries(table).map(([name, operation]) => ({ words: commandOf(domain, name, operation), domain, name, operation })),
  );

/** Flags that every command understands. */
const COMMON = {
  json: "boolean",
  help: "boolean",
  zone: "string",
  language: "string",
  "data-dir": "string",
  user: "string",
  save: "string",
} as const;

export type Parsed = {
  readonly words: readonly string[];
  readonly files: readonly string[];
  readonly flags: Readonly<Record<string, string | readonly string[] | boolean>>;
  readonly common: {
    readonly json: boolean;
    readonly help: boolean;
    readonly zone?: string;
    readonly language?: string;
    readonly dataDir?: string;
    readonly user?: string;
    readonly save?: string;
  };
};

/** Splits arguments into words, flags (`--flag value`, `--flag=value`, `--flag` alone for yes, repeated for lists) and, after the words, files. */
export function parseArguments(args: readonly string[], words: readonly string[], fields: readonly InputField[]): Parsed {
  const flags: Record<string, string | string[] | boolean> = {};
  const common: Record<string, string | boolean> = {};
  const files: string[] = [];
  const byFlag = new Map(fields.map((field) => [kebab(field.name), field]));
  for (let place = words.length; place < args.length; place += 1) {
    const argument = args[place] ?? "";
    if (!argument.startsWith("--") || argument === "--") {
      if (argument !== "--") files.push(argument);
      continue;
    }
    const equals = argument.indexOf("=");
    const flag = argument.slice(2, equals < 0 ? undefined : equals);
    const inline = equals < 0 ? undefined : argument.slice(equals + 1);
    const field = byFlag.get(flag);
    const isCommon = field === undefined && Object.hasOwn(COMMON, flag);
    if (field === undefined && !isCommon) throw new AppError("command.flag", "invalid", { flag: `--${flag}` });
    const alone = isCommon ? COMMON[flag as keyof typeof COMMON] === "boolean" : field?.type === "boolean";
    const following = args[place + 1];
    const takesNext = inline === undefined && !(alone && !/^(true|false)$/.test(following ?? ""));
    const value = inline ?? (takesNext ? (following ?? "") : true);
    if (takesNext) place += 1;
    if (isCommon) common[flag] = value;
    else if (field) flags[field.name] = merge(flags[field.name], value, field.type === "array");
  }
  const text = (name: string) => (typeof common[name] === "string" ? (common[name] as string) : undefined);
  const [zone, language, dataDir, user, save] = [text("zone"), text("language"), text("data-dir"), text("user"), text("save")];
  return {
    words,
    files,
    flags,
    common: {
      json: common["json"] === true,
      help: common["help"] === true,
      ...(zone && { zone }),
      ...(language && { language }),
      ...(dataDir && { dataDir }),
      ...(user && { user }),
      ...(save && { save }),
    },
  };
}

function merge(before: string | string[] | boolean | undefined, value: string | boolean, list: boolean): string | string[] | boolean {
  if (!list || typeof value === "boolean") return value;
  return [...(Array.isArray(before) ? before : []), ...(value.startsWith("[") ? [value] : value.split(/[,，]/))];
}

/** The longest command whose words begin the arguments. */
export function findCommand<C extends { readonly words: string }>(commands: readonly C[], args: readonly string[]): C | undefined {
  const fitting = commands.filter((command) => {
    const words = command.words.split(" ");
    return words.every((word, place) => args[place] === word);
  });
  return fitting.toSorted((one, other) => other.words.length - one.words.length)[0];
}

const say = {
  zh: {
    usage: "用法",
    flags: "选项",
    required: "必填",
    common: "通用：--json 以 JSON 输出　--zone 园区代号　--data-dir 数据目录　--language zh|en　--help",
    files: "文件…",
    list: "命令",
  },
  en: {
    usage: "Usage",
    flags: "Options",
    required: "required",
    common: "Everywhere: --json  --zone SLUG  --data-dir FOLDER  --language zh|en  --help",
    files: "FILE…",
    list: "Commands",
  },
} as const;

/** Help of one command, made from its definition. */
export function helpOf(words: string, summary: string, fields: readonly InputField[], takesFiles: boolean, language: Language): string {
  const text = say[language];
  const lines = fields.map((field) => {
    const takes = field.type === "boolean" ? "" : field.choices.length > 0 ? ` ${field.choices.join("|")}` : ` <${field.type}>`;
    const note = field.required
      ? ` (${text.required})`
      : field.fallback === undefined || field.fallback === false
        ? ""
        : ` [${typeof field.fallback === "object" ? JSON.stringify(field.fallback) : String(field.fallback)}]`;
    return `  --${kebab(field.name)}${takes}${note}`;
  });
  return [
    `${summary}`,
    "",
    `${text.usage}: yuanshu ${words}${takesFiles ? ` ${text.files}` : ""}${fields.length > 0 ? " …" : ""}`,
    ...(lines.length > 0 ? ["", `${text.flags}:`, ...lines] : []),
    "",
    text.common,
  ].join("\n");
}

/** The list of all commands, or of those that begin with the given words. */
export function helpOfAll(commands: readonly { readonly words: string; readonly summary: string }[], language: Language): string {
  const width = Math.max(...commands.map((command) => command.words.length));
  return [
    `${say[language].list}:`,
    ...commands
      .toSorted((one, other) => (one.words < other.words ? -1 : 1))
      .map((command) => `  ${command.words.padEnd(width + 2)}${command.summary}`),
    "",
    say[language].common,
  ].join("\n");
}

export const fieldsOfCommand = (operation: Pick<Operation, "input">): readonly InputField[] => fieldsOf(operation);
