import { useState } from "react";
import {
  Controller,
  controllerWords,
  EnterpriseStatus,
  fieldWords,
  type ProfileField,
  statusWords,
} from "#domains/registry/contract/enterprise.ts";
import { actTexts, enterpriseTexts } from "#domains/registry/web/enterprise-texts.ts";
import { fieldHints } from "#domains/registry/web/field-hints.ts";
import { type ProfileView, rawField, shownField } from "#domains/registry/web/say-field.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useViewer } from "#ui/viewer.tsx";

export type Correction = { readonly value: string; readonly because: string; readonly asOf: string };
type CorrectFieldProps = {
  readonly field: ProfileField;
  readonly profile: ProfileView;
  readonly title: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly error: unknown;
  /** Whether the day since which it is so is asked for. */
  readonly dated?: boolean;
  readonly onSubmit: (correction: Correction) => void;
  readonly onClose: () => void;
};

const LONG: ReadonlySet<ProfileField> = new Set(["scope", "products", "address"]);

/** A new value of one field with its reason: for whoever corrects it, and for the enterprise that asks for it. */
export function CorrectField(props: CorrectFieldProps) {
  const { field, profile, title, submit, busy, error, dated = false, onSubmit, onClose } = props;
  const { say, language } = useWords();
  const { today } = useViewer();
  const [draft, setDraft] = useState<Correction>({ value: rawField(profile, field), because: "", asOf: "" });
  const put = (key: keyof Correction) => (value: string) => setDraft({ ...draft, [key]: value });
  return (
    <CommandForm open title={title} submit={submit} busy={busy} error={error} onSubmit={() => onSubmit(draft)} onClose={onClose}>
      <p>
        <span className="quiet">{say(enterpriseTexts.value)} </span>
        {shownField(profile, field, language) || say(enterpriseTexts.unknown)}
      </p>
      <NewValue field={field} value={draft.value} onChange={put("value")} />
      {dated ? <Field label={say(actTexts.asOf)} type="date" max={today} value={draft.asOf} onChange={put("asOf")} /> : null}
      <Field label={say(actTexts.reason)} value={draft.because} onChange={put("because")} rows={3} required minLength={2} maxLength={500} />
    </CommandForm>
  );
}

type NewValueProps = { readonly field: ProfileField; readonly value: string; readonly onChange: (value: string) => void };

function NewValue({ field, value, onChange }: NewValueProps) {
  const { say } = useWords();
  const label = say(actTexts.newValue, { field: say(fieldWords[field]) });
  if (field === "status")
    return (
      <Choice
        stacked
        label={label}
        value={value}
        onChange={onChange}
        options={EnterpriseStatus.options.map((one) => ({ value: one, label: say(statusWords[one]) }))}
      />
    );
  if (field === "controller")
    return (
      <Choice
        stacked
        label={label}
        value={value}
        onChange={onChange}
        options={[
          { value: "", label: say(uiTexts.none) },
          ...Controller.options.map((one) => ({ value: one, label: say(controllerWords[one]) })),
        ]}
      />
    );
  const hint = fieldHints[field];
  return (
    <Field
      label={label}
      value={value}
      onChange={onChange}
      autoFocus
      maxLength={4000}
      {...(field === "foundedOn" ? { type: "date" } : {})}
      {...(LONG.has(field) ? { rows: 4 } : {})}
      {...(hint ? { hint: say(hint) } : {})}
    />
  );
}
