import type { MatterField } from "#domains/approvals/contract/matter.ts";

/** What stands in the fields while one types. */
export type Typed = Readonly<Record<string, string>>;
type Answers = Readonly<Record<string, string | number | boolean>>;

export const typedOf = (answers: Answers): Typed => Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, String(value)]));

/** Empty fields are left out; figures and yes or no become what the form's fields say they are. */
export function answersOf(fields: readonly MatterField[], typed: Typed): Record<string, string | number | boolean> {
  const answers: Record<string, string | number | boolean> = {};
  for (const { key, kind } of fields) {
    const value = (typed[key] ?? "").trim();
    if (value === "") continue;
    const figure = Number(value);
    if (kind === "boolean") answers[key] = value === "true";
    else answers[key] = kind === "number" && Number.isFinite(figure) ? figure : value;
  }
  return answers;
}
