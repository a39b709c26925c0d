import type { FieldsProps } from "#domains/projects/web/ProjectFields.tsx";
import { formTexts } from "#domains/projects/web/project-form-texts.ts";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";

type MoneyFieldsProps = FieldsProps & {
  /** Asked at the registration only: the first step of the project. */
  readonly signedOn?: string;
  readonly onSigned?: (day: string) => void;
};

export function MoneyFields({ draft, onChange, signedOn, onSigned }: MoneyFieldsProps) {
  const { say } = useWords();
  return (
    <fieldset className="form-part">
      <legend>{say(formTexts.contractPart)}</legend>
      <div className="fields-row">
        <Field
          label={say(formTexts.amount)}
          value={draft.amount}
          onChange={(amount) => onChange({ amount })}
          required
          maxLength={15}
          hint={say(formTexts.amountHint)}
        />
        <Field
          label={say(formTexts.contract)}
          value={draft.contractNumber}
          onChange={(contractNumber) => onChange({ contractNumber })}
          required
          maxLength={60}
        />
        {signedOn === undefined || onSigned === undefined ? null : (
          <Field label={say(formTexts.signed)} type="date" value={signedOn} onChange={onSigned} required />
        )}
      </div>
    </fieldset>
  );
}
