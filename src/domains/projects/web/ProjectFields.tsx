import { useQuery } from "@tanstack/react-query";
import { categoryWords, KeyLevel, keyLevelWords, ProjectCategory } from "#domains/projects/contract/project.ts";
import { PersonChoice } from "#domains/projects/web/PersonChoice.tsx";
import type { Draft } from "#domains/projects/web/project-draft.ts";
import { formTexts } from "#domains/projects/web/project-form-texts.ts";
import { listDepartments } from "#domains/projects/web/register-client.ts";
import { Choice } from "#ui/Choice.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";

export type FieldsProps = { readonly draft: Draft; readonly onChange: (change: Partial<Draft>) => void };

export function BasicFields({ draft, onChange }: FieldsProps) {
  const { say } = useWords();
  return (
    <fieldset className="form-part">
      <legend>{say(formTexts.basics)}</legend>
      <div className="fields-row">
        <Field
          label={say(formTexts.name)}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          required
          minLength={2}
          maxLength={120}
          autoFocus
        />
        <Field
          label={say(formTexts.enterprise)}
          value={draft.enterprise}
          onChange={(enterprise) => onChange({ enterprise })}
          required
          minLength={2}
          maxLength={120}
        />
        <Field
          label={say(formTexts.uscc)}
          value={draft.uscc}
          onChange={(uscc) => onChange({ uscc })}
          maxLength={30}
          hint={say(formTexts.usccHint)}
        />
      </div>
      <div className="fields-row">
        <Choice
          stacked
          label={say(formTexts.category)}
          value={draft.category}
          onChange={(category) => onChange({ category })}
          options={ProjectCategory.options.map((value) => ({ value, label: say(categoryWords[value]) }))}
        />
        <Choice
          stacked
          label={say(formTexts.level)}
          value={draft.level}
          onChange={(level) => onChange({ level })}
          options={KeyLevel.options.map((value) => ({ value, label: say(keyLevelWords[value]) }))}
        />
        <Field label={say(formTexts.industry)} value={draft.industry} onChange={(industry) => onChange({ industry })} maxLength={60} />
      </div>
      <Field
        label={say(formTexts.description)}
        value={draft.description}
        onChange={(description) => onChange({ description })}
        rows={3}
        maxLength={2000}
      />
    </fieldset>
  );
}

export function PlaceFields({ draft, onChange }: FieldsProps) {
  const { say } = useWords();
  return (
    <fieldset className="form-part">
      <legend>{say(formTexts.placePart)}</legend>
      <label className="check">
        <input type="checkbox" checked={draft.leasedPlant} onChange={(event) => onChange({ leasedPlant: event.target.checked })} />
        {say(formTexts.leased)}
      </label>
      <div className="fields-row">
        <Field label={say(formTexts.parcel)} value={draft.parcel} onChange={(parcel) => onChange({ parcel })} maxLength={60} />
        <Field label={say(formTexts.place)} value={draft.place} onChange={(place) => onChange({ place })} maxLength={200} />
        <Field label={say(formTexts.longitude)} value={draft.longitude} onChange={(longitude) => onChange({ longitude })} maxLength={12} />
        <Field label={say(formTexts.latitude)} value={draft.latitude} onChange={(latitude) => onChange({ latitude })} maxLength={12} />
      </div>
    </fieldset>
  );
}

export function PeopleFields({ draft, onChange }: FieldsProps) {
  const { say, language } = useWords();
  const departments = useQuery({ queryKey: ["departments"], queryFn: () => listDepartments({}) });
  return (
    <fieldset className="form-part">
      <legend>{say(formTexts.peoplePart)}</legend>
      <div className="fields-row">
        <Choice
          stacked
          label={say(formTexts.department)}
          value={draft.departmentId}
          onChange={(departmentId) => onChange({ departmentId })}
          options={[
            { value: "", label: say(formTexts.none) },
            ...(departments.data?.items ?? []).map((one) => ({ value: one.id, label: (language === "en" && one.nameEn) || one.name })),
          ]}
        />
        <PersonChoice stacked label={say(formTexts.owner)} value={draft.ownerId} onChange={(ownerId) => onChange({ ownerId })} />
        <PersonChoice stacked label={say(formTexts.leader)} value={draft.leaderId} onChange={(leaderId) => onChange({ leaderId })} />
      </div>
      <div className="fields-row">
        <Field
          label={say(formTexts.contact)}
          value={draft.contactName}
          onChange={(contactName) => onChange({ contactName })}
          maxLength={40}
          autoComplete="off"
        />
        <Field
          label={say(formTexts.phone)}
          value={draft.contactPhone}
          onChange={(contactPhone) => onChange({ contactPhone })}
          maxLength={30}
          autoComplete="off"
          hint={say(formTexts.phoneHint)}
        />
      </div>
    </fieldset>
  );
}
