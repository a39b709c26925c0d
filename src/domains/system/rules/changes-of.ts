/** One field of what a command changed, as a person reads it. */
export type Change = { readonly field: string; readonly before: unknown; readonly after: unknown };

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function fieldsOf(value: unknown, path: string, into: Map<string, unknown>): Map<string, unknown> {
  if (isPlain(value) && Object.keys(value).length > 0)
    for (const [name, part] of Object.entries(value)) fieldsOf(part, path === "" ? name : `${path}.${name}`, into);
  else if (value !== undefined && value !== null) into.set(path, value);
  return into;
}

/**
 * What stood there before and what stands there now, field by field, in the order in which the command told of them. A field that is told of
 * on both sides and did not change is left out.
 */
export function changesOf(before: unknown, after: unknown): readonly Change[] {
  const [was, is] = [fieldsOf(before, "", new Map<string, unknown>()), fieldsOf(after, "", new Map<string, unknown>())];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => !(was.has(field) && is.has(field) && same(was.get(field), is.get(field))))
    .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }));
}
