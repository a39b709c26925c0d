import fc from "fast-check";
import { z } from "zod";
import type { Operation } from "#kernel/contract.ts";
import { HOSTILE_TEXTS, insideAddresses, SLOW_TEXTS, WRONG_BODIES, WRONG_VALUES } from "./fuzz-values.ts";

type Schema = {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
};

/** What the generator knows of the zone: ids that exist, and the port of the listener that must hear nothing. */
export type Known = { readonly ids: readonly string[]; readonly words: readonly string[]; readonly port: number };

/** A request's input, or a body that is none. */
export type Case = { readonly input: Readonly<Record<string, unknown>> } | { readonly body: string | Uint8Array; readonly type: string };

const LONGEST = 400;

/** Cases of one operation from its own schema: all fields as they should be (unless none such are wished), one or several wrong, or no input at all. */
export function casesOf(operation: Operation, known: Known, withSound = true): fc.Arbitrary<Case> {
  const schema = z.toJSONSchema(operation.input, { io: "input", unrepresentable: "any" }) as Schema;
  const fields = Object.entries(schema.properties ?? {});
  const sound = objectOf(schema, known);
  const wrong = anyWrong(known);
  const spoilt = fc
    .tuple(
      sound,
      fc.array(fc.tuple(fc.constantFrom(...(fields.length > 0 ? fields.map(([name]) => name) : ["x"])), wrong), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([input, spoils]) => ({ input: { ...input, ...Object.fromEntries(spoils) } }));
  const missing = fc.tuple(sound, fc.constantFrom(...(fields.length > 0 ? fields.map(([name]) => name) : ["x"]))).map(([input, name]) => ({
    input: Object.fromEntries(Object.entries(input).filter(([field]) => field !== name || operation.path.includes(`:${name}`))),
  }));
  const strange = fc.tuple(sound, wrong).map(([input, value]) => ({ input: { ...input, nobodyReadsThis: value } }));
  const cases: { readonly arbitrary: fc.Arbitrary<Case>; readonly weight: number }[] = [
    ...(withSound ? [{ arbitrary: sound.map((input) => ({ input })), weight: 10 }] : []),
    { arbitrary: spoilt, weight: 12 },
    { arbitrary: missing, weight: 2 },
    { arbitrary: strange, weight: 1 },
  ];
  if (operation.kind === "command")
    cases.push({ arbitrary: fc.constantFrom(...WRONG_BODIES).map(([body, type]) => ({ body, type })), weight: 1 });
  return fc.oneof(...cases);
}

const anyWrong = (known: Known): fc.Arbitrary<unknown> =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...WRONG_VALUES), weight: 6 },
    { arbitrary: fc.constantFrom(...HOSTILE_TEXTS), weight: 6 },
    { arbitrary: fc.constantFrom(...insideAddresses(known.port)), weight: 2 },
    { arbitrary: fc.constantFrom(...SLOW_TEXTS), weight: 2 },
    { arbitrary: fc.string({ unit: "binary", maxLength: 60 }), weight: 2 },
    { arbitrary: fc.jsonValue({ maxDepth: 4 }), weight: 1 },
  );

function objectOf(schema: Schema, known: Known): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(schema.properties ?? {});
  const model = Object.fromEntries(fields.map(([name, field]) => [name, valuesOf(field, known, name)]));
  return fc.record(model, { requiredKeys: (schema.required ?? []) as string[] }) as fc.Arbitrary<Record<string, unknown>>;
}

function valuesOf(schema: Schema, known: Known, name: string): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return fc.oneof(...branches.map((branch) => valuesOf(branch, known, name)));
  if (schema.allOf) return valuesOf(Object.assign({}, ...schema.allOf) as Schema, known, name);
  const type = typeof schema.type === "string" ? schema.type : schema.type?.[0];
  switch (type) {
    case "string":
      return textOf(schema, known, name);
    case "integer":
      return name === "version"
        ? fc.integer({ min: 1, max: 4 })
        : fc.integer({ min: Math.max(schema.minimum ?? 0, -1_000_000), max: Math.min(schema.maximum ?? 2100, 1_000_000) });
    case "number":
      return fc.double({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1_000_000, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(valuesOf(schema.items ?? {}, known, name), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, Math.max(4, schema.minItems ?? 0)),
      });
    case "object":
      return schema.properties
        ? objectOf(schema, known)
        : fc.dictionary(
            fc.constantFrom(...known.words),
            valuesOf(typeof schema.additionalProperties === "object" ? schema.additionalProperties : {}, known, name),
            {
              maxKeys: 4,
            },
          );
    default:
      return fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.jsonValue({ maxDepth: 2 }));
  }
}

const DAY = "^\\d{4}-\\d{2}-\\d{2}$";
const isId = (schema: Schema): boolean => schema.format === "uuid" || (schema.pattern ?? "").startsWith("^([0-9a-fA-F]{8}-");

function textOf(schema: Schema, known: Known, name: string): fc.Arbitrary<string> {
  if (isId(schema)) return fc.oneof({ arbitrary: fc.constantFrom(...known.ids), weight: 8 }, { arbitrary: fc.uuid(), weight: 1 });
  if (schema.pattern === DAY)
    return fc
      .date({ min: new Date("2020-01-01T00:00:00Z"), max: new Date("2027-12-31T00:00:00Z"), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
  if (schema.format === "uri") return fc.constantFrom(...insideAddresses(known.port));
  if (schema.format === "date-time")
    return fc
      .date({ min: new Date("2020-01-01T00:00:00Z"), max: new Date("2027-12-31T00:00:00Z"), noInvalidDate: true })
      .map((day) => day.toISOString());
  if (schema.pattern !== undefined) {
    try {
      return fc.stringMatching(new RegExp(schema.pattern, "u"), { size: "small" });
    } catch {
      // A look-ahead cannot be generated from: the words will do.
    }
  }
  const most = Math.min(schema.maxLength ?? LONGEST, LONGEST);
  const least = schema.minLength ?? 0;
  const fitted = (text: string): string => (text.length < least ? text.padEnd(least, "甲") : text).slice(0, most);
  return fc.oneof(
    { arbitrary: fc.constantFrom(...HOSTILE_TEXTS).map(fitted), weight: 5 },
    { arbitrary: fc.constantFrom(...known.words).map(fitted), weight: 4 },
    { arbitrary: fc.constantFrom(...known.ids).map(fitted), weight: name.toLowerCase().endsWith("id") ? 8 : 1 },
    { arbitrary: fc.string({ unit: "grapheme", minLength: least, maxLength: Math.max(least, Math.min(most, 40)) }), weight: 1 },
  );
}
