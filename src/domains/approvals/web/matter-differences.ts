import type { Matter } from "#domains/approvals/contract/matter.ts";

/** One thing that two versions say differently: where, by the names of its parts, and what each says; null where it says nothing. */
export type Difference = { readonly path: readonly string[]; readonly before: string | null; readonly after: string | null };

/** Parts with a key are compared by their key and named by their name, so that a new material does not move all the others. */
export function matterDifferences(before: Matter, after: Matter, language: "zh" | "en"): readonly Difference[] {
  return differences(before, after, [], language);
}

function differences(before: unknown, after: unknown, path: readonly string[], language: "zh" | "en"): readonly Difference[] {
  const [left, right] = [partsOf(before, language), partsOf(after, language)];
  if (!left && !right) return same(before, after) ? [] : [{ path, before: say(before), after: say(after) }];
  if (!left || !right) {
    if (isNothing(before) || isNothing(after)) {
      const parts = left ?? right ?? new Map();
      return [...parts].flatMap(([name, value]) =>
        left ? differences(value, undefined, [...path, name], language) : differences(undefined, value, [...path, name], language),
      );
    }
    return [{ path, before: say(before), after: say(after) }];
  }
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return names.flatMap((name) => differences(left.get(name), right.get(name), [...path, name], language));
}

const isNothing = (value: unknown): boolean => value === undefined || value === null;
const same = (left: unknown, right: unknown): boolean => say(left) === say(right);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Conditions and words are one thing each; records fall into their fields, lists of keyed parts into those. */
function partsOf(value: unknown, language: "zh" | "en"): ReadonlyMap<string, unknown> | undefined {
  if (Array.isArray(value)) {
    const named = value.map((item) => [nameOf(item, language), item] as const);
    return value.length > 0 && named.every(([name]) => name !== undefined)
      ? new Map(named.map(([name, item]) => [name ?? "", item]))
      : undefined;
  }
  if (!isRecord(value) || isWords(value)) return undefined;
  return new Map(Object.entries(value).filter(([name]) => name !== "key"));
}

const isWords = (value: Readonly<Record<string, unknown>>): boolean => "zh" in value && "en" in value;

function nameOf(item: unknown, language: "zh" | "en"): string | undefined {
  if (!isRecord(item)) return undefined;
  const words = item["name"] ?? item["label"];
  if (isRecord(words) && typeof words[language] === "string") return words[language];
  return typeof item["reason"] === "string" ? item["reason"] : undefined;
}

function say(value: unknown): string | null {
  if (isNothing(value) || value === "") return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((item) => say(item) ?? "").join("、");
  if (isRecord(value)) return isWords(value) ? `${value["zh"]} / ${value["en"]}` : JSON.stringify(value);
  return String(value);
}
