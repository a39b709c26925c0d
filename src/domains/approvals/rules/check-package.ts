import type { Matter } from "#domains/approvals/contract/matter.ts";
import { keyPlaceWords } from "#domains/approvals/contract/matter-texts.ts";
import type { PackageDefinition } from "#domains/approvals/contract/package-operations.ts";
import { doubled, finding, type MatterFinding, pathOf } from "#domains/approvals/rules/check-matter.ts";
import { findCycle } from "#domains/approvals/rules/review-graph.ts";

/** Looks at a one-thing package before it becomes a version; its children are matters in force on the day it begins. */
export function checkPackage(definition: PackageDefinition, matters: ReadonlyMap<string, Matter>): readonly MatterFinding[] {
  const { children, form, materials } = definition;
  const codes = new Set(children.map(({ matterCode }) => matterCode));
  const nameOf = (code: string) => matters.get(code)?.name ?? { zh: code, en: code };
  const cycle = findCycle(children.map(({ matterCode, after }) => ({ key: matterCode, after })));
  return [
    ...doubled(children.map(({ matterCode }) => matterCode)).map((code) => finding("package.child-twice", { matter: nameOf(code) })),
    ...doubled(form.map(({ key }) => key)).map((key) => finding("matter.key-twice", { where: keyPlaceWords.form, key })),
    ...doubled(materials.map(({ key }) => key)).map((key) => finding("matter.key-twice", { where: keyPlaceWords.materials, key })),
    ...children.flatMap(({ matterCode, after }) =>
      after
        .filter((before) => !codes.has(before))
        .map((before) => finding("package.unknown-after", { matter: nameOf(matterCode), after: before })),
    ),
    ...(cycle === undefined ? [] : [finding("package.cycle", { path: pathOf(cycle.map(nameOf)) })]),
    ...children.flatMap((child) => childProblems(child, definition, matters.get(child.matterCode))),
  ];
}

/** Every mapping leads from something that the package asks for to something that the child asks for. */
function childProblems(
  { matterCode, fields, materials }: PackageDefinition["children"][number],
  definition: PackageDefinition,
  matter: Matter | undefined,
): readonly MatterFinding[] {
  if (matter === undefined) return [finding("package.unknown-matter", { matter: matterCode })];
  const has = (list: readonly { readonly key: string }[], key: string): boolean => list.some((one) => one.key === key);
  return [
    ...Object.entries(fields)
      .filter(([field, from]) => !has(matter.form, field) || !has(definition.form, from))
      .map(([field, from]) => finding("package.unknown-field", { matter: matter.name, field, from })),
    ...Object.entries(materials)
      .filter(([material, from]) => !has(matter.materials, material) || !has(definition.materials, from))
      .map(([material, from]) => finding("package.unknown-material", { matter: matter.name, material, from })),
  ];
}
