/** How a result reads in a terminal when its domain has no own form for it: lists as aligned columns, records as lines. */
export function presentOutput(output: unknown): string {
  if (typeof output !== "object" || output === null) return String(output);
  const { items } = output as { items?: unknown };
  if (Array.isArray(items)) return items.length === 0 ? "–" : presentRows(items as Record<string, unknown>[]);
  return Object.entries(flatten(output))
    .map(([name, value]) => `${name}: ${cellOf(value)}`)
    .join("\n");
}

/**
 * Records within a record as further fields, `project.stage`; what has a name stands by its name, and words by the official ones. What may
 * be done with a record is for pages, not for reading.
 */
function flatten(record: object, within = ""): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]): (readonly [string, unknown])[] => {
      if (name === "abilities") return [];
      const path = within + name;
      if (typeof value !== "object" || value === null || Array.isArray(value)) return [[path, value]];
      if ("name" in value && typeof value.name === "string") return [[path, value.name]];
      if ("zh" in value && typeof value.zh === "string") return [[path, value.zh]];
      return Object.entries(flatten(value, `${path}.`));
    }),
  );
}

function presentRows(items: readonly Record<string, unknown>[]): string {
  const rows = items.map((item) => flatten(item));
  // A record that one row lacks is a null there, and its fields in the others.
  const records = new Set(rows.flatMap((row) => Object.keys(row).flatMap((name) => parentsOf(name))));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => !records.has(name));
  const cells = [columns, ...rows.map((row) => columns.map((name) => cellOf(row[name])))];
  const widths = columns.map((_, place) => Math.min(60, Math.max(...cells.map((row) => widthOf(row[place] ?? "")))));
  return cells
    .map((row) =>
      row
        .map((cell, place) => cell + " ".repeat(Math.max(0, (widths[place] ?? 0) - widthOf(cell))))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

const MOST_IN_A_CELL = 8;
const parentsOf = (name: string): readonly string[] =>
  name
    .split(".")
    .slice(0, -1)
    .map((_, place, parts) => parts.slice(0, place + 1).join("."));

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "–";
  if (Array.isArray(value))
    return value.length <= MOST_IN_A_CELL && value.every((item) => typeof item !== "object") ? value.join(", ") : `[${value.length}]`;
  return String(value);
}

/** Han characters and full-width signs take two columns of a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, character) => sum + (/[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6]/.test(character) ? 2 : 1),
    0,
  );
