import type { MaterialState } from "#domains/approvals/contract/case.ts";
import type { Matter, MatterField, MatterMaterial } from "#domains/approvals/contract/matter.ts";
import type { Answers, CaseCourse, Piece } from "#domains/approvals/rules/case-course.ts";
import { compileCondition, NO } from "#kernel/compile-condition.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { type InputFields, type InputKind, type Inputs, prepareInputs } from "#kernel/rule-input.ts";

export type MaterialReading = {
  readonly material: MatterMaterial;
  readonly state: MaterialState;
  readonly deferrable: boolean;
  /** 告知承诺 stands for it; never in a matter of safety, security, environment or health (handbook §5, [S22]). */
  readonly byCommitment: boolean;
};

const INPUT_KINDS: Readonly<Record<MatterField["kind"], InputKind>> = {
  text: "text",
  number: "number",
  boolean: "boolean",
  day: "day",
  choice: "text",
};

/** The fields of a form, as conditions of the kernel ask about them. */
export const inputFieldsOf = (form: readonly MatterField[]): InputFields =>
  Object.fromEntries(form.map(({ key, kind, label }) => [key, { kind: INPUT_KINDS[kind], label }]));

export const inputsOfForm = (answers: Answers): Inputs =>
  Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => [key, answer === "" ? null : typeof answer === "number" ? String(answer) : answer]),
  );

/** How every material of the matter stands. A condition that the form does not answer yet asks for the material: better one too many than a second notice. */
export function readMaterials({
  matter,
  form,
  pieces,
}: Pick<CaseCourse, "form" | "pieces"> & { readonly matter: Pick<Matter, "form" | "materials" | "highRisk"> }): readonly MaterialReading[] {
  const fields = inputFieldsOf(matter.form);
  const row = prepareInputs(fields, inputsOfForm(form));
  const newest = new Map(pieces.map((piece) => [piece.key, piece]));
  return matter.materials.map((material) => {
    const needed =
      material.need === "mandatory" || material.when === undefined || !row.ok || compileCondition(material.when, fields)(row.value) !== NO;
    return {
      material,
      state: stateOf(newest.get(material.key), needed),
      deferrable: material.deferrable,
      byCommitment: material.byCommitment && !matter.highRisk,
    };
  });
}

const stateOf = (piece: Piece | undefined, needed: boolean): MaterialState => piece?.how ?? (needed ? "missing" : "not-needed");

/** Names of what is still to come before the case can be accepted. */
export const missingMaterials = (course: Parameters<typeof readMaterials>[0]): readonly MatterMaterial[] =>
  readMaterials(course).flatMap(({ state, material }) => (state === "missing" ? [material] : []));

export type FormProblem = {
  readonly because: "missing" | "form-kind" | "form-choice" | "form-unknown";
  readonly key: string;
  readonly name: string;
};

/** What is wrong with the answers; `whole` asks for those that are required too, as a submission does. */
export function checkForm(form: readonly MatterField[], answers: Answers, whole: boolean): readonly FormProblem[] {
  const unknown = Object.keys(answers)
    .filter((key) => !form.some((field) => field.key === key))
    .map((key): FormProblem => ({ because: "form-unknown", key, name: key }));
  return [
    ...unknown,
    ...form.flatMap((field): FormProblem[] => {
      const answer = Object.hasOwn(answers, field.key) ? answers[field.key] : undefined;
      const name = field.label.zh;
      if (answer === undefined || answer === "") return whole && field.required ? [{ because: "missing", key: field.key, name }] : [];
      if (!fits(field, answer)) return [{ because: field.kind === "choice" ? "form-choice" : "form-kind", key: field.key, name }];
      return [];
    }),
  ];
}

function fits({ kind, choices }: MatterField, answer: string | boolean | number): boolean {
  switch (kind) {
    case "text":
      return typeof answer === "string";
    case "number":
      return /^-?\d{1,20}(\.\d{1,6})?$/.test(String(answer)) && typeof answer !== "boolean";
    case "boolean":
      return typeof answer === "boolean";
    case "day":
      return typeof answer === "string" && findLocalDate(answer) !== undefined;
    case "choice":
      return typeof answer === "string" && choices.includes(answer);
  }
}
