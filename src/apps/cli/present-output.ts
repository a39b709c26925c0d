/** How a result reads in a terminal when its domain has no own form for it: lists as aligned columns, records as lines. */
export function presentOutput(output: unknown): string {
  if (typeof output !== "object" || output === null) return String(output);
  const { items } = output as { items?: unknown };
  if (Array.isArray(items)) return items.length === 0 ? "–" : presentRows(items as Record<string, unknown>[]);
  return Object.entries(output)
    .map(([name, value]) => `${name}: ${cellOf(value)}`)
    .join("\n");
}

function presentRows(rows: readonly Record<string, unknown>[]): string {
  const columns = Object.keys(rows[0] ?? {}).filter((name) =>
    rows.some((row) => typeof row[name] !== "object" || Array.isArray(row[name])),
  );
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

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "–";
  if (Array.isArray(value)) return value.every((item) => typeof item !== "object") ? value.join(", ") : `[${value.length}]`;
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
}

/** Han characters and full-width signs take two columns of a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, character) => sum + (/[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6]/.test(character) ? 2 : 1),
    0,
  );
