import table from "#domains/registry/rules/gbt4754.json" with { type: "json" };

const classes: Readonly<Record<string, string>> = table.classes;
export const CLASS_SOURCE: string = table.source;

/** Which section a division (two digits) belongs to, as the table itself says. */
const sectionOf = new Map<string, string>(
  Object.keys(classes)
    .filter((code) => code.length === 3)
    .map((code) => [code.slice(1), code.charAt(0)]),
);

export type ClassReading =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly because: "unknown" }
  | { readonly ok: false; readonly because: "letter"; readonly division: string; readonly expected: string };

/** The letter must contain the division: C is 13 to 43 (GB/T 4754-2017). A code without its letter is given it. */
export function readClass(written: string): ClassReading {
  const code = written.normalize("NFKC").replace(/[\s.]/g, "").toUpperCase();
  if (/^[A-T]$/.test(code)) return { ok: true, code };
  const [, letter = "", digits = ""] = /^([A-T]?)(\d{2,4})$/.exec(code) ?? [];
  const division = digits.slice(0, 2);
  const expected = sectionOf.get(division);
  if (expected === undefined) return { ok: false, because: "unknown" };
  if (letter !== "" && letter !== expected) return { ok: false, because: "letter", division, expected };
  const full = nearest(`${expected}${digits}`);
  return full === undefined ? { ok: false, because: "unknown" } : { ok: true, code: full };
}

/** `C3920`: a group that has one class only is also written with a nought behind it. */
function nearest(code: string): string | undefined {
  if (code in classes) return code;
  return code.length === 5 && code.endsWith("0") && code.slice(0, 4) in classes ? code.slice(0, 4) : undefined;
}

/** A class as it is written in a graph or a rule, with its letter or without. */
export const isClassCode = (written: string): boolean => readClass(written).ok;

export const classNameOf = (code: string): string | null => classes[code] ?? null;

export type ClassEntry = { readonly code: string; readonly name: string; readonly leaf: boolean };

const isLeaf = (code: string): boolean =>
  code.length === 5 || !Object.keys(classes).some((other) => other.length > code.length && other.startsWith(code));

/** One level down, or whatever carries the words. */
export function listClasses(under: string | undefined, words: string | undefined): readonly ClassEntry[] {
  const parent = (under ?? "").toUpperCase();
  const wanted = parent === "" ? 1 : parent.length === 1 ? 3 : parent.length + 1;
  return Object.entries(classes)
    .filter(([code, name]) =>
      words === undefined || words === ""
        ? code.length === wanted && code.startsWith(parent)
        : code.startsWith(parent) && (name.includes(words) || code.startsWith(words.toUpperCase())),
    )
    .slice(0, 200)
    .map(([code, name]) => ({ code, name, leaf: isLeaf(code) }));
}
