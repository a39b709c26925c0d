import { z } from "zod";
import type { Operation } from "#kernel/contract.ts";

/** A field of an input as its JSON schema shows it; only what is needed to read it from text and to print help. */
export type InputField = {
  readonly name: string;
  readonly type: "string" | "number" | "integer" | "boolean" | "array" | "object" | "unknown";
  readonly items: InputField["type"] | null;
  readonly choices: readonly string[];
  readonly required: boolean;
  readonly fallback: unknown;
};

type Schema = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  items?: Schema;
  anyOf?: Schema[];
  default?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
};

const knownTypes = ["string", "number", "integer", "boolean", "array", "object"] as const;

function typeOf(schema: Schema | undefined): InputField["type"] {
  const type = schema?.type ?? schema?.anyOf?.find((branch) => branch.type !== "null")?.type;
  return knownTypes.find((known) => known === type) ?? "unknown";
}

/** The fields that an operation takes, in the order of its definition. */
export function fieldsOf(operation: Pick<Operation, "input">): readonly InputField[] {
  const schema = z.toJSONSchema(operation.input, { io: "input", unrepresentable: "any" }) as Schema;
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    type: typeOf(field),
    items: field.items ? typeOf(field.items) : null,
    choices: (field.enum ?? field.items?.enum ?? []).map(String),
    required: schema.required?.includes(name) ?? false,
    fallback: field.default,
  }));
}

/**
 * Reads typed input from text: search parameters, form fields and flags all arrive as strings.
 * What cannot be read is left as it came, so that validation names the field and what was expected.
 */
export function inputFromText(
  operation: Pick<Operation, "input">,
  given: Readonly<Record<string, string | readonly string[] | boolean | undefined>>,
): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  const fields = new Map(fieldsOf(operation).map((field) => [field.name, field]));
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const field = fields.get(name);
    read[name] = field === undefined ? value : readField(field, value);
  }
  return read;
}

function readField(field: InputField, value: string | readonly string[] | boolean): unknown {
  if (typeof value === "boolean") return value;
  if (field.type === "array") {
    if (typeof value !== "string") return value.map((item) => readScalar(field.items ?? "unknown", item));
    if (value.startsWith("[")) return parsed(value);
    return value
      .split(/[,，]/)
      .filter((item) => item !== "")
      .map((item) => readScalar(field.items ?? "unknown", item.trim()));
  }
  const text = typeof value === "string" ? value : (value.at(-1) ?? "");
  return field.choices.length > 0 ? chosen(field, text) : readScalar(field.type, text);
}

function readScalar(type: InputField["type"], text: string): unknown {
  if (type === "number" || type === "integer") return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
  if (type === "boolean") return text === "true" || text === "1" || text === "" ? true : text === "false" || text === "0" ? false : text;
  if (type === "object") return parsed(text);
  return text;
}

/** A choice may be typed in any case: `published` is PUBLISHED. */
const chosen = (field: InputField, text: string): string =>
  field.choices.find((choice) => choice.toLowerCase() === text.toLowerCase()) ?? text;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
