import type { MatterField } from "#domains/approvals/contract/matter.ts";
import { caseTexts } from "#domains/approvals/web/case-texts.ts";
import type { Typed } from "#domains/approvals/web/form-answers.ts";
import { applyTexts } from "#domains/approvals/web/portal-texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";

type AnswerFieldsProps = { readonly fields: readonly MatterField[]; readonly typed: Typed; readonly onChange: (typed: Typed) => void };

const INPUTS = { text: "text", number: "number", day: "date" } as const;

/** A form as the matter describes it. What is missing the server says when it is submitted: a draft may be saved half. */
export function AnswerFields({ fields, typed, onChange }: AnswerFieldsProps) {
  const { say, language } = useWords();
  const set = (key: string) => (value: string) => onChange({ ...typed, [key]: value });
  return fields.map(({ key, label, kind, choices, required }) => {
    const name = `${label[language]}${required && (kind === "boolean" || kind === "choice") ? " *" : ""}`;
    const value = typed[key] ?? "";
    if (kind === "boolean" || kind === "choice") {
      const options =
        kind === "choice"
          ? choices.map((choice) => ({ value: choice, label: choice }))
          : [
              { value: "true", label: say(caseTexts.yes) },
              { value: "false", label: say(caseTexts.no) },
            ];
      return (
        <Choice
          key={key}
          stacked
          label={name}
          value={value}
          onChange={set(key)}
          options={[{ value: "", label: say(applyTexts.choose) }, ...options]}
        />
      );
    }
    return <Field key={key} label={name} type={INPUTS[kind]} value={value} onChange={set(key)} required={required} maxLength={500} />;
  });
}
