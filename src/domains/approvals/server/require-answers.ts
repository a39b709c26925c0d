import type { MatterField } from "#domains/approvals/contract/matter.ts";
import type { Answers } from "#domains/approvals/rules/case-course.ts";
import { checkForm } from "#domains/approvals/rules/case-materials.ts";
import { AppError } from "#kernel/app-error.ts";

const MOST_ANSWERS = 60;
const KINDS: Readonly<Record<MatterField["kind"], string>> = {
  text: "文字 text",
  number: "数字 number",
  boolean: "是或否 yes or no",
  day: "日期 2026-06-30",
  choice: "所列选项 one of the choices",
};

/** Answers of the right kind to fields that the form has; those still missing are asked for on submission. @throws AppError `approvals.answer-…` */
export function requireAnswers(form: readonly MatterField[], answers: Answers): void {
  if (Object.keys(answers).length > MOST_ANSWERS) throw new AppError("approvals.answers-many", "invalid");
  const [problem] = checkForm(form, answers, false);
  if (problem === undefined) return;
  if (problem.because === "form-unknown") throw new AppError("approvals.answer-unknown", "invalid", { field: problem.key });
  const field = form.find(({ key }) => key === problem.key);
  const kind = field?.kind === "choice" ? field.choices.join("、") : KINDS[field?.kind ?? "text"];
  throw new AppError("approvals.answer-kind", "invalid", { field: problem.name, kind });
}
