import { z } from "zod";

/**
 * What is personal, and how it is shown to whoever has no leave to see it (handbook §16). Personal are contacts of enterprises and citizens:
 * their names, telephone and identity numbers, bank accounts. Officials who act in their office, and legal representatives and shareholders as the
 * public register of enterprises prints them, are not.
 * `names` are several in one text; `text` is free text in which numbers may stand.
 */
export const PersonalKind = z.enum(["phone", "identity", "bank-account", "name", "names", "text"]);
export type PersonalKind = z.infer<typeof PersonalKind>;

const marks = z.registry<{ readonly personal: PersonalKind }>();

/** Marks a field of a contract: the platform masks it in every reply, refuses a masked value sent back, and keeps it out of the journal's chain. */
export function personal<Schema extends z.ZodType>(kind: PersonalKind, schema: Schema): Schema {
  const marked = schema.clone() as unknown as Schema;
  marks.add(marked, { personal: kind });
  return marked;
}
export const kindOf = (schema: z.ZodType): PersonalKind | undefined => marks.get(schema)?.personal;

const HIDDEN = "****";
const firstOf = (text: string): string => [...text][0] ?? "";
/** Numbers as people write them: digits with spaces or dashes between. */
const digitsIn = (text: string): number => text.replace(/\D/g, "").length;

export const maskPhone = (phone: string): string =>
  phone === "" ? "" : digitsIn(phone) < 7 || phone.length < 8 ? HIDDEN : `${phone.slice(0, 3)}${HIDDEN}${phone.slice(-4)}`;
export const maskIdentity = (number: string): string =>
  number === "" ? "" : number.length < 12 ? HIDDEN : `${number.slice(0, 4)}**********${number.slice(-4)}`;
export const maskBankAccount = (account: string): string =>
  account === "" ? "" : digitsIn(account) < 8 ? HIDDEN : `${HIDDEN}${account.replace(/[ -]/g, "").slice(-4)}`;
export const maskName = (name: string): string => (name === "" ? "" : `${firstOf(name)}**`);
const maskNames = (names: string): string =>
  names
    .split(/([、，,；;/\s]+)/)
    .map((part, place) => (place % 2 === 0 ? maskName(part) : part))
    .join("");

const IN_TEXT: readonly (readonly [RegExp, (found: string) => string])[] = [
  // A birth date stands in an identity number, which tells it from the code of an enterprise.
  [/(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/g, maskIdentity],
  [/(?<![0-9A-Za-z])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![0-9A-Za-z])/g, (found) => maskPhone(found)],
  [/(?<![0-9A-Za-z.])(?:62|4\d|5[1-5])\d{2}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![0-9A-Za-z.])/g, maskBankAccount],
];
/** Numbers of people within free text. Names are not found: a form asks for them in fields of their own. */
export const maskWithin = (text: string): string => IN_TEXT.reduce((masked, [pattern, mask]) => masked.replace(pattern, mask), text);

const MASKS: Readonly<Record<PersonalKind, (text: string) => string>> = {
  phone: maskPhone,
  identity: maskIdentity,
  "bank-account": maskBankAccount,
  name: maskName,
  names: maskNames,
  text: maskWithin,
};
export const maskAs = (kind: PersonalKind, text: string): string => MASKS[kind](text);

/** One personal value of a reply: where it stands, what it is, and what it says. */
export type PersonalValue = { readonly path: string; readonly kind: PersonalKind; readonly value: string };

type Visit = (kind: PersonalKind, value: string, path: string) => string;
type Walk = (value: unknown, visit: Visit, path: string) => unknown;
type Inside = { readonly [part: string]: unknown };

const walks = new WeakMap<z.ZodType, { walk: Walk | undefined }>();
const below = (path: string, name: string | number): string => (path === "" ? String(name) : `${path}.${name}`);

/** The schemas that one is made of, one level down. */
function partsOf(schema: z.ZodType): readonly z.ZodType[] {
  const def = schema.def as unknown as Inside & { readonly type: string };
  if (def.type === "lazy") return [(def["getter"] as () => z.ZodType)()];
  const named = ["element", "valueType", "left", "right", "out", "innerType"].flatMap((name) =>
    def[name] ? [def[name] as z.ZodType] : [],
  );
  const listed = ["items", "options"].flatMap((name) => (Array.isArray(def[name]) ? (def[name] as z.ZodType[]) : []));
  return [...named, ...listed, ...(def.type === "object" ? Object.values(def["shape"] as Record<string, z.ZodType>) : [])];
}

/** Whether anything personal is in it at all; whoever refers to itself is looked at once. */
function isMarked(schema: z.ZodType, seen: Set<z.ZodType>): boolean {
  if (seen.has(schema)) return false;
  seen.add(schema);
  return kindOf(schema) !== undefined || partsOf(schema).some((part) => isMarked(part, seen));
}

/** The way to the personal fields of a schema; undefined when it has none, so that most replies are not looked at. */
function walkOf(schema: z.ZodType): Walk | undefined {
  const known = walks.get(schema);
  if (known) return known.walk;
  // Whoever refers to itself meets the promise of a way, which is made below.
  let made: Walk | undefined;
  const entry: { walk: Walk | undefined } = { walk: (value, visit, path) => (made ? made(value, visit, path) : value) };
  walks.set(schema, entry);
  made = isMarked(schema, new Set()) ? makeWalk(schema) : undefined;
  entry.walk = made;
  return made;
}

function makeWalk(schema: z.ZodType): Walk | undefined {
  const kind = kindOf(schema);
  if (kind !== undefined)
    return (value, visit, path) => (typeof value === "string" ? visit(kind, value, path) : walkPlain(kind, value, visit, path));
  const def = schema.def as unknown as Inside & { readonly type: string };
  const part = (name: string) => walkOf(def[name] as z.ZodType);
  switch (def.type) {
    case "object":
      return walkObject(def["shape"] as Readonly<Record<string, z.ZodType>>);
    case "array":
      return each(part("element"));
    case "record":
      return everyValue(part("valueType"));
    case "tuple":
      return walkTuple(def["items"] as readonly z.ZodType[]);
    case "union":
      return walkUnion(def["options"] as readonly z.ZodType[]);
    case "intersection":
      return inTurn([part("left"), part("right")]);
    case "pipe":
      return part("out");
    case "lazy":
      return walkOf((def["getter"] as () => z.ZodType)());
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "readonly":
    case "catch":
    case "nonoptional":
      return part("innerType");
    default:
      return undefined;
  }
}

/** A marked field that is no text itself, such as the answers of a form: all texts in it. */
function walkPlain(kind: PersonalKind, value: unknown, visit: Visit, path: string): unknown {
  if (typeof value === "string") return visit(kind, value, path);
  if (Array.isArray(value)) return value.map((item, place) => walkPlain(kind, item, visit, below(path, place)));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walkPlain(kind, item, visit, below(path, name))]));
  return value;
}

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

function walkObject(shape: Readonly<Record<string, z.ZodType>>): Walk | undefined {
  const inside = Object.entries(shape).flatMap(([name, schema]) => {
    const walk = walkOf(schema);
    return walk ? [[name, walk] as const] : [];
  });
  if (inside.length === 0) return undefined;
  return (value, visit, path) => {
    if (!isPlain(value)) return value;
    const copy: Record<string, unknown> = { ...value };
    for (const [name, walk] of inside) if (name in copy) copy[name] = walk(copy[name], visit, below(path, name));
    return copy;
  };
}

const each = (walk: Walk | undefined): Walk | undefined =>
  walk && ((value, visit, path) => (Array.isArray(value) ? value.map((item, place) => walk(item, visit, below(path, place))) : value));
const everyValue = (walk: Walk | undefined): Walk | undefined =>
  walk &&
  ((value, visit, path) =>
    isPlain(value) ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, visit, below(path, name))])) : value);
function walkTuple(items: readonly z.ZodType[]): Walk | undefined {
  const inside = items.map(walkOf);
  if (inside.every((walk) => walk === undefined)) return undefined;
  return (value, visit, path) =>
    Array.isArray(value) ? value.map((item, place) => inside[place]?.(item, visit, below(path, place)) ?? item) : value;
}
function inTurn(found: readonly (Walk | undefined)[]): Walk | undefined {
  const inside = found.filter((walk) => walk !== undefined);
  return inside.length === 0 ? undefined : (value, visit, path) => inside.reduce((now, walk) => walk(now, visit, path), value);
}
/** Whichever of the alternatives the value is of. */
function walkUnion(options: readonly z.ZodType[]): Walk | undefined {
  const inside = options.map((schema) => [schema, walkOf(schema)] as const);
  if (inside.every(([, walk]) => walk === undefined)) return undefined;
  return (value, visit, path) => inside.find(([schema]) => schema.safeParse(value).success)?.[1]?.(value, visit, path) ?? value;
}

export const hasPersonal = (schema: z.ZodType): boolean => walkOf(schema) !== undefined;

/** A reply as it is shown without leave. */
export const maskPersonal = <Value>(schema: z.ZodType, value: Value): Value => {
  const walk = walkOf(schema);
  return walk ? (walk(value, (kind, text) => maskAs(kind, text), "") as Value) : value;
};

/** Every personal value of a reply that a mask would change. */
export function findPersonal(schema: z.ZodType, value: unknown): readonly PersonalValue[] {
  const found: PersonalValue[] = [];
  walkOf(schema)?.(
    value,
    (kind, text, path) => {
      if (text !== maskAs(kind, text)) found.push({ path, kind, value: text });
      return text;
    },
    "",
  );
  return found;
}

/** As `maskWithin` leaves them. */
const MASKED_WITHIN = /\d{3}\*{4}\d{4}|\d{4}\*{10}[\dXx]|\*{4}\d{4}/;

/** The field of an input that was sent back as it had been masked: it would be stored so. */
export const findMasked = (schema: z.ZodType, value: unknown): string | undefined => {
  let field: string | undefined;
  walkOf(schema)?.(
    value,
    (kind, text, path) => {
      if (kind === "text" ? MASKED_WITHIN.test(text) : text.includes("**")) field ??= path;
      return text;
    },
    "",
  );
  return field;
};
